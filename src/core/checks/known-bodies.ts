import { UNDECIDED } from '../charters/written-charter.ts'
import { GROUP_FILE, type Workspace } from '../workspace.ts'

/** Whether a name is that of a team or of a body of wg.yml; anything may be one while wg.yml cannot be read. */
export function isBody(name: string, { unread, teamNames, group }: Workspace): boolean {
  return unread.has(GROUP_FILE) || teamNames.has(name) || group.bodies.has(name)
}

/** The names of all teams and bodies, and the word for what is open. */
export function bodyNames({ teamNames, group }: Workspace): string[] {
  return [...teamNames, ...group.bodies.keys(), UNDECIDED]
}
