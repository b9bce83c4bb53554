import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { type Cadence, type DaySpan, daysOf, isOnCadence, nextDayOf } from '../../../src/core/time/cadence.ts'
import { addDays, type Day, parseDay } from '../../../src/core/time/day.ts'
import { makeCadence } from '../../../src/core/time/make-cadence.ts'
import { readRule } from '../../../src/core/time/read-rule.ts'
import { writeRule } from '../../../src/core/time/write-rule.ts'
import { anyCadence, anyDay } from './any-cadence.ts'
import { RFC_EXAMPLES } from './rfc-examples.ts'
import { runs } from '../../thoroughness.ts'

const day = (text: string): Day => parseDay(text)!

function cadence(rule: string): Cadence {
  const read = readRule(rule)
  if ('refused' in read) throw new Error(read.refused)
  return read.cadence
}

/** All days of a rule from its first one, found one after the other, at most so many. */
function firstDays(rule: string, starts: string, most: number): string[] {
  const days: string[] = []
  let found = nextDayOf(cadence(rule), day(starts), day(starts))
  while (found !== undefined && days.length < most) {
    days.push(found.day)
    found = nextDayOf(cadence(rule), day(starts), addDays(found.day, 1))
  }
  return days
}

/** What rrule-temporal gives for the same rule in a span. */
function theirs(rule: Cadence, starts: Day, span: DaySpan): string[] {
  const at = (text: Day) => Temporal.ZonedDateTime.from(`${text}T12:00[UTC]`)
  const engine = new RRuleTemporal({ rruleString: writeRule(rule), dtstart: at(starts) })
  return engine.between(at(span.from), at(span.to), true).map((found) => found.toPlainDate().toString())
}

/**
 * Where rrule-temporal 2.2 leaves RFC 5545 §3.3.10: in a yearly rule without BYMONTH, one ordinal in BYDAY makes it forget the weekdays without
 * ordinal, and BYMONTHDAY, which BYDAY should narrow down. See `by hand` below for such rules.
 */
function isKnownToDiffer({ freq, byMonth, byWeekday, byMonthDay }: Cadence): boolean {
  const ordinals = byWeekday.filter(({ nth }) => nth !== undefined).length
  const isMixed = ordinals > 0 && (ordinals < byWeekday.length || byMonthDay.length > 0)
  return freq === 'yearly' && byMonth.length === 0 && isMixed
}

const anySearch = fc
  .tuple(anyCadence, anyDay, fc.nat(1200), fc.nat(1000))
  .map(([rule, starts, later, length]) => {
    const from = addDays(starts, later)
    return { rule, starts, span: { from, to: addDays(from, length) } }
  })

describe('the days of any cadence', () => {
  test('are those that rrule-temporal gives', () => {
    let days = 0
    const comparable = anySearch.filter(({ rule }) => !isKnownToDiffer(rule))
    fc.assert(
      fc.property(comparable, ({ rule, starts, span }) => {
        const mine = daysOf(rule, starts, span).map((found) => found.day)
        expect(mine).toEqual(theirs(rule, starts, span))
        days += mine.length
      }),
      { numRuns: runs(250) },
    )
    expect(days).toBeGreaterThan(200)
  })

  test('rise, lie in the span, and are counted from the first one', () => {
    fc.assert(
      fc.property(anySearch, ({ rule, starts, span }) => {
        const all = daysOf(rule, starts, { from: starts, to: span.to })
        expect(all.map(({ index }) => index)).toEqual(all.map((_, index) => index))
        expect(all.every((found, index) => index === 0 || all[index - 1]!.day < found.day)).toBe(true)
        const inSpan = all.filter((found) => found.day >= span.from)
        expect(daysOf(rule, starts, span)).toEqual(inSpan)
        if (inSpan.length > 0) expect(nextDayOf(rule, starts, span.from)).toEqual(inSpan[0])
      }),
      { numRuns: runs(300) },
    )
  })
})

