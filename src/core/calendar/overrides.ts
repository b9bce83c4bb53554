import type { FeedEvent } from './feed-event.ts'
import { FeedFault, quoteForeign } from './feed-fault.ts'
import type { ZoneFinder } from './feed-zones.ts'
import { type PlannedStart, startAt } from './occurrence-of.ts'
import { type TimedEvent, withTimeOf } from './starts-of-event.ts'

/** An event that stands for one meeting of a series. */
export interface Override {
  readonly event: FeedEvent
  /** The meeting it stands for. */
  readonly planned: Date
  readonly start: PlannedStart
  /** How much later it begins, in milliseconds. */
  readonly shift: number
}

/** The overrides of a series, to be asked by the instant that a meeting was planned for. */
export interface OverrideIndex {
  readonly all: readonly Override[]
  readonly at: (planned: Date) => Override | undefined
  /** The one that changes all meetings from an earlier one on. */
  readonly since: (planned: Date) => Override | undefined
  /** The greatest shift, either way, of those that change all later meetings. */
  readonly widest: number
}

/** What overrides refer to. */
export interface OverrideContext {
  readonly master: TimedEvent | undefined
  readonly zones: ZoneFinder
}

const LONGEST_SHIFT = 366 * 86_400_000
const MOST_RANGES = 500

/** Puts the overrides of a series in order; of several for one meeting the newest revision counts. */
export function indexOverrides(events: readonly FeedEvent[], context: OverrideContext): OverrideIndex {
  const byPlanned = new Map<number, Override>()
  for (const event of [...events].sort(byRevision)) {
    const override = readOverride(event, context)
    byPlanned.set(override.planned.getTime(), override)
  }
  const all = [...byPlanned.values()]
  const ranges = all
    .filter(({ event }) => event.stands?.andLater === true)
    .sort((a, b) => b.planned.getTime() - a.planned.getTime())
  const [last] = ranges
  if (last !== undefined && ranges.length > MOST_RANGES) throw changedTooOften(last.event)
  return {
    all,
    at: (planned) => byPlanned.get(planned.getTime()),
    since: (planned) => ranges.find((range) => range.planned <= planned),
    widest: ranges.reduce((widest, { shift }) => Math.max(widest, Math.abs(shift)), 0),
  }
}

/** Older revisions first, and what stands earlier in the feed. */
export function byRevision(
  { revision: a, line: lineA }: FeedEvent,
  { revision: b, line: lineB }: FeedEvent,
): number {
  return a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : lineA - lineB)
}

/** A cancellation may leave out when the meeting would have been. */
function readOverride(event: FeedEvent, context: OverrideContext): Override {
  const planned = plannedStart(event, context)
  const own = event.start === undefined || (event.start.isDay && event.cancelled) ? undefined : event.start
  if (own?.isDay === true) throw turnedIntoDay(event)
  const start = own === undefined ? planned : startAt(own, context.zones, planned.zone)
  const shift = start.at.getTime() - planned.at.getTime()
  if (event.stands?.andLater === true && Math.abs(shift) > LONGEST_SHIFT) throw shiftedTooFar(event)
  return { event, planned: planned.at, start, shift }
}

function plannedStart({ stands, start, line }: FeedEvent, { master, zones }: OverrideContext): PlannedStart {
  const time = stands?.for ?? start
  if (time === undefined) throw new RangeError(`No start at line ${line}`)
  const model = master?.start ?? start
  const whole = model === undefined || model.isDay ? time : withTimeOf(model, time)
  return startAt(whole, zones, model === undefined ? undefined : zones(model))
}

function turnedIntoDay({ summary, line }: FeedEvent): FeedFault {
  return new FeedFault({
    rule: 'feed-all-day',
    message: `A meeting of ${quoteForeign(summary)} was made an event of a whole day, so nobody knows at what time it begins.`,
    hint: 'Give it a time in the calendar, or cancel it there.',
    line,
  })
}

function changedTooOften({ summary, line }: FeedEvent): FeedFault {
  return new FeedFault({
    rule: 'feed-rule',
    message: `The event ${quoteForeign(summary)} changes for all later meetings more than ${MOST_RANGES} times, which is out of bounds.`,
    hint: 'End the event in the calendar and begin a new one.',
    line,
  })
}

function shiftedTooFar({ summary, line }: FeedEvent): FeedFault {
  return new FeedFault({
    rule: 'feed-time',
    message: `All later meetings of ${quoteForeign(summary)} are moved by more than a year.`,
    hint: 'End the event in the calendar and begin a new one.',
    line,
  })
}
