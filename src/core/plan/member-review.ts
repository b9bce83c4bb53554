import { answeredBranch } from '../github/answered-branch.ts'
import { activityKey, type ActivityQuestion, type Trace } from '../github/activity.ts'
import type { BranchAnswer, BranchQuestion } from '../github/branch.ts'
import { type Answer, type Question, repositoryKey, type RepositoryAnswer } from '../github/question.ts'
import { type FoundReview, REVIEW_LABEL, reviewKey, reviewsOf } from '../github/review-issue.ts'
import { dayBefore, type TermLength } from '../people/term-length.ts'
import { membersOf } from '../people/roster.ts'
import { refuse, Refusal } from '../problem.ts'
import type { TeamAttendance } from '../record/attendance.ts'
import { lastSeen, type Seen } from '../record/last-seen.ts'
import { reviewBody, type ReviewMatter, reviewTitle, type Silent } from '../render/review-text.ts'
import { addDays, type Day } from '../time/day.ts'
import { todayAt } from '../time/today.ts'
import { readWorkspace, repositoryPath, ROSTER_FILE, type Workspace } from '../workspace.ts'
import type { Change, OpenIssue, Plan } from './change.ts'
import { missingLabels } from './missing-labels.ts'
import { goOnWithReview } from './go-on-with-review.ts'

/** Whoever was not seen for so long is asked, when the charter says nothing else. */
const UNSEEN: TermLength = { months: 6 }
/** Days from the opening of a review to its reminder, and to the proposal. */
const REMIND_AFTER = 14
const RETIRE_AFTER = 28
/** Days for which the pull request stays open, when the charter says nothing else. */
const OPEN_FOR = 14

/** So many people are asked in one review. */
const MOST = 30

/** What a review is planned from. */
export interface ReviewQuestion {
  readonly team: string
  readonly workspace: Workspace
  /** The repository of the issue and the pull request; undefined when GitHub is not asked. */
  readonly repository?: string
  /** Who was at the meetings of the team. */
  readonly attendance?: TeamAttendance
  readonly now: Date
}

/** How somebody who serves on the team stands. */
export interface Standing extends Silent {
  readonly silent: boolean
}

/** The plan of a review, with how everybody stands. */
export interface Review extends Plan {
  readonly standings: readonly Standing[]
  /** Nobody who is silent was seen since this day. */
  readonly since: Day
}

/** The day since which somebody must have been seen. */
export function unseenSince({ team, workspace, now }: ReviewQuestion): Day {
  return dayBefore(todayAt(now), workspace.charters.get(team)?.membership.unseen ?? UNSEEN)
}

/** What must be asked of GitHub: the issues, the branch of the pull request, and the newest trace of everybody who serves. */
export function questionForReview(
  question: ReviewQuestion,
  repository: string,
): Question & { readonly branches: readonly [BranchQuestion] } {
  const { team, workspace, now } = question
  return {
    repositories: [{ repository, label: REVIEW_LABEL, labels: [REVIEW_LABEL] }],
    branches: [branchOf(question, repository)],
    activity: membersOf(workspace.members, team, todayAt(now)).map(({ login }) =>
      askedOf(login, question, repository),
    ),
  }
}

function branchOf({ team, workspace }: ReviewQuestion, repository: string): BranchQuestion {
  return {
    repository,
    branch: `wg/review/${repositoryPath(workspace, team)}`,
    paths: [repositoryPath(workspace, ROSTER_FILE)],
  }
}

function askedOf(login: string, question: ReviewQuestion, repository: string): ActivityQuestion {
  const stated = question.workspace.charters.get(question.team)?.repositories ?? []
  const scope =
    stated.length > 0 ? stated.map((each) => `repo:${each}`) : [`user:${repository.split('/')[0] ?? ''}`]
  return { login, scope, since: unseenSince(question) }
}

/** How everybody who serves on the team stands by the minutes alone. */
export function standingsByMinutes(question: ReviewQuestion): Review {
  return { changes: [], notes: [], since: unseenSince(question), standings: standingsOf(question, {}) }
}

/**
 * Plans the review of a team's members on GitHub: one issue with a box for everybody who was not seen for as long as the charter
 * says; after two weeks a reminder; after four the pull request that makes the silent ones emeritus; in the end the issue is closed. Everything has
 * a key, so that a second run repeats nothing. Refuses what GitHub did not answer: unreadable is not silent.
 */
export function planReview(question: ReviewQuestion, repository: string, answer: Answer): Review {
  const { team } = question
  const home = answeredRepository(answer, repository)
  const branch = answeredBranch(answer, branchOf(question, repository))
  const [review] = reviewsOf(team, home.issues)
  const onGitHub = withBaseRoster(question, branch)
  const last = review && !review.issue.open ? review : undefined
  const standings = standingsOf(onGitHub, {
    traceOf: (login) => answeredTrace(answer, askedOf(login, question, repository)),
    ...(last ? { last } : {}),
  })
  const since = unseenSince(question)
  const opened = review?.issue.open === true ? review.opened : todayAt(question.now)
  const matter = matterOf(onGitHub, repository, opened)
  const plan =
    review?.issue.open === true
      ? goOnWithReview({
          review,
          matter,
          standings,
          question: onGitHub,
          branch: { asked: branchOf(question, repository), found: branch },
        })
      : openReview(standings, matter, home)
  return { ...plan, standings, since }
}

