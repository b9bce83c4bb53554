import type { Cadence, CadenceWeekday } from '../time/cadence.ts'
import { type Day, partsOf, type Weekday, weekdayOf } from '../time/day.ts'
import { FeedFault, quoteForeign } from './feed-fault.ts'
import type { FeedProperty } from './feed-property.ts'
import { type FeedTime, readUntil } from './feed-time.ts'

/** A recurrence rule of an event, on wall times. */
export interface FeedRule {
  /** On which days, at which milliseconds after midnight (rising); or how many milliseconds apart. */
  readonly pattern: DayPattern | { readonly step: number }
  /** How many meetings there are in all. */
  readonly count?: number
  readonly until?: FeedTime
  readonly line: number
}

export interface DayPattern {
  /** Without end; what the rule leaves open is filled in from the first meeting. */
  readonly cadence: Cadence
  readonly times: readonly number[]
}

const FREQUENCIES = new Map<unknown, Cadence['freq']>([
  ['DAILY', 'daily'],
  ['WEEKLY', 'weekly'],
  ['MONTHLY', 'monthly'],
  ['YEARLY', 'yearly'],
])
const STEPS = new Map<unknown, number>([
  ['HOURLY', 3_600_000],
  ['MINUTELY', 60_000],
  ['SECONDLY', 1000],
])
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

const DAY_PARTS = ['byday', 'bymonthday', 'bymonth', 'bysetpos', 'byhour', 'byminute', 'bysecond']
const END_PARTS = ['freq', 'interval', 'count', 'until', 'wkst']

const LONGEST_RULE = 1000
const MS_PER_DAY = 86_400_000

/** The parts of a rule as jCal has them: single values or lists. */
type RuleParts = Readonly<Record<string, unknown>>

/**
 * Reads an `RRULE` of an event that begins at `start` (RFC 5545 §3.3.10). Throws a `FeedFault` for a rule that is broken, and for the
 * parts that no meeting needs and that the readers of the world take in different ways: `BYWEEKNO`, `BYYEARDAY`, by-parts under `HOURLY`.
 */
export function readFeedRule(property: FeedProperty, start: FeedTime): FeedRule {
  const { value, raw, line } = property
  if (raw.length > LONGEST_RULE) throw refusedRule(property, 'is longer than any rule of a meeting')
  const parts = value as RuleParts
  const step = STEPS.get(parts.freq)
  const known = step === undefined ? [...END_PARTS, ...DAY_PARTS] : END_PARTS
  const unknown = Object.keys(parts).find((name) => !known.includes(name) && !saysNothing(name, parts[name]))
  if (unknown !== undefined) {
    throw refusedRule(property, `has the part ${quoteForeign(unknown.toUpperCase())}, which wg does not read`)
  }
  const count = numbersOf(property, 'count', { least: 1, most: 99_999 })[0]
  const [interval = 1] = numbersOf(property, 'interval', { least: 1, most: 99_999 })
  const until = /;UNTIL=([^;]*)/i.exec(`;${raw}`)?.[1]
  return {
    pattern: step === undefined ? dayPatternOf(property, start, interval) : { step: step * interval },
    line,
    ...(count === undefined ? {} : { count }),
    ...(until === undefined ? {} : { until: readUntil(until, line) }),
  }
}

/** The defaults of RFC 7529, and private parts. */
function saysNothing(name: string, value: unknown): boolean {
  return (
    name.startsWith('x-') ||
    `${name}=${String(value)}` === 'rscale=GREGORIAN' ||
    `${name}=${String(value)}` === 'skip=OMIT'
  )
}

