import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { cacheOnDisk } from '../src/adapters/cache-on-disk.ts'
import { NO_WORDS } from '../src/core/minutes/minutes-words.ts'
import { readFolder } from '../src/core/minutes/read-folder.ts'
import { readMinutes } from '../src/core/minutes/read-minutes.ts'
import { openReadings } from '../src/core/minutes/readings.ts'

/**
 * How long reading minutes takes against `remark-parse` with `remark-gfm` alone, in one run on the same files.
 * Then the same again through the cache on disk, with the names of the folder resolved, as `wg` reads: what a second run pays.
 * Usage: `npx tsx bench/minutes.ts <folder>`. Goals: ratios of at most 0.3, and 0.05 when nothing has changed.
 */
const folder = process.argv[2]
if (folder === undefined) throw new Error('Name a folder of minutes.')

const files = markdownIn(folder).map((path) => ({ path, text: readFileSync(path, 'utf8') }))
const ROUNDS = 3
const remark = unified().use(remarkParse).use(remarkGfm)

const cacheFolder = mkdtempSync(join(tmpdir(), 'wg-bench-'))
const cache = cacheOnDisk({ env: { WG_CACHE: cacheFolder }, platform: process.platform, stamp: 'bench' })
if (!cache) throw new Error('There is no cache.')

const ours: number[] = []
const theirs: number[] = []
const again: number[] = []
const firstThroughCache = await measureAsync(readThroughCache)
for (let round = 0; round <= ROUNDS; round += 1) {
  const first = measure(() => files.forEach((file) => readMinutes(file)))
  const second = measure(() => files.forEach((file) => remark.parse(file.text)))
  const third = await measureAsync(readThroughCache)
  if (round === 0) continue
  again.push(third)
  ours.push(first)
  theirs.push(second)
}
rmSync(cacheFolder, { recursive: true })
const [mine, tree, cached] = [Math.min(...ours), Math.min(...theirs), Math.min(...again)]
const size = files.reduce((sum, file) => sum + file.text.length, 0)
console.log(
  `${files.length} files, ${(size / 1000).toFixed(0)} kB, best of ${ROUNDS} rounds after one to warm up`,
)
console.log(`readMinutes        ${perFile(mine)} ms a file`)
console.log(`remark-parse, gfm  ${perFile(tree)} ms a file`)
console.log(`ratio              ${(mine / tree).toFixed(3)} (goal: at most 0.3)`)
console.log(`through the cache, first time   ${perFile(firstThroughCache)} ms a file (cold)`)
console.log(`through the cache, unchanged    ${perFile(cached)} ms a file`)
console.log(`ratio                           ${(cached / tree).toFixed(3)} (goal: at most 0.05)`)
console.log(
  `memory             ${(process.memoryUsage().heapUsed / 1e6).toFixed(0)} MB of heap in use at the end`,
)

function perFile(milliseconds: number): string {
  return (milliseconds / files.length).toFixed(2)
}

/** Every file read from the disk, looked up in the cache or read, and the cache put away. */
async function readThroughCache(): Promise<void> {
  const matter = { words: NO_WORDS, stamp: 'bench', digest: cache?.digest ?? ((text: string) => text) }
  const readings = openReadings(await cache?.load('bench'), matter)
  const texts = files.map(({ path }) => ({ path, text: readFileSync(path, 'utf8') }))
  readFolder(texts, { members: [], read: readings.read })
  const pack = readings.pack()
  if (pack !== undefined) await cache?.store('bench', pack)
}

async function measureAsync(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function measure(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function markdownIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return path.endsWith('.md') ? [path] : []
  return readdirSync(path).flatMap((name) => markdownIn(join(path, name)))
}
