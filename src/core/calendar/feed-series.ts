import { distance } from 'fastest-levenshtein'
import type { FeedComponent } from './feed-component.ts'
import { linesByName } from './feed-event.ts'
import { quoteForeign } from './feed-fault.ts'
import type { FeedLine } from './feed-lines.ts'
import { readText } from './feed-property.ts'

/** The components of one event of a calendar: the series itself and the meetings that differ from it. */
export interface FeedSeries {
  readonly masters: readonly FeedComponent[]
  readonly overrides: readonly FeedComponent[]
}

interface Described {
  readonly component: FeedComponent
  readonly uid: string
  readonly isOverride: boolean
  readonly matches: boolean
}

const MOST_SUMMARIES = 2000
const LONGEST_SUMMARY = 100

/**
 * The series of which the summary or the description contains a text, case not counting; the empty text is in all. A meeting that was
 * given another name still belongs to its series; one that was given this name belongs, without the rest of its series.
 */
export function matchingSeries(events: readonly FeedComponent[], match: string): readonly FeedSeries[] {
  const wanted = comparable(match)
  const groups = new Map<string, Described[]>()
  for (const component of events) {
    const described = describe(component, wanted)
    const others = groups.get(described.uid)
    if (others === undefined) groups.set(described.uid, [described])
    else others.push(described)
  }
  return [...groups.values()]
    .map(seriesOf)
    .filter(({ masters, overrides }) => masters.length + overrides.length > 0)
}

/** Up to three summaries of the events that come nearest to a text, for a message; in backticks. */
export function nearestSummaries(events: readonly FeedComponent[], match: string): readonly string[] {
  const wanted = comparable(match).slice(0, LONGEST_SUMMARY)
  const words = wanted.split(/\s+/)
  const summaries = new Set(
    events.map((event) => textOf(linesByName(event), 'SUMMARY').slice(0, LONGEST_SUMMARY)),
  )
  const rated = [...summaries].slice(0, MOST_SUMMARIES).map((summary) => {
    const text = comparable(summary)
    return {
      summary,
      shared: words.filter((word) => text.includes(word)).length,
      away: distance(wanted, text),
    }
  })
  return rated
    .filter(({ summary }) => summary !== '')
    .sort((a, b) => b.shared - a.shared || a.away - b.away || (a.summary < b.summary ? -1 : 1))
    .slice(0, 3)
    .map(({ summary }) => quoteForeign(summary))
}

function describe(component: FeedComponent, wanted: string): Described {
  const lines = linesByName(component)
  const texts = ['SUMMARY', 'DESCRIPTION'].map((name) => comparable(textOf(lines, name)))
  return {
    component,
    // An event without UID has nothing to do with another one.
    uid: textOf(lines, 'UID') || `line ${component.line}`,
    isOverride: lines.has('RECURRENCE-ID'),
    matches: texts.some((text) => text.includes(wanted)),
  }
}

function seriesOf(group: readonly Described[]): FeedSeries {
  const masters = group.filter(({ isOverride }) => !isOverride)
  const whole = masters.some(({ matches }) => matches)
  const overrides = group.filter(({ isOverride, matches }) => isOverride && (whole || matches))
  return {
    masters: (whole ? masters : []).map(({ component }) => component),
    overrides: overrides.map(({ component }) => component),
  }
}

/** The empty text where the property is missing or cannot be read: then it does not match. */
function textOf(lines: ReadonlyMap<string, readonly FeedLine[]>, name: string): string {
  const line = lines.get(name)?.[0]
  if (line === undefined) return ''
  try {
    return readText(line)
  } catch {
    return ''
  }
}

function comparable(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}
