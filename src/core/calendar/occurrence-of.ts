import type { FeedEvent } from './feed-event.ts'
import { FeedFault, quoteForeign } from './feed-fault.ts'
import type { FeedOccurrence } from './feed-occurrence.ts'
import type { FeedDuration, FeedTime } from './feed-time.ts'
import type { FeedZone } from './feed-zone.ts'
import type { ZoneFinder } from './feed-zones.ts'

/** One start of an event, before it is known whether it was moved. */
export interface PlannedStart {
  readonly at: Date
  /** What the clock of `zone` shows then. */
  readonly wall: number
  readonly zone: FeedZone
  /** Where this start has its own end. */
  readonly end?: FeedTime | FeedDuration
}

/** When a meeting is and when it was planned. */
export interface Timing {
  readonly planned: Date
  readonly start: PlannedStart
  readonly endsAt: Date
}

/** The meeting that an event describes, at a time. */
export function occurrenceOf(event: FeedEvent, { planned, start, endsAt }: Timing): FeedOccurrence {
  const moved = planned.getTime() !== start.at.getTime()
  return {
    planned,
    startsAt: start.at,
    endsAt,
    status: event.cancelled ? 'cancelled' : moved ? 'moved' : 'planned',
    summary: event.summary,
    uid: event.uid,
    ...(event.location === undefined ? {} : { location: event.location }),
    ...(event.url === undefined ? {} : { url: event.url }),
    ...(start.zone.id === undefined ? {} : { zone: start.zone.id }),
  }
}

/** A time of an event as a start; without a zone of its own it takes that of the event. */
export function startAt(time: FeedTime, zones: ZoneFinder, usual?: FeedZone): PlannedStart {
  const zone = usual !== undefined && time.zoneName === undefined ? usual : zones(time)
  return { at: zone.instantOf(time.wall), wall: time.wall, zone }
}

/**
 * Says when a meeting of the event ends that begins at a start. An end given as a time makes every meeting of a series equally long,
 * exactly; a length in days goes by the calendar (RFC 5545 §3.8.5.3). Without either it ends as it begins (§3.6.1). Throws a
 * `FeedFault` for an end before the beginning.
 */
export function endsOf(event: FeedEvent, zones: ZoneFinder): (start: PlannedStart) => Date {
  const { end: usual } = event
  const length =
    usual === undefined || 'days' in usual ? (usual ?? NO_LENGTH) : lengthUntil(usual, event, zones)
  return (start) => {
    if (start.end === undefined) return afterDuration(start, length)
    if ('days' in start.end) return afterDuration(start, start.end)
    return afterDuration(start, exactLength(start, startAt(start.end, zones, start.zone), event))
  }
}

const NO_LENGTH: FeedDuration = { days: 0, ms: 0 }

function lengthUntil(end: FeedTime, event: FeedEvent, zones: ZoneFinder): FeedDuration {
  if (event.start === undefined) return NO_LENGTH
  const start = startAt(event.start, zones)
  return exactLength(start, startAt(end, zones, start.zone), event)
}

function afterDuration({ at, wall, zone }: PlannedStart, { days, ms }: FeedDuration): Date {
  const begins = days === 0 ? at : zone.instantOf(wall + days * 86_400_000)
  return new Date(begins.getTime() + ms)
}

function exactLength(start: PlannedStart, end: PlannedStart, event: FeedEvent): FeedDuration {
  const ms = end.at.getTime() - start.at.getTime()
  if (ms >= 0) return { days: 0, ms }
  throw new FeedFault({
    rule: 'feed-time',
    message: `The event ${quoteForeign(event.summary)} ends before it begins.`,
    hint: 'Put the event right in the calendar, or tell whoever keeps it.',
    line: event.line,
  })
}
