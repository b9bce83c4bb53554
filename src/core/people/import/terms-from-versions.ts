import { sortProblems, type Problem } from '../../problem.ts'
import { addDays, type Day } from '../../time/day.ts'
import type { ImportedMember, ImportedTerm } from './imported-member.ts'
import type { RosterEntry, RosterSection } from './roster-section.ts'
import { readSnapshot, type RosterVersion, type Snapshot } from './roster-version.ts'

/** The versions of one roster, and whose roster it is. */
export interface RosterHistory {
  /** In any order; of several versions of a day the last one given counts. */
  readonly versions: readonly RosterVersion[]
  /** The team that all terms are served on. */
  readonly team: string
  /** The sections of the pages that list this team; if not given, those of the group `members`. */
  readonly listed?: (section: RosterSection) => boolean
}

/** What dated rosters tell. */
export interface ImportedTerms {
  /** In the order in which they first appear. */
  readonly members: readonly ImportedMember[]
  /** The versions that were left out, with the reason. */
  readonly problems: readonly Problem[]
}

interface Known {
  login: string
  name: string | undefined
  readonly terms: ImportedTerm[]
}

/**
 * Makes terms out of dated rosters. A version holds from its day to the day before the next one, so a term begins on the day of
 * the first version that lists the person and ends on the day before the first that does not. What the first version lists
 * began on an unknown day; who is first seen among past members served on unknown days. The same login in other letters is the
 * same person; a renamed account cannot be told from a new one.
 */
export function termsFromVersions({ versions, team, listed = listsMembers }: RosterHistory): ImportedTerms {
  const read = lastOfEachDay(versions).map((version) => readSnapshot(version, listed))
  const known = new Map<string, Known>()
  for (const [index, snapshot] of read.filter((one) => 'serving' in one).entries()) {
    takeSnapshot(known, snapshot, { team, since: index === 0 ? undefined : snapshot.day })
  }
  const members = [...known.values()].map(({ login, name, terms }) => ({
    login,
    ...(name === undefined ? {} : { name }),
    serves: terms,
  }))
  return { members, problems: sortProblems(read.filter((one) => 'rule' in one)) }
}

function listsMembers({ group }: RosterSection): boolean {
  return group === 'members'
}

function lastOfEachDay(versions: readonly RosterVersion[]): RosterVersion[] {
  const byDay = new Map(versions.map((version) => [version.day, version]))
  return [...byDay.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

interface NewTerm {
  readonly team: string
  readonly since: Day | undefined
}

function takeSnapshot(known: Map<string, Known>, snapshot: Snapshot, begin: NewTerm): void {
  const { day, serving, past, saysRoles } = snapshot
  for (const [key, entry] of serving) {
    const person = meet(known, key, entry)
    const role = entry.role ?? 'member'
    const lasting = lastingTerm(person)
    if (lasting !== undefined && saysRoles && lasting.role !== role)
      endTerm(person, { until: addDays(day, -1) })
    if (lastingTerm(person) === undefined) person.terms.push(makeTerm(role, begin))
  }
  for (const [key, person] of known) {
    if (!serving.has(key) && lastingTerm(person) !== undefined) endTerm(person, { until: addDays(day, -1) })
  }
  for (const [key, entry] of past) {
    const person = meet(known, key, entry)
    if (person.terms.length === 0)
      person.terms.push({ ...makeTerm('member', { ...begin, since: undefined }), until: 'unknown' })
    endTerm(person, { reason: 'emeritus' })
  }
}

function meet(known: Map<string, Known>, key: string, { login, name }: RosterEntry): Known {
  const person = known.get(key) ?? { login, name, terms: [] }
  person.login = login
  person.name = name ?? person.name
  known.set(key, person)
  return person
}

function makeTerm(role: string, { team, since }: NewTerm): ImportedTerm {
  return { team, role, ...(since === undefined ? {} : { since }) }
}

function lastingTerm({ terms }: Known): ImportedTerm | undefined {
  const last = terms.at(-1)
  return last?.until === undefined ? last : undefined
}

function endTerm({ terms }: Known, end: Pick<ImportedTerm, 'until' | 'reason'>): void {
  const last = terms.pop()
  if (last !== undefined) terms.push({ ...last, ...end })
}
