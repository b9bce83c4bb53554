import type { DaySpan, Meeting } from '../meetings/meeting.ts'
import { meetingAsJson } from '../meetings/meeting-as-json.ts'

/** `meetings.json`: the meetings of the feeds, for pages and bots. The version rises when a key is taken away or changes its meaning. */
export function meetingsJson(group: string, meetings: readonly Meeting[], span: DaySpan): string {
  const all = meetings.map((meeting) => ({ ...meetingAsJson(meeting), team: meeting.series.team }))
  return `${JSON.stringify({ version: 1, group, span, meetings: all }, null, 2)}\n`
}
