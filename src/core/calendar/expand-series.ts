import { expandMaster, type ExpandedMaster } from './expand-master.ts'
import type { FeedEvent } from './feed-event.ts'
import { type FaultParts, quoteForeign } from './feed-fault.ts'
import type { FeedOccurrence, InstantSpan } from './feed-occurrence.ts'
import type { ZoneFinder } from './feed-zones.ts'
import { endsOf, occurrenceOf } from './occurrence-of.ts'
import { indexOverrides, type Override } from './overrides.ts'
import type { TimedEvent } from './starts-of-event.ts'
import type { WorkBudget } from './walk-rule.ts'

/** The events of one `UID`. */
export interface SeriesEvents {
  readonly masters: readonly FeedEvent[]
  readonly overrides: readonly FeedEvent[]
}

/** What the meetings of a series depend on besides its events. */
export interface ExpansionRequest {
  readonly span: InstantSpan
  readonly zones: ZoneFinder
  readonly budget: WorkBudget
}

/** The meetings of a series, and what looks wrong about it. */
export interface Expansion {
  readonly occurrences: readonly FeedOccurrence[]
  readonly warnings: readonly FaultParts[]
}

/**
 * The meetings of a series that begin in a span or were planned for it. An override that stands for no meeting is taken as a meeting
 * of its own, with a warning, unless it cancels. Throws a `FeedFault` for what cannot be understood.
 */
export function expandSeries({ masters, overrides }: SeriesEvents, request: ExpansionRequest): Expansion {
  const { span, zones } = request
  const newest = newestRevision(masters)
  const timed = newest.filter(isTimed)
  const about = newest.filter((master) => !isTimed(master)).map(aboutWholeDay)
  if (timed.length === 0 && about.length > 0) return { occurrences: [], warnings: about }
  const index = indexOverrides(overrides, { master: timed[0], zones })
  const expanded = timed.map((master) => expandMaster(master, index, request))
  const alone = index.all
    .filter((override) => expanded.every((master) => !accountsFor(master, override)))
    .map((override) => ({ override, isOrphan: timed.length > 0 && isIn(span, override.planned) }))
  const kept = alone.filter(({ override, isOrphan }) => !(isOrphan && override.event.cancelled))
  const occurrences = [
    ...expanded.flatMap((master) => master.occurrences),
    ...kept.map(({ override }) => occurrenceAlone(override, timed[0], zones)),
  ]
  return {
    occurrences: occurrences.filter(({ planned, startsAt }) => isIn(span, planned) || isIn(span, startsAt)),
    warnings: [
      ...about,
      ...alone.filter(({ isOrphan }) => isOrphan).map(({ override }) => aboutOrphan(override)),
    ],
  }
}

function isIn({ from, to }: InstantSpan, at: Date): boolean {
  return at >= from && at < to
}

/** Of several events with one `UID` those of the highest `SEQUENCE`: others are leftovers of older exports. */
function newestRevision(masters: readonly FeedEvent[]): readonly FeedEvent[] {
  const newest = masters.reduce((highest, { revision }) => Math.max(highest, revision[0]), 0)
  return masters.filter(({ revision }) => revision[0] >= newest)
}

function isTimed(event: FeedEvent): event is TimedEvent {
  return event.start !== undefined && !event.start.isDay
}

function accountsFor(master: ExpandedMaster, { planned, start }: Override): boolean {
  return master.planned.has(planned.getTime()) || master.isException({ ...start, at: planned })
}

function occurrenceAlone(
  override: Override,
  master: TimedEvent | undefined,
  zones: ZoneFinder,
): FeedOccurrence {
  const { event, planned, start } = override
  const lasting = event.end === undefined && master !== undefined ? master : event
  const cancelled = event.cancelled || master?.cancelled === true
  return occurrenceOf({ ...event, cancelled }, { planned, start, endsAt: endsOf(lasting, zones)(start) })
}

function aboutWholeDay({ summary, line }: FeedEvent): FaultParts {
  return {
    rule: 'feed-all-day',
    message: `The event ${quoteForeign(summary)} takes whole days, so it is no meeting; it is left out.`,
    hint: 'Give it a time in the calendar if it is one, or choose a `match` that leaves it out.',
    line,
  }
}

function aboutOrphan({ event, planned }: Override): FaultParts {
  const name = quoteForeign(event.summary)
  const when = `\`${planned.toISOString().slice(0, 16)}Z\``
  const what = event.cancelled ? 'cancels' : 'changes'
  const result = event.cancelled ? 'it is left out' : 'it is taken as a meeting of its own'
  return {
    rule: 'feed-orphan',
    message: `The calendar ${what} a meeting of ${name} at ${when}, when the series has none; ${result}.`,
    hint: 'Look whether the hour of the series was changed after that meeting was.',
    line: event.line,
  }
}
