import type { BranchAnswer, BranchQuestion } from '../github/branch.ts'
import { answeredBranch } from '../github/answered-branch.ts'
import { listLabel } from '../github/home-answer.ts'
import { issuesOf } from '../github/meeting-issue.ts'
import { type Answer, type FoundIssue, type Question, repositoryKey } from '../github/question.ts'
import { given } from '../given.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { minutesPathOf } from '../meetings/minutes-path.ts'
import type { GitHubHome } from '../meetings/series.ts'
import { Refusal } from '../problem.ts'
import { meetingTitle } from '../render/titles.ts'
import { hashText } from '../text/memory.ts'
import { repositoryPath, seriesFile, type Workspace } from '../workspace.ts'
import type { Plan } from './change.ts'
import { planLanded, tellOfMinutes } from './land-minutes.ts'
import { questionFor } from './meeting-issue.ts'
import { proposeFiles, tellOf } from './propose-files.ts'
import { type NotesQuestion, planMinutes, readNotes } from './publish-minutes.ts'

/** What the proposal of minutes is planned from. */
export interface MinutesProposal extends NotesQuestion {
  readonly home: GitHubHome
  readonly workspace: Workspace
  /** Whether the notes are the file of the workspace itself, so that nothing of it can be missing in them. */
  readonly isFile: boolean
}

/** What must be asked before the minutes of a meeting can be proposed. */
export function questionForMinutes(
  meeting: Meeting,
  home: GitHubHome,
  workspace: Workspace,
): Question & { readonly branches: readonly [BranchQuestion] } {
  return {
    repositories: questionFor(home).repositories ?? [],
    branches: [
      {
        repository: workspace.group.repository ?? home.repository,
        branch: minutesBranch(meeting, workspace),
        paths: [repositoryPath(workspace, minutesPathOf(meeting))],
      },
    ],
  }
}

/** The branch on which the minutes of a meeting are proposed. */
export function minutesBranch({ key }: Meeting, workspace: Pick<Workspace, 'folder'>): string {
  return `wg/minutes/${repositoryPath(workspace, key)}`
}

/**
 * Plans the one pull request of a meeting's minutes, the comment that tells of it in the meeting's issue, and, when the
 * minutes have landed, that the issue is closed. Refuses as `planMinutes` and `proposeFiles` do.
 */
export function proposeMinutes(question: MinutesProposal, answer: Answer): Plan {
  const { meeting, home, workspace, isFile } = question
  const [asked] = questionForMinutes(meeting, home, workspace).branches
  const found = answeredBranch(answer, asked)
  const issue = issueOf(question, answer)
  const [path] = asked.paths as readonly [string]
  const base = found.base.files.get(path)
  const existing = base?.kind === 'text' ? base.text : undefined
  const mark = proposalMark(meeting, readNotes(question))
  if (existing !== undefined && isMerged(found, mark)) return planLanded(meeting, home, issue)
  const planned = planMinutes(question, { existing, isFile })
  const text = planned.changes[0]?.after ?? existing ?? ''
  const tell = tellOfMinutes(meeting, home, issue)
  const title = `Minutes of ${meetingTitle(meeting, workspace)}`
  const proposed = proposeFiles(
    {
      ...asked,
      title,
      headline: `Add the minutes of ${meeting.key}`,
      files: new Map([[path, text]]),
      body: (standing) => bodyOf(mark, { meeting, standing, issue }),
      ...given({ tell }),
    },
    found,
  )
  if (proposed.state === 'landed') {
    const landed = planLanded(meeting, home, issue)
    return { changes: landed.changes, notes: [...proposed.notes, ...landed.notes] }
  }
  const { state, pullRequest } = proposed
  const told = state === 'open' && pullRequest ? tellOf(tell, pullRequest.url) : []
  return { changes: [...proposed.changes, ...told], notes: proposed.notes }
}

/** The issue of a meeting, in the answer to `questionForMinutes`. Refuses, with its place, what GitHub did not answer. */
export function issueOf(
  { meeting, home, workspace }: Pick<MinutesProposal, 'meeting' | 'home' | 'workspace'>,
  answer: Answer,
): FoundIssue | undefined {
  const found = answer.repositories.get(
    repositoryKey({ repository: home.repository, label: listLabel(home) }),
  )
  if (!found) throw new Error(`nobody asked for the issues of ${meeting.series.id}`)
  if (!('refused' in found)) return issuesOf(meeting.key, found.issues)[0]
  const place = workspace.placeOf(seriesFile(meeting.series.id, workspace), ['github', 'repository'])
  throw new Refusal([{ ...found.refused, place }])
}

/** The hidden line by which a pull request says which notes it proposes. */
function proposalMark({ key }: Meeting, notes: string): string {
  return `<!-- minutes ${key} ${hashText(notes)} -->`
}

const MARK = /<!-- minutes \S+ [\w.]+ -->/

/** Whether these very notes were merged, perhaps with what reviewers have put right in them. */
function isMerged({ pullRequests }: BranchAnswer, mark: string): boolean {
  const [newest] = pullRequests
  return newest?.state === 'merged' && newest.body.includes(mark)
}

interface Standing {
  readonly meeting: Meeting
  readonly standing: string | undefined
  readonly issue: FoundIssue | undefined
}

/** The text of the pull request: of one that stands only the hidden line is brought up to date. */
function bodyOf(mark: string, { meeting, standing, issue }: Standing): string {
  if (standing !== undefined)
    return MARK.test(standing) ? standing.replace(MARK, mark) : `${mark}\n${standing}`
  return [
    mark,
    `The minutes of the meeting of ${meeting.date}.`,
    '',
    ...(issue ? [`- Meeting: ${issue.url}`, ''] : []),
    'Say here what is missing or wrong, or commit to this branch: what people commit stays when the notes are published again.',
  ].join('\n')
}
