import { ICalCalendar, type ICalEventData, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { CalendarEvent } from './calendar-event.ts'
import { escapeText } from './escape-text.ts'
import { foldLine } from './fold-line.ts'

/** An event with its place in the history of the feed. */
export interface StampedEvent extends CalendarEvent {
  /** Grows with every change, and never falls (RFC 5546 §2.1.4). */
  readonly sequence: number
  /** When it last changed; whole seconds. */
  readonly changedAt: Date
}

const BEGIN = 'BEGIN:VEVENT\r\n'
const END = 'END:VCALENDAR'

/** Carries CONFERENCE past ical-generator, which knows only what begins with X-. */
const CONFERENCE = 'X-WG-CONFERENCE'

/** The VEVENT of each event, in the order given: start and end in UTC, folded lines that end with CRLF; the same on every machine. */
export function writeEvents(events: readonly StampedEvent[]): readonly string[] {
  const texts: string[] = []
  for (let at = 0; at < events.length; at += AT_ONCE) texts.push(...writeSome(events.slice(at, at + AT_ONCE)))
  return texts
}

/** What ical-generator makes of an event is large; of a few at a time it never has to be moved in memory. */
const AT_ONCE = 100

function writeSome(events: readonly StampedEvent[]): readonly string[] {
  const calendar = new ICalCalendar()
  for (const event of events) calendar.createEvent(eventData(event))
  const [, ...blocks] = calendar.toString().split(`\r\n${BEGIN}`)
  return blocks.map(
    (block) => BEGIN + withAddresses(block.endsWith(END) ? block.slice(0, -END.length) : `${block}\r\n`),
  )
}

function eventData(event: StampedEvent): ICalEventData {
  const { startsAt, endsAt, status, location, conference, url, sequence, changedAt } = event
  const cancelled = status === 'cancelled'
  return {
    id: escapeText(event.uid),
    start: startsAt,
    // RFC 5545 §3.8.2.2: the end lies after the beginning; without it the event ends as it begins.
    end: endsAt > startsAt ? endsAt : null,
    stamp: changedAt,
    lastModified: changedAt,
    sequence,
    summary: event.summary,
    description: event.description === '' ? null : event.description,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    location: location ?? null,
    url: url ?? null,
    ...(conference === undefined ? {} : { x: [[CONFERENCE, conference] as [string, string]] }),
  }
}

const ADDRESS = new RegExp(`^(URL;VALUE=URI|${CONFERENCE}):([^\\r]*(?:\\r\\n [^\\r]*)*)\\r\\n`, 'gm')

/** An address is written as it is (RFC 5545 §3.3.13), where ical-generator escapes it like a text; CONFERENCE gets its name (RFC 7986 §5.11). */
function withAddresses(block: string): string {
  if (!block.includes('VALUE=URI') && !block.includes(CONFERENCE)) return block
  return block.replace(ADDRESS, (_, name: string, folded: string) => {
    const address = folded.replaceAll('\r\n ', '').replace(/\\([\\;,])/g, '$1')
    const head = name === CONFERENCE ? 'CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Join' : name
    return `${foldLine(`${head}:${address}`)}\r\n`
  })
}
