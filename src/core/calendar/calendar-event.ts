import { given } from '../given.ts'
import type { Meeting, MeetingKey } from '../meetings/meeting.ts'
import { plainLine } from '../text/plain-line.ts'
import { isoInstant, printInstant } from '../time/print-time.ts'
import { asUri } from './as-uri.ts'
import { calendarId } from './calendar-id.ts'
import { type EventMatter, meetingLinks } from './meeting-links.ts'

/** A meeting as calendars show it; every text is plain, and one line but for the description. */
export interface CalendarEvent {
  readonly key: MeetingKey
  /** Made from the key, so that it never changes (RFC 5545 §3.8.4.7). */
  readonly uid: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly summary: string
  readonly description: string
  readonly status: Meeting['status']
  readonly location?: string
  /** Where it is joined, as a URI (RFC 3986). */
  readonly conference?: string
  /** Where it is joined, or else its page, as a URI. */
  readonly url?: string
}

const LONGEST_LINE = 200
const LONGEST_ADDRESS = 2000

/** The event of a meeting. A cancelled one says so in its summary, since some clients show nothing else. */
export function makeEvent(meeting: Meeting, matter: EventMatter): CalendarEvent {
  const { key, session, series, status, startsAt, endsAt } = meeting
  const name = session.name === undefined ? series.title : `${series.title} (${session.name})`
  const links = meetingLinks(meeting, matter)
  const linkLines = links.map(({ name: what, url }) => `${what}: ${plainLine(url, LONGEST_ADDRESS)}`)
  const [first] = links
  const conference = session.join === undefined ? undefined : asUri(session.join)
  const places = [series.location, session.join].filter((place) => place !== undefined)
  return {
    key,
    uid: plainLine(`${key}@${calendarId(matter.workspace)}`, LONGEST_ADDRESS),
    startsAt,
    endsAt,
    summary: plainLine(status === 'cancelled' ? `CANCELLED: ${name}` : name, LONGEST_LINE),
    description: [...newsOf(meeting), ...linkLines].join('\n'),
    status,
    ...given({
      location: places.length === 0 ? undefined : plainLine(places.join(', '), LONGEST_ADDRESS),
      conference,
      url: first && (first.url === session.join ? conference : asUri(first.url)),
    }),
  }
}

function newsOf({ status, was, reason, session }: Meeting): string[] {
  const line = plainLine(reason ?? '')
  const why = line === '' ? '' : `: ${line}`
  if (status === 'cancelled') return [`Cancelled${why}`]
  if (!was) return []
  const planned = `${printInstant(was, session.zone)} (${session.zone}), ${isoInstant(was)}`
  return [`Moved${why}. It was planned for ${planned}.`]
}
