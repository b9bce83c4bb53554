import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { readMinutes } from '../src/core/minutes/read-minutes.ts'

/**
 * How long reading minutes takes against `remark-parse` with `remark-gfm` alone, in one run on the same files.
 * Usage: `npx tsx bench/minutes.ts <folder>`. Goal: a ratio of at most 0.3.
 */
const folder = process.argv[2]
if (folder === undefined) throw new Error('Name a folder of minutes.')

const files = markdownIn(folder).map((path) => ({ path, text: readFileSync(path, 'utf8') }))
const ROUNDS = 3
const remark = unified().use(remarkParse).use(remarkGfm)

const ours: number[] = []
const theirs: number[] = []
for (let round = 0; round <= ROUNDS; round += 1) {
  const first = measure(() => files.forEach((file) => readMinutes(file)))
  const second = measure(() => files.forEach((file) => remark.parse(file.text)))
  if (round === 0) continue
  ours.push(first)
  theirs.push(second)
}
const [mine, tree] = [Math.min(...ours), Math.min(...theirs)]
const size = files.reduce((sum, file) => sum + file.text.length, 0)
console.log(
  `${files.length} files, ${(size / 1000).toFixed(0)} kB, best of ${ROUNDS} rounds after one to warm up`,
)
console.log(`readMinutes        ${perFile(mine)} ms a file`)
console.log(`remark-parse, gfm  ${perFile(tree)} ms a file`)
console.log(`ratio              ${(mine / tree).toFixed(3)} (goal: at most 0.3)`)
console.log(
  `memory             ${(process.memoryUsage().heapUsed / 1e6).toFixed(0)} MB of heap in use at the end`,
)

function perFile(milliseconds: number): string {
  return (milliseconds / files.length).toFixed(2)
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
