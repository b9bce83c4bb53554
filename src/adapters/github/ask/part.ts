import type { Trace } from '../../../core/github/activity.ts'
import type { BranchAnswer } from '../../../core/github/branch.ts'
import type { FoundPerson } from '../../../core/github/person.ts'
import type { FoundItem, RepositoryAnswer, Unanswered } from '../../../core/github/question.ts'
import type { Settled } from '../judge-part.ts'

/** Gives a value to the document as a variable, and the variable's name. */
export type Bind = (value: unknown, type?: string) => string

/** What is known so far. */
export interface Gathered {
  readonly repositories: Map<string, RepositoryAnswer | Unanswered>
  readonly items: Map<string, FoundItem[] | Unanswered>
  readonly branches: Map<string, BranchAnswer | Unanswered>
  readonly people: Map<string, FoundPerson | 'missing' | Unanswered>
  readonly activity: Map<string, Trace | 'none' | Unanswered>
}

/** More in one request comes near to GitHub's limits of nodes and time; documents.test.ts counts both. */
export const AT_ONCE = {
  repository: 25,
  items: 50,
  branch: 10,
  glance: 50,
  person: 100,
  activity: 20,
  comments: 50,
} as const

/** One thing that is asked of GitHub, together with others in one request. */
export interface AskPart {
  readonly kind: keyof typeof AT_ONCE
  /** All fields that it may have in an answer when it is the `index`-th of its kind. */
  readonly aliases: (index: number) => readonly string[]
  /** Its fields in the text of the question. */
  readonly write: (index: number, bind: Bind) => readonly string[]
  /** Keeps what was answered, and gives what is to be asked next. */
  readonly read: (settled: Settled, index: number, gathered: Gathered) => readonly AskPart[]
}
