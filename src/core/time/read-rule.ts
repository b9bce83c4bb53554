import { distance } from 'fastest-levenshtein'
import type { Cadence, CadenceWeekday } from './cadence.ts'
import type { CadenceReading, RefusedCadence } from './cadence-reading.ts'
import { type Day, parseDay, type Weekday } from './day.ts'
import { makeCadence } from './make-cadence.ts'
import { RULE_WEEKDAYS } from './write-rule.ts'

const SUPPORTED = 'FREQ INTERVAL BYDAY BYMONTHDAY BYMONTH BYSETPOS COUNT UNTIL WKST'.split(' ')
const SUPPORTED_HINT = `The parts are ${SUPPORTED.map((name) => `\`${name}\``).join(', ')}.`

const FREQUENCIES: ReadonlyMap<string, Cadence['freq']> = new Map([
  ['DAILY', 'daily'],
  ['WEEKLY', 'weekly'],
  ['MONTHLY', 'monthly'],
  ['YEARLY', 'yearly'],
])

/** Parts of RFC 5545 that make no sense here, and what stands for them. */
const IN_STARTS: ReadonlyMap<string, string> = new Map([
  ['BYHOUR', 'the hour of a meeting stands in `starts`'],
  ['BYMINUTE', 'the minute of a meeting stands in `starts`'],
  ['BYSECOND', 'meetings begin at full minutes, which stand in `starts`'],
  ['DTSTART', 'the first day stands in `starts`'],
])

const WEEKDAYS: ReadonlyMap<string, Weekday> = new Map(
  Object.entries(RULE_WEEKDAYS).map(([number, name]) => [name, Number(number) as Weekday]),
)

/** Reads the text of a recurrence rule of RFC 5545 §3.3.10, with or without `RRULE:`, in any letter case. What wg does not know is refused by name. */
export function readRule(text: string): CadenceReading {
  const parts = new Map<string, string>()
  for (const part of text
    .trim()
    .replace(/^RRULE:/i, '')
    .split(';')) {
    const [, name, value] = /^([A-Z-]+)=([^=]+)$/.exec(part.trim().toUpperCase()) ?? []
    if (name === undefined || value === undefined) {
      return {
        refused: `\`${part}\` is no part of a recurrence rule.`,
        hint: 'Parts look like `FREQ=WEEKLY`, with `;` between them.',
      }
    }
    if (!SUPPORTED.includes(name)) return refuseUnknown(name)
    if (parts.has(name)) return { refused: `\`${name}\` stands twice.`, hint: 'Say it once.' }
    parts.set(name, value)
  }
  return readParts(parts)
}

function refuseUnknown(name: string): RefusedCadence {
  const place = IN_STARTS.get(name)
  if (place !== undefined)
    return { refused: `\`${name}\` is not supported: ${place}.`, hint: 'Leave it out.' }
  const near = SUPPORTED.find((supported) => distance(supported, name) <= 2)
  return {
    refused: `\`${name}\` is not supported.`,
    hint: near === undefined ? SUPPORTED_HINT : `Did you mean \`${near}\`?`,
  }
}

/** Collects what is wrong while it reads, so that every reader can go on with a value. */
interface PartReader {
  readonly parts: ReadonlyMap<string, string>
  readonly refusals: RefusedCadence[]
}

function readParts(parts: ReadonlyMap<string, string>): CadenceReading {
  const reader: PartReader = { parts, refusals: [] }
  const [interval = 1] = readNumbers(reader, 'INTERVAL', { most: 9999, list: false })
  const [count] = readNumbers(reader, 'COUNT', { most: 99_999, list: false })
  const until = readUntil(reader)
  const cadence = makeCadence({
    freq: readFrequency(reader),
    interval,
    byWeekday: readWeekdays(reader),
    byMonthDay: readNumbers(reader, 'BYMONTHDAY', { most: 31, fromEnd: true }),
    byMonth: readNumbers(reader, 'BYMONTH', { most: 12 }),
    bySetPos: readNumbers(reader, 'BYSETPOS', { most: 366, fromEnd: true }),
    weekStart: readWeekStart(reader),
    ...(count === undefined ? {} : { count }),
    ...(until === undefined ? {} : { until }),
  })
  const [refusal] = [...reader.refusals, ...contradictionsOf(cadence)]
  return refusal ?? { cadence }
}

interface Range {
  readonly most: number
  readonly fromEnd?: boolean
  readonly list?: boolean
}

function readNumbers({ parts, refusals }: PartReader, name: string, range: Range): readonly number[] {
  const value = parts.get(name)
  if (value === undefined) return []
  const { most, fromEnd = false, list = true } = range
  const texts = list ? value.split(',') : [value]
  const wrong = texts.find((text) => !/^[+-]?\d{1,5}$/.test(text) || !isWithin(Number(text), most, fromEnd))
  if (wrong !== undefined) {
    const allowed = fromEnd ? `from 1 to ${most}, or from -1 to -${most}` : `from 1 to ${most}`
    refusals.push({
      refused: `\`${wrong}\` cannot stand in \`${name}\`.`,
      hint: `It takes whole numbers ${allowed}.`,
    })
  }
  refuseTwins(
    refusals,
    name,
    texts.map((text) => String(Number(text))),
  )
  return texts.map(Number)
}

