import { type Lived, liveAYear } from './live-a-year.ts'

/**
 * `npm run soak -- [seeds] [first seed] [weeks]`: lives through a year (or some weeks) with each seed, and says what it saw. With
 * `TELL=1` every event is told.
 */
const [seeds = 1, first = 1, weeks = 52] = process.argv.slice(2).map(Number)
const FROM = '2026-02-23'
const to = new Date(Date.parse(FROM) + weeks * 7 * 86_400_000).toISOString().slice(0, 10)
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
  const lived = await liveAYear({ seed, from: FROM, to, every: 6, deeds: 7, ...tell })
  all.push(lived)
  print(`seed ${seed}: ${describe([lived])}`)
  lived.broken.forEach((each) => print(`  ${each}`))
}
print(`${seeds} seeds: ${describe(all)}`)
process.exitCode = all.some(({ broken }) => broken.length > 0) ? 1 : 0
