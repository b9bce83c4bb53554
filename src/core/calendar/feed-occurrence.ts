import type { ZoneId } from '../time/zone.ts'

/** A meeting that a feed announces. */
export interface FeedOccurrence {
  /** When it was planned at first; stays when it is moved. */
  readonly planned: Date
  readonly startsAt: Date
  /** Not before `startsAt`. */
  readonly endsAt: Date
  readonly status: 'planned' | 'moved' | 'cancelled'
  /** Foreign text, as are `location` and `uid`; may be empty. */
  readonly summary: string
  readonly location?: string
  /** An `http:` or `https:` address. */
  readonly url?: string
  /** The zone in which the calendar plans it, when it has a name. */
  readonly zone?: ZoneId
  /** Empty when the feed gives none. */
  readonly uid: string
}

/** Instants from `from` up to but not including `to`. */
export interface InstantSpan {
  readonly from: Date
  readonly to: Date
}

const CANCELLED_WORD = /^[^\p{L}\p{N}]*cancell?ed\P{L}*/iu

/**
 * Orders the meetings by their start, and drops those that a feed has twice: two events with one name at one time, as after a series was
 * split or an event copied. Of such two the one that takes place stays. Two meetings of one series that were moved together both stay.
 */
export function mergeOccurrences(occurrences: readonly FeedOccurrence[]): readonly FeedOccurrence[] {
  const kept = new Map<string, FeedOccurrence[]>()
  for (const occurrence of [...occurrences].sort(byPlace)) {
    const key = `${occurrence.startsAt.getTime()} ${bareName(occurrence.summary)}`
    const others = kept.get(key)
    if (others === undefined) kept.set(key, [occurrence])
    else if (others.every((other) => isAnotherOfSeries(other, occurrence))) others.push(occurrence)
  }
  return [...kept.values()].flat().sort((a, b) => byTime(a, b) || byPlace(a, b))
}

function isAnotherOfSeries(a: FeedOccurrence, b: FeedOccurrence): boolean {
  return a.uid === b.uid && a.planned.getTime() !== b.planned.getTime()
}

function bareName(summary: string): string {
  return summary.replace(CANCELLED_WORD, '').normalize('NFC').toLowerCase().trim()
}

function byTime(a: FeedOccurrence, b: FeedOccurrence): number {
  return a.startsAt.getTime() - b.startsAt.getTime() || a.planned.getTime() - b.planned.getTime()
}

/** The same whatever the order in the feed; those that take place first. */
function byPlace(a: FeedOccurrence, b: FeedOccurrence): number {
  const cancelled = Number(a.status === 'cancelled') - Number(b.status === 'cancelled')
  return cancelled || compareTexts(a.uid, b.uid) || a.planned.getTime() - b.planned.getTime()
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
