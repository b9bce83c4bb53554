import { parseArgs } from 'node:util'
import { describeLives } from './describe-lives.ts'
import { DAY } from './expected-meetings.ts'
import { type Lived, liveAYear } from './live-a-year.ts'

/**
 * `npm run soak -- [--seeds N] [--from S] [--weeks W] [--first-day D] [--tell]`: lives through a year (or some weeks) with each of N
 * seeds from S on, and says what it saw. `--tell` tells every event, to look at one life closely.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '3' },
    from: { type: 'string', default: process.env['WG_SEED'] ?? '1' },
    weeks: { type: 'string', default: '52' },
    'first-day': { type: 'string', default: '2026-02-23' },
    tell: { type: 'boolean', default: false },
  },
})
const [seeds, first, weeks] = [values.seeds, values.from, values.weeks].map(Number) as [
  number,
  number,
  number,
]
const from = values['first-day']
const to = new Date(Date.parse(from) + weeks * 7 * DAY).toISOString().slice(0, 10)
/** Hours between two runs of the schedule: some groups let it run more often than others. */
const RHYTHMS = [24, 12, 7]
const all: Lived[] = []
const print = (line: string) => void process.stdout.write(`${line}\n`)

for (let seed = first; seed < first + seeds; seed += 1) {
  const every = RHYTHMS[seed % RHYTHMS.length] ?? 24
  const lived = await liveAYear({
    ...{ seed, from, to, every, deeds: 7 },
    ...(values.tell ? { tell: print } : {}),
  })
  all.push(lived)
  print(`seed ${seed}, every ${every} hours: ${describeLives([lived])}`)
  lived.broken.forEach((each) => print(`  ${each}`))
}
print(`${seeds} seeds: ${describeLives(all)}`)
process.exitCode = all.some(({ broken }) => broken.length > 0) ? 1 : 0
