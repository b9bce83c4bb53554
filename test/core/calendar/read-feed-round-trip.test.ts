import fc from 'fast-check'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { describe, expect, test } from 'vitest'
import { readFeed } from '../../../src/core/calendar/read-feed.ts'
import { calendar, event, meetingsIn, minute } from './feed-text.ts'
import { runs } from '../../thoroughness.ts'

const FIRST = Date.parse('2026-01-01T00:00Z')
const MINUTES_IN_10_YEARS = 10 * 365 * 24 * 60
const SPAN = { from: new Date(FIRST), to: new Date(FIRST + MINUTES_IN_10_YEARS * 60_000) }

const instant = fc
  .integer({ min: 0, max: MINUTES_IN_10_YEARS - 1 })
  .map((minutes) => new Date(FIRST + minutes * 60_000))
/** Text that stays as it is when blanks at its ends are taken away. */
const text = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((chars) => chars.replace(/\p{Cc}/gu, '').trim())

const meeting = fc.record({
  start: instant,
  minutes: fc.integer({ min: 0, max: 600 }),
  name: text,
  room: text,
  cancelled: fc.boolean(),
})

describe('a feed of an independent writer', () => {
  test('is read back exactly, whatever the order and the texts', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(meeting, { maxLength: 12, minLength: 1, selector: ({ start }) => start.getTime() }),
        (meetings) => {
          const feed = ical({ method: ICalCalendarMethod.PUBLISH, prodId: '//example//test//EN' })
          meetings.forEach(({ start, minutes, name, room, cancelled }, index) => {
            feed.createEvent({
              id: `meeting-${index}`,
              start,
              end: new Date(start.getTime() + minutes * 60_000),
              summary: `Call ${name}`.trim(),
              description: 'The Weekly one',
              location: room,
              status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
            })
          })
          const reading = readFeed({ text: feed.toString(), source: 'team.ics', match: 'weekly', span: SPAN })
          const want = meetings
            .map(({ start, minutes, name, room, cancelled }, index) => ({
              planned: start,
              startsAt: start,
              endsAt: new Date(start.getTime() + minutes * 60_000),
              status: cancelled ? 'cancelled' : 'planned',
              summary: `Call ${name}`.trim(),
              zone: 'UTC',
              uid: `meeting-${index}`,
              ...(room === '' ? {} : { location: room }),
            }))
            .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
          expect(reading).toEqual({ occurrences: want, warnings: [] })
        },
      ),
      { numRuns: runs(100) },
    )
  })
})

/** The wall clock of Node's own `Intl`, which knows nothing of our arithmetic. */
function wallIn(zone: string, at: Date): string {
  const options = { timeZone: zone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat('sv-SE', options).format(at)
}

describe('a weekly rule in any zone', () => {
  const zones = [
    'America/New_York',
    'Europe/Dublin',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Asia/Kathmandu',
    'America/Santiago',
  ]
  const start = fc.record({
    zone: fc.constantFrom(...zones),
    day: fc.integer({ min: 0, max: 3650 }),
    // Clocks change at night, and what happens to skipped times is told elsewhere.
    hour: fc.integer({ min: 4, max: 22 }),
    weeks: fc.integer({ min: 1, max: 60 }),
    left: fc.integer({ min: 0, max: 59 }),
  })

  test('keeps its hour on the wall, seven days apart, without the exceptions', () => {
    fc.assert(
      fc.property(start, ({ zone, day, hour, weeks, left }) => {
        const dateOf = (week: number) =>
          new Date(FIRST + (day + week * 7) * 86_400_000).toISOString().slice(0, 10)
        const time = `T${String(hour).padStart(2, '0')}1500`
        const wallOf = (week: number) => `${dateOf(week).replaceAll('-', '')}${time}`
        const feed = calendar(
          event(
            `DTSTART;TZID=${zone}:${wallOf(0)}`,
            `RRULE:FREQ=WEEKLY;COUNT=${weeks}`,
            `EXDATE;TZID=${zone}:${wallOf(left)}`,
          ),
        )
        const meetings = meetingsIn(feed, { from: '2025-12-01T00:00Z', to: '2040-01-01T00:00Z' })
        const kept = Array.from({ length: weeks }, (_, week) => week).filter((week) => week !== left)
        expect(meetings.map(({ startsAt }) => wallIn(zone, startsAt))).toEqual(
          kept.map((week) => `${dateOf(week)} ${String(hour).padStart(2, '0')}:15`),
        )
      }),
      { numRuns: runs(100) },
    )
  })

  test('begins in a span as it does in the whole', () => {
    fc.assert(
      fc.property(
        start,
        fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
        fc.integer({ min: 1, max: 9 }),
        ({ zone, day, hour }, freq, interval) => {
          const date = new Date(Date.UTC(1990, 0, 1 + day)).toISOString().slice(0, 10).replaceAll('-', '')
          const feed = calendar(
            event(
              `DTSTART;TZID=${zone}:${date}T${String(hour).padStart(2, '0')}0000`,
              `RRULE:FREQ=${freq};INTERVAL=${interval}`,
            ),
          )
          const all = meetingsIn(feed, { from: '1990-01-01T00:00Z', to: '2032-01-01T00:00Z' })
          const late = meetingsIn(feed, { from: '2026-05-05T05:00Z', to: '2032-01-01T00:00Z' })
          const from = new Date('2026-05-05T05:00Z')
          expect(late.map(({ startsAt }) => minute(startsAt))).toEqual(
            all.filter(({ startsAt }) => startsAt >= from).map(({ startsAt }) => minute(startsAt)),
          )
        },
      ),
      { numRuns: runs(20) },
    )
  })
})

describe('any text at all', () => {
  test('gets an answer and not an exception', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom(
        'BEGIN:VEVENT',
        'END:VEVENT',
        'SUMMARY:x',
        'UID:1',
        'DTSTART:20260312T150000Z',
        'DTSTART;VALUE=DATE:20260312',
      ),
      fc.constantFrom(
        'RRULE:FREQ=DAILY;COUNT=3',
        'RECURRENCE-ID:20260312T150000Z',
        'EXDATE;TZID=X:20260312T150000',
        'STATUS:CANCELLED',
      ),
      fc.constantFrom(
        'DTEND:20260312T150000Z',
        'DURATION:PT1H',
        'RDATE;VALUE=PERIOD:20260313T150000Z/P',
        'BEGIN:VTIMEZONE',
        'RRULE:',
      ),
      fc
        .tuple(
          fc.constantFrom('DTSTART', 'RRULE', 'EXDATE', 'RDATE', 'TZID', '__proto__'),
          fc.string({ maxLength: 20 }),
        )
        .map((pair) => pair.join(':')),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const reading = readFeed({
          text: calendar('BEGIN:VEVENT', ...lines, 'END:VEVENT'),
          source: 'x.ics',
          match: '',
          span: SPAN,
        })
        expect('occurrences' in reading || reading.problems.length > 0).toBe(true)
      }),
      { numRuns: runs(1000) },
    )
  })
})
