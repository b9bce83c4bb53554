import { expect, test } from 'vitest'
import { calendar, event, meetingsIn, shown } from './feed-text.ts'
import { series } from './thursdays.ts'

/*
 * The instants are worked out by hand from the offsets of the zones:
 * New York -05:00, from 8 March to 1 November 2026 -04:00; Berlin +01:00, from 29 March to 25 October 2026 +02:00;
 * Sydney +11:00, from 5 April to 4 October 2026 +10:00; Kolkata +05:30 and Tokyo +09:00 always; Los Angeles -08:00, from 8 March -07:00.
 */
const CASES: readonly (readonly [name: string, feed: string, want: readonly string[]])[] = [
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

test.each(CASES)('%s', (_, feed, want) => {
  expect(meetingsIn(feed).map(shown)).toEqual(want)
})
