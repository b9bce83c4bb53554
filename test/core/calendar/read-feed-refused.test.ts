import { describe, expect, test } from 'vitest'
import { calendar, event, read, refusalsOf } from './feed-text.ts'

const START = 'DTSTART:20260312T150000Z'

/* Line 1 is BEGIN:VCALENDAR, line 4 BEGIN:VEVENT; UID, DTSTAMP and SUMMARY follow, so the first line of a test's own is 8. */
const REFUSED: readonly (readonly [name: string, feed: string, want: readonly string[]])[] = [
  ['nothing', '', ['feed-empty 1']],
  ['blanks', ' \r\n\t\r\n', ['feed-empty 1']],
  ['a page', '<!DOCTYPE html>\n<html><body>BEGIN:VCALENDAR</body></html>', ['feed-not-calendar 1']],
  ['a page with blanks before it', '\uFEFF\n  <html>', ['feed-not-calendar 1']],
  ['a message', 'Not Found', ['feed-not-calendar 1']],
  ['an address book', 'BEGIN:VCARD\r\nVERSION:4.0\r\nEND:VCARD\r\n', ['feed-not-calendar 1']],
  ['a calendar without events', calendar(), ['feed-no-match 1']],
  ['no event that matches', calendar(event(START, 'SUMMARY:Security')), ['feed-no-match 1']],
  ['a feed that was cut off', calendar(event(START)).slice(0, 150), ['feed-broken 4']],
  ['a calendar without its end', calendar(event(START)).replace('END:VCALENDAR', ''), ['feed-broken 1']],
  [
    'ends out of turn',
    calendar('BEGIN:VEVENT', 'BEGIN:VALARM', 'END:VEVENT', 'END:VALARM'),
    ['feed-broken 6'],
  ],
  ['no start', calendar(event('DTEND:20260312T150000Z')), ['feed-broken 4']],
  ['a day that is none', calendar(event('DTSTART:20260231T150000Z')), ['feed-time 8']],
  ['an hour that is none', calendar(event('DTSTART:20260212T250000Z')), ['feed-time 8']],
  ['a time with an offset', calendar(event('DTSTART:20260212T150000+0200')), ['feed-time 8']],
  ['a time in the form of RFC 3339', calendar(event('DTSTART:2026-02-12T15:00:00Z')), ['feed-time 8']],
  ['an empty start', calendar(event('DTSTART:')), ['feed-time 8']],
  ['an exception that is no time', calendar(event(START, 'EXDATE:tomorrow')), ['feed-time 9']],
  ['a length that is none', calendar(event(START, 'DURATION:1 hour')), ['feed-time 9']],
  ['a length below zero', calendar(event(START, 'DURATION:-PT1H')), ['feed-time 9']],
  ['an end before the start', calendar(event(START, 'DTEND:20260312T145959Z')), ['feed-time 4']],
  [
    'a start that is no property',
    calendar(event('DTSTART;TZID="Europe/Berlin:20260312T150000')),
    ['feed-broken 8'],
  ],
  ['a rule without frequency', calendar(event(START, 'RRULE:COUNT=3')), ['feed-rule 9']],
  ['a rule of words', calendar(event(START, 'RRULE:every week')), ['feed-rule 9']],
  ['an unknown frequency', calendar(event(START, 'RRULE:FREQ=FORTNIGHTLY')), ['feed-broken 9']],
  ['an unknown part of a rule', calendar(event(START, 'RRULE:FREQ=DAILY;BYEASTER=1')), ['feed-rule 9']],
  ['weeks by number', calendar(event(START, 'RRULE:FREQ=YEARLY;BYWEEKNO=20')), ['feed-rule 9']],
  ['another calendar', calendar(event(START, 'RRULE:RSCALE=CHINESE;FREQ=YEARLY')), ['feed-rule 9']],
  ['the 32nd of the month', calendar(event(START, 'RRULE:FREQ=MONTHLY;BYMONTHDAY=32')), ['feed-broken 9']],
  ['the day 0 of the month', calendar(event(START, 'RRULE:FREQ=MONTHLY;BYMONTHDAY=0')), ['feed-rule 9']],
  ['no times', calendar(event(START, 'RRULE:FREQ=DAILY;COUNT=0')), ['feed-rule 9']],
  ['more times than days', calendar(event(START, 'RRULE:FREQ=DAILY;COUNT=1000000')), ['feed-rule 9']],
  ['every second', calendar(event(START, 'RRULE:FREQ=SECONDLY')), ['feed-rule 4']],
  [
    'every second, said by days',
    calendar(event(START, `RRULE:FREQ=DAILY;BYSECOND=${upTo(59)};BYMINUTE=${upTo(59)};BYHOUR=${upTo(23)}`)),
    ['feed-rule 4'],
  ],
  [
    'only whole days',
    calendar(event('DTSTART;VALUE=DATE:20260312', 'RRULE:FREQ=WEEKLY;COUNT=3')),
    ['feed-all-day 4'],
  ],
  [
    'a meeting made a whole day',
    calendar(
      event('UID:a', START, 'RRULE:FREQ=DAILY;COUNT=2'),
      event('UID:a', 'RECURRENCE-ID:20260312T150000Z', 'DTSTART;VALUE=DATE:20260312'),
    ),
    ['feed-all-day 11'],
  ],
  [
    'two events that are broken, both named',
    calendar(event('DTSTART:soon'), event('DTSTART:later')),
    ['feed-time 8', 'feed-time 14'],
  ],
]

function upTo(last: number): string {
  return Array.from({ length: last + 1 }, (_, number) => number).join(',')
}

describe('a feed that cannot be read', () => {
  test.each(REFUSED)('%s', (_, feed, want) => {
    expect(refusalsOf(feed)).toEqual(want)
  })

  test.each(REFUSED)('%s: says what happened and what to do, in sentences', (_, feed) => {
    const reading = read(feed)
    for (const { message, hint, severity } of 'problems' in reading ? reading.problems : []) {
      expect(message).toMatch(/^[A-Z`][^]*\.$/)
      expect(hint).toMatch(/^[A-Z].*\.$/)
      expect(severity).toBe('error')
    }
  })

  test('what is broken in an event that does not match does no harm', () => {
    const feed = calendar(event('SUMMARY:Other', 'DTSTART:soon', 'no property at all'), event(START))
    expect(read(feed)).toMatchObject({ occurrences: [{ startsAt: new Date('2026-03-12T15:00Z') }] })
  })

  test('a line that is no property does no harm where it is not needed', () => {
    const feed = calendar(event(START, 'DESCRIPTION:first line', 'second line that lost its fold'))
    expect(read(feed)).toMatchObject({ occurrences: [{ startsAt: new Date('2026-03-12T15:00Z') }] })
  })

  test('names the nearest summaries when none matches, clean of what could harm a terminal', () => {
    const names = ['Release', 'Security working group', 'Securty WG', 'Board', '\u001B[31mred `tick`\\nline']
    const reading = read(calendar(...names.map((name) => event(START, `SUMMARY:${name}`))))
    const hint = 'problems' in reading ? reading.problems[0]?.hint : undefined
    expect(hint).toMatch(/`Securty WG`, `Security working group`/)
    expect(read(calendar(event(START, `SUMMARY:${String(names.at(-1))}`)))).toMatchObject({
      problems: [{ hint: expect.stringContaining('`[31mred tick line`') as string }],
    })
  })
})
