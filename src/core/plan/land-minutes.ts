import { minutesMark, type MinutesNews } from '../github/meeting-issue.ts'
import type { FoundIssue } from '../github/question.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { minutesPathOf } from '../meetings/minutes-path.ts'
import type { GitHubHome } from '../meetings/series.ts'
import type { EditIssue, OpenPullRequest, Plan } from './change.ts'

/** Whether a meeting's issue holds the comment that tells so of its minutes. */
export function isToldOfMinutes(meeting: Meeting, { ownComments }: FoundIssue, news: MinutesNews): boolean {
  return ownComments.some((comment) => comment.includes(minutesMark(meeting, news)))
}

/** Where and how the pull request of a meeting's minutes is told of; undefined when it was told, or there is no issue. */
export function tellOfMinutes(
  meeting: Meeting,
  { repository }: GitHubHome,
  issue: FoundIssue | undefined,
): OpenPullRequest['tell'] {
  if (!issue || isToldOfMinutes(meeting, issue, 'proposed')) return undefined
  const { id, number, url } = issue
  const comment = `${minutesMark(meeting, 'proposed')}\nThe minutes of this meeting are proposed: {url}`
  return { repository, id, number, url, comment }
}

/**
 * Plans that the issue of a meeting is closed whose minutes are there. It is closed first and told of it then, so that a run which dies in between leaves work for the next one, and an issue
 * that somebody opens again stays open.
 */
export function planLanded(
  meeting: Meeting,
  { repository }: GitHubHome,
  issue: FoundIssue | undefined,
): Plan {
  const landed = `The minutes of \`${meeting.key}\` have landed.`
  if (!issue) return { changes: [], notes: [landed] }
  if (isToldOfMinutes(meeting, issue, 'landed')) return { changes: [], notes: [`${landed} ${issue.url}`] }
  const { id, number, url } = issue
  const place = { kind: 'edit-issue', repository, id, number, url, labelIds: new Map() } as const
  const close: EditIssue = {
    ...place,
    why: 'close, the minutes have landed',
    state: { kind: 'closed', reason: 'COMPLETED' },
  }
  const tell: EditIssue = {
    ...place,
    why: 'tell that the minutes have landed',
    comment: `${minutesMark(meeting, 'landed')}\nThe minutes of this meeting have landed: \`${minutesPathOf(meeting)}\``,
  }
  return { changes: [...(issue.open ? [close] : []), tell], notes: [landed] }
}
