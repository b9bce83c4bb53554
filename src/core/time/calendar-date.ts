import { type Day, daysBetween, daysInMonth, type Weekday } from './day.ts'

/** A day taken apart for counting. `number` counts days from 1 January 1970, which is 0. */
export interface CalendarDate {
  readonly number: number
  readonly year: number
  readonly month: number
  readonly date: number
  readonly weekday: Weekday
}

const MS_PER_DAY = 86_400_000
/** 400 years. */
const DAYS_PER_ERA = 146_097
/** From 1 March of the year 0 to 1 January 1970. */
const DAYS_TO_EPOCH = 719_468
const EPOCH = '1970-01-01' as Day

/** How many days lie between 1 January 1970 and the day. */
export function numberOfDay(day: Day): number {
  return daysBetween(EPOCH, day)
}

/** The number of a year, a month (1 to 12) and a day of the month. */
export function numberOfDate(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / MS_PER_DAY
}

/** The date with this number. */
export function dateAt(number: number): CalendarDate {
  // Plain arithmetic, since `Date` takes several times as long: years are counted from 1 March, so that a leap day is the last of its year.
  const sinceMarch = number + DAYS_TO_EPOCH
  const era = Math.floor(sinceMarch / DAYS_PER_ERA)
  const dayOfEra = sinceMarch - era * DAYS_PER_ERA
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - daysInYearsOfEra(yearOfEra)
  const monthsSinceMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9
  return {
    number,
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * monthsSinceMarch + 2) / 5) + 1,
    weekday: weekdayAt(number),
  }
}

/** The day with this number. */
export function dayAt(number: number): Day {
  const { year, month, date } = dateAt(number)
  // Several times as fast as toISOString, and series are walked day by day.
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}` as Day
}

/** All dates of a month, rising. */
export function datesOfMonth(year: number, month: number): readonly CalendarDate[] {
  const first = numberOfDate(year, month, 1)
  return Array.from({ length: daysInMonth(year, month) }, (_, index) => ({
    number: first + index,
    year,
    month,
    date: index + 1,
    weekday: weekdayAt(first + index),
  }))
}

function weekdayAt(number: number): Weekday {
  // 1 January 1970 was a Thursday.
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** Days of the first years of an era of 400 years that begins on 1 March. */
function daysInYearsOfEra(years: number): number {
  return 365 * years + Math.floor(years / 4) - Math.floor(years / 100)
}

function pad(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}
