import type { Day } from '../../time/day.ts'

/** A stretch of service, as dated rosters show it. */
export interface ImportedTerm {
  readonly team: string
  readonly role: string
  /** The first day; undefined when it lies before the first roster, or was never seen. */
  readonly since?: Day
  /** The last day; undefined while the term lasts; `unknown` when it ended before anybody wrote it down. */
  readonly until?: Day | 'unknown'
  /** `emeritus` when a roster lists the person among past members. */
  readonly reason?: 'emeritus'
}

/** A person of the rosters: one login, whatever its letter case. */
export interface ImportedMember {
  /** The login as the latest roster spells it. */
  readonly login: string
  /** The latest name that a roster gives. */
  readonly name?: string
  readonly serves: readonly ImportedTerm[]
}

/** Whether the term covers a day. Where the first day is unknown, every earlier day counts; where the last one is, no day does. */
export function coversDay({ since, until }: ImportedTerm, day: Day): boolean {
  if (until === 'unknown') return false
  return (since === undefined || since <= day) && (until === undefined || day <= until)
}
