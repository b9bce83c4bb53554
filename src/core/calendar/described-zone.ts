import type { FeedComponent } from './feed-component.ts'
import { FeedFault, quoteForeign } from './feed-fault.ts'
import { type FeedProperty, nameOfLine, readProperty, readRuleProperty } from './feed-property.ts'
import { type FeedRule, readFeedRule } from './feed-rule.ts'
import { type FeedTime, readTime, readTimes } from './feed-time.ts'
import type { FeedZone } from './feed-zone.ts'
import { costOfWalk, isPastUntil, walkRule, type WorkBudget } from './walk-rule.ts'

/** From an instant on, the clocks of the zone stand so many milliseconds before UTC; before it they stood so many. */
interface Transition {
  readonly at: number
  readonly offset: number
  readonly offsetBefore: number
}

/** Outlook's rules begin in 1601; nobody reads meetings of before this year, nor after the other. */
const RULED = { from: Date.UTC(1970, 0), to: Date.UTC(2060, 0) }
const MOST_OBSERVANCES = 500
const MOST_TRANSITIONS = 20_000
const MS_PER_DAY = 86_400_000

const OFFSET = /^([+-])(\d{2})(\d{2})(\d{2})?$/

/**
 * The zone that a `VTIMEZONE` describes (RFC 5545 §3.6.5), for names that nobody else knows. A skipped time takes the offset from before
 * the gap, a repeated one is the first of the two. Throws a `FeedFault` when the description cannot be read, and when the budget for all zones of the feed is spent.
 */
export function describedZone(component: FeedComponent, budget: WorkBudget): FeedZone {
  const observances = component.children.filter(({ name }) => name === 'STANDARD' || name === 'DAYLIGHT')
  if (observances.length === 0) throw brokenZone(component.line, 'says nothing about its offset')
  if (observances.length > MOST_OBSERVANCES) throw tooOften(component.line)
  const read = observances.map(readObservance)
  const work = read.flatMap(({ rules, start }) => rules.map((rule) => costOfWalk(rule, start.wall, RULED)))
  budget.left -= work.reduce((sum, cost) => sum + cost, 1)
  if (budget.left < 0) throw tooOften(component.line)
  const transitions = read.flatMap(transitionsOf).sort((a, b) => a.at - b.at)
  if (transitions.length > MOST_TRANSITIONS) throw tooOften(component.line)
  return { instantOf: (wall) => new Date(wall - offsetOfWall(transitions, wall)) }
}

/** When the clocks of a zone are put to an offset. */
interface Observance {
  readonly start: FeedTime
  readonly dates: readonly FeedTime[]
  readonly rules: readonly FeedRule[]
  readonly offset: number
  readonly offsetBefore: number
}

function readObservance({ properties, line }: FeedComponent): Observance {
  const all = (name: string) => properties.filter((entry) => nameOfLine(entry) === name)
  const one = (name: string) => {
    const [property] = all(name)
    if (property === undefined) throw brokenZone(line, `has an observance without \`${name}\``)
    return readProperty(property)
  }
  const start = readTime(one('DTSTART'))
  return {
    start,
    dates: all('RDATE').map(readProperty).flatMap(readTimes),
    rules: all('RRULE').map((rule) => readFeedRule(readRuleProperty(rule), start)),
    offset: offsetOf(one('TZOFFSETTO')),
    offsetBefore: offsetOf(one('TZOFFSETFROM')),
  }
}

/** Onsets are told on the clock of before the change. */
function transitionsOf({ start, dates, rules, offset, offsetBefore }: Observance): readonly Transition[] {
  const instantOf = (wall: number) => new Date(wall - offsetBefore)
  const ruled = rules.flatMap((rule) =>
    walkRule(rule, start.wall, RULED).filter((wall) => !isPastUntil(rule, wall, instantOf)),
  )
  const onsets = new Set([start.wall, ...dates.map(({ wall }) => wall), ...ruled])
  return [...onsets].map((wall) => ({ at: wall - offsetBefore, offset, offsetBefore }))
}

/** As in `toInstant`: the offsets of a day before and a day after say which instants the wall time may mean. */
function offsetOfWall(transitions: readonly Transition[], wall: number): number {
  const before = offsetAt(transitions, wall - MS_PER_DAY)
  const after = offsetAt(transitions, wall + MS_PER_DAY)
  if (offsetAt(transitions, wall - before) === before) return before
  return offsetAt(transitions, wall - after) === after ? after : before
}

function offsetAt(transitions: readonly Transition[], at: number): number {
  let [low, high] = [0, transitions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((transitions[middle]?.at ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  return transitions[low - 1]?.offset ?? transitions[0]?.offsetBefore ?? 0
}

function offsetOf({ raw, line }: FeedProperty): number {
  const [, sign, hours, minutes, seconds] = OFFSET.exec(raw) ?? []
  if (sign === undefined) throw brokenZone(line, `has the offset ${quoteForeign(raw)}, which is none`)
  const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) * 1000
  return sign === '-' ? -ms : ms
}

function tooOften(line: number): FeedFault {
  return brokenZone(line, 'changes its clocks too often to be one')
}

function brokenZone(line: number, why: string): FeedFault {
  return new FeedFault({
    rule: 'feed-zone',
    message: `A zone that the feed describes ${why}.`,
    hint: 'Choose a zone by its IANA name, such as `Europe/Berlin`, in the calendar.',
    line,
  })
}
