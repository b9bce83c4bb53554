import { parseDay } from '../time/day.ts'
import { FeedFault, quoteForeign } from './feed-fault.ts'
import type { FeedProperty } from './feed-property.ts'

/**
 * A time as a feed has it: what a clock on a wall shows, in milliseconds as if it hung in UTC. It becomes an instant by a zone.
 */
export interface FeedTime {
  readonly wall: number
  /** A day without time; `wall` is its midnight. */
  readonly isDay: boolean
  /** The name of the zone as the feed writes it, `UTC` for a time with `Z`; undefined when the feed does not say. */
  readonly zoneName?: string
  readonly line: number
}

/** A time with its end, as `RDATE` may have. */
export interface FeedPeriod {
  readonly start: FeedTime
  readonly end?: FeedTime | FeedDuration
}

/** A length: days of the calendar first, then exact milliseconds (RFC 5545 §3.3.6). */
export interface FeedDuration {
  readonly days: number
  readonly ms: number
}

/** Years that `Date` writes with four digits, whatever is added; Outlook describes zones from 1601 on. */
const TIME = /^(1[6-9]\d{2}|[2-8]\d{3})(\d{2})(\d{2})(?:T([01]\d|2[0-3])([0-5]\d)([0-5]\d|60)(Z?))?$/i
const DURATION = /^\+?P(?:(\d{1,4})W|(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?)$/i

/** The one time of a property such as `DTSTART`; throws a `FeedFault` when it cannot be read. */
export function readTime(property: FeedProperty): FeedTime {
  return timeOf(property.raw, property)
}

/** The times of a property that lists them, such as `EXDATE`. */
export function readTimes(property: FeedProperty): readonly FeedTime[] {
  return property.raw.split(',').map((text) => timeOf(text.trim(), property))
}

/** The times of `RDATE`, some of which may be periods. */
export function readPeriods(property: FeedProperty): readonly FeedPeriod[] {
  return property.raw.split(',').map((text) => {
    const [start = '', end] = text.trim().split('/')
    if (end === undefined) return { start: timeOf(start, property) }
    return { start: timeOf(start, property), end: durationOf(end) ?? timeOf(end, property) }
  })
}

/** The length that `DURATION` gives; throws a `FeedFault` for a negative one. */
export function readDuration(property: FeedProperty): FeedDuration {
  const duration = durationOf(property.raw)
  if (duration !== undefined) return duration
  throw wrongTime(property.raw, 'is no length of a meeting', property.line)
}

/** The day after which nothing of a rule comes, or the last instant. Rules write it without parameters. */
export function readUntil(text: string, line: number): FeedTime {
  return timeOf(text, { parameters: {}, line })
}

function timeOf(text: string, property: Pick<FeedProperty, 'parameters' | 'line'>): FeedTime {
  const { line } = property
  const [, year, month, date, hour, minute, second, utc] = TIME.exec(text) ?? []
  const day = parseDay(`${year}-${month}-${date}`)
  if (day === undefined) throw wrongTime(text, 'is no time of the calendar', line)
  const midnight = Date.parse(`${day}T00:00:00Z`)
  if (hour === undefined) return { wall: midnight, isDay: true, line, ...zoneNameOf(property) }
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  const zone = utc === '' ? zoneNameOf(property) : { zoneName: 'UTC' }
  return { wall: midnight + seconds * 1000, isDay: false, line, ...zone }
}

function zoneNameOf({ parameters }: Pick<FeedProperty, 'parameters'>): { zoneName?: string } {
  const { tzid } = parameters
  return typeof tzid === 'string' && tzid.trim() !== '' ? { zoneName: tzid.trim() } : {}
}

function durationOf(text: string): FeedDuration | undefined {
  const found = DURATION.exec(text)
  if (found === null || /[PT]$/i.test(text)) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((digits: string | undefined) => Number(digits ?? 0))
  return { days: weeks * 7 + days, ms: (hours * 3600 + minutes * 60 + seconds) * 1000 }
}

function wrongTime(text: string, what: string, line: number): FeedFault {
  return new FeedFault({
    rule: 'feed-time',
    message: `${quoteForeign(text)} ${what}.`,
    hint: 'Put the event right in the calendar, or tell whoever keeps it.',
    line,
  })
}
