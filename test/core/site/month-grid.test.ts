import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weeksOf } from '../../../src/core/site/month-grid.ts'
import { runs } from '../../thoroughness.ts'

test.each([
  ['2026-11', '2026-10-26', '2026-12-06'],
  ['2027-02', '2027-02-01', '2027-02-28'],
  ['2026-12', '2026-11-30', '2027-01-03'],
])('the weeks of %s go from %s to %s', (month, from, to) => {
  expect(weeksOf(month)).toEqual({ from, to })
})

test('they are whole weeks from Monday, and hold the month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1970, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const name = `${year}-${String(month).padStart(2, '0')}`
      const { from, to } = weeksOf(name)
      expect([new Date(from).getUTCDay(), new Date(to).getUTCDay()]).toEqual([1, 0])
      const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
      expect(from <= `${name}-01` && to >= last).toBe(true)
      expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBeLessThan(42)
    }),
    { numRuns: runs(100) },
  )
})
