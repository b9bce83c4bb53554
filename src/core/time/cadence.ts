import { type CalendarDate, dateAt, datesOfMonth, dayAt, numberOfDate, numberOfDay } from './calendar-date.ts'
import { type Day, daysInMonth, type Weekday } from './day.ts'

/**
 * How a series recurs, with the meaning of a recurrence rule of RFC 5545 §3.3.10 on whole days. Empty lists say nothing: the weekday, the day
 * of the month and the month then come from the first day.
 */
export interface Cadence {
  readonly freq: 'daily' | 'weekly' | 'monthly' | 'yearly'
  /** Every how many days, weeks, months or years; at least 1. */
  readonly interval: number
  readonly byWeekday: readonly CadenceWeekday[]
  /** 1 to 31, or -1 to -31 counted from the end of the month. */
  readonly byMonthDay: readonly number[]
  /** 1 to 12. */
  readonly byMonth: readonly number[]
  /** Which days of each period's set are kept: 1 is the first, -1 the last. */
  readonly bySetPos: readonly number[]
  /** How many days there are in all. Never together with `until`. */
  readonly count?: number
  /** The last day that may belong to the cadence. */
  readonly until?: Day
  /** On which weekday a week begins; matters when weeks are left out. */
  readonly weekStart: Weekday
}

/** A weekday, or with `nth` one of its kind in the month (or in the year): 1 is the first, -1 the last. */
export interface CadenceWeekday {
  readonly weekday: Weekday
  readonly nth?: number
}

/** A day of a cadence. `index` counts from 0 at the first day of the cadence; whose turn it is in a rotation, and `count`, go by it. */
export interface CadenceDay {
  readonly day: Day
  readonly index: number
}

/** The days from `from` to `to`, both included. */
export interface DaySpan {
  readonly from: Day
  readonly to: Day
}

/** The calendar, weekdays included, repeats after 400 years: so many periods without a day prove that there is none to come. */
const PERIODS_IN_400_YEARS = { daily: 146_097, weekly: 20_871, monthly: 4_800, yearly: 400 } as const

/** Days end with the year 9999. */
const LAST_DAY = numberOfDate(9999, 12, 31)

/**
 * The days of the cadence in a span, rising. The cadence begins on or after `starts`; `starts` itself belongs to it only when the rule
 * names it. Months without the day named are skipped. A rule that matches no day at all, such as 31 February, gives no days.
 */
export function daysOf(cadence: Cadence, starts: Day, span: DaySpan): readonly CadenceDay[] {
  const from = numberOfDay(span.from)
  const days: CadenceDay[] = []
  for (const { number, index } of walk(cadence, starts, numberOfDay(span.to))) {
    if (number >= from) days.push({ day: dayAt(number), index })
  }
  return days
}

/** The first day of the cadence on or after `from`; undefined when it has ended by then. */
export function nextDayOf(cadence: Cadence, starts: Day, from: Day): CadenceDay | undefined {
  const earliest = numberOfDay(from)
  for (const { number, index } of walk(cadence, starts, LAST_DAY)) {
    if (number >= earliest) return { day: dayAt(number), index }
  }
  return undefined
}

/** Whether the day belongs to the cadence. */
export function isOnCadence(cadence: Cadence, starts: Day, day: Day): boolean {
  return daysOf(cadence, starts, { from: day, to: day }).length > 0
}

/** The numbers of the days of a cadence from its first one to `last`. */
function* walk(cadence: Cadence, starts: Day, last: number): Generator<{ number: number; index: number }> {
  const rule = withDefaultsFrom(starts, cadence)
  const end = cadence.until === undefined ? last : Math.min(last, numberOfDay(cadence.until))
  const first = numberOfDay(starts)
  let index = 0
  let emptyPeriods = 0
  for (const dates of periods(rule, { first, last: end })) {
    const chosen = atPositions(datesThatMatch(rule, dates), rule.bySetPos)
    emptyPeriods = chosen.length > 0 ? 0 : emptyPeriods + 1
    if (emptyPeriods > PERIODS_IN_400_YEARS[rule.freq]) return
    for (const { number } of chosen) {
      if (number < first) continue
      if (number > end || index === rule.count) return
      yield { number, index }
      index += 1
    }
  }
}

