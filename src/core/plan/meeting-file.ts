import { standingAgenda } from '../meetings/agenda.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { minutesPathOf } from '../meetings/minutes-path.ts'
import { linkOnGitHub, relativePath } from '../render/agenda-lines.ts'
import { type MeetingMatter, newMeetingText, refreshMeetingText } from '../render/meeting-text.ts'
import type { IssueDraft } from '../render/issue-link.ts'
import { meetingTitle } from '../render/titles.ts'
import { findMarks } from '../text/marks.ts'
import { given } from '../given.ts'
import type { Workspace } from '../workspace.ts'
import type { Plan, WriteFile } from './change.ts'
import { wholeText } from './whole-text.ts'

/** What the plan of a meeting's file is made from. */
export interface MeetingFileQuestion {
  readonly meeting: Meeting
  readonly workspace: Workspace
  /** The template of the agenda. */
  readonly template: string
  /** What stands at the path of the minutes; undefined when there is no such file. */
  readonly existing: string | undefined
  readonly now: Date
}

/**
 * Plans the file of a meeting where files are the tracker: it is made from the template, or its marks are filled again.
 * A file that is not this meeting's and a meeting that has begun are left alone.
 */
export function planMeetingFile({
  meeting,
  workspace,
  template,
  existing,
  now,
}: MeetingFileQuestion): Plan<WriteFile> {
  const path = minutesPathOf(meeting)
  if (meeting.startsAt <= now)
    return { changes: [], notes: [`\`${meeting.key}\` has begun: its file is left alone.`] }
  const matter = matterOf(meeting, workspace, path)
  if (existing === undefined) {
    return {
      changes: [{ kind: 'write-file', path, after: wholeText(newMeetingText(template, matter), path) }],
      notes: [],
    }
  }
  const keys = findMarks(existing).keys.map(({ key }) => key)
  if (!keys.includes(meeting.key)) {
    return {
      changes: [],
      notes: [
        `\`${path}\` is there already and does not carry the key of \`${meeting.key}\`: it is left alone.`,
      ],
    }
  }
  const after = wholeText(refreshMeetingText(existing, matter), path)
  return after === existing
    ? { changes: [], notes: [`\`${path}\` is up to date.`] }
    : { changes: [{ kind: 'write-file', path, ...given({ before: existing }), after }], notes: [] }
}

/** The agenda of a meeting as wg writes it where files are the tracker, before anybody has touched it. */
export function agendaText({
  meeting,
  workspace,
  template,
}: Pick<MeetingFileQuestion, 'meeting' | 'workspace' | 'template'>): string {
  return newMeetingText(template, matterOf(meeting, workspace, minutesPathOf(meeting))).text
}

/** The issue that a person would open for a meeting where files are the tracker. */
export function issueDraft({
  meeting,
  workspace,
  template,
}: Pick<MeetingFileQuestion, 'meeting' | 'workspace' | 'template'>): IssueDraft {
  const matter = {
    ...matterOf(meeting, workspace, ''),
    linkTo: linkOnGitHub(workspace.group.repository, workspace),
  }
  const { text } = newMeetingText(template, matter)
  return {
    title: meetingTitle(meeting, workspace),
    body: text,
    labels: meeting.series.github?.labels ?? ['meeting'],
  }
}

function matterOf(meeting: Meeting, workspace: Workspace, path: string): MeetingMatter {
  const agenda = { sections: standingAgenda(meeting, workspace), withheld: 0 }
  const folder = path.split('/').slice(0, -1).join('/')
  return { meeting, workspace, agenda, linkTo: (file) => relativePath(folder, file) }
}
