import { answeredBranch } from '../github/answered-branch.ts'
import type { BranchAnswer, BranchQuestion, FoundPullRequest } from '../github/branch.ts'
import { homeAnswer } from '../github/home-answer.ts'
import { issuesOf } from '../github/meeting-issue.ts'
import type { Answer } from '../github/question.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { GitHubHome } from '../meetings/series.ts'
import { printInstant } from '../time/print-time.ts'
import { repositoryPath, seriesFile, type Workspace } from '../workspace.ts'
import { cancelledText } from './cancelled-text.ts'
import { cancellingBody, proposedComment } from './cancelling-texts.ts'
import type { Plan } from './change.ts'
import { type EmptyMeeting, type FoundEmptyMeeting, latestCancelling, minutesLater } from './empty-meeting.ts'
import { goOnWithCancelling } from './go-on-with-cancelling.ts'
import { meetingTitle } from '../render/titles.ts'
import { proposeFiles } from './propose-files.ts'
import { reasonToKeep } from './reason-to-keep.ts'

/** What must be asked before, beside what `questionFor` asks. */
export function branchOfCancelling(
  meeting: Meeting,
  home: GitHubHome,
  workspace: Workspace,
): BranchQuestion & { readonly paths: readonly [string] } {
  return {
    repository: workspace.group.repository ?? home.repository,
    branch: `wg/cancel/${repositoryPath(workspace, meeting.key)}`,
    paths: [repositoryPath(workspace, seriesFile(meeting.series.id, workspace))],
    lightly: true,
  }
}

/**
 * Plans that a meeting with nothing but standing items on its agenda is cancelled: by one pull request that is told of in the
 * issue, merged when the days of grace are over, and closed when something has come. Refuses what GitHub did not answer, and a
 * file of the series on GitHub that cannot be read.
 */
export function planEmptyMeeting(question: EmptyMeeting, answer: Answer): Plan {
  const { meeting, home, workspace, near } = question
  const asked = branchOfCancelling(meeting, home, workspace)
  const branch = answeredBranch(answer, asked)
  const [newest] = branch.pullRequests
  if (!newest && !near) return NOTHING
  if (newest && newest.state !== 'open') return near ? settled(meeting, newest, branch) : NOTHING
  const found = homeAnswer(meeting.series, home, { answer, workspace })
  const [issue] = issuesOf(meeting.key, found.repository.issues)
  const all: FoundEmptyMeeting = { ...question, found, issue, branch, path: asked.paths[0] }
  return newest ? goOnWithCancelling(all, newest) : propose(all, asked)
}

const NOTHING: Plan = { changes: [], notes: [] }

function settled({ key }: Meeting, { number, state }: FoundPullRequest, { repository }: BranchAnswer): Plan {
  const note = `${repository}#${number}, which cancels \`${key}\`, is ${state}: it is not proposed again.`
  return { changes: [], notes: [note] }
}

function propose(all: FoundEmptyMeeting, asked: BranchQuestion): Plan {
  const { meeting, home, workspace, issue, branch, path, grace, now } = all
  const reason = reasonToKeep(all)
  if (reason !== undefined || !issue)
    return note(`\`${meeting.key}\` is not cancelled for its agenda: ${lowerFirst(reason ?? '')}.`)
  const due = minutesLater(now, grace)
  if (due > latestCancelling(meeting))
    return note(
      `\`${meeting.key}\` has only standing items on its agenda, but begins too soon to be cancelled: the days of grace would last until ${printInstant(due, meeting.session.zone)} (${meeting.session.zone}).`,
    )
  const cancelled = cancelledText(all)
  if ('note' in cancelled) return note(cancelled.note)
  const { id, number, url } = issue
  const { changes, notes } = proposeFiles(
    {
      ...asked,
      title: `Cancel ${meetingTitle(meeting, workspace)}`,
      headline: `Cancel ${meeting.key}`,
      body: () => cancellingBody(meeting, issue, { at: now, due }),
      files: new Map([[path, cancelled.text]]),
      tell: { repository: home.repository, id, number, url, comment: proposedComment(meeting, { due }) },
    },
    branch,
  )
  return { changes, notes }
}

function note(text: string): Plan {
  return { changes: [], notes: [text] }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
