import type { Problem } from '../../problem.ts'

/** One person on a roster, as the line says it; nothing here is made up. */
export interface RosterEntry {
  /** The GitHub login: the spelling of the address where there is one. */
  readonly login: string
  readonly name?: string
  /** A role id such as `chair`, or the words of a role column that the tables do not know. */
  readonly role?: string
  readonly pronouns?: string
  /** Whatever else the line says (employer, time zone, e-mail), parts joined by `; `. */
  readonly note?: string
  /** The line on which the login stands; the first line is 1. */
  readonly line: number
}

/** Whether the people of a section serve now, or have served. */
export type Standing = 'serving' | 'past'

/** A list of people in a page. */
export interface RosterSection {
  /** The heading, or the team of the mark when there is no heading. */
  readonly title: string
  /** Which kind of people: `members`, `collaborators`, `triagers`, `observers`…; see the heading table. */
  readonly group: string
  readonly standing: Standing
  /** `org/team` of the synchronised block that this list stands in. */
  readonly mark?: string
  readonly line: number
  readonly entries: readonly RosterEntry[]
  /** What a section without people says: that there is nobody, or that it is open who. */
  readonly empty?: Emptiness
}

export type Emptiness = 'nobody' | 'open'

/** What was found in a page. */
export interface RosterReading {
  readonly sections: readonly RosterSection[]
  /** Lines that could not be read, and broken structure: as long as there is one, absence from the page proves nothing. */
  readonly unread: readonly Problem[]
  /** Lines that were read, but say something that a person should look at. */
  readonly doubts: readonly Problem[]
}
