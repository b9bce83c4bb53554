import { given } from '../given.ts'
import { isTold, toldMark } from '../github/meeting-issue.ts'
import type { Carried } from '../meetings/carried.ts'
import type { FoundIssue } from '../github/question.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { inZones } from '../render/in-zones.ts'
import { meetingTitle } from '../render/titles.ts'
import { markdownText } from '../text/inline-markdown.ts'
import { isoInstant } from '../time/print-time.ts'
import { localTimeIn } from '../time/zone.ts'
import type { Workspace } from '../workspace.ts'
import type { EditIssue } from './change.ts'

/** The label of an issue whose meeting does not take place. */
export const CANCELLED_LABEL = 'cancelled'

/** What is compared: the issue as it stands, what it shows, and the meeting as it is. */
export interface CarryQuestion {
  readonly issue: FoundIssue
  readonly carried: Carried | undefined
  readonly meeting: Meeting
  readonly workspace: Workspace
}

type Carry = Pick<EditIssue, 'why' | 'comment' | 'title' | 'addLabels' | 'removeLabels' | 'state'>

/**
 * What has to happen to an issue because its meeting was moved, cancelled or put back; undefined when the issue shows
 * it already. The comment is left out when it was made before: a run may have died between comment and text.
 */
export function carryChange(question: CarryQuestion): Carry | undefined {
  const { issue, carried, meeting } = question
  if (!isNews(question)) return undefined
  const comment = isTold(meeting, issue) ? undefined : `${toldMark(meeting)}\n${sentence(question)}`
  const texts = given({ comment, title: newTitle(question) })
  if (meeting.status === 'cancelled') {
    const hasTheLabel = hasLabel(issue, CANCELLED_LABEL)
    // Told and labelled, an open issue is one that a person has opened again.
    const wasClosed = hasTheLabel && comment === undefined
    return {
      why: 'cancelled',
      ...(hasTheLabel ? {} : { addLabels: [CANCELLED_LABEL] }),
      ...(wasClosed ? {} : { state: { kind: 'closed', reason: 'NOT_PLANNED' } }),
      ...texts,
    }
  }
  if (carried?.status !== 'cancelled') return { why: 'moved', ...texts }
  return {
    why: 'takes place after all',
    ...(hasLabel(issue, CANCELLED_LABEL) ? { removeLabels: [CANCELLED_LABEL] } : {}),
    ...(issue.open ? {} : { state: { kind: 'open' } }),
    ...texts,
  }
}

function isNews({ carried, meeting, issue }: CarryQuestion): boolean {
  if (!carried) return meeting.status !== 'planned' && !isTold(meeting, issue)
  if (carried.startsAt !== isoInstant(meeting.startsAt)) return true
  if (meeting.status !== 'cancelled') return carried.status === 'cancelled'
  // GitHub may have carried out a part of a request. With the label, an open issue is one that a person has opened again.
  return carried.status !== 'cancelled' || (issue.open && !hasLabel(issue, CANCELLED_LABEL))
}

function hasLabel({ labels }: FoundIssue, name: string): boolean {
  return labels.some((label) => label.toLowerCase() === name)
}

function sentence({ carried, meeting, issue }: CarryQuestion): string {
  const reason = meeting.reason === undefined ? '' : `: ${markdownText(meeting.reason)}`
  if (meeting.status === 'cancelled') return `This meeting is cancelled${reason}.`.replace(/\.\.$/, '.')
  const to = inZones(meeting.startsAt, meeting)
  if (carried?.status === 'cancelled')
    return `This meeting takes place after all, ${issue.open ? '' : 'and this issue is open again: '}${to}.`
  const from = inZones(carried ? new Date(carried.startsAt) : (meeting.was ?? meeting.startsAt), meeting)
  return `This meeting has moved${reason}.\n\n- Before: ~~${from}~~\n- Now: **${to}**`
}

/** The title follows the new day, unless a person has written another one. */
function newTitle({ issue, carried, meeting, workspace }: CarryQuestion): EditIssue['title'] {
  if (!carried) return undefined
  const old = { ...meeting, date: localTimeIn(meeting.session.zone, new Date(carried.startsAt)).day }
  const to = meetingTitle(meeting, workspace)
  return issue.title === meetingTitle(old, workspace) && issue.title !== to
    ? { from: issue.title, to }
    : undefined
}
