import { describe, expect, test } from 'vitest'
import { calendar, event, meetingsIn, minute, read, shown } from './feed-text.ts'
import { withOverride } from './thursdays.ts'

describe('reading a feed', () => {
  test('reads the same from other line ends, a byte order mark and text before the calendar', () => {
    const feed = withOverride('RECURRENCE-ID:20260312T190000Z', 'STATUS:CANCELLED')
    const want = meetingsIn(feed)
    expect(meetingsIn(feed.replaceAll('\r\n', '\n'))).toEqual(want)
    expect(meetingsIn(`\uFEFF\r\n\r\nNone\r\n${feed}`)).toEqual(want)
    expect(meetingsIn(feed.replaceAll('\r\n', '\r\n\r\n'))).toEqual(want)
  })

  test('reads two calendars in one text', () => {
    const feed = calendar(event('DTSTART:20260312T150000Z')) + calendar(event('DTSTART:20260311T150000Z'))
    expect(meetingsIn(feed).map(shown)).toEqual(['2026-03-11T15:00Z planned', '2026-03-12T15:00Z planned'])
  })

  test('gives everything a meeting has', () => {
    const feed = calendar(
      event(
        'UID:full@example.org',
        'SUMMARY:Security WG\\, monthly',
        'DTSTART;TZID=Europe/Berlin:20260701T180000',
        'DURATION:PT1H30M',
        'LOCATION:Room 1\\; second floor',
        'URL:https://example.org/meet',
      ),
    )
    expect(meetingsIn(feed)).toEqual([
      {
        planned: new Date('2026-07-01T16:00Z'),
        startsAt: new Date('2026-07-01T16:00Z'),
        endsAt: new Date('2026-07-01T17:30Z'),
        status: 'planned',
        summary: 'Security WG, monthly',
        location: 'Room 1; second floor',
        url: 'https://example.org/meet',
        zone: 'Europe/Berlin',
        uid: 'full@example.org',
      },
    ])
  })

  test('gives no address that is none of the web', () => {
    expect(
      meetingsIn(calendar(event('DTSTART:20260312T150000Z', 'URL:javascript:alert(1)')))[0],
    ).not.toHaveProperty('url')
  })

  test('takes every event for the empty text, and takes the text as it is, not as a pattern', () => {
    const feed = calendar(
      event('SUMMARY:a.b', 'DTSTART:20260312T150000Z'),
      event('SUMMARY:axb', 'DTSTART:20260313T150000Z'),
    )
    expect(meetingsIn(feed, { match: '' })).toHaveLength(2)
    expect(meetingsIn(feed, { match: 'A.B' }).map(shown)).toEqual(['2026-03-12T15:00Z planned'])
  })
})

describe('the end of a meeting', () => {
  const ENDS: readonly (readonly [name: string, lines: readonly string[], want: string])[] = [
    ['from DTEND', ['DTSTART:20260312T150000Z', 'DTEND:20260312T160000Z'], '2026-03-12T16:00Z'],
    [
      'from DTEND in another zone',
      ['DTSTART;TZID=Europe/Berlin:20260312T150000', 'DTEND;TZID=America/New_York:20260312T110000'],
      '2026-03-12T15:00Z',
    ],
    ['from DURATION', ['DTSTART:20260312T150000Z', 'DURATION:PT45M'], '2026-03-12T15:45Z'],
    // 24 hours by the calendar on the day the clocks go forward in New York are 23 hours.
    [
      'from DURATION in days, on the clock of the series',
      ['DTSTART;TZID=America/New_York:20260307T150000', 'DURATION:P1D'],
      '2026-03-08T19:00Z',
    ],
    ['from nothing: as it begins', ['DTSTART:20260312T150000Z'], '2026-03-12T15:00Z'],
    [
      'from the period of an extra date',
      ['DTSTART:20250312T150000Z', 'RDATE;VALUE=PERIOD:20260312T150000Z/PT3H'],
      '2026-03-12T18:00Z',
    ],
    [
      'from the first meeting, exactly, for all of a rule',
      ['DTSTART;TZID=UTC:20250312T150000', 'DTEND;TZID=UTC:20250312T162000', 'RRULE:FREQ=YEARLY;COUNT=2'],
      '2026-03-12T16:20Z',
    ],
  ]
  test.each(ENDS)('%s', (_, lines, want) => {
    expect(meetingsIn(calendar(event(...lines))).map(({ endsAt }) => minute(endsAt))).toEqual([want])
  })

  test('of a moved meeting that says none is as far from its start as in the series', () => {
    const feed = calendar(
      event('UID:series', 'DTSTART:20260312T150000Z', 'DURATION:PT1H'),
      event('UID:series', 'RECURRENCE-ID:20260312T150000Z', 'DTSTART:20260312T180000Z'),
    )
    expect(meetingsIn(feed).map(({ endsAt }) => minute(endsAt))).toEqual(['2026-03-12T19:00Z'])
  })
})

