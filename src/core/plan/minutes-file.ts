import { given } from '../given.ts'
import type { Agenda } from '../meetings/agenda.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { minutesPathOf } from '../meetings/minutes-path.ts'
import { addSections } from '../minutes/add-sections.ts'
import { type OpenAction, openActionLines } from '../minutes/open-action-lines.ts'
import { refuse } from '../problem.ts'
import { relativePath } from '../render/agenda-lines.ts'
import { type MeetingMatter, newMeetingText, refreshMeetingText } from '../render/meeting-text.ts'
import { rosterLines } from '../render/roster-lines.ts'
import type { Line } from '../text/line.ts'
import { findMarks } from '../text/marks.ts'
import { applySplices } from '../text/splice.ts'
import type { Workspace } from '../workspace.ts'
import type { Plan, WriteFile } from './change.ts'
import { wholeText } from './whole-text.ts'

/** What the skeleton of minutes is made from. */
export interface SkeletonQuestion {
  readonly meeting: Meeting
  readonly workspace: Workspace
  /** The template of minutes. */
  readonly template: string
  readonly agenda: Agenda
  /** The agenda as the meeting's issue shows it, and the address of that issue. */
  readonly issue?: { readonly url: string; readonly agenda?: readonly Line[] }
  readonly actions: readonly OpenAction[]
}

/** What the plan of a skeleton is made from. */
export interface MinutesFileQuestion extends SkeletonQuestion {
  /** What stands at the path of the minutes; undefined when there is no such file. */
  readonly existing: string | undefined
}

/** The minutes of a meeting before anything is noted in them. */
export function minutesSkeleton(question: SkeletonQuestion): string {
  return wholeText(newMeetingText(question.template, matterOf(question)), minutesPathOf(question.meeting))
}

/**
 * Plans the file in which the minutes of a meeting are taken. The agenda that stands at its path where files are the tracker gets the
 * sections that it lacks, once; its marks are filled again. A file that does not carry the meeting's key is left alone.
 */
export function planMinutesFile(question: MinutesFileQuestion): Plan<WriteFile> {
  const { meeting, existing } = question
  const path = minutesPathOf(meeting)
  if (meeting.status === 'cancelled')
    throw refuse(
      'meeting',
      `\`${meeting.key}\` is cancelled, so there are no minutes to take.`,
      'If it takes place after all, take the line out of `changes` in the file of its series.',
    )
  if (existing === undefined)
    return { changes: [{ kind: 'write-file', path, after: minutesSkeleton(question) }], notes: [] }
  const { keys, blocks } = findMarks(existing)
  if (!keys.some(({ key }) => key === meeting.key)) {
    const note = `\`${path}\` is there already and does not carry the key of \`${meeting.key}\`: it is left alone.`
    return { changes: [], notes: [note] }
  }
  const begun = blocks.some(({ name }) => name === 'present' || name === 'actions')
  const text = begun ? existing : addSections(existing, withoutBlocks(minutesSkeleton(question), blocks))
  const after = wholeText(refreshMeetingText(text, matterOf(question)), path)
  if (after === existing) return { changes: [], notes: [`\`${path}\` is up to date.`] }
  return { changes: [{ kind: 'write-file', path, before: existing, after }], notes: [] }
}

/** Without the marks that stand in the file already, where they may stand only once. */
function withoutBlocks(skeleton: string, standing: readonly { readonly key: string }[]): string {
  const twice = findMarks(skeleton).blocks.filter(({ key }) => standing.some((block) => block.key === key))
  const splices = twice.map(({ start, end }) => {
    const after = /^\s*\n/.exec(skeleton.slice(end))?.[0].length ?? 0
    return { start, end: end + after, text: '' }
  })
  return applySplices(skeleton, splices)
}

function matterOf({ meeting, workspace, agenda, issue, actions }: SkeletonQuestion): MeetingMatter {
  const folder = minutesPathOf(meeting).split('/').slice(0, -1).join('/')
  return {
    meeting,
    workspace,
    agenda,
    linkTo: (file) => relativePath(folder, file),
    minutes: {
      present: rosterLines(meeting, workspace),
      actions: openActionLines(actions),
      ...given({ agenda: issue?.agenda }),
    },
    ...given({ issue: issue?.url }),
  }
}
