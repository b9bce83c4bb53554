import { groupBy } from '../group-by.ts'
import type { Charter } from '../charters/charter.ts'
import { addDays, type Day } from '../time/day.ts'
import type { MinutesPlace } from './minutes-places.ts'

/** What is longer ago is history: `wg check` says nothing about it. */
const RECENT_DAYS = 90
/** Whoever missed meetings of longer ago than this is not told now. */
const ATTENDANCE_DAYS = 2 * 366
/** A file may be one that nobody has written into; so many more are looked at. */
const SPARE = 2

/** The series of which at least one meeting has a file; others keep their minutes elsewhere, or none. */
export function keepsMinutes(places: readonly MinutesPlace[]): ReadonlySet<string> {
  return new Set(places.filter(({ exists, meeting }) => exists && meeting).map(({ series }) => series.id))
}

/** The first day of what is recent. */
export function recentSince(today: Day): Day {
  return addDays(today, -RECENT_DAYS)
}

/**
 * The few places that the checks of a workspace look at: those of the last 90 days, and of a team whose charter has a rule
 * about attendance as many of the last ones with minutes as the rule counts. `places` by day.
 */
export function recentPlaces(
  places: readonly MinutesPlace[],
  { today, charters }: { readonly today: Day; readonly charters: ReadonlyMap<string, Charter> },
): readonly MinutesPlace[] {
  const counted = new Set<MinutesPlace>()
  for (const [team, held] of groupBy(places, ({ series }) => series.team)) {
    const limit = charters.get(team)?.membership.missedMeetings
    if (limit === undefined) continue
    held
      .filter(({ exists, date }) => exists && date >= addDays(today, -ATTENDANCE_DAYS))
      .slice(-(limit + SPARE))
      .forEach((place) => counted.add(place))
  }
  const keeping = keepsMinutes(places)
  return places.filter(
    (place) =>
      counted.has(place) ||
      (place.date >= recentSince(today) && (place.exists || keeping.has(place.series.id))),
  )
}
