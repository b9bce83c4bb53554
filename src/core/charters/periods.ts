import { addDays, type Day, makeDay, partsOf, weekdayOf } from '../time/day.ts'
import type { MeetingRule } from './charter.ts'

/** A stretch of the calendar; both days belong to it. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const

/** The whole periods of the calendar that begin after a day, as many as begin within a year from it; weeks begin with Monday. */
export function periodsAfter(day: Day, per: MeetingRule['per']): readonly Period[] {
  const periods: Period[] = []
  let from = startOfNext(day, per)
  while (from <= addDays(day, 366)) {
    const next = startOfNext(from, per)
    periods.push({ from, to: addDays(next, -1) })
    from = next
  }
  return periods
}

function startOfNext(day: Day, per: MeetingRule['per']): Day {
  if (per === 'week') return addDays(day, 8 - weekdayOf(day))
  const { year, month } = partsOf(day)
  const next = (Math.floor((month - 1) / MONTHS[per]) + 1) * MONTHS[per]
  return makeDay(year + Math.floor(next / 12), (next % 12) + 1, 1) ?? day
}
