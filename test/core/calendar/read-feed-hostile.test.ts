import { describe, expect, test } from 'vitest'
import { calendar, event, read } from './feed-text.ts'
import { size } from '../../thoroughness.ts'

const START = 'DTSTART:20260312T150000Z'
const MEGABYTES_10 = 10_000_000

/** A minute in the year 2026, in the form of a feed. */
function minuteAfter(minutes: number): string {
  const at = new Date(Date.parse('2026-03-12T15:00Z') + minutes * 60_000).toISOString()
  return `${at.slice(0, 16).replace(/[-:]/g, '')}00Z`
}

/** What the reading came to, however it ended. */
function outcome(feed: string): string {
  const reading = read(feed)
  return 'problems' in reading
    ? [...new Set(reading.problems.map(({ rule }) => rule))].join(' ')
    : `${reading.occurrences.length} meetings`
}

function times(count: number, make: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

/**
 * Each would take minutes, or for ever, in a reader without bounds; the runner ends a test after a minute. The answers are counted
 * by hand from what is put in.
 */
const HOSTILE: readonly (readonly [name: string, make: () => string, want: string])[] = [
  [
    '10,000 events that match',
    () => calendar(...times(10_000, (i) => event(START, `SUMMARY:Security WG ${i}`))),
    '10000 meetings',
  ],
  [
    '50 thousand events of which one matches',
    () => calendar(...times(size(50_000), () => event(START, 'SUMMARY:Other')), event(START)),
    '1 meetings',
  ],
  [
    '10,000 events without a match',
    () => calendar(...times(10_000, (i) => event(START, `SUMMARY:Other ${i}`))),
    'feed-no-match',
  ],
  ['2,000 daily rules', () => calendar(...times(2_000, () => event(START, 'RRULE:FREQ=DAILY'))), 'feed-rule'],
  [
    '5,000 daily rules of one event',
    () => calendar(event(START, ...times(5_000, () => 'RRULE:FREQ=DAILY'))),
    'feed-rule',
  ],
  [
    '5,000 changes of one meeting',
    () =>
      calendar(
        event('UID:a', START),
        ...times(5_000, () => event('UID:a', 'RECURRENCE-ID:20260312T150000Z', 'DTSTART:20260313T150000Z')),
      ),
    '1 meetings',
  ],
  [
    '5,000 changes of all later meetings',
    () =>
      calendar(
        event('UID:a', START, 'RRULE:FREQ=HOURLY'),
        ...times(5_000, (i) => event('UID:a', `RECURRENCE-ID;RANGE=THISANDFUTURE:${minuteAfter(i)}`, START)),
      ),
    'feed-rule',
  ],
  [
    '250,000 exceptions',
    () => calendar(event(START, `EXDATE:${times(250_000, () => '20260312T150000Z').join(',')}`)),
    'feed-rule',
  ],
  [
    '10 MB of one line in folds of one letter',
    () => calendar(event(START, `DESCRIPTION:${times(MEGABYTES_10 / 4, () => 'x').join('\n ')}`)),
    '1 meetings',
  ],
  [
    '10 MB without a line end',
    () => calendar(event(START, `DESCRIPTION:${'x'.repeat(MEGABYTES_10)}`)),
    '1 meetings',
  ],
  ['10 MB of folds before any line', () => times(MEGABYTES_10 / 2, () => ' ').join('\n'), 'feed-empty'],
  [
    '10 MB of parameters',
    () => calendar(event(`DTSTART${';A=1'.repeat(MEGABYTES_10 / 4)}:20260312T150000Z`)),
    'feed-broken',
  ],
  [
    '10 MB of quotes',
    () => calendar(event(`DTSTART;TZID=${'"'.repeat(MEGABYTES_10)}:20260312T150000Z`)),
    'feed-broken',
  ],
  [
    '10 MB of a rule',
    () => calendar(event(START, `RRULE:FREQ=DAILY;BYHOUR=${times(MEGABYTES_10 / 3, () => '10').join(',')}`)),
    'feed-rule',
  ],
  ['components in components', () => 'BEGIN:VCALENDAR\r\n'.repeat(500_000), 'feed-broken'],
  ['a name of 10 MB', () => `BEGIN:${' '.repeat(MEGABYTES_10)}`, 'feed-broken'],
  ['NUL between the characters', () => calendar(event(START)).replaceAll('A', '\u0000A\u0000'), '1 meetings'],
  ['only NUL', () => '\u0000'.repeat(MEGABYTES_10), 'feed-not-calendar'],
  [
    '50 zones that change daily',
    () =>
      calendar(
        ...times(50, (i) =>
          [
            'BEGIN:VTIMEZONE',
            `TZID:Zone ${i}`,
            ...['STANDARD', 'DAYLIGHT'].flatMap((kind) => [
              `BEGIN:${kind}`,
              'DTSTART:19700101T000000',
              'TZOFFSETFROM:+0100',
              'TZOFFSETTO:+0200',
              'RRULE:FREQ=DAILY',
              `END:${kind}`,
            ]),
            'END:VTIMEZONE',
          ].join('\n'),
        ),
        ...times(50, (i) => event(`DTSTART;TZID=Zone ${i}:20260312T150000`)),
      ),
    'feed-zone',
  ],
  [
    'rules that match no day',
    () =>
      calendar(
        event(START, 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31'),
        event('DTSTART:16010101T000000Z', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'),
      ),
    '1 meetings',
  ],
  [
    'counts from 1601 on',
    () => calendar(...times(1_000, () => event('DTSTART:16010101T000000Z', 'RRULE:FREQ=DAILY;COUNT=99999'))),
    'feed-rule',
  ],
]

describe('a hostile feed gets an answer', () => {
  test.each(HOSTILE)('%s', (_, make, want) => {
    expect(outcome(make())).toBe(want)
  })
})