/** Worked out with a calendar. */
const BY_HAND: readonly (readonly [string, string, string])[] = [
  ['FREQ=MONTHLY;BYDAY=5TH', '2026-01-01', '2026-01: 29; 2026-04: 30; 2026-07: 30; 2026-10: 29; 2026-12: 31'],
  [
    'FREQ=MONTHLY;BYDAY=-1FR',
    '2026-10-01',
    '2026-10: 30; 2026-11: 27; 2026-12: 25; 2027-01: 29; 2027-02: 26',
  ],
  ['FREQ=MONTHLY', '2026-01-31', '2026-01: 31; 2026-03: 31; 2026-05: 31; 2026-07: 31; 2026-08: 31'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', '2027-12-01', '2027-12: 31; 2028-01: 31; 2028-02: 29; 2028-03: 31'],
  ['FREQ=MONTHLY;BYMONTHDAY=-31', '2026-01-01', '2026-01: 1; 2026-03: 1; 2026-05: 1'],
  ['FREQ=YEARLY', '2024-02-29', '2024-02: 29; 2028-02: 29; 2032-02: 29'],
  ['FREQ=YEARLY', '2096-02-29', '2096-02: 29; 2104-02: 29'],
  [
    'FREQ=YEARLY;BYMONTHDAY=31',
    '2026-06-15',
    '2026-07: 31; 2026-08: 31; 2026-10: 31; 2026-12: 31; 2027-01: 31',
  ],
  ['FREQ=WEEKLY;INTERVAL=2', '2026-12-17', '2026-12: 17 31; 2027-01: 14 28'],
  ['FREQ=MONTHLY;BYDAY=2TU,4TU', '2026-11-15', '2026-11: 24; 2026-12: 8 22; 2027-01: 12 26'],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    '2026-01-01',
    '2026-01: 30; 2026-02: 27; 2026-03: 31; 2026-04: 30; 2026-05: 29',
  ],
  ['FREQ=YEARLY;BYDAY=FR,1MO;COUNT=5', '2026-01-01', '2026-01: 2 5 9 16 23'],
  ['FREQ=YEARLY;BYDAY=1FR;BYMONTHDAY=3', '2024-01-01', '2025-01: 3; 2031-01: 3'],
  ['FREQ=YEARLY;BYDAY=-1MO', '2026-01-01', '2026-12: 28; 2027-12: 27; 2028-12: 25'],
  ['FREQ=YEARLY;BYMONTH=5;BYDAY=1MO', '2026-05-05', '2027-05: 3; 2028-05: 1'],
  ['FREQ=DAILY;INTERVAL=2;BYMONTH=3', '2026-02-27', '2026-03: 1 3 5 7'],
  ['FREQ=DAILY;BYMONTHDAY=-1,-2', '2026-02-01', '2026-02: 27 28; 2026-03: 30 31'],
  ['FREQ=WEEKLY;COUNT=3', '2026-01-05', '2026-01: 5 12 19'],
  ['FREQ=DAILY;UNTIL=20260103', '2026-01-01', '2026-01: 1 2 3'],
  ['FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31', '2026-01-01', ''],
  ['FREQ=YEARLY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=30,31', '2026-01-01', ''],
  ['FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31', '2026-01-01', ''],
  ['FREQ=WEEKLY;UNTIL=20251231', '2026-01-05', ''],
]

/** `1997-09: 2 4; 1997-10: 7` as days. */
function spelledOut(text: string): string[] {
  return text.split('; ').flatMap((part) => {
    const [month = '', dates = ''] = part.split(': ')
    return dates
      .split(' ')
      .filter(Boolean)
      .map((date) => `${month}-${date.padStart(2, '0')}`)
  })
}

describe.each([
  ['the examples of the RFC', RFC_EXAMPLES],
  ['by hand', BY_HAND],
])('%s', (_name, rows) => {
  test.each(rows)('%s from %s', (rule, starts, expected) => {
    const days = spelledOut(expected)
    const isAll = /COUNT|UNTIL/.test(rule) || days.length === 0
    expect(firstDays(rule, starts, days.length + (isAll ? 1 : 0))).toEqual(days)
  })
})

test('a first day that the rule does not name does not belong to the cadence, and is not counted', () => {
  const rule = cadence('FREQ=WEEKLY;BYDAY=TH;COUNT=2')
  expect(daysOf(rule, day('2026-01-05'), { from: day('2026-01-01'), to: day('2026-12-31') })).toEqual([
    { day: '2026-01-08', index: 0 },
    { day: '2026-01-15', index: 1 },
  ])
})

test('both ends of a span belong to it, and an empty span has no days', () => {
  const rule = makeCadence({ freq: 'daily' })
  const within = (from: string, to: string) =>
    daysOf(rule, day('2026-01-01'), { from: day(from), to: day(to) }).map((found) => found.day)
  expect(within('2026-01-03', '2026-01-04')).toEqual(['2026-01-03', '2026-01-04'])
  expect(within('2026-01-04', '2026-01-03')).toEqual([])
  expect(within('2025-01-01', '2025-12-31')).toEqual([])
})

test('a day is on the cadence or not', () => {
  const rule = cadence('FREQ=WEEKLY;INTERVAL=2')
  expect(isOnCadence(rule, day('2026-01-08'), day('2026-12-24'))).toBe(true)
  expect(isOnCadence(rule, day('2026-01-08'), day('2026-12-31'))).toBe(false)
})

test('days end with the year 9999', () => {
  const rule = cadence('FREQ=YEARLY;INTERVAL=9999')
  expect(nextDayOf(rule, day('2026-01-08'), day('2026-01-09'))).toBeUndefined()
})
