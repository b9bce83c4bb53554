import { given } from '../given.ts'
import { audienceOf, gatherAgenda } from '../github/gather-agenda.ts'
import { issuesOf, keysIn } from '../github/meeting-issue.ts'
import { readCarried } from '../meetings/carried.ts'
import {
  type Answer,
  type FoundIssue,
  type Question,
  repositoryKey,
  type RepositoryAnswer,
} from '../github/question.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { GitHubHome } from '../meetings/series.ts'
import { refuse } from '../problem.ts'
import {
  fitMeetingText,
  newMeetingText,
  refreshMeetingText,
  type MeetingMatter,
} from '../render/meeting-text.ts'
import { linkOnGitHub } from '../render/agenda-lines.ts'
import { meetingTitle } from '../render/titles.ts'
import type { Workspace } from '../workspace.ts'
import type { Change, GitHubChange, OpenIssue, Plan } from './change.ts'
import { carryChange, CANCELLED_LABEL } from './carry-change.ts'

/** GitHub refuses longer bodies (GitHub docs: REST API, issues). */
export const LONGEST_BODY = 65_536

/** What must be asked before the issues of a series can be planned. */
export function questionFor({ agenda, repository, labels }: GitHubHome): Question {
  return {
    repositories: [{ repository, label: labels[0] ?? 'meeting', labels: [...labels, CANCELLED_LABEL] }],
    items: agenda?.from.map((from) => ({ label: agenda.label, from })) ?? [],
  }
}

/** What the plan of one meeting's issue is made from. */
export interface MeetingIssueQuestion {
  readonly meeting: Meeting
  readonly home: GitHubHome
  readonly workspace: Workspace
  readonly answer: Answer
  readonly template: string
  readonly now: Date
  /** Whether an issue may be opened that does not exist yet. */
  readonly due: boolean
}

/**
 * Plans the one issue of a meeting: opens it when it is due, fills its marks again, carries what became of the
 * meeting, closes copies. A meeting that has begun, an issue that somebody closed and an issue without marks are left alone.
 */
export function planMeetingIssue(question: MeetingIssueQuestion): Plan {
  const { meeting, home, now, answer } = question
  const repository = answer.repositories.get(
    repositoryKey({ repository: home.repository, label: home.labels[0] ?? 'meeting' }),
  )
  if (!repository) throw new Error(`no answer for ${home.repository}`)
  if (meeting.startsAt <= now)
    return { changes: [], notes: [`\`${meeting.key}\` has begun: its issue is left alone.`] }
  const [first, ...copies] = issuesOf(meeting.key, repository.issues)
  if (!first) return planOpening(question, repository)
  const plan = planRefresh(first, question, repository)
  const closed = copies.filter(({ open }) => open).map((copy) => closeCopy(copy, first, repository))
  return { changes: [...plan.changes, ...closed], notes: plan.notes }
}

function planOpening(question: MeetingIssueQuestion, repository: RepositoryAnswer): Plan {
  const { meeting, home, workspace, template, due } = question
  if (meeting.status === 'cancelled' || !due) return { changes: [], notes: [] }
  if (repository.archived || !repository.hasIssues) {
    throw refuse(
      'github',
      `No issue can be opened in \`${home.repository}\`: ${repository.archived ? 'it is archived' : 'its issues are switched off'}.`,
      'Name another repository, or switch issues on in its settings.',
    )
  }
  const body = fitMeetingText(matterOf(question, repository), LONGEST_BODY, (matter) =>
    newMeetingText(template, matter),
  )
  const open: GitHubChange = {
    kind: 'open-issue',
    repository: home.repository,
    repositoryId: repository.id,
    key: meeting.key,
    title: meetingTitle(meeting, workspace),
    body: body.text,
    labels: home.labels,
    labelIds: repository.labelIds,
    pin: home.pin,
  }
  return { changes: [...missingLabels(home.labels, repository), open], notes: [] }
}

