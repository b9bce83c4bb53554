import { type Problem, sortProblems } from '../problem.ts'
import type { ZoneId } from '../time/zone.ts'
import { type Expansion, type ExpansionRequest, expandSeries } from './expand-series.ts'
import { type FeedComponent, readComponents } from './feed-component.ts'
import { readEvent } from './feed-event.ts'
import { type FaultParts, FeedFault, problemOfFault } from './feed-fault.ts'
import { unfoldLines } from './feed-lines.ts'
import { type FeedOccurrence, type InstantSpan, mergeOccurrences } from './feed-occurrence.ts'
import { nameOfLine, readText } from './feed-property.ts'
import { type FeedSeries, matchingSeries } from './feed-series.ts'
import { makeZoneFinder } from './feed-zones.ts'
import { noCalendar, notACalendar, nothingMatches } from './not-a-calendar.ts'
import { zoneOfTzid } from './zone-of-tzid.ts'

/** A feed to be read. */
export interface FeedRequest {
  /** The feed itself, iCalendar (RFC 5545). */
  readonly text: string
  /** How messages call the feed: a path, or an address without its secrets (see `feedName`). */
  readonly source: string
  /** What the summary or the description of an event must contain; plain text, case does not count. The empty text takes every event. */
  readonly match: string
  /** Meetings that begin in it, or were planned for it. */
  readonly span: InstantSpan
  /** The zone of times that name none. Without it, the zone of the whole calendar is taken with a warning; without that too, they are errors. */
  readonly zone?: ZoneId
}

/** What a feed says: the meetings in order, and what a person should know; or why it cannot be read. */
export type FeedReading =
  | { readonly occurrences: readonly FeedOccurrence[]; readonly warnings: readonly Problem[] }
  | { readonly problems: readonly Problem[] }

/** About so many days of rules are looked at: 500 series through a year. */
const MOST_WORK = 200_000
/** So many are enough to see what is wrong. */
const MOST_PROBLEMS = 50

/**
 * Reads the meetings of a series from a calendar feed: rules, extra dates, exceptions, moved and cancelled meetings, single events. An
 * unreadable feed, a matching event that cannot be understood, and a feed in which no event matches are problems, never "no meeting".
 * No meeting in the span, although an event matches, is an answer. The same text gives the same answer on every machine.
 */
export function readFeed(request: FeedRequest): FeedReading {
  const { text, source, match } = request
  const stranger = notACalendar(text)
  if (stranger !== undefined) return { problems: [problemOfFault(stranger, source)] }
  try {
    const calendars = readComponents(unfoldLines(text)).filter(({ name }) => name === 'VCALENDAR')
    if (calendars.length === 0) throw new FeedFault(noCalendar())
    const events = calendars.flatMap(({ children }) => children).filter(({ name }) => name === 'VEVENT')
    const series = matchingSeries(events, match)
    if (series.length === 0) throw new FeedFault(nothingMatches(match, events))
    return readSeries({ series, calendars }, request)
  } catch (error) {
    if (error instanceof FeedFault) return { problems: [problemOfFault(error.parts, source)] }
    throw error
  }
}

/** The parts of a feed that count. */
interface FoundSeries {
  readonly series: readonly FeedSeries[]
  readonly calendars: readonly FeedComponent[]
}

function readSeries({ series, calendars }: FoundSeries, { source, span, zone }: FeedRequest): FeedReading {
  const floating = zone ?? zoneOfCalendars(calendars)
  const zones = makeZoneFinder({ calendars, ...(floating === undefined ? {} : { floating }) })
  const expanded = expandAll(series, { span, zones, budget: { left: MOST_WORK } })
  const asProblems = (faults: readonly FaultParts[], severity: Problem['severity']) =>
    sortProblems(faults.map((fault) => ({ ...problemOfFault(fault, source), severity })))
  const { expansions, faults } = expanded
  if (faults.length > 0) return { problems: asProblems(faults.slice(0, MOST_PROBLEMS), 'error') }
  const warnings = expansions.flatMap((expansion) => expansion.warnings)
  if (expansions.every(({ isTimed }) => !isTimed)) return { problems: asProblems(warnings, 'error') }
  const guessed = zone === undefined ? expansions.flatMap(({ floats }) => floats).slice(0, 1) : []
  return {
    occurrences: mergeOccurrences(expansions.flatMap(({ occurrences }) => occurrences)),
    warnings: asProblems([...warnings, ...guessed.map((line) => aboutGuess(floating, line))], 'warning'),
  }
}

interface ReadSeries extends Expansion {
  readonly isTimed: boolean
  /** The lines of times that name no zone. */
  readonly floats: readonly number[]
}

/** All faults at once, so that a person can put them right in one go. */
function expandAll(series: readonly FeedSeries[], request: ExpansionRequest) {
  const expansions: ReadSeries[] = []
  const faults: FaultParts[] = []
  for (const { masters, overrides } of series) {
    try {
      const events = { masters: masters.map(readEvent), overrides: overrides.map(readEvent) }
      const all = [...events.masters, ...events.overrides]
      const floats = all.flatMap(({ start }) =>
        start === undefined || start.isDay || start.zoneName !== undefined ? [] : [start.line],
      )
      const isTimed = all.some(({ start }) => start?.isDay !== true)
      expansions.push({ ...expandSeries(events, request), isTimed, floats })
    } catch (error) {
      if (!(error instanceof FeedFault)) throw error
      faults.push(error.parts)
    }
  }
  return { expansions, faults }
}

function zoneOfCalendars(calendars: readonly FeedComponent[]): ZoneId | undefined {
  const lines = calendars.flatMap(({ properties }) => properties)
  const line = lines.find((property) => nameOfLine(property) === 'X-WR-TIMEZONE')
  return line === undefined ? undefined : zoneOfTzid(readText(line))
}

function aboutGuess(zone: ZoneId | undefined, line: number): FaultParts {
  return {
    rule: 'feed-floating',
    message: `The times of an event name no zone; \`${String(zone)}\` is taken, the zone of the whole calendar.`,
    hint: 'Say which zone is meant: give the series a `zone`, or choose one for the event in the calendar.',
    line,
  }
}
