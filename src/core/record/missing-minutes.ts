import { type Day, daysBetween } from '../time/day.ts'
import type { MeetingRecord } from './meeting-record.ts'

/** A meeting without minutes, and for how many days. */
export interface MissingMinutes {
  readonly record: MeetingRecord
  readonly age: number
}

/** The meetings that took place and of which nobody has written anything down, the oldest first. */
export function missingMinutes(records: readonly MeetingRecord[], today: Day): readonly MissingMinutes[] {
  return records
    .filter(({ state }) => state === 'missing' || state === 'untouched')
    .map((record) => ({ record, age: Math.max(0, daysBetween(record.date, today)) }))
}

/** The shape for programs. `untouched` says that the file is there, as wg prepared it. */
export function missingAsJson({ record, age }: MissingMinutes) {
  const { key, series, date, file, state } = record
  return { key, series: series.id, title: series.title, date, file, untouched: state === 'untouched', age }
}
