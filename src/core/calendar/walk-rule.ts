import { type Cadence, daysOf } from '../time/cadence.ts'
import { addDays, type Day, daysBetween, makeDay, partsOf } from '../time/day.ts'
import type { DayPattern, FeedRule } from './feed-rule.ts'

/** Wall times from `from` to `to`, both included, in milliseconds as if the clock hung in UTC. */
export interface WallRange {
  readonly from: number
  readonly to: number
}

/** How much may still be looked at while a feed is read; about as many days. */
export interface WorkBudget {
  left: number
}

const MS_PER_DAY = 86_400_000

/** No offset of a zone, and no error about one, makes an instant lie so far from its wall time. */
const ONE_DAY_AROUND = MS_PER_DAY * 1.5

/** What `periodsToSkip` counts in. */
const DAYS_PER_PERIOD = { daily: 1, weekly: 7 } as const

/**
 * The wall times at which a rule that begins at `start` comes, in a range. May give a few after its `UNTIL`, which only an instant can
 * decide: see `isPastUntil`.
 */
export function walkRule(rule: FeedRule, start: number, range: WallRange): readonly number[] {
  const walls = 'step' in rule.pattern ? walkSteps : walkDays
  return walls(rule, start, endOfRule(rule, range)).filter((wall) => wall >= range.from && wall >= start)
}

/** How much work `walkRule` would be: about so many days or steps to look at. To be asked first about a rule from outside. */
export function costOfWalk(rule: FeedRule, start: number, range: WallRange): number {
  const { from, to } = endOfRule(rule, range)
  const begins = rule.count === undefined ? Math.max(start, from) : start
  const span = Math.max(0, to - begins)
  if ('step' in rule.pattern) return Math.min(span / rule.pattern.step, rule.count ?? Infinity)
  const { cadence, times } = rule.pattern
  const days = span / MS_PER_DAY / (cadence.freq === 'daily' ? cadence.interval : 1)
  return Math.max(1, days) * times.length
}

/** Whether the rule has ended before a wall time that `instantOf` turns into an instant. A day as the end is meant to its midnight. */
export function isPastUntil({ until }: FeedRule, wall: number, instantOf: (wall: number) => Date): boolean {
  if (until === undefined) return false
  if (until.isDay) return wall >= until.wall + MS_PER_DAY
  return (until.zoneName === undefined ? wall : instantOf(wall).getTime()) > until.wall
}

function endOfRule({ until }: FeedRule, range: WallRange): WallRange {
  return until === undefined ? range : { ...range, to: Math.min(range.to, until.wall + ONE_DAY_AROUND) }
}

function walkSteps(
  { pattern, count = Infinity }: FeedRule,
  start: number,
  { from, to }: WallRange,
): number[] {
  const step = 'step' in pattern ? pattern.step : Infinity
  const walls: number[] = []
  let index = Math.max(0, Math.ceil((from - start) / step))
  for (; index < count && start + index * step <= to; index += 1) walls.push(start + index * step)
  return walls
}

/** With a count the walk must see every meeting from the first one on; else it begins near the range. */
function walkDays({ pattern, count }: FeedRule, start: number, { from, to }: WallRange): number[] {
  if ('step' in pattern || to < start) return []
  const first = dayAt(start)
  const starts =
    count === undefined ? fastForward(pattern.cadence, first, dayAt(Math.max(start, from))) : first
  const spanFrom = count === undefined && from > start ? dayAt(from) : starts
  const days = daysOf(pattern.cadence, starts, { from: spanFrom, to: dayAt(to) })
  const walls = days.flatMap(({ day }) => timesOn(day, pattern)).filter((wall) => wall >= start)
  return walls.slice(0, count).filter((wall) => wall <= to)
}

function timesOn(day: Day, { times }: DayPattern): readonly number[] {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  return times.map((time) => midnight + time)
}

/**
 * The day from which a walk gives the same days after `near` as from `first`: a whole number of intervals later. The cadence must
 * leave nothing open.
 */
function fastForward({ freq, interval }: Cadence, first: Day, near: Day): Day {
  if (freq === 'daily' || freq === 'weekly') {
    const stride = DAYS_PER_PERIOD[freq] * interval
    return addDays(first, Math.max(0, Math.floor(daysBetween(first, near) / stride) - 1) * stride)
  }
  const [begin, end] = [partsOf(first), partsOf(near)]
  const months = freq === 'yearly' ? 12 * interval : interval
  const away = (end.year - begin.year) * 12 + end.month - begin.month
  const strides = Math.max(0, Math.floor(away / months) - 1)
  if (strides === 0) return first
  const month = begin.month - 1 + strides * months
  const begins = freq === 'yearly' ? 1 : (month % 12) + 1
  return makeDay(begin.year + Math.floor(month / 12), begins, 1) ?? first
}

function dayAt(wall: number): Day {
  return new Date(wall).toISOString().slice(0, 10) as Day
}
