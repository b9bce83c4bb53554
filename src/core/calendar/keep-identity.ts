import { refuse } from '../problem.ts'
import type { CalendarEvent } from './calendar-event.ts'
import type { Published } from './read-published.ts'

/**
 * Refuses when the meetings of a published feed would get other UIDs, as after the group was renamed: everybody's
 * calendar would take them for new ones.
 */
export function keepIdentity(events: readonly CalendarEvent[], previous: Published): void {
  const keys = new Map(events.map(({ key, uid }) => [key as string, uid]))
  for (const before of previous.events.keys()) {
    const at = before.lastIndexOf('@')
    const now = keys.get(before.slice(0, at))
    if (now === undefined || now === before || previous.events.has(now)) continue
    throw refuse(
      'calendar',
      `The meeting that was published as \`${before}\` would now be \`${now}\`, and subscribers would take it for another one.`,
      `Write \`calendar: { id: ${before.slice(at + 1)} }\` into wg.yml. If it is another group's feed, name your own. Nothing was written.`,
    )
  }
}
