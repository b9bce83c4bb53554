import type { Answer } from '../github/question.ts'
import type { Problem } from '../problem.ts'
import type { Workspace } from '../workspace.ts'
import type { GitHubFacts } from './github-facts.ts'

/** All that the examinations are handed: what the files, GitHub and the machine said. */
export interface DoctorMatter {
  readonly now: Date
  /** Undefined when there is none here. */
  readonly workspace?: Workspace
  /** How many errors the reading of its files found. */
  readonly faults: number
  /** The repository of the workspace, `owner/name`. */
  readonly home?: string
  /** The text of the scheduled workflow in these files; undefined when it is not there. */
  readonly workflow?: string
  /** The name of the time zone data that Node was built with, `2026a`. */
  readonly zoneData?: string
  /** Undefined without a token; a problem when GitHub could not be asked at all. */
  readonly github?: GitHubFacts | Problem
  /** What GitHub says of the labels; undefined without a token or series on GitHub. */
  readonly labels?: Answer | Problem
}

/** How a thing stands: as it should; not for long, or not quite; not; or nobody could tell. */
export type State = 'fine' | 'warning' | 'wrong' | 'unknown'

/** What an examination found. */
export interface Finding {
  readonly state: State
  readonly message: string
  /** What to do. */
  readonly hint?: string
  /** The page with the switch to turn. */
  readonly page?: string
}

/** A named thing that is looked at. */
export interface Examination {
  /** In kebab-case; it stays for ever. */
  readonly name: string
  /** What holds when all is well, in one sentence. */
  readonly sentence: string
  readonly judge: (matter: DoctorMatter) => readonly Finding[]
}

/** All is well. */
export const fine = (message: string): Finding => ({ state: 'fine', message })

/** What to do, and the page on which it is done. */
export type Remedy = Omit<Finding, 'state' | 'message'>

export const warning = (message: string, remedy: Remedy): Finding => ({
  state: 'warning',
  message,
  ...remedy,
})

export const wrong = (message: string, remedy: Remedy): Finding => ({ state: 'wrong', message, ...remedy })

export const unknown = (message: string, remedy: Remedy = {}): Finding => ({
  state: 'unknown',
  message,
  ...remedy,
})
