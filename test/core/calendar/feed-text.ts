import { expect } from 'vitest'
import { type FeedReading, type FeedRequest, readFeed } from '../../../src/core/calendar/read-feed.ts'
import type { FeedOccurrence } from '../../../src/core/calendar/feed-occurrence.ts'

/** A feed that holds these components. */
export function calendar(...components: readonly string[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//example//test//EN',
    ...components,
    'END:VCALENDAR',
    '',
  ]
  return lines.join('\n').replaceAll('\n', '\r\n')
}

let events = 0

/** An event with these lines; `UID` and `SUMMARY` are filled in where the lines say none. */
export function event(...lines: readonly string[]): string {
  events += 1
  const has = (name: string) => lines.some((line) => line.startsWith(name))
  return [
    'BEGIN:VEVENT',
    ...(has('UID') ? [] : [`UID:event-${events}@example.org`]),
    'DTSTAMP:20260101T000000Z',
    ...(has('SUMMARY') ? [] : ['SUMMARY:Security WG']),
    ...lines,
    'END:VEVENT',
  ].join('\n')
}

export type FeedDetails = Partial<Omit<FeedRequest, 'span'>> & {
  readonly from?: string
  readonly to?: string
}

/** Reads a feed for `Security WG`, in the year 2026 unless said. */
export function read(text: string, details: FeedDetails = {}): FeedReading {
  const { from = '2026-01-01T00:00Z', to = '2027-01-01T00:00Z', ...rest } = details
  return readFeed({
    text,
    source: 'team.ics',
    match: 'Security WG',
    span: { from: new Date(from), to: new Date(to) },
    ...rest,
  })
}

/** The meetings of a feed that must be readable, and readable without a warning. */
export function meetingsIn(text: string, details: FeedDetails = {}): readonly FeedOccurrence[] {
  const reading = read(text, details)
  if ('problems' in reading) throw new Error(reading.problems.map(({ message }) => message).join('\n'))
  expect(reading.warnings).toEqual([])
  return reading.occurrences
}

/** `2026-03-05T20:00Z planned`, and what it was moved from. */
export function shown({ startsAt, planned, status }: FeedOccurrence): string {
  const from = startsAt.getTime() === planned.getTime() ? '' : ` from ${minute(planned)}`
  return `${minute(startsAt)} ${status}${from}`
}

export function minute(at: Date): string {
  return `${at.toISOString().slice(0, 16)}Z`
}

/** The rules of the problems of a feed that must be refused, and the lines they stand on. */
export function refusalsOf(text: string, details: FeedDetails = {}): readonly string[] {
  const reading = read(text, details)
  if (!('problems' in reading)) throw new Error('The feed was read.')
  return reading.problems.map(({ rule, place }) => `${rule} ${String(place?.line)}`)
}