function answeredRepository(answer: Answer, repository: string): RepositoryAnswer {
  const found = answer.repositories.get(repositoryKey({ repository, label: REVIEW_LABEL }))
  if (!found) throw new Error(`nobody asked for the reviews in ${repository}`)
  if ('refused' in found) throw new Refusal([found.refused])
  if (!found.hasIssues || found.archived)
    throw refuse(
      'github',
      `No issue can be opened in \`${repository}\`.`,
      'Switch its issues on, or take it out of the archive.',
    )
  return found
}

function answeredTrace(answer: Answer, asked: ActivityQuestion): Trace | undefined {
  const found = answer.activity.get(activityKey(asked))
  if (found !== undefined && found !== 'none' && 'refused' in found) throw new Refusal([found.refused])
  return found === 'none' ? undefined : found
}

/** The roster as the default branch has it: what lies in a working tree may not have landed. */
function withBaseRoster(question: ReviewQuestion, { base, repository }: BranchAnswer): ReviewQuestion {
  const file = repositoryPath(question.workspace, ROSTER_FILE)
  const roster = base.files.get(file)
  if (roster?.kind !== 'text')
    throw refuse(
      'github',
      `There is no \`${file}\` on the default branch of \`${repository}\`.`,
      '`repository` in wg.yml must name the repository in which this workspace lies.',
    )
  const { workspace } = question
  const read = readWorkspace(new Map(workspace.texts).set(ROSTER_FILE, roster.text), workspace.folder)
  const faults = read.problems.filter(
    ({ place, severity }) => place?.file === ROSTER_FILE && severity === 'error',
  )
  if (faults.length > 0) throw new Refusal(faults)
  return { ...question, workspace: { ...read.workspace, series: workspace.series } }
}

interface Evidence {
  readonly traceOf?: (login: string) => Trace | undefined
  /** The last review, which is over. */
  readonly last?: FoundReview
}

function standingsOf(question: ReviewQuestion, { traceOf, last }: Evidence): readonly Standing[] {
  const { team, workspace, attendance, now } = question
  const since = unseenSince(question)
  return membersOf(workspace.members, team, todayAt(now)).map((member) => {
    const meeting = meetingOf(member.login, attendance)
    const trace = traceOf?.(member.login)
    const asked = last?.asked.includes(member.login.toLowerCase()) === true ? last.opened : undefined
    const seen: Seen | undefined = lastSeen({
      member,
      team,
      ...(meeting ? { meeting } : {}),
      ...(trace ? { trace } : {}),
      ...(asked === undefined ? {} : { asked }),
    })
    return { member, silent: seen === undefined || seen.day < since, ...(seen ? { seen } : {}) }
  })
}

function meetingOf(login: string, attendance: TeamAttendance | undefined) {
  const last = attendance?.meetings.findLast(({ present }) =>
    present.some((member) => member.login.toLowerCase() === login.toLowerCase()),
  )
  return last && { day: last.record.date, key: last.record.key }
}

function matterOf(question: ReviewQuestion, repository: string, opened: Day): ReviewMatter {
  const { team, workspace, now } = question
  const charter = workspace.charters.get(team)
  const stated = charter?.repositories ?? []
  const owner = repository.split('/')[0] ?? ''
  return {
    team,
    teamName: charter?.name ?? team,
    key: reviewKey(team, opened),
    since: unseenSince({ ...question, now: opened === todayAt(now) ? now : new Date(`${opened}T12:00:00Z`) }),
    places: `in issues, pull requests and comments of ${stated.length > 0 ? stated.join(', ') : `${owner}'s repositories`}`,
    remindOn: addDays(opened, REMIND_AFTER),
    retireOn: addDays(opened, RETIRE_AFTER),
    openFor: charter?.membership.reviewOpen ?? OPEN_FOR,
  }
}

function openReview(standings: readonly Standing[], matter: ReviewMatter, home: RepositoryAnswer): Plan {
  const all = standings.filter((each) => each.silent)
  const silent = longestUnseen(all)
  const later = all.length - silent.length
  if (silent.length === 0)
    return { changes: [], notes: [`Everybody on \`${matter.team}\` was seen since ${matter.since}.`] }
  const open: OpenIssue = {
    kind: 'open-issue',
    repository: home.repository,
    repositoryId: home.id,
    key: matter.key,
    title: reviewTitle(matter),
    body: reviewBody(matter, silent),
    labels: [REVIEW_LABEL],
    labelIds: home.labelIds,
  }
  const changes: readonly Change[] = [...missingLabels([REVIEW_LABEL], home), open]
  const notes =
    later === 0
      ? []
      : [`${later} more are silent: the next review asks them, since one asks ${MOST} people at most.`]
  return { changes, notes }
}

/** Those who are asked at once, in the order of the roster: a review pings nobody in masses. */
function longestUnseen(silent: readonly Standing[]): readonly Standing[] {
  const dayOf = ({ seen }: Standing) => seen?.day ?? ''
  const first = silent.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1)).slice(0, MOST)
  return silent.filter((each) => first.includes(each))
}
