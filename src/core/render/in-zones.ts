import type { Meeting } from '../meetings/meeting.ts'
import { printInstant } from '../time/print-time.ts'
import { parseZone, type ZoneId } from '../time/zone.ts'

const UTC = parseZone('UTC') as ZoneId

/** An instant for the people of a meeting: `Thu 3 Dec 2026, 15:00 America/New_York (Thu 3 Dec 2026, 20:00 UTC)`. */
export function inZones(at: Date, { session }: Pick<Meeting, 'session'>): string {
  return `${printInstant(at, session.zone)} ${session.zone} (${printInstant(at, UTC)} UTC)`
}
