import { addDays, type Day, parseDay, partsOf, weekdayOf } from '../time/day.ts'

/** The fields of a cron line: what they count, and the names that some of them take (crontab(5); GitHub docs: "schedule"). */
const FIELDS = [
  { from: 0, to: 59, names: [] },
  { from: 0, to: 23, names: [] },
  { from: 1, to: 31, names: [] },
  {
    from: 1,
    to: 12,
    names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  { from: 0, to: 7, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
] as const

type Field = (typeof FIELDS)[number]

const MINUTES_OF_DAY = 1440
/** A year and a day: what comes less often counts as coming once a year. */
const DAYS = 367
/** A leap year, so that 29 February is in it. */
const START = parseDay('2028-01-01') as Day

/** The longest pause between two moments of a cron line, in minutes; undefined for what is none. */
export function longestPause(cron: string): number | undefined {
  const parts = cron.trim().toLowerCase().split(/\s+/)
  if (parts.length !== FIELDS.length) return undefined
  const [minutes, hours, dates, months, weekdays] = FIELDS.map((field, index) =>
    readField(parts[index] ?? '', field),
  )
  if (!minutes || !hours || !dates || !months || !weekdays) return undefined
  const times = hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute))
  const days = { dates, months, weekdays, either: !parts[2]?.startsWith('*') && !parts[4]?.startsWith('*') }
  const coming = Array.from({ length: DAYS }, (_, index) => index).filter((index) =>
    comesOn(addDays(START, index), days),
  )
  if (coming.length < 2) return DAYS * MINUTES_OF_DAY
  const overNight = longestGap(coming) * MINUTES_OF_DAY - (times.at(-1) ?? 0) + (times[0] ?? 0)
  return Math.max(overNight, longestGap(times))
}

/** The longest step from one number to the next; 0 for a number alone. */
function longestGap(numbers: readonly number[]): number {
  return Math.max(0, ...numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0)))
}

interface Days {
  readonly dates: readonly number[]
  readonly months: readonly number[]
  readonly weekdays: readonly number[]
  /** A day of the month and a weekday are both named: then one of them is enough. */
  readonly either: boolean
}

function comesOn(day: Day, { dates, months, weekdays, either }: Days): boolean {
  const { month, date } = partsOf(day)
  const isDate = dates.includes(date)
  const isWeekday = weekdays.includes(weekdayOf(day)) || weekdays.includes(weekdayOf(day) % 7)
  return months.includes(month) && (either ? isDate || isWeekday : isDate && isWeekday)
}

/** The numbers that a field names, in order; undefined when it says something else. */
function readField(text: string, field: Field): readonly number[] | undefined {
  const ranges = text.split(',').map((part) => readRange(part, field))
  if (ranges.some((range) => range === undefined)) return undefined
  return [...new Set(ranges.flatMap((range) => range ?? []))].sort((a, b) => a - b)
}

function readRange(text: string, field: Field): readonly number[] | undefined {
  const [, range, first, last, step] = /^(\*|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(text) ?? []
  if (range === undefined) return undefined
  const from = range === '*' ? field.from : readNumber(first ?? '', field)
  const alone = step === undefined ? from : field.to
  const to = range === '*' ? field.to : last === undefined ? alone : readNumber(last, field)
  const width = Number(step ?? 1)
  if (from === undefined || to === undefined || from > to || width < 1) return undefined
  return Array.from({ length: Math.floor((to - from) / width) + 1 }, (_, index) => from + index * width)
}

function readNumber(text: string, { from, to, names }: Field): number | undefined {
  const named = (names as readonly string[]).indexOf(text)
  const number = named >= 0 ? named + (from === 1 ? 1 : 0) : /^\d+$/.test(text) ? Number(text) : NaN
  return number >= from && number <= to ? number : undefined
}
