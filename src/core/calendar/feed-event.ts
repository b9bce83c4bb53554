import type { FeedComponent } from './feed-component.ts'
import { FeedFault } from './feed-fault.ts'
import type { FeedLine } from './feed-lines.ts'
import { nameOfLine, readProperty, readRuleProperty, readText } from './feed-property.ts'
import { type FeedRule, readFeedRule } from './feed-rule.ts'
import {
  type FeedDuration,
  type FeedPeriod,
  type FeedTime,
  readDuration,
  readPeriods,
  readTime,
  readTimes,
} from './feed-time.ts'

/** A `VEVENT` as the feed has it; its times are not yet instants. */
export interface FeedEvent {
  /** Empty when the feed gives none. */
  readonly uid: string
  readonly line: number
  readonly summary: string
  readonly location?: string
  readonly url?: string
  readonly cancelled: boolean
  /** Undefined only for an override that cancels. */
  readonly start?: FeedTime
  /** Undefined when the feed gives neither an end nor a length. */
  readonly end?: FeedTime | FeedDuration
  readonly rules: readonly FeedRule[]
  readonly exceptionRules: readonly FeedRule[]
  readonly extra: readonly FeedPeriod[]
  readonly exceptions: readonly FeedTime[]
  /** Which meeting of its series this event stands for; undefined for a series and for an event that comes once. */
  readonly stands?: { readonly for: FeedTime; readonly andLater: boolean }
  /** Compares revisions of one event: `SEQUENCE`, then the last change. */
  readonly revision: readonly [sequence: number, changed: string]
}

/** yaml2ical and many people put the word first and leave the status as it was. */
const SAYS_CANCELLED = /^[^\p{L}\p{N}]{0,5}cancell?ed\b/iu

/** Reads a `VEVENT`. Throws a `FeedFault` for what cannot be read and cannot be done without. */
export function readEvent(component: FeedComponent): FeedEvent {
  const lines = linesByName(component)
  const of = (name: string): readonly FeedLine[] => lines.get(name) ?? []
  const text = (name: string) => of(name).map(readText)[0] ?? ''
  const summary = text('SUMMARY')
  const cancelled = text('STATUS').toUpperCase() === 'CANCELLED' || SAYS_CANCELLED.test(summary)
  const start = of('DTSTART').map(readProperty).map(readTime)[0]
  const stands = standsFor(of('RECURRENCE-ID')[0])
  if (start === undefined && (stands === undefined || !cancelled)) throw withoutStart(component.line)
  const rulesOf = (name: string) =>
    start === undefined ? [] : of(name).map((line) => readFeedRule(readRuleProperty(line), start))
  const end = endOf(of('DTEND')[0], of('DURATION')[0])
  return {
    uid: text('UID'),
    line: component.line,
    summary,
    cancelled,
    rules: rulesOf('RRULE'),
    exceptionRules: rulesOf('EXRULE'),
    extra: of('RDATE').map(readProperty).flatMap(readPeriods),
    exceptions: of('EXDATE').map(readProperty).flatMap(readTimes),
    revision: [Number.parseInt(text('SEQUENCE'), 10) || 0, text('LAST-MODIFIED') || text('DTSTAMP')],
    ...optional('start', start),
    ...optional('end', end),
    ...optional('stands', stands),
    ...optional('location', text('LOCATION') || undefined),
    ...optional('url', webAddress(text('URL'))),
  }
}

/** The lines of a component by the names of their properties. */
export function linesByName({ properties }: FeedComponent): ReadonlyMap<string, readonly FeedLine[]> {
  const lines = new Map<string, FeedLine[]>()
  for (const line of properties) {
    const name = nameOfLine(line)
    const others = lines.get(name)
    if (others === undefined) lines.set(name, [line])
    else others.push(line)
  }
  return lines
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): Partial<Record<Key, Value>> {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, Value>>
}

function standsFor(line: FeedLine | undefined): FeedEvent['stands'] {
  if (line === undefined) return undefined
  const property = readProperty(line)
  const { range } = property.parameters
  const andLater = typeof range === 'string' && range.toUpperCase() === 'THISANDFUTURE'
  return { for: readTime(property), andLater }
}

function endOf(end: FeedLine | undefined, duration: FeedLine | undefined): FeedEvent['end'] {
  if (end !== undefined) return readTime(readProperty(end))
  return duration === undefined ? undefined : readDuration(readProperty(duration))
}

function webAddress(text: string): string | undefined {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : undefined
}

function withoutStart(line: number): FeedFault {
  return new FeedFault({
    rule: 'feed-broken',
    message: 'The event has no `DTSTART`, so nobody knows when it is.',
    hint: 'Put the event right in the calendar, or tell whoever keeps it.',
    line,
  })
}
