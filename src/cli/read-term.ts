import { day, kebabName } from '../core/fields.ts'
import { given } from '../core/given.ts'
import { lastDay } from '../core/people/roster.ts'
import type { NewTerm } from '../core/plan/roster-change.ts'
import { readOption } from '../core/read-option.ts'
import type { Day } from '../core/time/day.ts'
import { todayAt } from '../core/time/today.ts'

/** The term that the options `--team`, `--role`, `--since`, `--term-ends` and `--planned` describe; undefined without `--team`. */
export function readTerm(options: Readonly<Record<string, unknown>>, now: Date): NewTerm | undefined {
  const team = readOption('--team', options['team'], kebabName)
  if (team === undefined) return undefined
  const since = readOption('--since', options['since'], lastDay) ?? todayAt(now)
  return {
    team,
    role: readOption('--role', options['role'], kebabName) ?? 'member',
    planned: options['planned'] === true,
    ...given({
      since: since === 'unknown' ? undefined : (since satisfies Day),
      termEnds: readOption('--term-ends', options['termEnds'], day),
    }),
  }
}
