import type { Cadence, CadenceWeekday } from './cadence.ts'

/** A cadence with only what is not usual said. */
export type CadenceParts = Partial<Cadence> & Pick<Cadence, 'freq'>

/** The full cadence: interval 1 and weeks from Monday unless said, lists in order (1, 2, … and then … -2, -1), so that equal cadences look equal. */
export function makeCadence(parts: CadenceParts): Cadence {
  const { byWeekday = [], byMonthDay = [], byMonth = [], bySetPos = [], ...rest } = parts
  return {
    interval: 1,
    weekStart: 1,
    ...rest,
    byWeekday: [...byWeekday].sort(byOrdinalAndWeekday),
    byMonthDay: [...byMonthDay].sort(byPlace),
    byMonth: [...byMonth].sort(byPlace),
    bySetPos: [...bySetPos].sort(byPlace),
  }
}

/** Those without ordinal first, then as the month brings them. */
function byOrdinalAndWeekday(a: CadenceWeekday, b: CadenceWeekday): number {
  return byPlace(a.nth ?? 0, b.nth ?? 0) || a.weekday - b.weekday
}

/** Places from the start before places from the end. */
function byPlace(a: number, b: number): number {
  const fromEnd = Number(a < 0) - Number(b < 0)
  return fromEnd === 0 ? a - b : fromEnd
}
