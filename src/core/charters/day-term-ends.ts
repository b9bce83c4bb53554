import type { Term } from '../people/roster.ts'
import { lastDayOfTerm } from '../people/term-length.ts'
import type { Day } from '../time/day.ts'
import type { Charter } from './charter.ts'

/**
 * The day on which a term is due to end: its own, or that of the length that the charter gives to terms in this role; undefined when
 * neither says.
 */
export function dayTermEnds(
  { team, role, since, termEnds }: Term,
  charters: ReadonlyMap<string, Pick<Charter, 'roles'>>,
): Day | undefined {
  const length = charters.get(team)?.roles.find(({ id }) => id === role)?.term
  return termEnds ?? (since && length && lastDayOfTerm(since, length))
}