/** The labels to make before an issue can carry them. */
export function missingLabels(
  labels: readonly string[],
  { id, repository, labelIds }: RepositoryAnswer,
): readonly Change[] {
  return labels
    .filter((name) => !labelIds.has(name.toLowerCase()))
    .map((name) => ({
      kind: 'create-label',
      repository,
      repositoryId: id,
      name,
      color: name === CANCELLED_LABEL ? 'b60205' : '0e8a16',
      description: name === CANCELLED_LABEL ? 'A meeting that does not take place' : 'A meeting of the group',
    }))
}

function planRefresh(issue: FoundIssue, question: MeetingIssueQuestion, repository: RepositoryAnswer): Plan {
  const { meeting, home } = question
  const carried = readCarried(issue.body)
  if (!issue.open && !(carried?.status === 'cancelled' && meeting.status !== 'cancelled')) {
    return { changes: [], notes: [`${home.repository}#${issue.number} is closed: it is left alone.`] }
  }
  const filled = fitMeetingText(matterOf(question, repository), LONGEST_BODY, (matter) =>
    refreshMeetingText(issue.body, matter),
  )
  const notes = filled.faults.map(
    ({ message, line }) =>
      `${home.repository}#${issue.number} line ${line}: ${message} What stands there is left alone.`,
  )
  const carry = carryChange({ issue, carried, meeting, workspace: question.workspace })
  const body = filled.text === issue.body ? undefined : { from: issue.body, to: filled.text }
  const pin = home.pin && !issue.pinned && meeting.status !== 'cancelled' ? true : undefined
  if (!carry && !body && !pin)
    return {
      changes: [],
      notes: [...notes, `${home.repository}#${issue.number} is up to date: ${issue.url}`],
    }
  const edit: GitHubChange = {
    kind: 'edit-issue',
    repository: home.repository,
    id: issue.id,
    number: issue.number,
    url: issue.url,
    why: carry?.why ?? (body ? 'fill the marks again' : 'pin'),
    labelIds: repository.labelIds,
    ...carry,
    ...given({ body, pin }),
  }
  return { changes: [...missingLabels(carry?.addLabels ?? [], repository), edit], notes }
}

function matterOf(question: MeetingIssueQuestion, repository: RepositoryAnswer): MeetingMatter {
  const { meeting, workspace, answer, home } = question
  const agenda = gatherAgenda(meeting, workspace, { answer, audience: audienceOf(home, answer) })
  return {
    meeting,
    workspace,
    agenda,
    linkTo: linkOnGitHub(workspace.group.repository ?? home.repository),
    ...given({ previous: previousIssue(meeting, repository) }),
  }
}

/** The issue of the series' meeting before this one. */
function previousIssue(
  { series, planned }: Meeting,
  { issues }: RepositoryAnswer,
): { readonly title: string; readonly url: string } | undefined {
  const dated = issues.flatMap(({ title, url, body }) =>
    keysIn(body).flatMap((key) => {
      const [id, day = ''] = key.split('/')
      return id === series.id && day < planned ? [{ title, url, day }] : []
    }),
  )
  const [last] = dated.sort((a, b) => (a.day > b.day ? -1 : 1))
  return last && { title: last.title, url: last.url }
}

/** GitHub docs: "Marking issues or pull requests as a duplicate". */
function closeCopy(
  copy: FoundIssue,
  kept: FoundIssue,
  { repository, labelIds }: Pick<RepositoryAnswer, 'repository' | 'labelIds'>,
): GitHubChange {
  return {
    kind: 'edit-issue',
    repository,
    id: copy.id,
    number: copy.number,
    url: copy.url,
    why: `close as a duplicate of #${kept.number}`,
    comment: `Duplicate of #${kept.number}`,
    labelIds,
    state: { kind: 'duplicate', of: kept.id },
  }
}

/** What has to follow when an issue was opened: closing it again when somebody else was quicker by a moment. */
export function planAfterOpening(
  opened: FoundIssue,
  newest: readonly FoundIssue[],
  change: OpenIssue,
): readonly GitHubChange[] {
  const [first] = issuesOf(change.key as Meeting['key'], [...newest, opened])
  if (!first || first.number === opened.number) return []
  return [closeCopy(opened, first, { repository: change.repository, labelIds: change.labelIds })]
}
