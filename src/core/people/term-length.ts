import { addDays, type Day, daysInMonth, makeDay, partsOf } from '../time/day.ts'

/** How long a term lasts. */
export type TermLength = { readonly months: number } | { readonly days: number }

const UNITS: Readonly<Record<string, (count: number) => TermLength>> = {
  year: (count) => ({ months: 12 * count }),
  month: (count) => ({ months: count }),
  week: (count) => ({ days: 7 * count }),
  day: (count) => ({ days: count }),
}

/** Reads `1 year`, `18 months`, `26 weeks`, `90 days`; undefined for anything else. */
export function parseTermLength(text: string): TermLength | undefined {
  const [, count = '', unit = ''] = /^\s*(\d{1,3})\s+(year|month|week|day)s?\s*$/i.exec(text) ?? []
  return Number(count) > 0 ? UNITS[unit.toLowerCase()]?.(Number(count)) : undefined
}

/** The last day of a term that begins on a day: a year from 1 March 2026 ends with 28 February 2027. */
export function lastDayOfTerm(since: Day, length: TermLength): Day {
  return addDays('days' in length ? addDays(since, length.days) : addMonths(since, length.months), -1)
}

/** The day that lies so long before another. */
export function dayBefore(day: Day, length: TermLength): Day {
  return 'days' in length ? addDays(day, -length.days) : addMonths(day, -length.months)
}

function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day)
  const count = year * 12 + (month - 1) + months
  const [newYear, newMonth] = [Math.floor(count / 12), (count % 12) + 1]
  return makeDay(newYear, newMonth, Math.min(date, daysInMonth(newYear, newMonth))) ?? day
}