describe('the span', () => {
  const feed = calendar(
    event('UID:s', 'DTSTART:20260301T150000Z', 'RRULE:FREQ=DAILY;COUNT=5'),
    event('UID:s', 'RECURRENCE-ID:20260302T150000Z', 'DTSTART:20260601T150000Z'),
  )

  test('holds its first instant and not its last', () => {
    const span = { from: '2026-03-03T15:00Z', to: '2026-03-05T15:00Z' }
    expect(meetingsIn(feed, span).map(shown)).toEqual([
      '2026-03-03T15:00Z planned',
      '2026-03-04T15:00Z planned',
    ])
  })

  test('holds a meeting that was moved out of it, and one that was moved into it', () => {
    const moved = '2026-06-01T15:00Z moved from 2026-03-02T15:00Z'
    expect(meetingsIn(feed, { from: '2026-03-02T00:00Z', to: '2026-03-03T00:00Z' }).map(shown)).toEqual([
      moved,
    ])
    expect(meetingsIn(feed, { from: '2026-06-01T00:00Z', to: '2026-06-02T00:00Z' }).map(shown)).toEqual([
      moved,
    ])
  })

  test('may hold no meeting of an event that matches', () => {
    expect(meetingsIn(feed, { from: '2030-01-01T00:00Z', to: '2031-01-01T00:00Z' })).toEqual([])
  })
})

interface Warned {
  readonly name: string
  readonly feed: string
  readonly want: readonly string[]
  readonly warned: string
}

describe('what looks wrong and can be read', () => {
  const WARNED: readonly Warned[] = [
    {
      name: 'a change for a meeting that there is not, taken as a meeting of its own',
      feed: withOverride('RECURRENCE-ID;TZID=America/New_York:20260312T190000', 'DTSTART:20260313T190000Z'),
      want: [
        '2026-03-05T20:00Z planned',
        '2026-03-12T19:00Z planned',
        '2026-03-13T19:00Z moved from 2026-03-12T23:00Z',
        '2026-03-19T19:00Z planned',
      ],
      warned: 'feed-orphan',
    },
    {
      name: 'a cancellation of a meeting that there is not, left out',
      feed: withOverride('RECURRENCE-ID;TZID=America/New_York:20260312T190000', 'STATUS:CANCELLED'),
      want: ['2026-03-05T20:00Z planned', '2026-03-12T19:00Z planned', '2026-03-19T19:00Z planned'],
      warned: 'feed-orphan',
    },
    {
      name: 'a note for a whole day that has the same words',
      feed: calendar(
        event('DTSTART:20260312T150000Z'),
        event('DTSTART;VALUE=DATE:20260319', 'SUMMARY:No Security WG this week'),
      ),
      want: ['2026-03-12T15:00Z planned'],
      warned: 'feed-all-day',
    },
    {
      name: 'times without zone in a calendar that has one',
      feed: calendar('X-WR-TIMEZONE:Europe/Berlin', event('DTSTART:20260312T150000')),
      want: ['2026-03-12T14:00Z planned'],
      warned: 'feed-floating',
    },
  ]
  test.each(WARNED)('$name', ({ feed, want, warned }) => {
    const reading = read(feed)
    if ('problems' in reading) throw new Error('The feed was refused.')
    expect(reading.occurrences.map(shown)).toEqual(want)
    expect(reading.warnings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([`warning ${warned}`])
    expect(reading.warnings[0]?.place).toMatchObject({ file: 'team.ics' })
  })
})
