import type { Command } from 'commander'
import { day, kebabName } from '../core/fields.ts'
import { given } from '../core/given.ts'
import { lastDay } from '../core/people/roster.ts'
import type { NewTerm } from '../core/plan/roster-change.ts'
import { readOption } from '../core/read-option.ts'
import type { Day } from '../core/time/day.ts'
import { todayAt } from '../core/time/today.ts'

/** Adds the options that describe a term; `--team` is the command's own, since not every command needs it. */
export function addTermOptions(command: Command): Command {
  return command
    .option('--role <role>', 'a role of the charter', 'member')
    .option('--since <day>', 'the first day, or `unknown` (today)')
    .option('--term-ends <day>', 'the day on which the term is due to end')
    .option('--planned', 'the first day may lie ahead')
}

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
