import type { BranchAnswer, BranchQuestion } from '../github/branch.ts'
import { answeredBranch } from '../github/answered-branch.ts'
import { listLabel } from '../github/home-answer.ts'
import { issuesOf, minutesMark } from '../github/meeting-issue.ts'
import { type Answer, type FoundIssue, type Question, repositoryKey } from '../github/question.ts'
import { given } from '../given.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { minutesPathOf } from '../meetings/minutes-path.ts'
import type { GitHubHome } from '../meetings/series.ts'
import { Refusal } from '../problem.ts'
import { meetingTitle } from '../render/titles.ts'
import { hashText } from '../text/memory.ts'
import { seriesFile, type Workspace } from '../workspace.ts'
import type { Change, EditIssue, Plan } from './change.ts'
import { questionFor } from './meeting-issue.ts'
import { type Proposed, proposeFiles } from './propose-files.ts'
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
        branch: `wg/minutes/${meeting.key}`,
        paths: [minutesPathOf(meeting)],
      },
    ],
  }
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
  const title = `Minutes of ${meetingTitle(meeting, workspace)}`
  const proposed = proposeFiles(
    {
      ...asked,
      title,
      headline: `Add the minutes of ${meeting.key}`,
      files: new Map([[path, text]]),
      body: (standing) => bodyOf(mark, { meeting, standing, issue }),
      ...given({ tell: issue && !isTold(meeting, issue, 'proposed') ? tellIn(question, issue) : undefined }),
    },
    found,
  )
  if (proposed.state === 'landed') {
    const landed = planLanded(meeting, home, issue)
    return { changes: landed.changes, notes: [...proposed.notes, ...landed.notes] }
  }
  return { changes: [...proposed.changes, ...tellLater(question, proposed, issue)], notes: proposed.notes }
}

function issueOf({ meeting, home, workspace }: MinutesProposal, answer: Answer): FoundIssue | undefined {
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

type Told = 'proposed' | 'landed'

function isTold(meeting: Meeting, { ownComments }: FoundIssue, what: Told): boolean {
  return ownComments.some((comment) => comment.includes(minutesMark(meeting, what)))
}

function tellIn({ meeting, home }: MinutesProposal, { id, number, url }: FoundIssue) {
  const comment = `${minutesMark(meeting, 'proposed')}\nThe minutes of this meeting are proposed: {url}`
  return { repository: home.repository, id, number, url, comment }
}

/** The comment that a run before has not come to. */
function tellLater(
  question: MinutesProposal,
  { state, pullRequest }: Proposed,
  issue: FoundIssue | undefined,
): readonly Change[] {
  if (state !== 'open' || !pullRequest || !issue || isTold(question.meeting, issue, 'proposed')) return []
  const { comment, ...place } = tellIn(question, issue)
  return [
    {
      kind: 'edit-issue',
      ...place,
      why: 'tell of the pull request',
      comment: comment.replace('{url}', pullRequest.url),
      labelIds: new Map(),
    },
  ]
}

/**
 * The issue is closed first and told of it then, so that a run which dies in between leaves work for the next one, and an issue
 * that somebody opens again stays open.
 */
function planLanded(meeting: Meeting, { repository }: GitHubHome, issue: FoundIssue | undefined): Plan {
  const landed = `The minutes of \`${meeting.key}\` have landed.`
  if (!issue) return { changes: [], notes: [landed] }
  if (isTold(meeting, issue, 'landed')) return { changes: [], notes: [`${landed} ${issue.url}`] }
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
