// How long wg takes to start, against an empty Node on the same machine in the same run.
// Run: npm run build && node bench/startup.mjs
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'wg-startup-'))
for (const part of ['wg.yml', 'members.yml', 'charters', 'meetings', 'templates'])
  cpSync(join(root, part), join(folder, part), { recursive: true })

const main = join(root, 'dist/main.js')
const rows = [
  ['node -e 0', ['-e', '0']],
  ['wg --version', [main, '--version']],
  ['wg meeting new --dry-run', [main, 'meeting', 'new', '--dry-run', '--now', '2026-11-20T09:00Z']],
]
const times = rows.map(() => [])
const ROUNDS = 41
for (let round = 0; round < ROUNDS; round++) {
  rows.forEach(([name, args], index) => {
    const start = process.hrtime.bigint()
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder })
    if (status !== 0) throw new Error(`${name}: ${stderr}`)
    if (round > 0) times[index].push(Number(process.hrtime.bigint() - start) / 1e6)
  })
}
rmSync(folder, { recursive: true })

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]
const base = median(times[0])
console.log(`Node ${process.version}, median of ${ROUNDS - 1} runs, interleaved\n`)
console.log('| command | ms | ratio |\n| --- | --- | --- |')
rows.forEach(([name], index) =>
  console.log(
    `| \`${name}\` | ${median(times[index]).toFixed(1)} | ${(median(times[index]) / base).toFixed(2)} |`,
  ),
)
