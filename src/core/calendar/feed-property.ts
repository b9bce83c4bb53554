import ICAL from 'ical.js'
import { FeedFault, quoteForeign } from './feed-fault.ts'
import type { FeedLine } from './feed-lines.ts'

/** A line of a component, taken apart. */
export interface FeedProperty {
  readonly parameters: Readonly<Record<string, unknown>>
  /** The type of the value in small letters, `date-time`; from `VALUE`, or what the property usually has. */
  readonly type: string
  /** The value as it stands in the feed. */
  readonly raw: string
  /** The first value as jCal has it (RFC 7265): escapes undone, rules taken apart. */
  readonly value: unknown
  readonly line: number
}

/** Name and parameters are short in every feed of good will, and reading them takes time that grows with the square. */
const LONGEST_HEAD = 2000

/** `DTSTART;TZID=(UTC-05:00) Eastern Time:20260108T150000`: should stand in quotes, and does not everywhere. */
const UNQUOTED_ZONE = /^([^":;]*;TZID=)([^":;]*:[^":;]*)(:[^":;]*)$/i

/** The name of the property in capitals: what stands before the first `;` or `:`. */
export function nameOfLine({ text }: FeedLine): string {
  return text.slice(0, Math.max(0, text.slice(0, LONGEST_HEAD).search(/[;:]/))).toUpperCase()
}

/** Takes a line apart; throws a `FeedFault` for one that is no property. */
export function readProperty({ text, number }: FeedLine): FeedProperty {
  const whole = text.length > LONGEST_HEAD ? text : text.replace(UNQUOTED_ZONE, '$1"$2"$3')
  const head = /^(?:[^":]|"[^"]*")*(?=:)/.exec(whole.slice(0, LONGEST_HEAD))?.[0]
  if (head === undefined) throw unreadable(text, number)
  const [, parameters, type, value] = parseLine(whole, number)
  return {
    parameters: parameters as Readonly<Record<string, unknown>>,
    type: String(type),
    raw: whole.slice(head.length + 1).trim(),
    value,
    line: number,
  }
}

/** Reads a property as text, with the escapes undone. */
export function readText(line: FeedLine): string {
  const { value, raw } = readProperty(line)
  return typeof value === 'string' ? value.trim() : raw
}

/** Reads a rule; some calendars write its words in small letters, or a `;` after the last. */
export function readRuleProperty({ text, number }: FeedLine): FeedProperty {
  return readProperty({ text: text.toUpperCase().replace(/[;\s]+$/, ''), number })
}

/** jCal: name, parameters, type, and the values. */
function parseLine(text: string, number: number): readonly unknown[] {
  try {
    return ICAL.parse.property(text) as readonly unknown[]
  } catch {
    throw unreadable(text, number)
  }
}

function unreadable(text: string, line: number): FeedFault {
  return new FeedFault({
    rule: 'feed-broken',
    message: `The line ${quoteForeign(text)} cannot be read.`,
    hint: 'Tell whoever keeps the calendar, or write the dates of the series into its own file.',
    line,
  })
}
