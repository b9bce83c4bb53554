import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { collectNames, lookupInFolder } from '../src/core/minutes/collect-names.ts'
import type { MinutesRecord } from '../src/core/minutes/minutes-record.ts'
import { readMinutes } from '../src/core/minutes/read-minutes.ts'

/**
 * What the reader finds in a folder of minutes, by group: one sub-folder each, `owner__name` for a repository.
 * Usage: `npx tsx bench/minutes-figures.ts <folder>`. Prints a table in Markdown, and how often each problem was found.
 */
const folder = process.argv[2]
if (folder === undefined) throw new Error('Name a folder with one sub-folder for each group.')

const COLUMNS = [
  'group',
  'files',
  'with date',
  'attendees',
  'with login',
  'login from folder',
  'agenda items',
  'actions',
  'decisions',
  'slowest ms',
]
const problems = new Map<string, number>()
const rows = readdirSync(folder)
  .filter((name) => statSync(join(folder, name)).isDirectory())
  .map((group) => figuresOf(folder, group))
const total = [
  'all',
  ...COLUMNS.slice(1, -1).map((_, index) => sum(rows.map((row) => Number(row[index + 1])))),
  Math.max(...rows.map((row) => Number(row.at(-1)))),
]

console.log(`| ${COLUMNS.join(' | ')} |`)
console.log(`|${COLUMNS.map((_, index) => (index === 0 ? '--|' : '--:|')).join('')}`)
for (const row of [...rows, total]) console.log(`| ${row.join(' | ')} |`)
console.log('')
for (const [rule, count] of [...problems].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`* \`${rule}\`: ${count}`)

function figuresOf(root: string, group: string): (string | number)[] {
  const repository = group.replace('__', '/')
  const times: number[] = []
  const files = markdownIn(join(root, group)).map((path) => ({
    text: readFileSync(path, 'utf8'),
    path: relative(join(root, group), path),
    ...(group.includes('__') ? { repository } : {}),
  }))
  const first = files.map((file) => {
    const start = performance.now()
    const record = readMinutes(file)
    times.push(performance.now() - start)
    return record
  })
  const names = lookupInFolder(collectNames(first))
  const records = files.map((file) => readMinutes({ ...file, names }))
  for (const { rule } of records.flatMap((record) => record.problems))
    problems.set(rule, (problems.get(rule) ?? 0) + 1)
  return [group, ...countsOf(records), Math.round(Math.max(...times))]
}

function countsOf(records: readonly MinutesRecord[]): number[] {
  const present = records.flatMap((record) => record.attendees.filter((attendee) => attendee.present))
  return [
    records.length,
    records.filter((record) => record.date !== null).length,
    present.length,
    present.filter((attendee) => attendee.github !== null && attendee.from === undefined).length,
    present.filter((attendee) => attendee.from !== undefined).length,
    sum(records.map((record) => record.agenda.length)),
    sum(records.map((record) => record.actions.length)),
    sum(records.map((record) => record.decisions.length)),
  ]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function markdownIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return path.endsWith('.md') ? [path] : []
  return readdirSync(path).flatMap((name) => markdownIn(join(path, name)))
}