function dayPatternOf(property: FeedProperty, start: FeedTime, interval: number): DayPattern {
  const { freq, wkst } = property.value as RuleParts
  const frequency = FREQUENCIES.get(freq)
  if (frequency === undefined) throw refusedRule(property, 'has no frequency')
  const cadence: Cadence = {
    freq: frequency,
    interval,
    byWeekday: weekdaysOf(property, frequency),
    byMonthDay: numbersOf(property, 'bymonthday', { least: 1, most: 31, fromEnd: true }),
    byMonth: numbersOf(property, 'bymonth', { least: 1, most: 12 }),
    bySetPos: numbersOf(property, 'bysetpos', { least: 1, most: 366, fromEnd: true }),
    weekStart: typeof wkst === 'number' ? ((((wkst + 5) % 7) + 1) as Weekday) : 1,
  }
  const times = timesOf(property, start)
  if (cadence.bySetPos.length > 0 && times.length > 1) {
    throw refusedRule(
      property,
      'has `BYSETPOS` together with several times of the day, which wg does not read',
    )
  }
  return { cadence: withDefaultsFrom(start, cadence), times }
}

/** What a rule leaves open comes from the first meeting; said aloud, a walk may begin at any period. */
function withDefaultsFrom(start: FeedTime, cadence: Cadence): Cadence {
  const { freq, byWeekday, byMonthDay, byMonth } = cadence
  if (freq === 'daily' || byWeekday.length > 0 || byMonthDay.length > 0) return cadence
  const day = new Date(start.wall).toISOString().slice(0, 10) as Day
  const { month, date } = partsOf(day)
  if (freq === 'weekly') return { ...cadence, byWeekday: [{ weekday: weekdayOf(day) }] }
  if (freq === 'monthly') return { ...cadence, byMonthDay: [date] }
  return { ...cadence, byMonthDay: [date], byMonth: byMonth.length > 0 ? byMonth : [month] }
}

/** A number before a weekday means nothing in a daily or weekly rule, and is passed over there as other readers do. */
function weekdaysOf(property: FeedProperty, freq: Cadence['freq']): readonly CadenceWeekday[] {
  const counts = freq === 'monthly' || freq === 'yearly'
  return listOf(property, 'byday').map((entry) => {
    const [, nth, name = ''] = /^([+-]?\d*)(..)$/.exec(String(entry)) ?? []
    const weekday = (WEEKDAYS.indexOf(name) + 1) as Weekday
    return counts && Number(nth) !== 0 ? { weekday, nth: Number(nth) } : { weekday }
  })
}

function timesOf(property: FeedProperty, start: FeedTime): readonly number[] {
  const sinceMidnight = start.wall % MS_PER_DAY
  const hours = orElse(
    numbersOf(property, 'byhour', { least: 0, most: 23 }),
    Math.floor(sinceMidnight / 3_600_000),
  )
  const minutes = orElse(
    numbersOf(property, 'byminute', { least: 0, most: 59 }),
    Math.floor(sinceMidnight / 60_000) % 60,
  )
  const seconds = orElse(
    numbersOf(property, 'bysecond', { least: 0, most: 60 }),
    Math.floor(sinceMidnight / 1000) % 60,
  )
  const times = hours.flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((second) => ((hour * 60 + minute) * 60 + second) * 1000)),
  )
  return times.sort((a, b) => a - b)
}

function orElse(numbers: readonly number[], usual: number): readonly number[] {
  return numbers.length > 0 ? numbers : [usual]
}

interface Bounds {
  readonly least: number
  readonly most: number
  readonly fromEnd?: boolean
}

function numbersOf(
  property: FeedProperty,
  name: string,
  { least, most, fromEnd = false }: Bounds,
): readonly number[] {
  return listOf(property, name).map((entry) => {
    const number = Number(entry)
    const distance = fromEnd ? Math.abs(number) : number
    if (Number.isInteger(number) && distance >= least && distance <= most) return number
    throw refusedRule(
      property,
      `has the number ${quoteForeign(String(entry))} in \`${name.toUpperCase()}\`, which is out of bounds`,
    )
  })
}

function listOf({ value }: FeedProperty, name: string): readonly unknown[] {
  const entries = (value as RuleParts)[name]
  if (entries === undefined || entries === null) return []
  return Array.isArray(entries) ? (entries as unknown[]) : [entries]
}

function refusedRule({ raw, line }: FeedProperty, why: string): FeedFault {
  return new FeedFault({
    rule: 'feed-rule',
    message: `The rule ${quoteForeign(raw)} ${why}.`,
    hint: 'Say it in days, weeks, months or years in the calendar, or write the dates of the series into its own file.',
    line,
  })
}
