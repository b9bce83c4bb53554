import { MONTH_NAMES, WEEKDAY_NAMES } from './day-names.ts'
import { type Day, partsOf, type Weekday, weekdayOf } from './day.ts'
import { localTimeIn, type ZoneId } from './zone.ts'

export function weekdayName(weekday: Weekday): string {
  return WEEKDAY_NAMES[weekday - 1] ?? ''
}

/** `Thu 3 Dec 2026`. */
export function printDay(day: Day): string {
  const { year, month, date } = partsOf(day)
  return `${weekdayName(weekdayOf(day)).slice(0, 3)} ${date} ${(MONTH_NAMES[month - 1] ?? '').slice(0, 3)} ${year}`
}

/** `Thursday, 3 December 2026`. */
export function printLongDay(day: Day): string {
  const { year, month, date } = partsOf(day)
  return `${weekdayName(weekdayOf(day))}, ${date} ${MONTH_NAMES[month - 1] ?? ''} ${year}`
}

/** An instant on the wall clock of a zone: `Thu 3 Dec 2026, 15:00`. */
export function printInstant(at: Date, zone: ZoneId): string {
  const { day, time } = localTimeIn(zone, at)
  return `${printDay(day)}, ${time}`
}

/** `2026-12-03T20:00:00Z`. */
export function isoInstant(at: Date): string {
  return at.toISOString().replace('.000Z', 'Z')
}
