import type { FeedEvent } from './feed-event.ts'
import { FeedFault, quoteForeign } from './feed-fault.ts'
import type { FeedRule } from './feed-rule.ts'
import type { FeedTime } from './feed-time.ts'
import type { FeedZone } from './feed-zone.ts'
import type { ZoneFinder } from './feed-zones.ts'
import { type PlannedStart, startAt } from './occurrence-of.ts'
import { costOfWalk, isPastUntil, type WallRange, walkRule, type WorkBudget } from './walk-rule.ts'

/** What the starts of an event depend on besides the event. */
export interface StartsRequest {
  readonly range: WallRange
  readonly zones: ZoneFinder
  readonly budget: WorkBudget
}

/** An event that begins at a time of a day. */
export type TimedEvent = FeedEvent & { readonly start: FeedTime }

const MS_PER_DAY = 86_400_000

/** When an event begins. */
export interface EventStarts {
  /** Those in the range, without order; one instant may come twice. */
  readonly starts: readonly PlannedStart[]
  /** Whether the event leaves out a start. */
  readonly isException: (start: PlannedStart) => boolean
}

/**
 * When an event begins in a range: its first start, its rules and its extra dates, without its exceptions (RFC 5545 §3.8.5). A day among
 * the exceptions takes away whatever begins on it. Throws a `FeedFault` when that is too much to look at.
 */
export function startsOfEvent(event: TimedEvent, { range, zones, budget }: StartsRequest): EventStarts {
  const zone = zones(event.start)
  spend(event, range, budget)
  const ruled = event.rules.flatMap((rule) => wallsOf(rule, { event, range, zone }))
  const first = event.start.wall
  // Calendars end a series before its beginning when all its meetings are deleted.
  const ended =
    event.rules.length > 0 && event.rules.every((rule) => isPastUntil(rule, first, zone.instantOf))
  const walls = [...(ended ? [] : [first]), ...ruled].filter((wall) => wall >= range.from && wall <= range.to)
  const starts = [
    ...walls.map((wall) => ({ at: zone.instantOf(wall), wall, zone })),
    ...event.extra.map((period): PlannedStart => {
      const start = startAt(withTimeOf(event.start, period.start), zones, zone)
      return period.end === undefined ? start : { ...start, end: period.end }
    }),
  ]
  const isException = exceptionTest(event, { range, zones, zone })
  return { starts: starts.filter((start) => !isException(start)), isException }
}

/** A day stands for the time of that day at which the series begins. */
export function withTimeOf(start: FeedTime, time: FeedTime): FeedTime {
  if (!time.isDay) return time
  const { zoneName } = start
  return {
    wall: time.wall + (start.wall % MS_PER_DAY),
    isDay: false,
    line: time.line,
    ...(zoneName === undefined ? {} : { zoneName }),
  }
}

interface WallRequest {
  readonly event: TimedEvent
  readonly range: WallRange
  readonly zone: FeedZone
}

function wallsOf(rule: FeedRule, { event, range, zone }: WallRequest): readonly number[] {
  return walkRule(rule, event.start.wall, range).filter((wall) => !isPastUntil(rule, wall, zone.instantOf))
}

interface ExceptionRequest {
  readonly range: WallRange
  readonly zones: ZoneFinder
  readonly zone: FeedZone
}

function exceptionTest(
  event: TimedEvent,
  { range, zones, zone }: ExceptionRequest,
): (start: PlannedStart) => boolean {
  const days = new Set(event.exceptions.filter(({ isDay }) => isDay).map(({ wall }) => wall))
  const times = event.exceptions
    .filter(({ isDay }) => !isDay)
    .map((time) => startAt(time, zones, zone).at.getTime())
  const walls = event.exceptionRules.flatMap((rule) => wallsOf(rule, { event, range, zone }))
  const instants = new Set([...times, ...walls.map((wall) => zone.instantOf(wall).getTime())])
  return ({ at, wall }) => instants.has(at.getTime()) || days.has(wall - (wall % MS_PER_DAY))
}

function spend(event: TimedEvent, range: WallRange, budget: WorkBudget): void {
  const rules = [...event.rules, ...event.exceptionRules]
  const walks = rules.map((rule) => costOfWalk(rule, event.start.wall, range))
  const dates = event.extra.length + event.exceptions.length
  budget.left -= walks.reduce((sum, walk) => sum + walk, 1 + dates)
  if (budget.left >= 0) return
  throw new FeedFault({
    rule: 'feed-rule',
    message: `The event ${quoteForeign(event.summary)} comes so often that its dates are out of bounds.`,
    hint: 'Choose a narrower `match`, or end the event in the calendar.',
    line: event.line,
  })
}
