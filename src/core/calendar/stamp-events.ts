import type { CalendarEvent } from './calendar-event.ts'
import { unfoldLines } from './fold.ts'
import { contentOf, eventsIn, type PublishedEvent } from './read-published.ts'
import { type Feed, type StampedEvent, writeFeed } from './write-feed.ts'

/** The moment of events whose history nobody knows: it is not the clock's, so that building twice gives the same bytes. */
const UNKNOWN = new Date('2000-01-01T00:00:00Z')

/** What was published before, and the moment of this build. */
export interface History {
  readonly previous: ReadonlyMap<string, PublishedEvent> | undefined
  readonly now: Date
}

/**
 * Gives each event its place in history. Without a published feed all of them are as old as can be; a changed meeting
 * then has the number 1. With one, only what differs from it gets a new number and the moment of this build.
 */
export function stampEvents(
  events: readonly CalendarEvent[],
  { previous, now }: History,
): readonly StampedEvent[] {
  return events.map((event) => {
    const sequence = event.cancelled || event.description.startsWith('Moved') ? 1 : 0
    const fresh: StampedEvent = { ...event, sequence, changedAt: previous ? now : UNKNOWN }
    const before = previous?.get(event.uid)
    if (!before) return fresh
    if (before.content === publishedContent(fresh))
      return { ...event, sequence: before.sequence, changedAt: before.changedAt }
    return { ...event, sequence: Math.max(before.sequence + 1, sequence), changedAt: now }
  })
}

/** What the feed would say of an event: compared as written, so that nothing differs but what a client could see. */
function publishedContent(event: StampedEvent): string {
  const feed: Feed = { path: '', name: '', description: '', refresh: 0, events: [event] }
  return contentOf(eventsIn(unfoldLines(writeFeed(feed)))[0] ?? [])
}
