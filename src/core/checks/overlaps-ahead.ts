import type { Meeting } from '../meetings/meeting.ts'
import { findOverlaps, type Overlap } from '../meetings/overlaps.ts'
import { addDays } from '../time/day.ts'
import { localTimeIn, UTC } from '../time/zone.ts'
import type { CheckMatter } from './check.ts'

/** Two that may overlap: keys of meetings, or names of series. */
export type Pair = readonly [string, string]

/** Several checks ask for the same overlaps, and finding them is most of their work. */
const found = new WeakMap<CheckMatter, readonly Overlap[]>()

/** The overlaps of the year that begins with the day of `now`, in UTC. */
export function overlapsAhead(matter: CheckMatter): readonly Overlap[] {
  const known = found.get(matter)
  if (known) return known
  const today = localTimeIn(UTC, matter.now).day
  const overlaps = findOverlaps(matter.workspace, { from: today, to: addDays(today, 366) })
  found.set(matter, overlaps)
  return overlaps
}

/** Whether a pair, in whatever order, allows an overlap. */
export function allows([a, b]: Pair, { first, second }: Overlap): boolean {
  const isNamed = (name: string, { key, series }: Meeting) => name === key || name === series.id
  return (isNamed(a, first) && isNamed(b, second)) || (isNamed(b, first) && isNamed(a, second))
}
