import { distance } from 'fastest-levenshtein'
import {
  ADVERBS,
  AMBIGUOUS,
  MONTHS,
  readNumber,
  readOrdinal,
  type Unit,
  UNITS,
  VOCABULARY,
  WEEKDAYS,
  WORKING_WEEK,
} from './cadence-words.ts'
import type { Cadence } from './cadence.ts'
import type { CadenceReading, RefusedCadence } from './cadence-reading.ts'
import { parseDay, type Weekday } from './day.ts'
import { makeCadence } from './make-cadence.ts'
import { type Positions, readMonthPositions, readYearPositions } from './read-positions.ts'
import { readRule } from './read-rule.ts'

const EXAMPLES =
  'Write for example `every 2 weeks`, `every week on Monday and Thursday`, `every month on the first Thursday`, `every year on March 1`, or a rule such as `FREQ=MONTHLY;BYDAY=1TH`.'

const FILL_WORDS = new Set(['on', 'the', 'of', 'in', 'and', 'for', '&'])
const OTHER_WORDS = new Set(['every', 'other', 'weekday', 'weekdays'])

/**
 * Reads how a series recurs, in words (`every 2 weeks`, `every month on the first Thursday, 10 times`) or as the text of a recurrence rule of
 * RFC 5545 with or without `RRULE:`. What two people may take for two things, such as `biweekly`, is refused with both spellings.
 */
export function readCadence(text: string): CadenceReading {
  if (/^\s*RRULE:|=/i.test(text)) return readRule(text)
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '')
  const { body, end } = splitEnding(plain)
  if (end !== undefined && 'refused' in end) return end
  const words = wordsOf(body)
  const obstacle = firstObstacle(words, plain)
  if (obstacle !== undefined) return obstacle
  const parts = readWords(words)
  if (parts === undefined) return refuseWhole(text, plain)
  return 'refused' in parts ? parts : { cadence: makeCadence({ ...parts, ...end }) }
}

type Ending = Pick<Cadence, 'count' | 'until'>
type Parts = Positions & Pick<Cadence, 'freq' | 'interval'>

function splitEnding(text: string): { body: string; end?: Ending | RefusedCadence } {
  const [, beforeUntil, dayText = ''] = /^(.*?),? until (.*)$/.exec(text) ?? []
  const [, beforeTimes, times = ''] = /^(.*?),? (\S+) times\b/.exec(text) ?? []
  if (beforeUntil !== undefined && beforeTimes !== undefined) {
    return {
      body: '',
      end: { refused: 'A cadence ends after so many times or at a day, not both.', hint: 'Keep one.' },
    }
  }
  if (beforeUntil !== undefined) {
    const until = parseDay(dayText)
    const refused = `\`${dayText}\` is no day of the calendar.`
    return {
      body: beforeUntil,
      end: until ? { until } : { refused, hint: 'Days look like `until 2027-12-31`.' },
    }
  }
  if (beforeTimes === undefined) return { body: text }
  const count = text.endsWith(' times') ? readNumber(times) : undefined
  const refused = `\`${text.slice(beforeTimes.length).replace(/^,? /, '')}\` is no number of times.`
  return {
    body: beforeTimes,
    end: count ? { count } : { refused, hint: 'Say it at the end, as in `every week, 10 times`.' },
  }
}

/** The words that matter; `second to last` becomes one word. */
function wordsOf(body: string): readonly string[] {
  return body
    .replace(/\b([a-z]+|\d+(?:st|nd|rd|th))[ -](?:to[ -](?:the )?)?last\b/g, (whole, place: string) =>
      (readOrdinal(place) ?? 0) > 1 ? `${place}-to-last` : whole,
    )
    .replace(/\beach\b/g, 'every')
    .split(/[\s,]+/)
    .filter((word) => word !== '' && !FILL_WORDS.has(word))
}

/** A word that has two meanings, belongs elsewhere or is not known. */
function firstObstacle(words: readonly string[], text: string): RefusedCadence | undefined {
  const word = words.find((each) => !isKnown(each))
  if (word === undefined) return undefined
  const ambiguity = AMBIGUOUS.get(word.replace(/^bi-/, 'bi'))
  if (ambiguity !== undefined) return { refused: `\`${word}\` means two things.`, hint: ambiguity }
  if (/^(?:at|utc|noon|[ap]m|\d{1,2}(?::\d{2})?(?:[ap]m)?|\d{1,2}:\d{2})$/.test(word)) {
    return {
      refused: `\`${word}\` does not belong in a cadence.`,
      hint: 'The hour of a meeting stands in `starts`.',
    }
  }
  const near = nearestWord(word)
  const refused = `\`${word}\` is no word that wg knows in a cadence.`
  return { refused, hint: near === undefined ? EXAMPLES : `Did you mean \`${text.replace(word, near)}\`?` }
}

