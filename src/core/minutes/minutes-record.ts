import type { Day } from '../time/day.ts'
import type { Problem } from '../problem.ts'

/** One person of the roster, as written there. */
export interface Attendee {
  /** The name as written, or null where the roster gives only a login. */
  readonly name: string | null
  /** GitHub login without `@`, or null where neither the file nor the names given know one. */
  readonly github: string | null
  /** What stands beside the name: `TSC`, `observer`, a company; or null. */
  readonly role: string | null
  /** False for unticked boxes, regrets and apologies, unless another list of the same file has the person as present. */
  readonly present: boolean
  /** Where the login came from, when it does not stand in the file. */
  readonly from?: NameSource
  readonly line: number
}

export type NameSource = 'members' | 'folder'

/** An issue, pull request or discussion that was an item of the meeting. */
export interface AgendaItem {
  readonly title: string
  /** `owner/name`, as written; null when nothing says whose number it is. */
  readonly repo: string | null
  readonly number: number
  /** As written; made from repository and number where the file gives no address; null without a repository. */
  readonly url: string | null
  readonly line: number
}

export interface Action {
  readonly text: string
  /** Logins where the roster knows the person, otherwise names as written. */
  readonly owners: readonly string[]
  readonly done: boolean
  readonly line: number
}

export interface Decision {
  readonly text: string
  readonly line: number
}

/** What a minutes file says. Lines count from 1. */
export interface MinutesRecord {
  /** The day of the meeting; null when the file names none, or only a month. */
  readonly date: Day | null
  readonly title: string | null
  readonly attendees: readonly Attendee[]
  readonly agenda: readonly AgendaItem[]
  readonly actions: readonly Action[]
  readonly decisions: readonly Decision[]
  /** Addresses by what they lead to: `issue`, `recording`, `minutes`, `previous`, or the label as written, in kebab-case. */
  readonly links: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

/** Finds the login of a name that stands without one. */
export type NameLookup = (name: string) => { readonly github: string; readonly from: NameSource } | undefined
