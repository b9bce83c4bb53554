import type { Cadence, CadenceWeekday } from './cadence.ts'
import type { Weekday } from './day.ts'

/** The weekdays of RFC 5545, by ISO weekday. */
export const RULE_WEEKDAYS: Readonly<Record<Weekday, string>> = {
  1: 'MO',
  2: 'TU',
  3: 'WE',
  4: 'TH',
  5: 'FR',
  6: 'SA',
  7: 'SU',
}

/** The cadence as text of RFC 5545 without `RRULE:`, `FREQ=MONTHLY;BYDAY=1TH`; what is usual is left out. */
export function writeRule(cadence: Cadence): string {
  const parts: readonly (readonly [string, string])[] = [
    ['FREQ', cadence.freq.toUpperCase()],
    ['INTERVAL', cadence.interval === 1 ? '' : String(cadence.interval)],
    ['BYMONTH', cadence.byMonth.join()],
    ['BYMONTHDAY', cadence.byMonthDay.join()],
    ['BYDAY', cadence.byWeekday.map(writeWeekday).join()],
    ['BYSETPOS', cadence.bySetPos.join()],
    ['WKST', cadence.weekStart === 1 ? '' : RULE_WEEKDAYS[cadence.weekStart]],
    ['COUNT', String(cadence.count ?? '')],
    ['UNTIL', (cadence.until ?? '').replaceAll('-', '')],
  ]
  return parts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${value}`)
    .join(';')
}

function writeWeekday({ weekday, nth }: CadenceWeekday): string {
  return `${nth ?? ''}${RULE_WEEKDAYS[weekday]}`
}
