import { cancellingMark } from '../github/meeting-issue.ts'
import type { FoundIssue } from '../github/question.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { inZones } from '../render/in-zones.ts'
import { isoInstant } from '../time/print-time.ts'

/** The reason of the cancellation, as it stands in the series' file. */
export const ONLY_STANDING = 'only standing items on the agenda'

/** When a cancellation was proposed, and for which beginning of the meeting. */
export interface ProposedCancelling {
  readonly startsAt: Date
  readonly at: Date
}

const HIDDEN = /^<!-- wg:cancel (?<key>\S+) (?<startsAt>\S+Z) proposed (?<at>\S+Z) -->/

/** The hidden line of the pull request, by which it is known how long it stands. */
export function cancellingLine(meeting: Meeting, at: Date): string {
  return `<!-- wg:cancel ${meeting.key} ${isoInstant(meeting.startsAt)} proposed ${isoInstant(at)} -->`
}

/** Reads the hidden line; undefined when it is another meeting's, is not there any more, or somebody has broken it. */
export function readCancelling({ key }: Meeting, body: string): ProposedCancelling | undefined {
  const groups = HIDDEN.exec(body)?.groups
  if (groups?.['key'] !== key) return undefined
  const [startsAt, at] = [groups['startsAt'], groups['at']].map((text) => new Date(text ?? ''))
  return startsAt && at && !Number.isNaN(startsAt.getTime()) && !Number.isNaN(at.getTime())
    ? { startsAt, at }
    : undefined
}

/** The instants that the texts name. */
export interface CancellingTimes {
  /** When it is proposed. */
  readonly at: Date
  /** When it is merged at the earliest. */
  readonly due: Date
}

/** The text of the pull request. */
export function cancellingBody(meeting: Meeting, issue: FoundIssue, { at, due }: CancellingTimes): string {
  return [
    cancellingLine(meeting, at),
    `Nothing but standing items is on the agenda of the meeting of ${meeting.date}, and nobody has written in its issue. This cancels it.`,
    '',
    `- Meeting: ${issue.url}`,
    `- The first \`wg run\` after **${inZones(due, meeting)}** merges this, if nothing has come by then.`,
    '- To cancel it now, merge this pull request.',
    '- To keep the meeting, close this pull request: wg does not propose it again. An item on the agenda or a word in the issue keeps it, too; wg then closes this.',
    '- A comment here, or a commit on this branch, leaves the merge to people.',
  ].join('\n')
}

/** The comment in the issue that tells of the pull request; `{url}` is its address. */
export function proposedComment(meeting: Meeting, { due }: Pick<CancellingTimes, 'due'>): string {
  const label = meeting.series.github?.agenda?.label
  return [
    cancellingMark(meeting, 'proposed'),
    `Nothing but standing items is on the agenda of this meeting. If that stays so, it is cancelled soon after **${inZones(due, meeting)}**: {url}`,
    '',
    `To keep the meeting, put something on the agenda${label === undefined ? '' : ` (the label \`${label}\`, or a line in the agenda above)`}, say a word here, or close the pull request.`,
  ].join('\n')
}

/** The comment in the issue when GitHub's rules do not let wg merge. */
export function refusedComment(meeting: Meeting, { url, latest }: { url: string; latest: Date }): string {
  return [
    cancellingMark(meeting, 'refused'),
    `Nothing has come onto the agenda, but the rules of the repository do not let wg merge the cancellation. Somebody who may can merge it until **${inZones(latest, meeting)}**: ${url}`,
    '',
    'Otherwise the meeting takes place.',
  ].join('\n')
}

/** The comment in the issue when it is too late to cancel. */
export function tooLateComment(meeting: Meeting): string {
  return `${cancellingMark(meeting, 'too-late')}\nThis meeting takes place: it begins too soon to be cancelled for its agenda.`
}

/** How the comment begins with which wg closes its pull request. */
export function withdrawnMark({ key }: Meeting): string {
  return `<!-- wg:told cancelling of ${key} withdrawn -->`
}
