import { expect, test } from 'vitest'
import { describeLives } from './describe-lives.ts'
import { liveAYear } from './live-a-year.ts'

/** `WG_SEED=7` lives through other days. `npm run soak` lives through whole years. */
const SEED = Number(process.env['WG_SEED'] ?? 1)

test.each([
  { season: 'autumn', seed: SEED, from: '2026-10-12', to: '2026-11-09' },
  { season: 'spring', seed: SEED + 1, from: '2027-03-08', to: '2027-04-05' },
])(
  'four weeks of $season, in which clocks change, with seed $seed, break no law',
  async ({ seed, from, to }) => {
    // With 23 hours in between, the schedule falls on every hour of the day.
    const lived = await liveAYear({ seed, from, to, every: 23, deeds: 6 })
    process.stdout.write(`seed ${seed}: ${describeLives([lived])}\n`)
    expect(lived.broken).toEqual([])
    // What was lived through is enough to break something.
    expect(lived.meetings).toBeGreaterThan(7)
    expect(lived.runs).toBeGreaterThan(20)
  },
  120_000,
)
