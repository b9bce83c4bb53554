import { CANCEL_NOTICE } from '../chores/written-chores.ts'
import type { BranchAnswer } from '../github/branch.ts'
import type { HomeAnswer } from '../github/home-answer.ts'
import type { FoundIssue } from '../github/question.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { GitHubHome } from '../meetings/series.ts'
import type { Workspace } from '../workspace.ts'

/** A meeting that is cancelled when nobody has anything to talk about. */
export interface EmptyMeeting {
  readonly meeting: Meeting
  readonly home: GitHubHome
  readonly workspace: Workspace
  /** Whether it may be proposed to cancel it; what is proposed already is seen to in any case. */
  readonly near: boolean
  /** Minutes for which the proposal stands. */
  readonly grace: number
  readonly now: Date
}

/** What GitHub says of such a meeting. */
export interface FoundEmptyMeeting extends EmptyMeeting {
  readonly found: HomeAnswer
  readonly issue: FoundIssue | undefined
  readonly branch: BranchAnswer
  /** The path of the series' file in its repository. */
  readonly path: string
}

/** An instant some minutes later. */
export function minutesLater(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000)
}

/** The last instant at which wg cancels a meeting by itself. */
export function latestCancelling({ startsAt }: Meeting): Date {
  return minutesLater(startsAt, -CANCEL_NOTICE)
}
