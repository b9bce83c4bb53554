import { given } from '../given.ts'
import { gatherAgenda } from '../github/gather-agenda.ts'
import { type HomeAnswer, listLabel } from '../github/home-answer.ts'
import { issuesOf, lastTold } from '../github/meeting-issue.ts'
import { previousIssue } from '../github/previous-issue.ts'
import type { FoundIssue, Question, RepositoryAnswer } from '../github/question.ts'
import { readCarried } from '../meetings/carried.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { GitHubHome } from '../meetings/series.ts'
import { Refusal } from '../problem.ts'
import { linkOnGitHub } from '../render/agenda-lines.ts'
import {
  fitMeetingText,
  type MeetingMatter,
  newMeetingText,
  refreshMeetingText,
} from '../render/meeting-text.ts'
import { meetingTitle } from '../render/titles.ts'
import type { FilledText } from '../text/fill-marks.ts'
import { seriesFile, type Workspace } from '../workspace.ts'
import { carryChange, CANCELLED_LABEL } from './carry-change.ts'
import type { Change, EditIssue, GitHubChange, OpenIssue, Plan } from './change.ts'
import { closeCopy } from './close-copy.ts'
import { missingLabels } from './missing-labels.ts'
import { planPin } from './plan-pin.ts'

/** GitHub refuses longer bodies (GitHub docs: REST API, issues). */
export const LONGEST_BODY = 65_536

/** What must be asked before the issues of a series can be planned, which were opened at an instant or later. */
export function questionFor(home: GitHubHome, since?: Date): Question {
  const { agenda, repository, labels } = home
  return {
    repositories: [
      {
        repository,
        label: listLabel(home),
        labels: [...new Set([...labels, CANCELLED_LABEL])],
        ...given({ since }),
      },
    ],
    items: agenda?.from.map((from) => ({ label: agenda.label, from })) ?? [],
  }
}

/** What the plan of one meeting's issue is made from. */
export interface MeetingIssueQuestion {
  readonly meeting: Meeting
  readonly home: GitHubHome
  readonly workspace: Workspace
  readonly found: HomeAnswer
  readonly template: string
  readonly now: Date
  /** Whether an issue may be opened that does not exist yet. */
  readonly due: boolean
  /** Whether no other meeting of the series comes before it: only then it is pinned. */
  readonly next: boolean
}

/**
 * Plans the one issue of a meeting: opens it when it is due, fills its marks again, carries what became of the
 * meeting, closes copies. A meeting that has begun, an issue that somebody closed and an issue without marks are left alone.
 */
export function planMeetingIssue(question: MeetingIssueQuestion): Plan {
  const { meeting, now, found } = question
  const [kept, ...copies] = issuesOf(meeting.key, found.repository.issues)
  if (beginningOf(meeting, kept) <= now) {
    const note = `\`${meeting.key}\` has begun: its issue is left alone.`
    return { changes: [], notes: meeting.status === 'cancelled' ? [] : [note] }
  }
  if (!kept) return planOpening(question)
  const plan = planRefresh(kept, question)
  const closed = copies.filter(({ open }) => open).map((copy) => closeCopy(copy, kept, found.repository))
  return { changes: [...plan.changes, ...closed], notes: plan.notes }
}

/** A meeting that was moved and then cancelled begins when it would have begun, which only its issue still says. */
function beginningOf(meeting: Meeting, issue: FoundIssue | undefined): Date {
  const carried = issue && meeting.status === 'cancelled' ? readCarried(issue.body) : undefined
  if (!carried || carried.status === 'cancelled') return meeting.startsAt
  const shown = new Date(carried.startsAt)
  return shown > meeting.startsAt ? shown : meeting.startsAt
}

function planOpening(question: MeetingIssueQuestion): Plan {
  const { meeting, home, workspace, template, due, found } = question
  const { repository } = found
  if (meeting.status === 'cancelled' || !due) return { changes: [], notes: [] }
  if (repository.archived || !repository.hasIssues) throw refuseHome(question)
  const body = fitMeetingText(matterOf(question), LONGEST_BODY, (matter) => newMeetingText(template, matter))
  const open: GitHubChange = {
    kind: 'open-issue',
    repository: home.repository,
    repositoryId: repository.id,
    key: meeting.key,
    title: meetingTitle(meeting, workspace),
    body: body.text,
    labels: home.labels,
    labelIds: repository.labelIds,
    ...given({ pin: question.next ? planPin(meeting, home, repository) : undefined }),
  }
  return {
    changes: [...missingLabels(home.labels, repository), open],
    notes: faultNotes('The template', body),
  }
}

function refuseHome({ meeting, home, workspace, found }: MeetingIssueQuestion): Refusal {
  const why = found.repository.archived ? 'it is archived' : 'its issues are switched off'
  const problem = {
    rule: 'github',
    severity: 'error',
    message: `No issue can be opened in \`${home.repository}\`: ${why}.`,
    hint: 'Name another repository, or change that in its settings.',
    place: workspace.placeOf(seriesFile(meeting.series.id, workspace), ['github', 'repository']),
  } as const
  return new Refusal([problem])
}

