import type { Problem } from '../problem.ts'
import type { MeetingRecord } from '../record/meeting-record.ts'
import type { Workspace } from '../workspace.ts'

/** What a check is handed. */
export interface CheckMatter {
  readonly workspace: Workspace
  readonly now: Date
  /** The recent meetings and their minutes; nothing is said about minutes when they were not read. */
  readonly record?: readonly MeetingRecord[]
}

/** What a check finds; its rule's name is added by the table. */
export type Finding = Omit<Problem, 'rule' | 'severity'>

/** A named rule that a workspace must pass. */
export interface Check {
  /** In kebab-case; it stays for ever. */
  readonly name: string
  /** What holds when the check passes, in one sentence. */
  readonly sentence: string
  readonly severity: Problem['severity']
  readonly find: (matter: CheckMatter) => readonly Finding[]
}
