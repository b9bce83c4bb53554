import { describe, expect, test } from 'vitest'
import { calendar, event, meetingsIn, minute, read, shown } from './feed-text.ts'

/*
 * The instants are worked out by hand from the offsets of the zones:
 * New York -05:00, from 8 March to 1 November 2026 -04:00; Berlin +01:00, from 29 March to 25 October 2026 +02:00;
 * Sydney +11:00, from 5 April to 4 October 2026 +10:00; Kolkata +05:30 and Tokyo +09:00 always; Los Angeles -08:00, from 8 March -07:00.
 */
const CASES: readonly (readonly [name: string, feed: string, want: readonly string[]])[] = [
  [
    'a weekly rule over the day the clocks go forward in New York',
    calendar(event('DTSTART;TZID=America/New_York:20260226T150000', 'RRULE:FREQ=WEEKLY;COUNT=3')),
    ['2026-02-26T20:00Z planned', '2026-03-05T20:00Z planned', '2026-03-12T19:00Z planned'],
  ],
  [
    'a weekly rule over the day the clocks go back in Berlin',
    calendar(event('DTSTART;TZID=Europe/Berlin:20261022T150000', 'RRULE:FREQ=WEEKLY;COUNT=2')),
    ['2026-10-22T13:00Z planned', '2026-10-29T14:00Z planned'],
  ],
  [
    'south of the equator',
    calendar(event('DTSTART;TZID=Australia/Sydney:20260402T090000', 'RRULE:FREQ=WEEKLY;COUNT=2')),
    ['2026-04-01T22:00Z planned', '2026-04-08T23:00Z planned'],
  ],
  [
    'Los Angeles over the day the clocks go forward, on Tuesdays and Thursdays',
    calendar(
      event('DTSTART;TZID=America/Los_Angeles:20260305T100000', 'RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=2'),
    ),
    ['2026-03-05T18:00Z planned', '2026-03-10T17:00Z planned'],
  ],
  [
    'a zone with half an hour',
    calendar(event('DTSTART;TZID=Asia/Kolkata:20260305T103000')),
    ['2026-03-05T05:00Z planned'],
  ],
  [
    'a rule in UTC that keeps its hour',
    calendar(event('DTSTART:20260301T150000Z', 'RRULE:FREQ=DAILY;INTERVAL=14;COUNT=2')),
    ['2026-03-01T15:00Z planned', '2026-03-15T15:00Z planned'],
  ],
  [
    'the second Thursday of the month',
    calendar(event('DTSTART;TZID=UTC:20260108T160000', 'RRULE:FREQ=MONTHLY;BYDAY=2TH;COUNT=3')),
    ['2026-01-08T16:00Z planned', '2026-02-12T16:00Z planned', '2026-03-12T16:00Z planned'],
  ],
  [
    'the last working day of the month, by position',
    calendar(
      event('DTSTART:20260130T160000Z', 'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3'),
    ),
    // 31 January and 28 February 2026 are Saturdays; 31 March is a Tuesday.
    ['2026-01-30T16:00Z planned', '2026-02-27T16:00Z planned', '2026-03-31T16:00Z planned'],
  ],
  [
    'the last two days of each month, which never ends in ical.js',
    calendar(event('DTSTART:20260130T160000Z', 'RRULE:FREQ=DAILY;BYMONTHDAY=-1,-2;COUNT=4')),
    [
      '2026-01-30T16:00Z planned',
      '2026-01-31T16:00Z planned',
      '2026-02-27T16:00Z planned',
      '2026-02-28T16:00Z planned',
    ],
  ],
  [
    'UNTIL in UTC, which is the last meeting itself',
    calendar(
      event('DTSTART;TZID=America/New_York:20260305T150000', 'RRULE:FREQ=WEEKLY;UNTIL=20260312T190000Z'),
    ),
    ['2026-03-05T20:00Z planned', '2026-03-12T19:00Z planned'],
  ],
  [
    'UNTIL in UTC one second before a meeting',
    calendar(
      event('DTSTART;TZID=America/New_York:20260305T150000', 'RRULE:FREQ=WEEKLY;UNTIL=20260312T185959Z'),
    ),
    ['2026-03-05T20:00Z planned'],
  ],
  [
    'UNTIL as a day, which counts to its end on the clock of the series',
    calendar(
      // 16:00 in Los Angeles on 11 March is 23:00 UTC; 17:30 would already be the 12th.
      event('DTSTART;TZID=America/Los_Angeles:20260304T173000', 'RRULE:FREQ=WEEKLY;UNTIL=20260311'),
    ),
    ['2026-03-05T01:30Z planned', '2026-03-12T00:30Z planned'],
  ],
  [
    'a rule that was ended before its beginning: all its meetings are deleted',
    calendar(event('DTSTART:20260305T150000Z', 'RRULE:FREQ=WEEKLY;UNTIL=20260301T000000Z')),
    [],
  ],
  [
    'a rule with its hour in BYHOUR and BYMINUTE',
    calendar(event('DTSTART:20260305T080000Z', 'RRULE:FREQ=DAILY;BYHOUR=8,20;BYMINUTE=0;COUNT=3')),
    ['2026-03-05T08:00Z planned', '2026-03-05T20:00Z planned', '2026-03-06T08:00Z planned'],
  ],
  [
    'a rule in hours, as some programs write weeks',
    calendar(event('DTSTART:20260305T080000Z', 'RRULE:FREQ=HOURLY;INTERVAL=168;COUNT=2')),
    ['2026-03-05T08:00Z planned', '2026-03-12T08:00Z planned'],
  ],
  [
    'a rule in small letters with a semicolon at its end',
    calendar(event('DTSTART:20260305T080000Z', 'RRULE:freq=weekly;count=2;')),
    ['2026-03-05T08:00Z planned', '2026-03-12T08:00Z planned'],
  ],
  [
    'two rules in one event',
    calendar(event('DTSTART:20260305T080000Z', 'RRULE:FREQ=WEEKLY;COUNT=2', 'RRULE:FREQ=DAILY;COUNT=2')),
    ['2026-03-05T08:00Z planned', '2026-03-06T08:00Z planned', '2026-03-12T08:00Z planned'],
  ],
  [
    'a week that begins on Sunday, every second week',
    calendar(
      // The week of Sunday 4 January holds Thursday 8; the next one that counts begins on 18 January.
      event('DTSTART:20260108T080000Z', 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TH;WKST=SU;COUNT=3'),
    ),
    ['2026-01-08T08:00Z planned', '2026-01-18T08:00Z planned', '2026-01-22T08:00Z planned'],
  ],
  [
    'a rule from 1970 without end',
    calendar(event('DTSTART:19700101T080000Z', 'RRULE:FREQ=DAILY;INTERVAL=200')),
    // 1 January 2026 is day 20,454; 20,400 is a multiple of 200 and lies 54 days before it.
    ['2026-05-27T08:00Z planned', '2026-12-13T08:00Z planned'],
  ],
  [
    'EXDATE in the zone of the series',
    weekly('EXDATE;TZID=America/New_York:20260312T150000'),
    ['2026-03-05T20:00Z planned', '2026-03-19T19:00Z planned'],
  ],
  [
    'EXDATE in UTC',
    weekly('EXDATE:20260312T190000Z'),
    ['2026-03-05T20:00Z planned', '2026-03-19T19:00Z planned'],
  ],
  [
    'EXDATE in another zone, on the next day there',
    weekly('EXDATE;TZID=Asia/Tokyo:20260313T040000'),
    ['2026-03-05T20:00Z planned', '2026-03-19T19:00Z planned'],
  ],
  [
    'EXDATE as days, two in one line',
    weekly('EXDATE;VALUE=DATE:20260312,20260305'),
    ['2026-03-19T19:00Z planned'],
  ],
  [
    'EXDATE without a zone, in that of the series, in two lines',
    weekly('EXDATE:20260312T150000', 'EXDATE:20260319T150000'),
    ['2026-03-05T20:00Z planned'],
  ],
  [
    'EXDATE one hour beside the meeting takes nothing away',
    weekly('EXDATE:20260312T200000Z'),
    ['2026-03-05T20:00Z planned', '2026-03-12T19:00Z planned', '2026-03-19T19:00Z planned'],
  ],
  ['EXRULE of the older standard', weekly('EXRULE:FREQ=WEEKLY;INTERVAL=2'), ['2026-03-12T19:00Z planned']],
  [
    'RDATE in the zone of the series, in another one, in UTC and as a day',
    calendar(
      event(
        'DTSTART;TZID=America/New_York:20260305T150000',
        'RDATE;TZID=America/New_York:20260401T100000',
        'RDATE;TZID=Europe/Berlin:20260402T100000',
        'RDATE:20260403T100000Z',
        'RDATE;VALUE=DATE:20260404',
      ),
    ),
    [
      '2026-03-05T20:00Z planned',
      '2026-04-01T14:00Z planned',
      '2026-04-02T08:00Z planned',
      '2026-04-03T10:00Z planned',
      '2026-04-04T19:00Z planned',
    ],
  ],
  [
    'an extra date that is a date of the rule, once',
    weekly('RDATE:20260312T190000Z'),
    ['2026-03-05T20:00Z planned', '2026-03-12T19:00Z planned', '2026-03-19T19:00Z planned'],
  ],
  [
    'one event without a rule',
    calendar(event('DTSTART;TZID=Europe/Berlin:20260701T180000', 'DTEND;TZID=Europe/Berlin:20260701T190000')),
    ['2026-07-01T16:00Z planned'],
  ],
  [
    'a meeting moved by two hours',
    withOverride(
      'RECURRENCE-ID;TZID=America/New_York:20260312T150000',
      'DTSTART;TZID=America/New_York:20260312T170000',
    ),
    [
      '2026-03-05T20:00Z planned',
      '2026-03-12T21:00Z moved from 2026-03-12T19:00Z',
      '2026-03-19T19:00Z planned',
    ],
  ],
  [
    'a meeting moved in UTC past the next one',
    withOverride('RECURRENCE-ID:20260312T190000Z', 'DTSTART:20260320T120000Z'),
    [
      '2026-03-05T20:00Z planned',
      '2026-03-19T19:00Z planned',
      '2026-03-20T12:00Z moved from 2026-03-12T19:00Z',
    ],
  ],
  [
    'a meeting named by its day alone',
    withOverride('RECURRENCE-ID;VALUE=DATE:20260312', 'DTSTART;TZID=Europe/Berlin:20260313T100000'),
    [
      '2026-03-05T20:00Z planned',
      '2026-03-13T09:00Z moved from 2026-03-12T19:00Z',
      '2026-03-19T19:00Z planned',
    ],
  ],
  [
    'a meeting cancelled by its status',
    withOverride(
      'RECURRENCE-ID;TZID=America/New_York:20260312T150000',
      'DTSTART;TZID=America/New_York:20260312T150000',
      'STATUS:CANCELLED',
    ),
    ['2026-03-05T20:00Z planned', '2026-03-12T19:00Z cancelled', '2026-03-19T19:00Z planned'],
  ],
  [
    'a cancellation without a start',
    withOverride('RECURRENCE-ID:20260312T190000Z', 'STATUS:cancelled'),
    ['2026-03-05T20:00Z planned', '2026-03-12T19:00Z cancelled', '2026-03-19T19:00Z planned'],
  ],
  [
    'a meeting cancelled by its summary',
    withOverride(
      'RECURRENCE-ID:20260312T190000Z',
      'DTSTART:20260312T190000Z',
      'SUMMARY:[Canceled] Security WG',
    ),
    ['2026-03-05T20:00Z planned', '2026-03-12T19:00Z cancelled', '2026-03-19T19:00Z planned'],
  ],
  [
    'a meeting with another name that still belongs to the series',
    withOverride('RECURRENCE-ID:20260312T190000Z', 'DTSTART:20260312T193000Z', 'SUMMARY:A guest speaks'),
    [
      '2026-03-05T20:00Z planned',
      '2026-03-12T19:30Z moved from 2026-03-12T19:00Z',
      '2026-03-19T19:00Z planned',
    ],
  ],
  [
    'two revisions of one change: the higher SEQUENCE counts, wherever it stands',
    calendar(
      override('SEQUENCE:2', 'RECURRENCE-ID:20260312T190000Z', 'DTSTART:20260312T220000Z'),
      override('SEQUENCE:1', 'RECURRENCE-ID:20260312T190000Z', 'DTSTART:20260312T210000Z'),
      series(),
    ),
    [
      '2026-03-05T20:00Z planned',
      '2026-03-12T22:00Z moved from 2026-03-12T19:00Z',
      '2026-03-19T19:00Z planned',
    ],
  ],
  [
    'a change of this and all later meetings',
    withOverride(
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20260312T190000Z',
      'DTSTART;TZID=America/New_York:20260312T170000',
    ),
    [
      '2026-03-05T20:00Z planned',
      '2026-03-12T21:00Z moved from 2026-03-12T19:00Z',
      '2026-03-19T21:00Z moved from 2026-03-19T19:00Z',
    ],
  ],
  [
    'a date taken out after it had been moved',
    calendar(
      series('EXDATE:20260312T190000Z'),
      override('RECURRENCE-ID:20260312T190000Z', 'DTSTART:20260312T210000Z'),
    ),
    ['2026-03-05T20:00Z planned', '2026-03-19T19:00Z planned'],
  ],
  [
    'a cancelled series',
    weekly('STATUS:CANCELLED'),
    ['2026-03-05T20:00Z cancelled', '2026-03-12T19:00Z cancelled', '2026-03-19T19:00Z cancelled'],
  ],
  [
    'changed meetings without their series, as a calendar gives them that hides the rest',
    calendar(
      override('RECURRENCE-ID:20260312T190000Z', 'DTSTART:20260312T210000Z'),
      override('RECURRENCE-ID:20260319T190000Z', 'DTSTART:20260319T190000Z', 'STATUS:CANCELLED'),
    ),
    ['2026-03-12T21:00Z moved from 2026-03-12T19:00Z', '2026-03-19T19:00Z cancelled'],
  ],
  [
    'several events in any order, and one that does not match',
    calendar(
      event('DTSTART:20260401T150000Z'),
      event('DTSTART:20260101T150000Z', 'SUMMARY:Release'),
      event('DTSTART:20260301T150000Z', 'RRULE:FREQ=MONTHLY;COUNT=2'),
      event('DTSTART:20260201T150000Z'),
    ),
    ['2026-02-01T15:00Z planned', '2026-03-01T15:00Z planned', '2026-04-01T15:00Z planned'],
  ],
  [
    'a series split into two that share the day of the split',
    calendar(
      event('UID:b', 'DTSTART:20260319T150000Z', 'RRULE:FREQ=WEEKLY;COUNT=2'),
      event('UID:a', 'DTSTART:20260312T150000Z', 'RRULE:FREQ=WEEKLY;UNTIL=20260319T150000Z'),
    ),
    ['2026-03-12T15:00Z planned', '2026-03-19T15:00Z planned', '2026-03-26T15:00Z planned'],
  ],
  [
    'one series in the feed twice',
    calendar(series(), series()),
    ['2026-03-05T20:00Z planned', '2026-03-12T19:00Z planned', '2026-03-19T19:00Z planned'],
  ],
  [
    'an older revision of the series besides the new one',
    calendar(
      event('UID:a', 'SEQUENCE:4', 'DTSTART:20260312T150000Z'),
      event('UID:a', 'SEQUENCE:3', 'DTSTART:20260312T140000Z'),
    ),
    ['2026-03-12T15:00Z planned'],
  ],
  [
    'a series cancelled and set up anew at the same time',
    calendar(
      event('UID:a', 'DTSTART:20260312T150000Z', 'STATUS:CANCELLED', 'SUMMARY:Canceled: Security WG'),
      event('UID:b', 'DTSTART:20260312T150000Z'),
    ),
    ['2026-03-12T15:00Z planned'],
  ],
  [
    'events without any UID',
    calendar(
      event('UID:', 'DTSTART:20260312T150000Z'),
      event('UID:', 'DTSTART:20260313T150000Z', 'SUMMARY:CANCELLED: Security WG (20260313T150000Z)'),
    ),
    ['2026-03-12T15:00Z planned', '2026-03-13T15:00Z cancelled'],
  ],
  [
    'the name in the description alone, in other letter case, folded in the middle',
    calendar(
      event(
        'SUMMARY:Meeting',
        'DTSTART:20260312T150000Z',
        'DESCRIPTION:Weekly call of the SECU\n RITY\\nwg.',
      ),
    ),
    ['2026-03-12T15:00Z planned'],
  ],
  [
    'an hour that is skipped comes later; an hour that is repeated is the first',
    calendar(
      // 02:30 on 8 March does not exist in New York: 02:30 -05:00. 01:30 on 1 November comes twice: -04:00 first.
      event('DTSTART;TZID=America/New_York:20260308T023000'),
      event('DTSTART;TZID=America/New_York:20261101T013000'),
    ),
    ['2026-03-08T07:30Z planned', '2026-11-01T05:30Z planned'],
  ],
]

/** Three Thursdays at 15:00 in New York: 5, 12 and 19 March 2026; 20:00Z, then 19:00Z. */
function series(...lines: readonly string[]): string {
  return event(
    'UID:series',
    'DTSTART;TZID=America/New_York:20260305T150000',
    'RRULE:FREQ=WEEKLY;COUNT=3',
    ...lines,
  )
}

function override(...lines: readonly string[]): string {
  return event('UID:series', ...lines)
}

function weekly(...lines: readonly string[]): string {
  return calendar(series(...lines))
}

/** The override first: the order in a feed says nothing. */
function withOverride(...lines: readonly string[]): string {
  return calendar(override(...lines), series())
}

describe('reading a feed', () => {
  test.each(CASES)('%s', (_, feed, want) => {
    expect(meetingsIn(feed).map(shown)).toEqual(want)
  })

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

describe('what looks wrong and can be read', () => {
  const WARNED: readonly (readonly [name: string, feed: string, want: readonly string[], warned: string])[] =
    [
      [
        'a change for a meeting that there is not, taken as a meeting of its own',
        withOverride('RECURRENCE-ID;TZID=America/New_York:20260312T190000', 'DTSTART:20260313T190000Z'),
        [
          '2026-03-05T20:00Z planned',
          '2026-03-12T19:00Z planned',
          '2026-03-13T19:00Z moved from 2026-03-12T23:00Z',
          '2026-03-19T19:00Z planned',
        ],
        'feed-orphan',
      ],
      [
        'a cancellation of a meeting that there is not, left out',
        withOverride('RECURRENCE-ID;TZID=America/New_York:20260312T190000', 'STATUS:CANCELLED'),
        ['2026-03-05T20:00Z planned', '2026-03-12T19:00Z planned', '2026-03-19T19:00Z planned'],
        'feed-orphan',
      ],
      [
        'a note for a whole day that has the same words',
        calendar(
          event('DTSTART:20260312T150000Z'),
          event('DTSTART;VALUE=DATE:20260319', 'SUMMARY:No Security WG this week'),
        ),
        ['2026-03-12T15:00Z planned'],
        'feed-all-day',
      ],
      [
        'times without zone in a calendar that has one',
        calendar('X-WR-TIMEZONE:Europe/Berlin', event('DTSTART:20260312T150000')),
        ['2026-03-12T14:00Z planned'],
        'feed-floating',
      ],
    ]
  test.each(WARNED)('%s', (_, feed, want, warned) => {
    const reading = read(feed)
    if ('problems' in reading) throw new Error('The feed was refused.')
    expect(reading.occurrences.map(shown)).toEqual(want)
    expect(reading.warnings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([`warning ${warned}`])
    expect(reading.warnings[0]?.place).toMatchObject({ file: 'team.ics' })
  })
})
