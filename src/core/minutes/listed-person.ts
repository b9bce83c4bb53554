import type { Person } from './read-person.ts'

/** A person with the line of the roster that lists them. */
export interface ListedPerson extends Person {
  readonly line: number
  /** How the roster is written; bare logins stand in lists, nicks in sentences. */
  readonly listed: 'item' | 'line' | 'sentence' | 'row'
}
