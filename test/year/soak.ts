import { DAY } from './expected-meetings.ts'
import { type Lived, liveAYear } from './live-a-year.ts'

/**
 * `npm run soak -- [seeds] [first seed] [weeks] [first day]`: lives through a year (or some weeks) with each seed, and says what it
 * saw. With `TELL=1` every event is told.
 */
const [, , ...given] = process.argv
const [seeds = 1, first = 1, weeks = 52] = given.slice(0, 3).map(Number)
const from = given[3] ?? '2026-02-23'
const to = new Date(Date.parse(from) + weeks * 7 * DAY).toISOString().slice(0, 10)
const all: Lived[] = []
const print = (line: string) => void process.stdout.write(`${line}\n`)

function describe(lived: readonly Lived[]): string {
  const sum = (of: (each: Lived) => number) => lived.reduce((total, each) => total + of(each), 0)
  const [runs, requests] = [sum((each) => each.runs), sum((each) => each.requests)]
  const most = Math.max(...lived.map(({ mostRequests }) => mostRequests))
  return [
    `${runs} runs`,
    `${sum((each) => each.meetings)} meetings`,
    `${sum((each) => each.issues)} issues`,
    `${requests} requests (${(requests / runs).toFixed(2)} a run, at most ${most})`,
    `${sum((each) => each.writes)} writes`,
    `${sum((each) => each.broken.length)} broken laws`,
  ].join(', ')
}

for (let seed = first; seed < first + seeds; seed += 1) {
  const tell = process.env['TELL'] === undefined ? {} : { tell: print }
  const lived = await liveAYear({ seed, from, to, every: 6, deeds: 7, ...tell })
  all.push(lived)
  print(`seed ${seed}: ${describe([lived])}`)
  lived.broken.forEach((each) => print(`  ${each}`))
}
print(`${seeds} seeds: ${describe(all)}`)
process.exitCode = all.some(({ broken }) => broken.length > 0) ? 1 : 0
