import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { cacheOnDisk } from '../src/adapters/cache-on-disk.ts'
import { run } from '../src/cli/run.ts'
import type { Pages } from '../src/ports.ts'
import { realWorld } from '../src/real-world.ts'
import { inventWorkspace, MINUTES, NOW, PEOPLE, SERIES } from './site-workspace.ts'

/** What some work has taken, in seconds. */
interface Cost {
  readonly cpu: number
  readonly wall: number
}

/** What a program of its own has taken; memory in MB. */
interface ProgramCost extends Cost {
  readonly memory: number
}

const GOAL = 0.1
const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'wg-bench-'))
const workspace = join(folder, 'workspace')
const out = join(folder, 'public')
const texts = inventWorkspace()
const minutes = [...texts].filter(([path]) => /^meetings\/.*\.md$/.test(path))
const changed = minutes.at(-1)?.[0] ?? ''

/** A program says at its end what it has taken, on a line of its own. */
const TELL = `import { writeSync } from 'node:fs'
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  writeSync(2, '\\n' + JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }) + '\\n')
})`

function writeWorkspace(): void {
  for (const [path, text] of texts) {
    const file = join(workspace, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** `wg site` as a program of its own. */
function runProgram(): ProgramCost {
  const args = ['--import', `data:text/javascript,${encodeURIComponent(TELL)}`, main]
  const start = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    [...args, 'site', '--out', out, '--now', NOW, '--cwd', workspace],
    { encoding: 'utf8', env: { ...process.env, WG_CACHE: join(folder, 'cache') } },
  )
  const wall = (performance.now() - start) / 1000
  if (status !== 0) throw new Error(stderr)
  const told = JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as Omit<ProgramCost, 'wall'>
  return { ...told, wall }
}

/** `wg site serve` in this process: until it serves, once more with nothing changed, and once more after a change. */
async function runPreview(): Promise<readonly Cost[]> {
  const costs: Cost[] = []
  let tell = (): void => undefined
  const world = await realWorld(process)
  const build = async (pages: Pages) => {
    tell()
    const taken = meter()
    await pages('')
    costs.push(taken())
  }
  const first = meter()
  const code = await run(['site', 'serve', '--now', NOW, '--cwd', workspace], {
    ...world,
    terminal: { ...world.terminal, print: () => undefined },
    openCache: async () =>
      cacheOnDisk({ env: { WG_CACHE: join(folder, 'other') }, platform: process.platform, stamp: 'bench' }),
    watch: async (_, __, toldOf) => {
      tell = toldOf
      return { stop: () => undefined }
    },
    serve: async (pages) => {
      costs.push(first())
      await build(pages)
      change()
      await build(pages)
      return { url: '', ended: Promise.resolve() }
    },
  })
  if (code !== 0) throw new Error(`wg site serve ended with ${code}.`)
  return costs
}

function change(): void {
  appendFileSync(join(workspace, changed), '\nOne line more.\n')
}

/** Starts to measure; what it gives says what has been taken since. */
function meter(): () => Cost {
  const [start, used] = [performance.now(), process.cpuUsage()]
  return () => {
    const { user, system } = process.cpuUsage(used)
    return { cpu: (user + system) / 1e6, wall: (performance.now() - start) / 1000 }
  }
}

function sizeOf(path: string): { readonly files: number; readonly bytes: number } {
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(path, name)))
    .filter((found) => found.isFile())
  return { files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) }
}

function row(what: string, cost: Cost, whole: Cost): string {
  const ratio = (key: keyof Cost) => (cost[key] / whole[key]).toFixed(2)
  return `| ${what} | ${cost.cpu.toFixed(1)} s | ${ratio('cpu')} | ${cost.wall.toFixed(1)} s | ${ratio('wall')} |`
}

async function bench(): Promise<void> {
  writeWorkspace()
  const first = runProgram()
  const again = runProgram()
  change()
  const after = runProgram()
  const [preview, previewAgain, previewAfter] = await runPreview()
  const remark = unified().use(remarkParse).use(remarkGfm)
  const parsed = meter()
  for (const [, text] of minutes) remark.parse(text)
  const parsing = parsed()
  const { files, bytes } = sizeOf(out)
  if (!preview || !previewAgain || !previewAfter) throw new Error('The preview was not built.')
  const size = minutes.reduce((sum, [, text]) => sum + text.length, 0) / 1e6
  const lines = [
    `${MINUTES} minutes (${size.toFixed(1)} MB), ${SERIES} series, ${PEOPLE} members; ${files} files written, ${(bytes / 1e6).toFixed(1)} MB`,
    `memory at most: ${first.memory.toFixed(0)} MB for the first build, ${after.memory.toFixed(0)} MB after a change\n`,
    '| What | Processor time | Against the first | Wall time | Against the first |\n| --- | ---: | ---: | ---: | ---: |',
    row('`wg site`, the first build', first, first),
    row('… again, nothing changed', again, first),
    row('… one minutes file changed', after, first),
    row('`wg site serve`, the first build', preview, preview),
    row('… again, nothing changed', previewAgain, preview),
    row(`… one minutes file changed (goal: ${GOAL.toFixed(2)})`, previewAfter, preview),
    row('`remark-parse` with `remark-gfm` parses the minutes', parsing, first),
  ]
  console.log(lines.join('\n'))
}

try {
  await bench()
} finally {
  rmSync(folder, { recursive: true })
}
