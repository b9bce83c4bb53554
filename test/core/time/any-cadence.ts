import fc from 'fast-check'
import type { Cadence, CadenceWeekday } from '../../../src/core/time/cadence.ts'
import { makeCadence } from '../../../src/core/time/make-cadence.ts'
import { addDays, type Day, type Weekday } from '../../../src/core/time/day.ts'

/** A day from 2015 to 2035. */
export const anyDay = fc.integer({ min: 0, max: 7669 }).map((days) => addDays('2015-01-01' as Day, days))

const weekday = fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>
const position = (most: number) =>
  fc.oneof(fc.integer({ min: 1, max: most }), fc.integer({ min: -most, max: -1 }))
const some = <T>(one: fc.Arbitrary<T>, maxLength: number) =>
  fc.oneof(
    fc.constant([]),
    fc.uniqueArray(one, { minLength: 1, maxLength, selector: (value) => JSON.stringify(value) }),
  )

interface Limits {
  readonly freq: Cadence['freq']
  readonly nth: number
  readonly monthDays: boolean
  readonly months: boolean
}

function anyCadenceOf({ freq, nth, monthDays, months }: Limits): fc.Arbitrary<Cadence> {
  const plain = weekday.map((value): CadenceWeekday => ({ weekday: value }))
  const ordinal = fc.record({ weekday, nth: position(Math.max(nth, 1)) })
  return fc
    .record({
      interval: fc.integer({ min: 1, max: 5 }),
      byWeekday: some(nth > 0 ? fc.oneof(plain, ordinal) : plain, 4),
      byMonthDay: monthDays ? some(position(31), 4) : fc.constant([]),
      byMonth: months ? some(fc.integer({ min: 1, max: 12 }), 4) : fc.constant([]),
      bySetPos: some(position(4), 2),
      end: fc.oneof(
        fc.constant({}),
        fc.record({ count: fc.integer({ min: 1, max: 40 }) }),
        fc.record({ until: anyDay }),
      ),
      weekStart: weekday,
    })
    .map(({ end, bySetPos, ...rule }) => {
      const named = rule.byWeekday.length + rule.byMonthDay.length + rule.byMonth.length > 0
      return makeCadence({ freq, ...rule, bySetPos: named ? bySetPos : [], ...end })
    })
}

/** Any cadence that `readRule` can give, with its lists in order. */
export const anyCadence: fc.Arbitrary<Cadence> = fc.oneof(
  anyCadenceOf({ freq: 'daily', nth: 0, monthDays: true, months: true }),
  anyCadenceOf({ freq: 'weekly', nth: 0, monthDays: false, months: true }),
  anyCadenceOf({ freq: 'monthly', nth: 5, monthDays: true, months: true }),
  anyCadenceOf({ freq: 'yearly', nth: 53, monthDays: true, months: false }),
  anyCadenceOf({ freq: 'yearly', nth: 5, monthDays: true, months: true }),
)
