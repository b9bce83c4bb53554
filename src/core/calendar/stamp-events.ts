import type { CalendarEvent } from './calendar-event.ts'
import { contentOf, type Published } from './read-published.ts'
import { type StampedEvent, writeEvents } from './write-events.ts'

/** The moment of events whose history nobody knows: it is not the clock's, so that building twice gives the same bytes. */
const UNKNOWN = new Date('2000-01-01T00:00:00Z')

/** What was published before, and the moment of this build. */
export interface History {
  readonly previous?: Published | undefined
  readonly now: Date
}

/**
 * Gives each event its place in history. Without a published feed all of them are as old as can be; a changed meeting
 * then has the number 1. With one, only what differs from it gets a new number and the moment of this build.
 */
export function stampEvents(events: readonly CalendarEvent[], history: History): readonly StampedEvent[] {
  const fresh = events.map((event): StampedEvent => ({
    ...event,
    sequence: numberOf(event),
    changedAt: UNKNOWN,
  }))
  const { previous, now } = history
  if (!previous) return fresh
  const floor = nextFloor(events, previous)
  const texts = writeEvents(fresh)
  return fresh.map((event, index) => {
    const before = previous.events.get(event.uid)
    if (!before) return { ...event, sequence: Math.max(event.sequence, floor), changedAt: now }
    const { sequence, changedAt, content } = before
    if (content === contentOf(texts[index] ?? '')) return { ...event, sequence, changedAt }
    return { ...event, sequence: Math.max(sequence + 1, event.sequence), changedAt: latest(now, changedAt) }
  })
}

/**
 * The highest number among the events that have left the feed by now. One that comes back begins there, since the
 * feed remembers nothing else of it and its number must not fall.
 */
export function nextFloor(events: readonly CalendarEvent[], previous: Published): number {
  const here = new Set(events.map(({ uid }) => uid))
  const gone = [...previous.events].flatMap(([uid, { sequence }]) => (here.has(uid) ? [] : [sequence]))
  return gone.reduce((highest, sequence) => Math.max(highest, sequence), previous.floor)
}

function numberOf({ status }: CalendarEvent): number {
  return status === 'planned' ? 0 : 1
}

function latest(a: Date, b: Date): Date {
  return a > b ? a : b
}
