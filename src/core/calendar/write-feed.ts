import { ICalCalendar, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { plainLine } from '../text/plain-line.ts'
import type { CalendarEvent } from './calendar-event.ts'
import { foldLine, unfoldLines } from './fold.ts'

/** A calendar to subscribe to. */
export interface Feed {
  /** Where it lies below the folder of all feeds: `series/security-wg.ics`. */
  readonly path: string
  readonly name: string
  readonly description: string
  /** Its own address, once it is published. */
  readonly source?: string
  /** A colour name of CSS 3 (RFC 7986 §5.9). */
  readonly color?: string
  /** How often clients should look for news, in minutes. */
  readonly refresh: number
  readonly events: readonly StampedEvent[]
}

/** An event with its place in the history of the feed. */
export interface StampedEvent extends CalendarEvent {
  /** Grows with every change, and never falls (RFC 5546 §2.1.4). */
  readonly sequence: number
  /** When it last changed. */
  readonly changedAt: Date
}

/** The bytes of a feed: one VEVENT per meeting, in UTC, in order of beginning and UID; the same for the same feed on every machine. */
export function writeFeed(feed: Feed): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'wg-toolkit', product: 'wg' },
    name: escapeText(plainLine(feed.name)),
    description: escapeText(plainLine(feed.description)),
    ttl: feed.refresh * 60,
    ...(feed.source === undefined ? {} : { source: uri(feed.source), url: uri(feed.source) }),
  })
  const ordered = [...feed.events].sort(
    (a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.uid < b.uid ? -1 : 1),
  )
  for (const event of ordered) calendar.createEvent(eventData(event))
  return finish(calendar.toString(), feed)
}

/** Carries CONFERENCE past ical-generator, which knows only what begins with X-. */
const CONFERENCE = 'X-WG-CONFERENCE'

function eventData(event: StampedEvent) {
  const {
    uid,
    startsAt,
    endsAt,
    summary,
    description,
    cancelled,
    location,
    conference,
    url,
    sequence,
    changedAt,
  } = event
  return {
    id: uid,
    start: startsAt,
    end: endsAt,
    stamp: changedAt,
    lastModified: changedAt,
    sequence,
    summary,
    ...(description === '' ? {} : { description }),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    ...(location === undefined ? {} : { location }),
    ...(url === undefined ? {} : { url: uri(url) }),
    ...(conference === undefined ? {} : { x: [[CONFERENCE, uri(conference)] as [string, string]] }),
  }
}

/** RFC 7986: COLOR of the calendar (§5.9), CONFERENCE of an event (§5.11). */
function finish(text: string, { color }: Feed): string {
  const lines = unfoldLines(text).flatMap((line) => {
    if (line.startsWith(`${CONFERENCE}:`))
      return [`CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Join:${line.slice(CONFERENCE.length + 1)}`]
    if (line.startsWith('X-PUBLISHED-TTL') && color !== undefined) return [line, `COLOR:${color}`]
    return [line]
  })
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

/** ical-generator escapes the texts of events and not those of the calendar (RFC 5545 §3.3.11). */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`)
}

/** An address in which nothing needs the escapes of a text, which ical-generator would put there. */
function uri(address: string): string {
  return address.replaceAll(',', '%2C').replaceAll(';', '%3B').replaceAll('\\', '%5C')
}