function faultNotes(what: string, { faults }: FilledText): readonly string[] {
  return faults.map(
    ({ message, line }) => `${what}, line ${line}: ${message} What stands there is left alone.`,
  )
}

function planRefresh(issue: FoundIssue, question: MeetingIssueQuestion): Plan {
  const { meeting, home, workspace, found } = question
  const name = `${home.repository}#${issue.number}`
  const carried = readCarried(issue.body) ?? lastTold(meeting, issue)
  const labelled = putLabelBack(issue, listLabel(home))
  if (!issue.open && !(carried?.status === 'cancelled' && meeting.status !== 'cancelled')) {
    const why = carried?.status === 'cancelled' ? 'is closed, as its meeting is cancelled' : 'is closed'
    const changes = labelled.addLabels ? editOf(issue, labelled, found.repository) : []
    return { changes, notes: [`${name} ${why}: it is left alone.`] }
  }
  const filled = fitMeetingText(matterOf(question), LONGEST_BODY, (matter) =>
    refreshMeetingText(issue.body, matter),
  )
  const fits = filled.text.length <= LONGEST_BODY
  const notes = [
    ...faultNotes(name, filled),
    ...(fits ? [] : [`${name} is too long for GitHub with what wg has to add: its text is left alone.`]),
  ]
  const carry = carryChange({ issue, carried, meeting, workspace })
  const effect: Effect = {
    ...labelled,
    ...carry,
    ...given({ addLabels: joined(labelled.addLabels, carry?.addLabels) }),
    ...given({
      body: fits && filled.text !== issue.body ? { from: issue.body, to: filled.text } : undefined,
      pin:
        issue.pinned || meeting.status === 'cancelled' || !question.next
          ? undefined
          : planPin(meeting, home, found.repository),
    }),
  }
  if (Object.keys(effect).every((part) => part === 'why'))
    return { changes: [], notes: [...notes, `${name} is up to date: ${issue.url}`] }
  return { changes: editOf(issue, effect, found.repository), notes }
}

type Effect = Partial<Omit<EditIssue, 'kind' | 'repository' | 'id' | 'number' | 'url' | 'labelIds'>>

/** Without the label by which issues are listed, an issue would be lost among the others, and a second one opened. */
function putLabelBack({ labels }: FoundIssue, label: string): Pick<Effect, 'why' | 'addLabels'> {
  const isThere = labels.some((each) => each.toLowerCase() === label.toLowerCase())
  return isThere ? {} : { why: `put the label \`${label}\` back, by which it is found`, addLabels: [label] }
}

function joined(one: readonly string[] = [], other: readonly string[] = []): readonly string[] | undefined {
  return one.length + other.length === 0 ? undefined : [...one, ...other]
}

function editOf(issue: FoundIssue, effect: Effect, repository: RepositoryAnswer): readonly Change[] {
  const edit: GitHubChange = {
    kind: 'edit-issue',
    repository: repository.repository,
    id: issue.id,
    number: issue.number,
    url: issue.url,
    labelIds: repository.labelIds,
    why: effect.body ? 'fill the marks again' : 'pin',
    ...effect,
  }
  return [...missingLabels(effect.addLabels ?? [], repository), edit]
}

function matterOf({ meeting, workspace, found, home }: MeetingIssueQuestion): MeetingMatter {
  return {
    meeting,
    workspace,
    agenda: gatherAgenda(meeting, workspace, found),
    linkTo: linkOnGitHub(workspace.group.repository ?? home.repository, workspace),
    ...given({ previous: previousIssue(meeting, found.repository) }),
  }
}

/**
 * What has to follow when an issue was opened: closing it again when there was one already, by a moment, or without the label by
 * which it would have been found, which it gets back; or else pinning it.
 */
export function planAfterOpening(
  opened: FoundIssue,
  newest: readonly FoundIssue[],
  change: OpenIssue,
): readonly GitHubChange[] {
  const { repository, labelIds, key, pin } = change
  const [first] = issuesOf(
    key,
    newest.filter((issue) => issue.number < opened.number),
  )
  if (first) return [closeCopy(opened, first, { repository, labelIds }), ...labelAgain(first, change)]
  const { id, number, url } = opened
  return pin ? [{ kind: 'edit-issue', repository, id, number, url, labelIds, why: 'pin', pin }] : []
}

function labelAgain(first: FoundIssue, { repository, labels, labelIds }: OpenIssue): readonly GitHubChange[] {
  const [label] = labels
  const lost = label === undefined ? {} : putLabelBack(first, label)
  const { id, number, url } = first
  return lost.addLabels
    ? [{ kind: 'edit-issue', repository, id, number, url, labelIds, why: '', ...lost }]
    : []
}
