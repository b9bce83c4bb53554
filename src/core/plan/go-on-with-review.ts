import type { BranchAnswer, BranchQuestion } from '../github/branch.ts'
import { given } from '../given.ts'
import type { FoundReview } from '../github/review-issue.ts'
import {
  endText,
  proposalText,
  reminderText,
  retirementBody,
  type ReviewMatter,
  reviewTold,
  type Silent,
} from '../render/review-text.ts'
import { addDays, type Day } from '../time/day.ts'
import { todayAt } from '../time/today.ts'
import { readWorkspace, repositoryPath, ROSTER_FILE, type Workspace } from '../workspace.ts'
import type { Change, EditIssue, Plan } from './change.ts'
import { proposeFiles, tellOf } from './propose-files.ts'
import { planRetire } from './roster-change.ts'

/** A review that is open. */
export interface OpenReview {
  readonly review: FoundReview
  readonly matter: ReviewMatter
  /** How everybody who serves stands, by the roster of the default branch. */
  readonly standings: readonly Silent[]
  readonly question: { readonly workspace: Workspace; readonly now: Date }
  readonly branch: { readonly asked: BranchQuestion; readonly found: BranchAnswer }
}

/** Plans the next step of a review that is open: the reminder, the proposal, or its end; nothing while it is too early. */
export function goOnWithReview(open: OpenReview): Plan {
  const { matter, question, review } = open
  const waiting = whoIsWaitedFor(open)
  const today = todayAt(question.now)
  if (waiting.length === 0) return endReview(open)
  const wait = `${review.issue.url} waits for ${waiting.map(({ member }) => member.login).join(', ')}`
  if (today < matter.remindOn)
    return { changes: [], notes: [`${wait}; the reminder comes on ${matter.remindOn}.`] }
  const reminder = tellOnce(
    open,
    'reminder',
    reminderText(
      matter,
      waiting.map(({ member }) => member.login),
    ),
  )
  if (today < matter.retireOn)
    return { changes: reminder, notes: [`${wait}; the pull request comes on ${matter.retireOn}.`] }
  const proposal = proposeRetirement(open, waiting)
  return { changes: [...reminder, ...proposal.changes], notes: [`${wait}.`, ...proposal.notes] }
}

/** Those who were asked, still serve, and have neither answered nor been seen since. */
function whoIsWaitedFor({ review, standings }: OpenReview): readonly Silent[] {
  const { asked, ticked, issue, opened } = review
  const answered = new Set([...ticked, ...issue.commenters.map((login) => login.toLowerCase())])
  return standings.filter(({ member, seen }) => {
    const login = member.login.toLowerCase()
    return asked.includes(login) && !answered.has(login) && (seen === undefined || seen.day < opened)
  })
}

/** The changes that end a review: a word, and the issue is closed. */
function endReview(open: OpenReview): Plan {
  const { branch, matter, review } = open
  const told = isTold(open, 'end') ? {} : { comment: endText(matter) }
  const pending = branch.found.pullRequests.find(({ state }) => state === 'open')
  const notes = pending
    ? [`Nobody is silent any more: close ${pending.url} without merging it.`]
    : [`${review.issue.url} is over.`]
  return {
    changes: [{ ...editOf(open, 'end the review'), ...told, state: { kind: 'closed', reason: 'COMPLETED' } }],
    notes,
  }
}

function proposeRetirement(open: OpenReview, waiting: readonly Silent[]): Plan {
  const { branch, matter, review } = open
  const { repository, id, number, url } = { ...review.issue, repository: branch.found.repository }
  const firstDay = todayAt(open.question.now)
  const tell = isTold(open, 'proposal')
    ? undefined
    : { repository, id, number, url, comment: proposalText(matter) }
  const proposed = proposeFiles(
    {
      ...branch.asked,
      title: `Emeritus members of ${matter.teamName}, after the review of ${review.opened}`,
      headline: `Make silent members of ${matter.team} emeritus`,
      files: new Map([[rosterPath(open), retired(open, waiting)]]),
      body: (existing) =>
        retirementBody(matter, {
          silent: waiting,
          issue: `#${number}`,
          until: keptDay(existing) ?? addDays(firstDay, matter.openFor),
        }),
      ...given({ tell }),
    },
    branch.found,
  )
  const { state, pullRequest } = proposed
  const told = state === 'open' && pullRequest ? tellOf(tell, pullRequest.url) : []
  return { changes: [...proposed.changes, ...told], notes: proposed.notes }
}

/** The day that the pull request names already: it must not move on with every run. */
function keptDay(body: string | undefined): Day | undefined {
  return /until (\d{4}-\d{2}-\d{2})/.exec(body ?? '')?.[1] as Day | undefined
}

/** Where the roster lies in its repository. */
function rosterPath({ question }: Pick<OpenReview, 'question'>): string {
  return repositoryPath(question.workspace, ROSTER_FILE)
}

/** The roster in which the silent ones serve no longer. */
function retired({ question, matter, review, branch }: OpenReview, waiting: readonly Silent[]): string {
  const base = branch.found.base.files.get(rosterPath({ question }))
  let texts = new Map(question.workspace.texts)
  let text = base?.kind === 'text' ? base.text : ''
  for (const { member } of waiting) {
    const { workspace } = readWorkspace(texts, question.workspace.folder)
    const retirement = {
      team: matter.team,
      until: matter.retireOn,
      reason: `emeritus, no answer to the review of ${review.opened}`,
      planned: true,
    }
    const [change] = planRetire(member.login, retirement, { workspace, now: question.now }).changes
    text = change?.after ?? text
    texts = new Map(texts).set(ROSTER_FILE, text)
  }
  return text
}

function editOf({ review, branch }: OpenReview, why: string): EditIssue {
  const { id, number, url } = review.issue
  return {
    kind: 'edit-issue',
    repository: branch.found.repository,
    id,
    number,
    url,
    why,
    labelIds: new Map(),
  }
}

type Step = Parameters<typeof reviewTold>[1]

function isTold({ review, matter }: OpenReview, step: Step): boolean {
  return review.issue.ownComments.some((comment) => comment.includes(reviewTold(matter.key, step)))
}

function tellOnce(open: OpenReview, step: Step, comment: string): readonly Change[] {
  return isTold(open, step) ? [] : [{ ...editOf(open, `tell of the ${step}`), comment }]
}