function isKnown(word: string): boolean {
  const isTable = [UNITS, ADVERBS, WEEKDAYS, MONTHS].some((table) => table.has(word))
  return isTable || OTHER_WORDS.has(word) || readNumber(word) !== undefined || readOrdinal(word) !== undefined
}

function nearestWord(word: string): string | undefined {
  const most = word.length > 4 ? 2 : 1
  const ranked = VOCABULARY.map((known) => ({ known, off: distance(known, word) })).sort(
    (a, b) => a.off - b.off,
  )
  const [best] = ranked
  return best !== undefined && best.off <= most ? best.known : undefined
}

/** Undefined when the words make no cadence. */
function readWords([head = '', ...words]: readonly string[]): Parts | RefusedCadence | undefined {
  const adverb = ADVERBS.get(head)
  if (adverb !== undefined) return readWords(['every', adverb, ...words])
  if (head !== 'every') return undefined
  const [first = '', second = '', ...rest] = words
  const unit = UNITS.get(first)
  if (unit !== undefined) return readUnit(unit, 1, words.slice(1))
  const counted = UNITS.get(second)
  const interval =
    first === 'other' ? 2 : (readNumber(first) ?? (rest.length === 0 ? readOrdinal(first) : undefined))
  if (counted !== undefined && interval !== undefined && interval > 0)
    return readUnit(counted, interval, rest)
  if (first === 'other') return weekdaysOnly(words.slice(1), 2)
  return weekdaysOnly(words, 1) ?? readPlaces(words)
}

function readUnit(
  { freq, times }: Unit,
  each: number,
  words: readonly string[],
): Parts | RefusedCadence | undefined {
  const head = { freq, interval: each * times }
  if (words.length === 0) return head
  if (freq === 'daily') return undefined
  if (freq === 'weekly') return weekdaysOnly(words, head.interval)
  const positions = freq === 'monthly' ? readMonthPositions(words) : readYearPositions(words)
  return 'refused' in positions ? positions : { ...head, ...positions }
}

function weekdaysOnly(words: readonly string[], interval: number): Parts | undefined {
  const weekdays = words.flatMap((word): readonly (Weekday | undefined)[] =>
    /^weekdays?$/.test(word) ? WORKING_WEEK : [WEEKDAYS.get(word)],
  )
  const known = [...new Set(weekdays.filter((weekday) => weekday !== undefined))]
  if (known.length === 0 || weekdays.includes(undefined)) return undefined
  return { freq: 'weekly', interval, byWeekday: known.map((weekday) => ({ weekday })) }
}

/** `every first Thursday of the month`. Without the month, `every second Thursday` may also mean every other week. */
function readPlaces(words: readonly string[]): Parts | RefusedCadence | undefined {
  const [place = '', name = ''] = words
  const ordinal = readOrdinal(place)
  if (ordinal === undefined) return undefined
  if (words.at(-1) === 'month') {
    return readUnit({ freq: 'monthly', times: 1 }, 1, words.slice(0, words.at(-2) === 'every' ? -2 : -1))
  }
  if (words.at(-1) === 'year') return readUnit({ freq: 'yearly', times: 1 }, 1, words)
  if (words.some((word) => (readOrdinal(word) ?? 0) > 1)) {
    const inMonth = `\`every month on the ${place} ${capital(name)}\``
    const inWeeks =
      ordinal === 2 ? '`every other ' + capital(name) + '`' : `\`every ${ordinal} weeks on ${capital(name)}\``
    return {
      refused: `\`every ${place} ${capital(name)}\` means two things.`,
      hint: `Say ${inWeeks} or ${inMonth}.`,
    }
  }
  return words.some((word) => WEEKDAYS.has(word))
    ? readUnit({ freq: 'monthly', times: 1 }, 1, words)
    : undefined
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

function refuseWhole(text: string, plain: string): RefusedCadence {
  const refused = text.trim() === '' ? 'The cadence is empty.' : `\`${text}\` is no cadence that wg knows.`
  const longer = `every ${plain}`
  const isHelped = plain !== '' && !plain.startsWith('every') && 'cadence' in readCadence(longer)
  return { refused, hint: isHelped ? `Did you mean \`${longer}\`?` : EXAMPLES }
}
