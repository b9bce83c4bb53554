import type { Meeting, MeetingKey } from '../meetings/meeting.ts'
import { findMarks } from '../text/marks.ts'
import { isoInstant } from '../time/print-time.ts'
import type { FoundIssue } from './question.ts'

/** The issues that carry a meeting's key, the lowest number first. */
export function issuesOf(key: MeetingKey, issues: readonly FoundIssue[]): readonly FoundIssue[] {
  const once = new Map(issues.map((issue) => [issue.number, issue]))
  return [...once.values()]
    .filter(({ body }) => keysIn(body).includes(key))
    .sort((a, b) => a.number - b.number)
}

/** The keys of the meetings whose issue a text is. */
export function keysIn(body: string): readonly string[] {
  return body.includes('wg:meeting') ? findMarks(body).keys.map(({ key }) => key) : []
}

/** The hidden line by which a comment is known to tell of a change. */
export function toldMark(meeting: Meeting): string {
  return `<!-- wg:told ${meeting.key} ${isoInstant(meeting.startsAt)} ${meeting.status} -->`
}

/** Whether the last thing that wg told in the comments is what the meeting is now. */
export function isTold(meeting: Meeting, { comments }: FoundIssue): boolean {
  const last = comments.findLast((comment) => comment.includes(`<!-- wg:told ${meeting.key} `))
  return last?.includes(toldMark(meeting)) ?? false
}
