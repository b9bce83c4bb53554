import { type Charter, charterFile } from '../charters/charter.ts'
import { endedBy, stateOn } from '../charters/history.ts'
import { lastsOn, type Member } from '../people/roster.ts'
import type { ValuePath } from '../text/yaml.ts'
import type { Day } from '../time/day.ts'
import { todayAt } from '../time/today.ts'
import { ROSTER_FILE, type Workspace } from '../workspace.ts'
import type { Check, Finding } from './check.ts'

/** A team that has not ended, and who serves on it today. */
export interface Crew {
  readonly charter: Charter
  readonly workspace: Workspace
  readonly today: Day
  /** Those who serve in a role that counts. */
  readonly voters: readonly Member[]
  /** Whether the team is at work, so that it must be complete. */
  readonly works: boolean
}

/** A finding of one charter. */
export type FoundInCharter = Omit<Finding, 'place'> & { readonly path: ValuePath }

/** Runs a rule on every team that has not ended; on none when the roster could not be read whole, since nobody may be taken for missing. */
export function eachCrew(rule: (crew: Crew) => readonly FoundInCharter[]): Check['find'] {
  return ({ workspace, now }) => {
    if (workspace.unread.has(ROSTER_FILE) || workspace.isDamaged(ROSTER_FILE, 'members')) return []
    const today = todayAt(now)
    const serving = servingBy(workspace.members, today)
    return [...workspace.charters.values()].flatMap((charter) => {
      if (endedBy(charter, today) !== undefined) return []
      const file = charterFile(charter.team)
      return rule(crewOf(charter, { workspace, today, serving: serving.get(charter.team) ?? [] }))
        .filter(({ path }) => !workspace.isDamaged(file, path.join('/')))
        .map(({ path, ...finding }) => ({ ...finding, place: workspace.placeOf(file, path) }))
    })
  }
}

interface Serving {
  readonly member: Member
  readonly role: string
}

function servingBy(members: readonly Member[], today: Day): Map<string, Serving[]> {
  const serving = new Map<string, Serving[]>()
  for (const member of members) {
    for (const term of member.terms) {
      if (!lastsOn(term, today)) continue
      const crew = serving.get(term.team)
      if (crew) crew.push({ member, role: term.role })
      else serving.set(term.team, [{ member, role: term.role }])
    }
  }
  return serving
}

function crewOf(
  charter: Charter,
  { workspace, today, serving }: { workspace: Workspace; today: Day; serving: readonly Serving[] },
): Crew {
  const silent = new Set(charter.roles.filter(({ voting }) => !voting).map(({ id }) => id))
  const voters = [...new Set(serving.filter(({ role }) => !silent.has(role)).map(({ member }) => member))]
  const state = stateOn(charter, today)
  return { charter, workspace, today, voters, works: state === 'chartered' || state === 're-chartering' }
}

/** Those who serve in a role today. */
export function holdersOf({ voters, charter, workspace, today }: Crew, role: string): readonly Member[] {
  const all = charter.roles.some(({ id, voting }) => id === role && !voting) ? workspace.members : voters
  return all.filter(({ terms }) =>
    terms.some((term) => term.team === charter.team && term.role === role && lastsOn(term, today)),
  )
}