function isWithin(number: number, most: number, fromEnd: boolean): boolean {
  return (number >= 1 && number <= most) || (fromEnd && number <= -1 && number >= -most)
}

function refuseTwins(refusals: RefusedCadence[], name: string, values: readonly string[]): void {
  const twin = values.find((value, index) => values.indexOf(value) < index)
  if (twin !== undefined)
    refusals.push({ refused: `\`${name}\` names \`${twin}\` twice.`, hint: 'Say it once.' })
}

function readFrequency({ parts, refusals }: PartReader): Cadence['freq'] {
  const text = parts.get('FREQ')
  const freq = FREQUENCIES.get(text ?? '')
  if (freq !== undefined) return freq
  const known = [...FREQUENCIES.keys()].map((name) => `\`${name}\``).join(', ')
  const refused = text === undefined ? 'The rule has no `FREQ`.' : `\`FREQ=${text}\` is not supported.`
  refusals.push({ refused, hint: `The frequencies are ${known}.` })
  return 'weekly'
}

function readWeekdays({ parts, refusals }: PartReader): readonly CadenceWeekday[] {
  const texts = parts.get('BYDAY')?.split(',') ?? []
  const found = texts.map((text): CadenceWeekday | undefined => {
    const [, nth, name = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text) ?? []
    const weekday = WEEKDAYS.get(name)
    if (weekday === undefined || (nth !== undefined && !isWithin(Number(nth), 53, true))) {
      refusals.push({
        refused: `\`${text}\` cannot stand in \`BYDAY\`.`,
        hint: 'Days look like `TH`, `1TH`, `-1FR`.',
      })
      return undefined
    }
    return nth === undefined ? { weekday } : { weekday, nth: Number(nth) }
  })
  refuseTwins(
    refusals,
    'BYDAY',
    texts.map((text) => text.replace('+', '')),
  )
  return found.filter((weekday) => weekday !== undefined)
}

function readWeekStart({ parts, refusals }: PartReader): Weekday {
  const text = parts.get('WKST') ?? 'MO'
  const weekday = WEEKDAYS.get(text)
  if (weekday === undefined)
    refusals.push({ refused: `\`${text}\` cannot stand in \`WKST\`.`, hint: 'Say `MO` or `SU`.' })
  return weekday ?? 1
}

/** Of a date-time only the date counts, as it stands. */
function readUntil({ parts, refusals }: PartReader): Day | undefined {
  const text = parts.get('UNTIL')
  if (text === undefined) return undefined
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?$/.exec(text) ?? []
  const day = parseDay(`${year}-${month}-${date}`)
  if (day === undefined) {
    refusals.push({
      refused: `\`${text}\` in \`UNTIL\` is no day of the calendar.`,
      hint: 'Days look like `UNTIL=20271231`.',
    })
  }
  return day
}

/** What RFC 5545 §3.3.10 forbids to stand together. */
function contradictionsOf({
  freq,
  byWeekday,
  byMonthDay,
  byMonth,
  bySetPos,
  count,
  until,
}: Cadence): RefusedCadence[] {
  const name = `\`FREQ=${freq.toUpperCase()}\``
  const ordinals = byWeekday.flatMap(({ nth }) => nth ?? [])
  const inMonth = freq === 'monthly' || byMonth.length > 0
  const rules: readonly (readonly [boolean, string, string])[] = [
    [
      count !== undefined && until !== undefined,
      '`COUNT` and `UNTIL` cannot stand together.',
      'Keep one of them.',
    ],
    [
      ordinals.length > 0 && (freq === 'daily' || freq === 'weekly'),
      `\`BYDAY\` with numbers cannot stand with ${name}.`,
      'Numbers count within a month or a year: say `FREQ=MONTHLY`, or leave them out.',
    ],
    [
      ordinals.some((nth) => Math.abs(nth) > 5) && inMonth,
      'No month has more than five of a weekday.',
      'Numbers in `BYDAY` go from 1 to 5, or from -1 to -5.',
    ],
    [
      byMonthDay.length > 0 && freq === 'weekly',
      `\`BYMONTHDAY\` cannot stand with ${name}.`,
      'Say `FREQ=MONTHLY`.',
    ],
    [
      bySetPos.length > 0 && byWeekday.length + byMonthDay.length + byMonth.length === 0,
      '`BYSETPOS` needs another part to choose from.',
      'Add `BYDAY`, `BYMONTHDAY` or `BYMONTH`, or leave it out.',
    ],
  ]
  return rules.filter(([broken]) => broken).map(([, refused, hint]) => ({ refused, hint }))
}
