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
 * The VEVENT of each event with its place in history. Without a published feed all of them are as old as can be; a changed
 * meeting then has the number 1. With one, only what differs from it gets a new number and the moment of this build.
 */
export function stampEvents(events: readonly CalendarEvent[], history: History): readonly string[] {
  const { previous, now } = history
  const texts = writeEvents(
    events.map((event) => ({ ...event, sequence: numberOf(event), changedAt: UNKNOWN })),
  )
  if (!previous) return texts
  const floor = nextFloor(events, previous)
  return events.map((event, index) => {
    const text = texts[index] ?? ''
    const before = previous.events.get(event.uid)
    if (!before) return withDating(text, { sequence: Math.max(numberOf(event), floor), changedAt: now })
    if (before.content === contentOf(text)) return withDating(text, before)
    const sequence = Math.max(before.sequence + 1, numberOf(event))
    return withDating(text, { sequence, changedAt: latest(now, before.changedAt) })
  })
}

const DATING = /^(SEQUENCE|DTSTAMP|LAST-MODIFIED):[^\r]*/gm

/** Writing the event anew would give the same and takes much longer. */
function withDating(
  text: string,
  { sequence, changedAt }: Pick<StampedEvent, 'sequence' | 'changedAt'>,
): string {
  const at = changedAt.toISOString().replace(/[-:]|\.\d+/g, '')
  return text.replace(DATING, (_, name: string) => `${name}:${name === 'SEQUENCE' ? sequence : at}`)
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
