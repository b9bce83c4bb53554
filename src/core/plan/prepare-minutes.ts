import { gatherAgenda } from '../github/gather-agenda.ts'
import { answeredBranch } from '../github/answered-branch.ts'
import type { BranchQuestion } from '../github/branch.ts'
import { homeAnswer } from '../github/home-answer.ts'
import { agendaOfIssue } from '../github/issue-agenda.ts'
import { issuesOf, minutesMark } from '../github/meeting-issue.ts'
import type { Answer, FoundIssue } from '../github/question.ts'
import { given } from '../given.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { minutesPathOf } from '../meetings/minutes-path.ts'
import type { GitHubHome } from '../meetings/series.ts'
import type { OpenAction } from '../minutes/open-action-lines.ts'
import { meetingTitle } from '../render/titles.ts'
import { addDays } from '../time/day.ts'
import { repositoryPath, type Workspace } from '../workspace.ts'
import type { EditIssue, Plan } from './change.ts'
import { isToldOfMinutes, tellOfMinutes } from './land-minutes.ts'
import { minutesSkeleton } from './minutes-file.ts'
import { openingOf, type Proposal, proposeFiles, tellOf } from './propose-files.ts'
import { minutesBranch } from './propose-minutes.ts'

/** What the minutes of a meeting that is over are prepared from. */
export interface PreparedMinutes {
  readonly meeting: Meeting
  readonly home: GitHubHome
  readonly workspace: Workspace
  /** The template of minutes. */
  readonly template: string
  /** What earlier minutes left open. */
  readonly actions: readonly OpenAction[]
  /** Whether a meeting without an issue is left alone: it was held before wg looked after the series. */
  readonly onlyWithIssue: boolean
}

/** What must be asked before minutes can be prepared, beside what `questionFor` asks. */
export function branchOfMinutes(
  meeting: Meeting,
  home: GitHubHome,
  workspace: Workspace,
): BranchQuestion & { readonly paths: readonly [string] } {
  return {
    repository: workspace.group.repository ?? home.repository,
    branch: minutesBranch(meeting, workspace),
    paths: [repositoryPath(workspace, minutesPathOf(meeting))],
    lightly: true,
  }
}

/**
 * Plans the pull request with the minutes as wg prepares them, once: where there is a pull request in any state, or minutes, people
 * have them in hand. It is told of in the meeting's issue.
 */
export function planPreparedMinutes(prepared: PreparedMinutes, answer: Answer): Plan {
  const { meeting, home, workspace } = prepared
  const asked = branchOfMinutes(meeting, home, workspace)
  const found = answeredBranch(answer, asked)
  const homeOfMeeting = homeAnswer(meeting.series, home, { answer, workspace })
  const [issue] = issuesOf(meeting.key, homeOfMeeting.repository.issues)
  const tell = tellOfMinutes(meeting, home, issue)
  const [path] = asked.paths
  if (found.base.files.get(path)?.kind !== 'missing' || (prepared.onlyWithIssue && !issue)) return NOTHING
  const [newest] = found.pullRequests
  if (newest) return newest.state === 'open' ? { changes: tellOf(tell, newest.url), notes: [] } : NOTHING
  const agenda = gatherAgenda(meeting, workspace, homeOfMeeting)
  const text = minutesSkeleton({
    ...prepared,
    agenda,
    ...(issue && { issue: { url: issue.url, ...given({ agenda: agendaOfIssue(issue.body) }) } }),
  })
  const proposal: Proposal = {
    ...asked,
    title: `Minutes of ${meetingTitle(meeting, workspace)}`,
    headline: `Prepare the minutes of ${meeting.key}`,
    body: () => bodyOf(prepared, { path, issue, branch: asked.branch }),
    files: new Map([[path, text]]),
    ...given({ tell }),
  }
  // A run before came as far as the branch.
  if (found.head) return { changes: [openingOf(proposal, found)], notes: [] }
  const { changes, notes } = proposeFiles(proposal, found)
  return { changes, notes }
}

const NOTHING: Plan = { changes: [], notes: [] }

interface Shown {
  readonly path: string
  readonly branch: string
  readonly issue: FoundIssue | undefined
}

function bodyOf({ meeting, home, workspace }: PreparedMinutes, { path, branch, issue }: Shown): string {
  const repository = workspace.group.repository ?? home.repository
  return [
    `The minutes of the meeting of ${meeting.date}, prepared by \`wg run\`: who serves, the agenda, and what earlier meetings left open.`,
    '',
    ...(issue ? [`- Meeting: ${issue.url}`] : []),
    `- [Take the notes on this branch](https://github.com/${repository}/edit/${branch}/${path}), and merge it when they are complete.`,
    `- Or write them elsewhere: \`wg minutes publish ${meeting.key} --from notes.md\` puts them here.`,
    '',
    'Close this pull request if there will be no minutes: wg does not open another one.',
  ].join('\n')
}

/** Plans the one reminder in the issue of a meeting whose minutes are late; an issue that somebody closed is left alone. */
export function planReminder(meeting: Meeting, { repository }: GitHubHome, issue: FoundIssue): Plan {
  if (!issue.open || isToldOfMinutes(meeting, issue, 'late')) return NOTHING
  const { id, number, url } = issue
  const due = addDays(meeting.date, meeting.series.minutesDue)
  const proposed = isToldOfMinutes(meeting, issue, 'proposed')
  const where = proposed
    ? 'The pull request that is told of above is the place for them.'
    : `\`wg minutes new ${meeting.key}\` prepares them.`
  const change: EditIssue = {
    kind: 'edit-issue',
    repository,
    id,
    number,
    url,
    why: 'remind of the minutes',
    comment: `${minutesMark(meeting, 'late')}\nThe minutes of this meeting were due on ${due}, and are not there yet. ${where} This is the only reminder; when the minutes have landed, this issue is closed.`,
    labelIds: new Map(),
  }
  return { changes: [change], notes: [] }
}
