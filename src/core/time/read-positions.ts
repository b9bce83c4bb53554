import { MONTHS, readNumber, readOrdinal, WEEKDAYS, WORKING_WEEK } from './cadence-words.ts'
import type { Cadence, CadenceWeekday } from './cadence.ts'
import type { RefusedCadence } from './cadence-reading.ts'

/** The parts of a cadence that say which days of a month or a year. */
export type Positions = Partial<Pick<Cadence, 'byWeekday' | 'byMonthDay' | 'byMonth' | 'bySetPos'>>

/** How far ordinals may go. */
interface Limits {
  readonly weekday: number
  readonly monthDay: number
}

const IN_MONTH: Limits = { weekday: 5, monthDay: 31 }
const IN_YEAR: Limits = { weekday: 53, monthDay: 0 }
const WORKING_DAY = /^weekdays?$/

/** Reads `first thursday`, `2nd 4th tuesday`, `15th`, `last day`, `last weekday`: words in lower case, fill words left out. */
export function readMonthPositions(words: readonly string[]): Positions | RefusedCadence {
  return readPositions(words, IN_MONTH)
}

/** Reads `march 1`, `1 march`, `first monday may`, `1st 15th march june`, `march june`, and `first monday` of the whole year. */
export function readYearPositions(words: readonly string[]): Positions | RefusedCadence {
  const firstMonth = words.findIndex((word) => MONTHS.has(word))
  if (firstMonth < 0)
    return readPositions(/^years?$/.test(words.at(-1) ?? '') ? words.slice(0, -1) : words, IN_YEAR)
  const tail = words.slice(firstMonth).map((word) => MONTHS.get(word))
  const byMonth = [...new Set(tail.filter((month) => month !== undefined))]
  if (
    !tail.includes(undefined) &&
    !words.slice(0, firstMonth).some((word) => readNumber(word) !== undefined)
  ) {
    const positions = readPositions(words.slice(0, firstMonth), IN_MONTH)
    return 'refused' in positions ? positions : { ...positions, byMonth }
  }
  return readDates(words)
}

function readPositions(words: readonly string[], limits: Limits): Positions | RefusedCadence {
  const found = { weekdays: [] as CadenceWeekday[], days: [] as number[], workingDays: [] as number[] }
  let ordinals: number[] = []
  for (const word of words) {
    const ordinal = readOrdinal(word)
    const weekday = WEEKDAYS.get(word)
    if (ordinal !== undefined) ordinals.push(ordinal)
    else if (ordinals.length === 0) return refuseBare(word)
    else if (!isRising(ordinals)) return refuseOrder(word)
    else {
      if (weekday !== undefined) found.weekdays.push(...ordinals.map((nth) => ({ weekday, nth })))
      else if (WORKING_DAY.test(word)) found.workingDays.push(...ordinals)
      else if (word === 'day') found.days.push(...ordinals)
      else return refuseBare(word)
      ordinals = []
    }
  }
  found.days.push(...ordinals)
  return assemble(found, limits)
}

/** From the first on, then those that are counted from the end; `the 1st and the first Monday` may mean a day and a weekday. */
function isRising(ordinals: readonly number[]): boolean {
  return ordinals.every((ordinal, index) => {
    const earlier = ordinals[index - 1]
    return (
      earlier === undefined ||
      (earlier > 0 && ordinal < 0) ||
      (earlier < ordinal && earlier > 0 === ordinal > 0)
    )
  })
}

function refuseOrder(word: string): RefusedCadence {
  return {
    refused: `The numbers before \`${word}\` are out of order, so they may mean two things.`,
    hint: 'Write them rising, as in `on the first and third Monday`; for a day of the month beside a weekday make two series.',
  }
}

function refuseBare(word: string): RefusedCadence {
  return {
    refused: `\`${word}\` stands where wg looks for a place in the month or the year.`,
    hint: 'Say which one, each with its own number: `on the first Monday and the first Thursday`, `on the 15th`, `on the last day`.',
  }
}

interface Found {
  readonly weekdays: readonly CadenceWeekday[]
  readonly days: readonly number[]
  readonly workingDays: readonly number[]
}

function assemble({ weekdays, days, workingDays }: Found, limits: Limits): Positions | RefusedCadence {
  const kinds = [weekdays, days, workingDays].filter((list) => list.length > 0)
  if (kinds.length > 1) {
    return {
      refused: 'One cadence cannot name weekdays and days of the month together.',
      hint: 'Make two series.',
    }
  }
  const tooFar =
    weekdays.some(({ nth = 1 }) => !isPlace(nth, limits.weekday)) ||
    days.some((day) => !isPlace(day, limits.monthDay)) ||
    workingDays.some((place) => !isPlace(place, 366))
  if (tooFar) {
    return {
      refused: 'There is no such place in the month or the year.',
      hint: 'A month has at most five of a weekday and 31 days; a day of the year is named with its month, `on March 1`.',
    }
  }
  return {
    byWeekday: workingDays.length > 0 ? WORKING_WEEK.map((weekday) => ({ weekday })) : distinct(weekdays),
    byMonthDay: distinct(days),
    bySetPos: distinct(workingDays),
  }
}

function isPlace(place: number, most: number): boolean {
  return place !== 0 && Math.abs(place) <= most
}

function distinct<T>(list: readonly T[]): T[] {
  return [...new Map(list.map((value) => [JSON.stringify(value), value])).values()]
}

/** Reads `march 1 june 1` and `1 march 1 june`; a rule can name days only if each stands in each of its months. */
function readDates(words: readonly string[]): Positions | RefusedCadence {
  const isMonthFirst = MONTHS.has(words[0] ?? '')
  const groups: { months: number[]; days: number[] }[] = []
  let wasFirstKind = false
  for (const word of words) {
    const month = MONTHS.get(word)
    const day = readNumber(word) ?? readOrdinal(word)
    const isFirstKind = (month !== undefined) === isMonthFirst
    if (isFirstKind && !wasFirstKind) groups.push({ months: [], days: [] })
    wasFirstKind = isFirstKind
    if (month !== undefined) groups.at(-1)?.months.push(month)
    else if (day !== undefined && isPlace(day, IN_MONTH.monthDay)) groups.at(-1)?.days.push(day)
    else return refuseBare(word)
  }
  const pairs = groups.flatMap(({ months, days }) =>
    months.flatMap((month) => days.map((day) => `${month}/${day}`)),
  )
  const byMonth = distinct(groups.flatMap(({ months }) => months))
  const byMonthDay = distinct(groups.flatMap(({ days }) => days))
  if (new Set(pairs).size === byMonth.length * byMonthDay.length && pairs.length > 0)
    return { byMonth, byMonthDay }
  return {
    refused: 'One cadence cannot name different days in different months.',
    hint: 'Make a series for each.',
  }
}
