import { groupBy } from '../group-by.ts'
import type { Series } from '../meetings/series.ts'
import { addDays, type Day } from '../time/day.ts'
import type { MeetingRecord } from './meeting-record.ts'
import { missingMinutes } from './missing-minutes.ts'

/** The meetings of one series whose minutes should be there by now. */
export interface OverdueMinutes {
  readonly series: Series
  /** The oldest first. */
  readonly records: readonly MeetingRecord[]
}

/** Series with minutes that are overdue, of the meetings since a day; see `keepsMinutes` for series that keep none. */
export function overdueMinutes(
  records: readonly MeetingRecord[],
  { today, since }: { readonly today: Day; readonly since?: Day },
): readonly OverdueMinutes[] {
  return [...groupBy(records, ({ series }) => series.id).values()].flatMap((held) => {
    const [first] = held
    if (!first) return []
    const { series } = first
    const late = missingMinutes(held, today)
      .map(({ record }) => record)
      .filter(
        ({ date }) => addDays(date, series.minutesDue) < today && (since === undefined || date >= since),
      )
    return late.length === 0 ? [] : [{ series, records: late }]
  })
}

/** What is wrong and what to do, in words. */
export function describeOverdue({ series, records }: OverdueMinutes): { message: string; hint: string } {
  const days = records.map(({ date }) => date)
  const [first, last] = [days[0] ?? '', days.at(-1) ?? '']
  return {
    message:
      days.length === 1
        ? `The meeting of ${first} has no minutes, and they were due after ${series.minutesDue} days.`
        : `${days.length} meetings have no minutes, and they were due after ${series.minutesDue} days: from ${first} to ${last}.`,
    hint: '`wg minutes missing` lists them. Write them, or say under `changes` of the series which meetings were cancelled.',
  }
}
