import { given } from '../given.ts'
import type { Workspace } from '../workspace.ts'
import type { Meeting } from './meeting.ts'
import { type Charter, charterFile } from '../charters/charter.ts'
import { stateOn } from '../charters/history.ts'
import { describeMinutes } from '../time/span.ts'

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
  /** The items that do not fit: how many they are, and the minutes that they are given together. */
  readonly cut?: { readonly count: number; readonly minutes: number }
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
  const minutes = timeboxed(agenda) - timeboxed({ sections })
  return { ...agenda, sections, cut: { count: countItems(agenda) - count, minutes } }
}

/** The agenda that the files alone give: the standing items, and what the charters of the team and its parts leave open. */
export function standingAgenda(meeting: Meeting, workspace: Workspace): readonly AgendaSection[] {
  const standing = meeting.series.standing.map((title): AgendaItem => ({ title, ...readTimebox(title) }))
  const teams = [...workspace.charters.values()].filter((charter) =>
    belongsTo(charter, meeting.series.team, workspace),
  )
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

const TIME_LABEL = /^(?:time:\s*)?(\d{1,3})\s*(?:m|min|mins|minutes)$/i
const LEAD_LABEL = /^(?:lead:\s*@?|@)([a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38})$/i

/** What the labels and the title of an item say of its time and owner: `10m`, `lead:ada-example`; the labels win. */
export function readItemTimebox(title: string, labels: readonly string[]): ReturnType<typeof readTimebox> {
  const said = readTimebox(title)
  const first = (pattern: RegExp) => labels.flatMap((label) => pattern.exec(label.trim())?.[1] ?? [])[0]
  const minutes = first(TIME_LABEL)
  return {
    ...said,
    ...given({ minutes: minutes === undefined ? undefined : Number(minutes), lead: first(LEAD_LABEL) }),
  }
}

/** The minutes that all timeboxes of an agenda take together, also of items that do not fit. */
export function timeboxed({ sections, cut }: Pick<Agenda, 'sections' | 'cut'>): number {
  return sections
    .flatMap(({ items }) => items)
    .reduce((sum, { minutes = 0 }) => sum + minutes, cut?.minutes ?? 0)
}

/** How the timeboxes compare with the length of the meeting, in minutes; undefined where there are none. */
export function timeboxNote(agenda: Agenda, length: number): string | undefined {
  const sum = timeboxed(agenda)
  if (sum === 0) return undefined
  const over = sum > length ? `: ${describeMinutes(sum - length)} too many` : ''
  return `Timeboxes: ${describeMinutes(sum)} of ${describeMinutes(length)}${over}.`
}
