import type { MeetingKey } from '../meetings/meeting.ts'
import type { Day } from '../time/day.ts'
import type { ReadMeeting } from './meeting-record.ts'

/** What a meeting decided, for programs and people alike. */
export interface ListedDecision {
  readonly text: string
  readonly series: string
  readonly team: string
  readonly key: MeetingKey
  readonly date: Day
  readonly file: string
  readonly line: number
}

/** Every decision of all minutes, the oldest first. */
export function listDecisions(records: readonly ReadMeeting[]): readonly ListedDecision[] {
  return records.flatMap(({ minutes, series, key, date, file }) =>
    minutes.decisions.map(({ text, line }) => ({
      text,
      series: series.id,
      team: series.team,
      key,
      date,
      file,
      line,
    })),
  )
}
