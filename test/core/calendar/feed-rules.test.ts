import { expect, test } from 'vitest'
import { calendar, event, meetingsIn, shown } from './feed-text.ts'

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
]

test.each(CASES)('%s', (_, feed, want) => {
  expect(meetingsIn(feed).map(shown)).toEqual(want)
})
