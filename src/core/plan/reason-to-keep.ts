import type { HomeAnswer } from '../github/home-answer.ts'
import { gatherAgenda } from '../github/gather-agenda.ts'
import type { FoundIssue } from '../github/question.ts'
import { countItems } from '../meetings/agenda.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { hasPeoplesLines } from '../text/peoples-lines.ts'
import type { Workspace } from '../workspace.ts'

/** A meeting that may have nothing to talk about. */
export interface MaybeEmpty {
  readonly meeting: Meeting
  readonly workspace: Workspace
  readonly found: HomeAnswer
  /** Its issue. */
  readonly issue: FoundIssue | undefined
  /** The instant for which it was planned when it was proposed to cancel it. */
  readonly proposedFor?: Date
  readonly now: Date
}

/** What speaks against cancelling a meeting, in the order in which it is said. */
const REASONS: readonly (readonly [words: string, holds: (question: MaybeEmpty) => boolean])[] = [
  ['The meeting has begun', ({ meeting, now }) => meeting.startsAt <= now],
  ['The meeting is cancelled already', ({ meeting }) => meeting.status === 'cancelled'],
  ['The meeting has another time by now', isMoved],
  ['The issue of the meeting is not open', ({ issue }) => issue?.open !== true],
  ['There is more than standing items on the agenda', hasMoreThanStanding],
  [
    'Somebody has written into the agenda',
    ({ issue }) => hasPeoplesLines(issue?.body ?? '', 'agenda') === true,
  ],
  [
    'The issue of the meeting shows no agenda, or its marks are damaged',
    ({ issue }) => hasPeoplesLines(issue?.body ?? '', 'agenda') === undefined,
  ],
  ['Somebody has written in the issue of the meeting', ({ issue }) => issue?.spoken === true],
]

/** Why a meeting is not cancelled for its agenda, as the beginning of a sentence; undefined when nothing speaks against it. */
export function reasonToKeep(question: MaybeEmpty): string | undefined {
  return REASONS.find(([, holds]) => holds(question))?.[0]
}

function isMoved({ meeting, proposedFor }: MaybeEmpty): boolean {
  return proposedFor !== undefined && proposedFor.getTime() !== meeting.startsAt.getTime()
}

function hasMoreThanStanding({ meeting, workspace, found }: MaybeEmpty): boolean {
  const agenda = gatherAgenda(meeting, workspace, found)
  return agenda.withheld > 0 || countItems(agenda) > meeting.series.standing.length
}
