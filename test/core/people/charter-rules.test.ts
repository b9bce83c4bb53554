import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { employerKeys } from '../../../src/core/people/employer-name.ts'
import { lastsOn } from '../../../src/core/people/roster.ts'
import { parseShare, printShare, shareOf } from '../../../src/core/people/share.ts'
import { lastDayOfTerm, parseTermLength } from '../../../src/core/people/term-length.ts'
import { addDays, parseDay } from '../../../src/core/time/day.ts'
import { runs } from '../../thoroughness.ts'

const day = (text: string) => parseDay(text)!

describe('a share', () => {
  test.each([
    ['1/3', 10, 3],
    ['33%', 100, 33],
    ['33.3%', 1000, 333],
    ['100 %', 7, 7],
    [' 2 / 4 ', 9, 4],
  ] as const)('%s of %i people is %i', (...[text, people, count]) => {
    expect(shareOf(parseShare(text)!, people)).toBe(count)
  })

  test.each(['4/3', '0/3', '1/0', '101%', '0%', 'a third', '0.33', '-1/3', '1/3/2', ''])(
    '%s is none',
    (text) => {
      expect(parseShare(text)).toBeUndefined()
    },
  )

  test('is read back as it is printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), (a, b) => {
        const text = `${Math.min(a, b)}/${Math.max(a, b)}`
        expect(printShare(parseShare(text)!)).toBe(text)
        expect(printShare(parseShare(`${a}%`)!)).toBe(`${a}%`)
      }),
      { numRuns: runs(50) },
    )
  })
})

describe('the last day of a term', () => {
  test.each([
    ['2026-03-01', '1 year', '2027-02-28'],
    ['2024-02-29', '1 year', '2025-02-27'],
    ['2026-01-31', '1 month', '2026-02-27'],
    ['2026-01-01', '18 months', '2027-06-30'],
    ['2026-01-01', '2 weeks', '2026-01-14'],
    ['2026-01-01', '1 day', '2026-01-01'],
  ] as const)('that begins on %s and takes %s is %s', (...[since, length, last]) => {
    expect(lastDayOfTerm(day(since), parseTermLength(length)!)).toBe(last)
  })

  test.each(['a year', '1', 'year', '0 days', '1.5 years', '1 yr', ''])('%s is no length', (text) => {
    expect(parseTermLength(text)).toBeUndefined()
  })
})

describe('an employer', () => {
  const keyOf = employerKeys(new Map([['Example Corp', ['Example Cloud', 'EXC']]]))

  test.each([
    ['Example Corp', 'example, Inc.'],
    ['Example Corp', '@example'],
    ['Example Corp', 'The Example Company'],
    ['Example Corp', 'EXAMPLE CLOUD GmbH'],
    ['Example Corp', 'exc'],
    ['Red Example', 'RedExample'],
    ['Société Exemple S.A.', 'societe exemple'],
    ['A.B. Example, Ltd.', 'AB Example'],
    ['Amazon Web Services, Inc.', 'AWS'],
  ])('%s is the same as %s', (one, other) => {
    expect(keyOf(one)).toBeDefined()
    expect(keyOf(other)).toBe(keyOf(one))
  })

  test.each([
    ['Example', 'Examples'],
    ['Example Labs', 'Example'],
    ['日本例', '日本'],
  ])('%s is not %s', (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other))
  })

  test.each(['independent', 'Self-employed', 'N/A', '-', 'None', 'freelancer'])('%s is none', (name) => {
    expect(keyOf(name)).toBeUndefined()
  })
})

test('a term lasts from its first to its last day, and one that ended on an unknown day on none', () => {
  const days = Array.from({ length: 6 }, (_, index) => addDays(day('2026-01-01'), index))
  const lasting = (term: Parameters<typeof lastsOn>[0]) =>
    days.map((each) => (lastsOn(term, each) ? 'x' : '.')).join('')
  expect(lasting({})).toBe('xxxxxx')
  expect(lasting({ since: days[2]! })).toBe('..xxxx')
  expect(lasting({ until: days[2]! })).toBe('xxx...')
  expect(lasting({ since: days[1]!, until: days[3]! })).toBe('.xxx..')
  expect(lasting({ since: days[1]!, until: 'unknown' })).toBe('......')
})