/** What the rule leaves open is taken from the first day (RFC 5545 §3.3.10, after the table of expansions). */
function withDefaultsFrom(starts: Day, cadence: Cadence): Cadence {
  const { freq, byWeekday, byMonthDay, byMonth } = cadence
  if (freq === 'daily' || byWeekday.length > 0 || byMonthDay.length > 0) return cadence
  const { month, date, weekday } = dateAt(numberOfDay(starts))
  if (freq === 'weekly') return { ...cadence, byWeekday: [{ weekday }] }
  if (freq === 'monthly') return { ...cadence, byMonthDay: [date] }
  return { ...cadence, byMonthDay: [date], byMonth: byMonth.length > 0 ? byMonth : [month] }
}

/** Day numbers, both ends included. */
interface NumberRange {
  readonly first: number
  readonly last: number
}

/** The dates of every period that the interval leaves, from the period that holds the first day to the one that holds the last. */
function* periods(rule: Cadence, { first, last }: NumberRange): Generator<readonly CalendarDate[]> {
  const datesOfPeriod = DATES_OF_PERIOD[rule.freq](dateAt(first), rule)
  for (let step = 0; ; step += rule.interval) {
    const dates = datesOfPeriod(step)
    if ((dates[0]?.number ?? Infinity) > last) return
    yield dates
  }
}

type DatesOfPeriod = (step: number) => readonly CalendarDate[]

/**
 * By frequency: the dates of the period that lies a number of days, weeks, months or years after the one of the first date; of a week
 * only the weekdays named, for speed.
 */
const DATES_OF_PERIOD: Readonly<
  Record<Cadence['freq'], (first: CalendarDate, rule: Cadence) => DatesOfPeriod>
> = {
  daily: (first) => (step) => [dateAt(first.number + step)],
  weekly: (first, { byWeekday, weekStart }) => {
    const weekBegins = first.number - sinceWeekday(weekStart, first.weekday)
    const offsets = new Set(byWeekday.map(({ weekday }) => sinceWeekday(weekStart, weekday)))
    const rising = [...offsets].sort((a, b) => a - b)
    return (step) => rising.map((offset) => dateAt(weekBegins + step * 7 + offset))
  },
  monthly: (first) => (step) => {
    const months = first.month - 1 + step
    return datesOfMonth(first.year + Math.floor(months / 12), (months % 12) + 1)
  },
  yearly: (first) => (step) => MONTHS.flatMap((month) => datesOfMonth(first.year + step, month)),
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

function sinceWeekday(earlier: Weekday, later: Weekday): number {
  return (later - earlier + 7) % 7
}

/**
 * The dates that all parts of the rule name. The RFC's table of parts that expand and parts that limit comes down to this on whole
 * days, because a period is the set of all its days.
 */
function datesThatMatch(rule: Cadence, dates: readonly CalendarDate[]): readonly CalendarDate[] {
  const { byMonth, byMonthDay, byWeekday } = rule
  return dates.filter(
    (date) =>
      (byMonth.length === 0 || byMonth.includes(date.month)) &&
      (byMonthDay.length === 0 || matchesMonthDay(byMonthDay, date)) &&
      (byWeekday.length === 0 || byWeekday.some((entry) => matchesWeekday(rule, entry, date))),
  )
}

function matchesMonthDay(byMonthDay: readonly number[], { year, month, date }: CalendarDate): boolean {
  return byMonthDay.includes(date) || byMonthDay.includes(date - 1 - daysInMonth(year, month))
}

/** An ordinal counts within the year for a yearly rule that names no month, else within the month. */
function matchesWeekday(rule: Cadence, { weekday, nth }: CadenceWeekday, at: CalendarDate): boolean {
  if (at.weekday !== weekday) return false
  if (nth === undefined) return true
  const inYear = rule.freq === 'yearly' && rule.byMonth.length === 0
  const { before, after } = inYear ? neighboursInYear(at) : neighboursInMonth(at)
  return nth > 0 ? Math.floor(before / 7) === nth - 1 : Math.floor(after / 7) === -nth - 1
}

/** How many days lie before and after the date in its month. */
function neighboursInMonth({ year, month, date }: CalendarDate) {
  return { before: date - 1, after: daysInMonth(year, month) - date }
}

/** How many days lie before and after the date in its year. */
function neighboursInYear({ year, number }: CalendarDate) {
  return { before: number - numberOfDate(year, 1, 1), after: numberOfDate(year, 12, 31) - number }
}

/** BYSETPOS: those at the given places of a period's dates, rising. */
function atPositions(dates: readonly CalendarDate[], positions: readonly number[]): readonly CalendarDate[] {
  if (positions.length === 0) return dates
  return dates.filter((_, index) => positions.includes(index + 1) || positions.includes(index - dates.length))
}
