import type { Problem } from '../../problem.ts'
import type { Day } from '../../time/day.ts'
import type { RosterEntry, RosterReading, RosterSection } from './roster-section.ts'
import { plainWords, ROSTER_WORDS } from './roster-words.ts'

/** A page as it was from a day on. */
export interface RosterVersion {
  readonly day: Day
  /** For problems. */
  readonly file: string
  readonly reading: RosterReading
}

/** Who a version lists. Keys are logins in lower case. */
export interface Snapshot {
  readonly day: Day
  readonly serving: ReadonlyMap<string, RosterEntry>
  readonly past: ReadonlyMap<string, RosterEntry>
  /** Some entry has a role, so that an entry without one says something too. */
  readonly saysRoles: boolean
}

/** Reads a version as evidence of who served, or says why it is none: what could not be read is not empty. */
export function readSnapshot(
  { day, file, reading }: RosterVersion,
  listed: (section: RosterSection) => boolean,
): Snapshot | Problem {
  const sections = reading.sections.filter(listed)
  const reason =
    reading.unread.length > 0
      ? unreadReason(reading.unread.length)
      : sections.length === 0
        ? NO_SECTION
        : sections.some(({ empty }) => empty === 'open')
          ? OPEN
          : undefined
  if (reason === undefined) return snapshotOf(day, sections)
  const [severity, why, hint] = reason
  const message = `The version of \`${day}\` was left out: ${why}.`
  return { rule: 'roster-version', severity, message, hint, place: { file, line: 1, column: 1 } }
}

type Reason = readonly [Problem['severity'], string, string]

const NO_SECTION: Reason = [
  'warning',
  'it has no roster of this kind',
  'If the list was moved to another page, import that page for these days.',
]
const OPEN: Reason = [
  'warning',
  'it says that its members are still to be named',
  'Those of the next version get no first day; add it by hand if you know it.',
]

function unreadReason(count: number): Reason {
  const lines = count === 1 ? 'one line of it' : `${String(count)} lines of it`
  return [
    'error',
    `${lines} could not be read, and who is missing there may still serve`,
    'Correct these lines first.',
  ]
}

function snapshotOf(day: Day, sections: readonly RosterSection[]): Snapshot {
  const all = sections.flatMap(({ standing, entries }) =>
    entries.map((entry) => ({ entry, past: standing === 'past' || isPastRole(entry) })),
  )
  const serving = byLogin(all.filter(({ past }) => !past).map(({ entry }) => entry))
  const past = byLogin(all.filter(({ past }) => past).map(({ entry }) => entry))
  const saysRoles = [...serving.values()].some(({ role }) => role !== undefined)
  return { day, serving, past: new Map([...past].filter(([key]) => !serving.has(key))), saysRoles }
}

/** A line of the members may itself say `Emeritus`. */
function isPastRole({ role }: RosterEntry): boolean {
  return role !== undefined && ROSTER_WORDS.past.includes(plainWords(role))
}

/** Somebody who stands in two lists is one person; the entry with a role says more. */
function byLogin(entries: readonly RosterEntry[]): Map<string, RosterEntry> {
  const found = new Map<string, RosterEntry>()
  for (const entry of entries) {
    const key = entry.login.toLowerCase()
    const known = found.get(key)
    if (known === undefined || (known.role === undefined && entry.role !== undefined)) found.set(key, entry)
  }
  return found
}
