import type { Answer, Question } from '../github/question.ts'
import type { Plan } from '../plan/change.ts'
import type { DueMeeting } from '../plan/due.ts'
import type { Place } from '../problem.ts'

/** The parts of a group's work that the scheduled run does, in the order in which it does them. */
export const PARTS = ['meetings', 'minutes', 'roster', 'charters', 'calendar'] as const

export type Part = (typeof PARTS)[number]

/** Something that may be due for a series or a team. What is asked is settled by the clock and the files alone. */
export interface Chore {
  readonly part: Part
  /** The series or the team. */
  readonly of: string
  /** Where a problem is shown that has no place of its own. */
  readonly place: Place
  readonly question: Question
  /** Refuses what GitHub did not answer, and what cannot be done. */
  readonly plan: (answer: Answer) => Plan
  /** The meetings whose issues it is about. */
  readonly meetings?: readonly DueMeeting[]
}
