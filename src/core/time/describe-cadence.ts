import { ORDINAL_NAMES, ordinalNumeral, WORKING_WEEK } from './cadence-words.ts'
import { MONTH_NAMES, WEEKDAY_NAMES } from './day-names.ts'
import type { Cadence, CadenceWeekday } from './cadence.ts'
import { writeRule } from './write-rule.ts'

const UNIT = { daily: 'day', weekly: 'week', monthly: 'month', yearly: 'year' } as const

/**
 * The cadence in plain words that `readCadence` reads back as the same cadence, `every month on the first Thursday, 10 times`; where words
 * cannot say it, the text of the rule.
 */
export function describeCadence(cadence: Cadence): string {
  const days = cadence.weekStart === 1 ? describeDays(cadence) : undefined
  if (days === undefined) return writeRule(cadence)
  const unit = UNIT[cadence.freq]
  const isWorkingWeek = days === WORKING_DAYS && cadence.interval === 1
  const head = isWorkingWeek
    ? 'every weekday'
    : cadence.interval === 1
      ? `every ${unit}`
      : `every ${cadence.interval} ${unit}s`
  const body = isWorkingWeek || days === '' ? head : `${head} ${days}`
  if (cadence.count !== undefined) return `${body}, ${cadence.count} times`
  return cadence.until === undefined ? body : `${body}, until ${cadence.until}`
}

/** The words after `every week`, empty when there are none; undefined when words cannot say it. */
function describeDays(cadence: Cadence): string | undefined {
  const { freq, byMonth } = cadence
  if (freq === 'weekly') return describeWeek(cadence)
  const places = describePlaces(cadence)
  if (places === '' && byMonth.length === 0) return ''
  if (freq === 'daily' || places === undefined) return undefined
  if (freq === 'monthly') return byMonth.length === 0 ? `on the ${places}` : undefined
  return describeYear(cadence, places)
}

const WORKING_DAYS = `on ${listed(WORKING_WEEK.map(weekdayName))}`

function describeWeek({ byWeekday, byMonthDay, byMonth, bySetPos }: Cadence): string | undefined {
  if (byMonthDay.length + byMonth.length + bySetPos.length > 0) return undefined
  if (byWeekday.some(({ nth }) => nth !== undefined)) return undefined
  return byWeekday.length === 0 ? '' : `on ${listed(byWeekday.map(({ weekday }) => weekdayName(weekday)))}`
}

function describeYear({ byMonth, byMonthDay }: Cadence, places: string): string | undefined {
  const months = listed(byMonth.map((month) => MONTH_NAMES[month - 1] ?? ''))
  if (places === '') return `in ${months}`
  const [day = 0] = byMonthDay
  if (byMonth.length === 1 && byMonthDay.length === 1 && day > 0) return `on ${months} ${day}`
  if (byMonth.length > 0) return `on the ${places} of ${months}`
  return byMonthDay.length === 0 ? `on the ${places} of the year` : undefined
}

/** `first Thursday`, `2nd and last day`, `last weekday`; empty when nothing is named; undefined when words cannot say it. */
function describePlaces({ byWeekday, byMonthDay, bySetPos }: Cadence): string | undefined {
  if (bySetPos.length > 0) {
    const isWeekday = byMonthDay.length === 0 && isWorkingWeek(byWeekday)
    return isWeekday ? `${listed(bySetPos.map(spokenPlace))} weekday` : undefined
  }
  if (byWeekday.length > 0) return byMonthDay.length === 0 ? describeWeekdays(byWeekday) : undefined
  const days = listed(byMonthDay.map((day) => (day > 0 ? ordinalNumeral(day) : spokenPlace(day))))
  return byMonthDay.some((day) => day < 0) ? `${days} day` : days
}

function isWorkingWeek(byWeekday: readonly CadenceWeekday[]): boolean {
  const isEach = byWeekday.every(
    ({ weekday, nth }, index) => nth === undefined && weekday === WORKING_WEEK[index],
  )
  return isEach && byWeekday.length === WORKING_WEEK.length
}

/** Those of one weekday together: `second and fourth Tuesday and last Friday`. */
function describeWeekdays(byWeekday: readonly CadenceWeekday[]): string | undefined {
  const places = new Map<string, string[]>()
  for (const { weekday, nth } of byWeekday) {
    if (nth === undefined) return undefined
    const name = weekdayName(weekday)
    places.set(name, [...(places.get(name) ?? []), spokenPlace(nth)])
  }
  return [...places].map(([name, names]) => `${listed(names)} ${name}`).join(' and ')
}

function weekdayName(weekday: number): string {
  return WEEKDAY_NAMES[weekday - 1] ?? ''
}

/** `first`, `20th`, `last`, `second to last`. */
function spokenPlace(place: number): string {
  if (place === -1) return 'last'
  const number = Math.abs(place)
  const name = ORDINAL_NAMES[number - 1] ?? ordinalNumeral(number)
  return place < 0 ? `${name} to last` : name
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last
}
