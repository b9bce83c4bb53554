import { expect, test } from 'vitest'
import { calendar, event, meetingsIn, shown } from './feed-text.ts'
import { weekly } from './thursdays.ts'

/*
 * The instants are worked out by hand from the offsets of the zones:
 * New York -05:00, from 8 March to 1 November 2026 -04:00; Berlin +01:00, from 29 March to 25 October 2026 +02:00;
 * Sydney +11:00, from 5 April to 4 October 2026 +10:00; Kolkata +05:30 and Tokyo +09:00 always; Los Angeles -08:00, from 8 March -07:00.
 */
const CASES: readonly (readonly [name: string, feed: string, want: readonly string[]])[] = [
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
]

test.each(CASES)('%s', (_, feed, want) => {
  expect(meetingsIn(feed).map(shown)).toEqual(want)
})
