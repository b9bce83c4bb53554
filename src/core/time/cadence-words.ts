import type { Cadence } from './cadence.ts'
import { MONTH_NAMES, WEEKDAY_NAMES } from './day-names.ts'
import type { Weekday } from './day.ts'

/** Words for the places that are spoken rather than counted. */
export const ORDINAL_NAMES = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')

const NUMBER_NAMES = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** The weekdays from Monday to Friday. */
export const WORKING_WEEK: readonly Weekday[] = [1, 2, 3, 4, 5]

/** What recurs, and every how many of it. */
export interface Unit {
  readonly freq: Cadence['freq']
  readonly times: number
}

/** By word in lower case, singular and plural. */
export const UNITS: ReadonlyMap<string, Unit> = new Map(
  [
    ['day', 'daily', 1] as const,
    ['week', 'weekly', 1] as const,
    ['fortnight', 'weekly', 2] as const,
    ['month', 'monthly', 1] as const,
    ['quarter', 'monthly', 3] as const,
    ['year', 'yearly', 1] as const,
  ].flatMap(([name, freq, times]) => [name, `${name}s`].map((word) => [word, { freq, times }] as const)),
)

/** Words that stand for `every` and a unit. */
export const ADVERBS: ReadonlyMap<string, string> = new Map([
  ['daily', 'day'],
  ['weekly', 'week'],
  ['fortnightly', 'fortnight'],
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['yearly', 'year'],
  ['annually', 'year'],
])

/** Words that mean two things to different people, and what to say instead. */
export const AMBIGUOUS: ReadonlyMap<string, string> = new Map([
  ['biweekly', 'Say `every 2 weeks`, or for twice a week `every week on Monday and Thursday`.'],
  ['bimonthly', 'Say `every 2 months`, or for twice a month `every month on the 1st and 15th`.'],
  ['biannual', 'Say `every 6 months` or `every 2 years`.'],
  ['biannually', 'Say `every 6 months` or `every 2 years`.'],
])

/** By name or its usual short forms, in lower case: `thu`, `thurs`, `thursdays`. */
export const WEEKDAYS: ReadonlyMap<string, Weekday> = new Map(
  WEEKDAY_NAMES.flatMap((name, index) => {
    const short = { Tuesday: ['tues'], Wednesday: ['weds'], Thursday: ['thur', 'thurs'] } as Record<
      string,
      string[]
    >
    const words = [name, `${name}s`, name.slice(0, 3), ...(short[name] ?? [])]
    return words.map((word) => [word.toLowerCase(), (index + 1) as Weekday] as const)
  }),
)

/** By name or its usual short forms, in lower case; January is 1. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((name, index) =>
    [name, name.slice(0, 3), ...(name === 'September' ? ['sept'] : [])].map(
      (word) => [word.toLowerCase(), index + 1] as const,
    ),
  ),
)

/** Reads `2` and `two`, up to `twelve`. */
export function readNumber(word: string): number | undefined {
  if (/^\d{1,5}$/.test(word)) return Number(word)
  const index = NUMBER_NAMES.indexOf(word)
  return index < 0 ? undefined : index + 1
}

/** Reads a place, positive or from the end: `first`, `2nd`, `last` (-1), `second-to-last` (-2). */
export function readOrdinal(word: string): number | undefined {
  if (word === 'last') return -1
  if (word === 'penultimate') return -2
  const fromEnd = /^(.+)-to-last$/.exec(word)?.[1]
  if (fromEnd !== undefined) {
    const place = readOrdinal(fromEnd)
    return place !== undefined && place > 1 ? -place : undefined
  }
  const digits = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(word)?.[1]
  if (digits !== undefined) return Number(digits)
  const index = ORDINAL_NAMES.indexOf(word)
  return index < 0 ? undefined : index + 1
}

/** `1st`, `22nd`, `13th`. */
export function ordinalNumeral(number: number): string {
  const teens = number % 100 >= 11 && number % 100 <= 13
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${ending}`
}

/** Every word that may stand in a cadence, for suggestions. */
export const VOCABULARY: readonly string[] = [
  ...['every', 'other', 'weekday', 'times', 'until', 'last', 'and'],
  ...[...UNITS.keys(), ...ADVERBS.keys(), ...ORDINAL_NAMES, ...NUMBER_NAMES],
  ...[...WEEKDAY_NAMES, ...MONTH_NAMES].map((name) => name.toLowerCase()),
]
