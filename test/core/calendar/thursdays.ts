import { calendar, event } from './feed-text.ts'

/** Three Thursdays at 15:00 in New York: 5, 12 and 19 March 2026; 20:00Z, then 19:00Z. */
export function series(...lines: readonly string[]): string {
  return event(
    'UID:series',
    'DTSTART;TZID=America/New_York:20260305T150000',
    'RRULE:FREQ=WEEKLY;COUNT=3',
    ...lines,
  )
}

export function override(...lines: readonly string[]): string {
  return event('UID:series', ...lines)
}

export function weekly(...lines: readonly string[]): string {
  return calendar(series(...lines))
}

/** The override first: the order in a feed says nothing. */
export function withOverride(...lines: readonly string[]): string {
  return calendar(override(...lines), series())
}
