import type { Meeting } from '../meetings/meeting.ts'
import type { Carried } from '../meetings/carried.ts'
import { findMarks } from '../text/marks.ts'
import { isoInstant } from '../time/print-time.ts'
import type { FoundIssue } from './question.ts'

/** The issues that carry the key of a meeting, of a review or of what is due: the open ones first, then the lowest number. The first is the one, the others are copies. */
export function issuesOf(key: string, issues: readonly FoundIssue[]): readonly FoundIssue[] {
  const once = new Map(issues.map((issue) => [issue.number, issue]))
  return [...once.values()]
    .filter(({ body }) => keysLike(body).includes(key) && keysIn(body).includes(key))
    .sort((a, b) => Number(b.open) - Number(a.open) || a.number - b.number)
}

/** The keys of the meetings whose issue a text is. */
export function keysIn(body: string): readonly string[] {
  return keysLike(body).length > 0 ? findMarks(body).keys.map(({ key }) => key) : []
}

/** What looks like a key, also in code; reading a text for its marks takes a thousand times as long. */
export function keysLike(body: string): readonly string[] {
  return [...body.matchAll(/wg:(?:meeting|review|due)\s+(\S+)/g)].map(([, key = '']) => key)
}

/** The hidden line by which a comment is known to tell of a change. */
export function toldMark(meeting: Meeting): string {
  return `<!-- wg:told ${meeting.key} ${isoInstant(meeting.startsAt)} ${meeting.status} -->`
}

const TOLD = /<!-- wg:told (?<key>\S+) (?<startsAt>\S+Z) (?<status>planned|moved|cancelled) -->/g

/** What the last comment of wg's tells of a meeting. */
export function lastTold(meeting: Meeting, { ownComments }: FoundIssue): Carried | undefined {
  const told = ownComments.flatMap((comment) => [...comment.matchAll(TOLD)].map(({ groups = {} }) => groups))
  const last = told.findLast(({ key }) => key === meeting.key)
  return last && { startsAt: last['startsAt'] ?? '', status: last['status'] as Meeting['status'] }
}

/** Whether the last thing that wg told in the comments is what the meeting is now. */
export function isTold(meeting: Meeting, issue: FoundIssue): boolean {
  const last = lastTold(meeting, issue)
  return last?.startsAt === isoInstant(meeting.startsAt) && last.status === meeting.status
}

/** What there is to tell of a cancellation that wg proposes by itself. */
export type CancellingNews = 'proposed' | 'refused' | 'too-late'

/** The hidden line by which a comment is known to tell what became of a cancellation that wg proposes by itself. */
export function cancellingMark(meeting: Meeting, news: CancellingNews): string {
  return `<!-- wg:told cancelling of ${meeting.key} ${news} -->`
}

/** What there is to tell of a meeting's minutes. */
export type MinutesNews = 'proposed' | 'late' | 'landed'

/** The hidden line by which a comment is known to tell what became of a meeting's minutes. */
export function minutesMark(meeting: Meeting, news: MinutesNews): string {
  return `<!-- wg:told minutes of ${meeting.key} ${news} -->`
}
