import type { FoundPullRequest } from '../github/branch.ts'
import { cancellingMark, type CancellingNews } from '../github/meeting-issue.ts'
import type { FoundIssue } from '../github/question.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { printInstant } from '../time/print-time.ts'
import { cancelledText } from './cancelled-text.ts'
import {
  proposedComment,
  readCancelling,
  refusedComment,
  tooLateComment,
  withdrawnMark,
} from './cancelling-texts.ts'
import type { EditIssue, MergePullRequest, Plan } from './change.ts'
import { type FoundEmptyMeeting, latestCancelling, minutesLater } from './empty-meeting.ts'
import { isWrittenBy, tellOf, textOf } from './propose-files.ts'
import { reasonToKeep } from './reason-to-keep.ts'

/** Plans what becomes of the open pull request that cancels a meeting: it is told of, merged when its time has come, or closed. */
export function goOnWithCancelling(all: FoundEmptyMeeting, open: FoundPullRequest): Plan {
  const { meeting, grace, now, issue } = all
  const proposed = readCancelling(meeting, open.body)
  if (!proposed || open.ownComments.some((comment) => comment.includes(withdrawnMark(meeting))))
    return leaveOpen(all, open, 'somebody has taken it over')
  const reason = reasonToKeep({ ...all, proposedFor: proposed.startsAt })
  if (reason !== undefined) return { changes: [closing(all, open, reason)], notes: [] }
  if (now > latestCancelling(meeting)) return planTooLate(all, open)
  const due = minutesLater(proposed.at, grace)
  const told = planTold(all, open, due)
  if (told.length > 0) return { changes: told, notes: [] }
  if (now < due) {
    const { zone } = meeting.session
    return leaveOpen(all, open, `it is merged after ${printInstant(due, zone)} (${zone})`)
  }
  const hindrance = hindranceOf(all, open) ?? saysOtherwise(all)
  if (hindrance !== undefined) return leaveOpen(all, open, hindrance)
  return issue ? { changes: [mergeOf(all, open, issue)], notes: [] } : { changes: [], notes: [] }
}

function leaveOpen({ meeting, branch }: FoundEmptyMeeting, { number }: FoundPullRequest, why: string): Plan {
  const note = `${branch.repository}#${number}, which cancels \`${meeting.key}\`, is left as it is: ${why}.`
  return { changes: [], notes: [note] }
}

function closing({ meeting, branch }: FoundEmptyMeeting, open: FoundPullRequest, reason: string): EditIssue {
  const { id, number, url } = open
  return {
    kind: 'edit-issue',
    of: 'pull-request',
    repository: branch.repository,
    id,
    number,
    url,
    why: `close, ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
    comment: `${withdrawnMark(meeting)}\n${reason}: wg closes this pull request.`,
    state: { kind: 'closed', reason: 'COMPLETED' },
    labelIds: new Map(),
  }
}

/** It is told in the issue first, where people wait for it, and then closed, so that a run which dies in between leaves work for the next one. */
function planTooLate(all: FoundEmptyMeeting, open: FoundPullRequest): Plan {
  const { meeting, issue } = all
  const tell =
    issue && !isTold(meeting, issue, 'too-late')
      ? [commentOn(all, issue, { why: 'tell that it takes place', comment: tooLateComment(meeting) })]
      : []
  return { changes: [...tell, closing(all, open, 'The meeting begins too soon')], notes: [] }
}

function planTold(all: FoundEmptyMeeting, { url }: FoundPullRequest, due: Date): readonly EditIssue[] {
  const { meeting, home, issue } = all
  if (!issue || isTold(meeting, issue, 'proposed')) return []
  const { id, number, url: at } = issue
  const comment = proposedComment(meeting, { due })
  return tellOf({ repository: home.repository, id, number, url: at, comment }, url)
}

function isTold(meeting: Meeting, { ownComments }: FoundIssue, news: CancellingNews): boolean {
  return ownComments.some((comment) => comment.includes(cancellingMark(meeting, news)))
}

/** Why people have to merge it, if anybody. */
function hindranceOf(all: FoundEmptyMeeting, open: FoundPullRequest): string | undefined {
  const { meeting, issue, branch, path } = all
  const [newest] = branch.head?.commits ?? []
  const text = textOf(newest?.files.get(path), path)
  if (!newest || text === undefined || !isWrittenBy(newest.message, path, text))
    return 'people have committed to its branch'
  if (open.spoken) return 'people have written there'
  if (issue && isTold(meeting, issue, 'refused')) return "GitHub's rules do not let wg merge it"
  return undefined
}

function saysOtherwise(all: FoundEmptyMeeting): string | undefined {
  return 'note' in cancelledText(all)
    ? 'the file on the default branch says otherwise of that day than here'
    : undefined
}

function mergeOf(all: FoundEmptyMeeting, open: FoundPullRequest, issue: FoundIssue): MergePullRequest {
  const { meeting, branch } = all
  const { id, number, url, headOid } = open
  const [method = 'MERGE'] = branch.mergeMethods
  const comment = refusedComment(meeting, { url, latest: latestCancelling(meeting) })
  return {
    kind: 'merge-pull-request',
    repository: branch.repository,
    id,
    number,
    url,
    headOid: branch.head?.oid ?? headOid,
    method,
    why: `cancel ${meeting.key}`,
    otherwise: [commentOn(all, issue, { why: 'tell that people have to merge', comment })],
  }
}

function commentOn(
  { home }: FoundEmptyMeeting,
  { id, number, url }: FoundIssue,
  { why, comment }: Pick<EditIssue, 'why'> & { readonly comment: string },
): EditIssue {
  return {
    kind: 'edit-issue',
    repository: home.repository,
    id,
    number,
    url,
    why,
    comment,
    labelIds: new Map(),
  }
}
