import type { FeedOccurrence, InstantSpan } from './feed-occurrence.ts'
import type { ZoneFinder } from './feed-zones.ts'
import { endsOf, occurrenceOf, type PlannedStart } from './occurrence-of.ts'
import type { Override, OverrideIndex } from './overrides.ts'
import { startsOfEvent, type TimedEvent } from './starts-of-event.ts'
import type { WorkBudget } from './walk-rule.ts'

/** The meetings of one event around a span. */
export interface ExpandedMaster {
  readonly occurrences: readonly FeedOccurrence[]
  /** The instants they were planned for, in milliseconds. */
  readonly planned: ReadonlySet<number>
  /** Whether the event leaves out a start. */
  readonly isException: (start: PlannedStart) => boolean
}

/** What the meetings of an event depend on besides the event and its overrides. */
export interface MasterRequest {
  readonly span: InstantSpan
  readonly zones: ZoneFinder
  readonly budget: WorkBudget
}

/** No wall time lies farther from its instant, whatever the zone. */
const AROUND = 86_400_000 * 1.5

/** The meetings of an event around a span, those changed by overrides as they are now. Throws a `FeedFault` for what cannot be understood. */
export function expandMaster(
  master: TimedEvent,
  index: OverrideIndex,
  request: MasterRequest,
): ExpandedMaster {
  const { span, zones, budget } = request
  const margin = AROUND + index.widest
  const range = { from: span.from.getTime() - margin, to: span.to.getTime() + margin }
  const { starts, isException } = startsOfEvent(master, { range, zones, budget })
  const byInstant = new Map(starts.map((start) => [start.at.getTime(), start]))
  const usualEnd = endsOf(master, zones)
  const meetingAt = (start: PlannedStart): FeedOccurrence => {
    const override = index.at(start.at) ?? shifted(index.since(start.at), start)
    if (override === undefined) {
      return occurrenceOf(master, { planned: start.at, start, endsAt: usualEnd(start) })
    }
    const { event, start: moved } = override
    const endsAt =
      event.end === undefined
        ? usualEnd(start.end === undefined ? moved : { ...moved, end: start.end })
        : endsOf(event, zones)(moved)
    const cancelled = event.cancelled || master.cancelled
    return occurrenceOf({ ...event, cancelled }, { planned: start.at, start: moved, endsAt })
  }
  return {
    occurrences: [...byInstant.values()].map(meetingAt),
    planned: new Set(byInstant.keys()),
    isException,
  }
}

/** What an override for all later meetings makes of one of them. */
function shifted(override: Override | undefined, { at, wall }: PlannedStart): Override | undefined {
  if (override === undefined) return undefined
  const { shift, start } = override
  return {
    ...override,
    planned: at,
    start: { at: new Date(at.getTime() + shift), wall: wall + shift, zone: start.zone },
  }
}
