import { given } from '../given.ts'
import type { Charter } from '../people/charter.ts'
import type { Workspace } from '../workspace.ts'
import type { Meeting } from './meeting.ts'
import { charterFile, stateOn } from '../people/charter.ts'

/** One thing to talk about. Its title is foreign text. */
export interface AgendaItem {
  readonly title: string
  /** An address of the web, or a path of the workspace; by it the item is known again. */
  readonly link?: string
  /** The number of the issue or pull request. */
  readonly number?: number
  /** The login of whoever leads it. */
  readonly lead?: string
  /** The minutes it is given. */
  readonly minutes?: number
}

/** The items under one heading. */
export interface AgendaSection {
  readonly title: string
  readonly items: readonly AgendaItem[]
}

/** What a meeting is to talk about, each item once. */
export interface Agenda {
  readonly sections: readonly AgendaSection[]
  /** How many items are left out because their repositories are private and the agenda is not. */
  readonly withheld: number
  /** How many items do not fit, and where they can be seen. */
  readonly cut?: number
  /** The address of a list of all labelled items. */
  readonly all?: string
}

export function countItems({ sections }: Agenda): number {
  return sections.reduce((sum, { items }) => sum + items.length, 0)
}

/** The agenda with only its first items; sections without any are left out. */
export function shortenAgenda(agenda: Agenda, count: number): Agenda {
  let left = count
  const sections = agenda.sections.flatMap(({ title, items }) => {
    const kept = items.slice(0, left)
    left -= kept.length
    return kept.length === 0 ? [] : [{ title, items: kept }]
  })
  return { ...agenda, sections, cut: countItems(agenda) - count }
}

/** The agenda that the files alone give: the standing items, and what the charters of the team and its parts leave open. */
export function standingAgenda(meeting: Meeting, workspace: Workspace): readonly AgendaSection[] {
  const standing = meeting.series.standing.map((title): AgendaItem => ({ title, ...readTimebox(title) }))
  const teams = [...workspace.charters.values()].filter((charter) => belongsTo(charter, meeting.series.team, workspace))
  const open = teams.flatMap((charter) => openQuestions(charter, meeting))
  return [
    { title: 'Standing items', items: standing },
    { title: 'Open in the charters', items: open },
  ].filter(({ items }) => items.length > 0)
}

function belongsTo(charter: Charter, team: string, workspace: Workspace): boolean {
  const seen = new Set<string>()
  let each: Charter | undefined = charter
  while (each && !seen.has(each.team)) {
    if (each.team === team) return true
    seen.add(each.team)
    each = each.partOf === undefined ? undefined : workspace.charters.get(each.partOf)
  }
  return false
}

const OPEN_STATES: Readonly<Record<string, string>> = {
  proposed: 'the charter is proposed and waits for a decision',
  'in-review': 'the charter is in review',
  're-chartering': 'a new charter is asked for',
}

function openQuestions(charter: Charter, meeting: Meeting): AgendaItem[] {
  const state = stateOn(charter, meeting.date)
  const question = state && OPEN_STATES[state]
  const questions = [
    ...(question === undefined ? [] : [question]),
    ...(charter.reportsTo === 'undecided' ? ['whom the team reports to is undecided'] : []),
  ]
  if (questions.length === 0) return []
  return [{ title: `${charter.name}: ${questions.join('; ')}`, link: charterFile(charter.team) }]
}

const TIMEBOX = /\(\s*(\d{1,3})\s*(?:m|min|mins|minutes)\s*\)/i
const LEAD = /(?:^|[\s(])@([a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38})(?![\w/-])/i

/** What a title or label says of an item's time and owner: `(10m)` and `@lead`. */
export function readTimebox(text: string): { readonly minutes?: number; readonly lead?: string } {
  const minutes = TIMEBOX.exec(text)?.[1]
  const lead = LEAD.exec(text)?.[1]
  return given({ minutes: minutes === undefined ? undefined : Number(minutes), lead })
}

/** The minutes that all timeboxes of an agenda take together. */
export function timeboxed(agenda: Agenda): number {
  return agenda.sections.flatMap(({ items }) => items).reduce((sum, { minutes = 0 }) => sum + minutes, 0)
}
