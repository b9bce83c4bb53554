import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `npm run smoke`: one meeting's life in a repository of the real GitHub. It never runs by itself: see docs/github.md. */
const program = join(import.meta.dirname, '../../dist/main.js')
const DAY = 24 * 60 * 60 * 1000

interface Step {
  readonly what: string
  /** What becomes of the meeting, as the series file says it. */
  readonly change?: string
  /** What the run must say. */
  readonly says: RegExp
}

const STEPS: readonly Step[] = [
  { what: 'opens the issue', says: /open issue in/ },
  { what: 'finds nothing to do', says: /Nothing to do\./ },
  { what: 'moves the meeting', change: 'moved to 23:30', says: /: moved/ },
  { what: 'cancels it, which closes the issue', change: 'cancelled, this was a test', says: /: cancelled/ },
  { what: 'leaves the closed issue alone', change: 'cancelled, this was a test', says: /left alone/ },
]

function seriesText(repository: string, day: string, change: string | undefined): string {
  return `title: Smoke test
team: smoke
starts: ${day} 12:00
zone: UTC
github:
  repository: ${repository}
  agenda: { label: wg-smoke-agenda }
${change === undefined ? '' : `changes: { ${day}: "${change}" }\n`}`
}

function runSteps(repository: string, folder: string): number {
  const day = new Date(Date.now() + 2 * DAY).toISOString().slice(0, 10)
  mkdirSync(join(folder, 'meetings'))
  writeFileSync(join(folder, 'wg.yml'), 'name: wg\n')
  // Another name each day and hour, so that an earlier test's issue is never taken for this one's.
  const name = `smoke-${new Date().toISOString().slice(0, 16).replace(/\D/g, '')}`
  for (const { what, change, says } of STEPS) {
    writeFileSync(join(folder, `meetings/${name}.yml`), seriesText(repository, day, change))
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'meeting', 'new'], {
      cwd: folder,
      encoding: 'utf8',
    })
    process.stdout.write(`--- ${what}\n${stdout}${stderr}`)
    if (status === 0 && says.test(stdout)) continue
    process.stderr.write(
      `This is not what was to be expected; \`${what}\` should end with 0 and say ${says}.\n`,
    )
    return 1
  }
  process.stdout.write('All is well. The issue is closed; delete it if you like.\n')
  return 0
}

function main(): number {
  const repository = process.env['WG_SMOKE_REPOSITORY'] ?? ''
  const token = process.env['GITHUB_TOKEN'] ?? process.env['GH_TOKEN'] ?? ''
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || token === '') {
    process.stderr.write(
      'This opens a real issue on GitHub. Name a repository of your own for it, and give a token:\n' +
        '  WG_SMOKE_REPOSITORY=you/sandbox GITHUB_TOKEN=… npm run smoke\n',
    )
    return 2
  }
  const folder = mkdtempSync(join(tmpdir(), 'wg-smoke-'))
  try {
    return runSteps(repository, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

process.exitCode = main()
