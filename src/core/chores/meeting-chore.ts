import { homeAnswer } from '../github/home-answer.ts'
import type { Series } from '../meetings/series.ts'
import { type DueMeeting, openedSince } from '../plan/due.ts'
import { planMeetingIssue, questionFor } from '../plan/meeting-issue.ts'
import { seriesFile, type Workspace } from '../workspace.ts'
import type { Chore } from './chore.ts'

/** What the issues of a series are kept right from. */
export interface MeetingChoreQuestion {
  readonly series: Series
  /** Those that `dueMeetings` names. */
  readonly meetings: readonly DueMeeting[]
  readonly workspace: Workspace
  /** The template of issues. */
  readonly template: string
  readonly now: Date
}

/** The chore of the issues of a series: each is opened when it is due, and right until its meeting begins. Undefined when none may be there. */
export function meetingChore({
  series,
  meetings,
  workspace,
  template,
  now,
}: MeetingChoreQuestion): Chore | undefined {
  const home = series.github
  if (!home || meetings.length === 0) return undefined
  return {
    part: 'meetings',
    of: series.id,
    place: workspace.placeOf(seriesFile(series.id, workspace), ['github', 'repository']),
    meetings,
    question: questionFor(home, openedSince(meetings)),
    plan: (answer) => {
      const found = homeAnswer(series, home, { answer, workspace })
      const plans = meetings.map((each) =>
        planMeetingIssue({ ...each, home, template, workspace, found, now }),
      )
      return {
        changes: plans.flatMap(({ changes }) => changes),
        notes: plans.flatMap(({ notes }) => notes),
      }
    },
  }
}
