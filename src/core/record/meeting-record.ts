import type { MinutesRecord } from '../minutes/minutes-record.ts'
import type { Problem } from '../problem.ts'
import type { MinutesPlace } from './minutes-places.ts'

/** A meeting that took place, and what is written down of it. */
export interface MeetingRecord extends MinutesPlace {
  /** `untouched`: wg prepared the file, and nobody has written into it. `unreadable` is not missing. */
  readonly state: 'written' | 'untouched' | 'missing' | 'unreadable'
  /** What the minutes say; only of those that are written and were read. */
  readonly minutes?: MinutesRecord
  /** Why the file could not be read. */
  readonly problem?: Problem
}

/** A meeting whose minutes were read. */
export type ReadMeeting = MeetingRecord & { readonly minutes: MinutesRecord }

/** Those of which there are minutes that could be read. */
export function withMinutes(records: readonly MeetingRecord[]): readonly ReadMeeting[] {
  return records.flatMap((record) => (record.minutes ? [{ ...record, minutes: record.minutes }] : []))
}
