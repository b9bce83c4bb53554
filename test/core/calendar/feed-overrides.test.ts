import { expect, test } from 'vitest'
import { calendar, meetingsIn, shown } from './feed-text.ts'
import { override, series, weekly, withOverride } from './thursdays.ts'

/*
 * The instants are worked out by hand from the offsets of the zones:
 * New York -05:00, from 8 March to 1 November 2026 -04:00; Berlin +01:00, from 29 March to 25 October 2026 +02:00;
 * Sydney +11:00, from 5 April to 4 October 2026 +10:00; Kolkata +05:30 and Tokyo +09:00 always; Los Angeles -08:00, from 8 March -07:00.
 */
const CASES: readonly (readonly [name: string, feed: string, want: readonly string[]])[] = [
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
]

test.each(CASES)('%s', (_, feed, want) => {
  expect(meetingsIn(feed).map(shown)).toEqual(want)
})
