/** A day of the calendar without clock or zone, `2026-12-03`. Days compare as strings do. */
export type Day = string & { readonly day: unique symbol }

/** ISO weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_PER_DAY = 86_400_000

/** Reads `2026-12-03`; gives undefined for another shape and for a day that does not exist, such as 31 November. */
export function parseDay(text: string): Day | undefined {
  if (!SHAPE.test(text)) return undefined
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && dayOf(at) === text ? (text as Day) : undefined
}

/** The day of a year, a month (1 to 12) and a day of the month; undefined when there is no such day. */
export function makeDay(year: number, month: number, date: number): Day | undefined {
  const pad = (n: number, width: number) => String(n).padStart(width, '0')
  return parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`)
}

/** The day that lies `days` later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return dayOf(midnight(day) + days * MS_PER_DAY)
}

/** How many days `to` lies after `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((midnight(to) - midnight(from)) / MS_PER_DAY)
}

export function weekdayOf(day: Day): Weekday {
  return (new Date(midnight(day)).getUTCDay() || 7) as Weekday
}

/** Year, month (1 to 12) and day of the month. */
export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month, date }
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function midnight(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function dayOf(at: number): Day {
  return new Date(at).toISOString().slice(0, 10) as Day
}
