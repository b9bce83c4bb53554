import { LEADING } from '../people/leading-role.ts'
import { lastsOn, type Member } from '../people/roster.ts'
import type { Day } from '../time/day.ts'
import type { Charter } from './charter.ts'

/** Those who lead a team on a day, in the order of the roster. */
export function leadersOf(
  { team }: Pick<Charter, 'team'>,
  day: Day,
  members: readonly Member[],
): readonly Member[] {
  return members.filter(({ terms }) =>
    terms.some((term) => term.team === team && LEADING.test(term.role) && lastsOn(term, day)),
  )
}
