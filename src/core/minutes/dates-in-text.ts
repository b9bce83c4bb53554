import { makeDay, type Day } from '../time/day.ts'

/** What a path says of the day of the meeting. */
export interface PathDate {
  readonly day: Day | null
  readonly year: number | null
  /** `2022-11`, where the path names a month. */
  readonly month: string | null
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const YEAR = '((?:19|20)\\d{2})'
const DATE = '(\\d{1,2})'

interface DateForm {
  readonly name: string
  readonly pattern: RegExp
  /** Which group is the year, the month, the date; 0 for a year that is not written. */
  readonly groups: readonly [number, number, number]
}

/** How people write days, the surest first. */
const FORMS: readonly DateForm[] = [
  {
    name: '2026-12-03',
    pattern: new RegExp(`(?<!\\d)${YEAR}[-._/]${DATE}[-._/]${DATE}(?!\\d)`, 'g'),
    groups: [1, 2, 3],
  },
  { name: '20261203', pattern: /(?<!\d)(20\d{2})([01]\d)([0-3]\d)(?!\d)/g, groups: [1, 2, 3] },
  {
    name: '2026-December-3',
    pattern: new RegExp(`(?<!\\d)${YEAR}[- ]${MONTH}[- ]${DATE}(?!\\d)`, 'gi'),
    groups: [1, 2, 3],
  },
  {
    name: 'December 3rd, 2026',
    pattern: new RegExp(`\\b${MONTH}[- ]{1,2}${DATE}(?:st|nd|rd|th)?,?[- ]{1,2}${YEAR}(?!\\d)`, 'gi'),
    groups: [3, 1, 2],
  },
  {
    name: '3rd of December 2026',
    pattern: new RegExp(
      `(?<!\\d)${DATE}(?:st|nd|rd|th)?(?: of)?[- ]{1,2}${MONTH},?[- ]{1,2}${YEAR}(?!\\d)`,
      'gi',
    ),
    groups: [3, 2, 1],
  },
  {
    name: '03-12-2026',
    pattern: new RegExp(`(?<!\\d)${DATE}[-.]${DATE}[-.]${YEAR}(?!\\d)`, 'g'),
    groups: [3, 2, 1],
  },
  {
    name: '12/3/2026',
    pattern: new RegExp(`(?<![\\d/])${DATE}/${DATE}/${YEAR}(?![\\d/])`, 'g'),
    groups: [3, 1, 2],
  },
  { name: '12-3-26', pattern: /(?<![\d/-])(\d{1,2})[-/](\d{1,2})[-/](\d{2})(?![\d/-])/g, groups: [3, 1, 2] },
]

const WITHOUT_YEAR: readonly DateForm[] = [
  {
    name: 'December 3rd',
    pattern: new RegExp(`\\b${MONTH}[- ]{1,2}${DATE}(?:st|nd|rd|th)?(?!\\d)`, 'gi'),
    groups: [0, 1, 2],
  },
  {
    name: '3 December',
    pattern: new RegExp(`(?<!\\d)${DATE}(?:st|nd|rd|th)?[- ]{1,2}${MONTH}`, 'gi'),
    groups: [0, 2, 1],
  },
]

/** The days that a text names, in the order of how sure the form is; `year` completes `December 3rd`. */
export function datesInText(text: string, year: number | null): Day[] {
  if (text.length > 2000 || !/\d/.test(text)) return []
  const full = FORMS.flatMap((form) => daysOf(text, form, null))
  return full.length > 0 || year === null ? full : WITHOUT_YEAR.flatMap((form) => daysOf(text, form, year))
}

/** Reads the day out of a path: its last part first, then folders; `2026/telcons/12-03-minutes.md` takes the year from the folder. */
export function dateInPath(path: string): PathDate {
  const parts = path.replaceAll('\\', '/').split('/')
  const last = (parts.pop() ?? '').replace(/\.[a-z]{2,8}$/i, '')
  const words = [last, ...parts.reverse()].slice(0, 5)
  const yearPart = words
    .map((word) => new RegExp(`(?<!\\d)${YEAR}(?!\\d)`).exec(word)?.[1])
    .find((word) => word !== undefined)
  const year = yearPart === undefined ? null : Number(yearPart)
  const whole =
    words.flatMap((word) => datesInText(word.replaceAll('_', ' '), null))[0] ??
    words.flatMap((word) => datesInText(word, null))[0]
  if (whole !== undefined) return { day: whole, year, month: whole.slice(0, 7) }
  const partial = year === null ? undefined : (datesInText(last, year)[0] ?? monthAndDate(last, year))
  return { day: partial ?? null, year, month: monthOf(words) }
}

function monthAndDate(word: string, year: number): Day | undefined {
  const [, month, date] = /(?<!\d)([01]?\d)[-_]([0-3]?\d)(?![\d])/.exec(word) ?? []
  return month === undefined ? undefined : makeDay(year, Number(month), Number(date))
}

function monthOf(words: readonly string[]): string | null {
  const found = words
    .map((word) => /(?<!\d)((?:19|20)\d{2})-(0[1-9]|1[0-2])(?!\d)/.exec(word))
    .find((match) => match !== null)
  return found === undefined ? null : `${found[1] ?? ''}-${found[2] ?? ''}`
}

function daysOf(text: string, { pattern, groups }: DateForm, year: number | null): Day[] {
  const [yearGroup, monthGroup, dateGroup] = groups
  return [...text.matchAll(pattern)].flatMap((match) => {
    const written = yearGroup === 0 ? year : Number(match[yearGroup])
    const full = written === null ? Number.NaN : written < 100 ? 2000 + written : written
    const day = makeDay(full, monthNumber(match[monthGroup] ?? ''), Number(match[dateGroup]))
    return day === undefined || full < 1990 ? [] : [day]
  })
}

function monthNumber(word: string): number {
  return /^\d+$/.test(word) ? Number(word) : MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1
}
