import type { Charter } from './charter.ts'

/** What says which teams there are, and which of their charters could be read. */
interface Teams {
  /** The names of all teams that have a file; those of the charters when left out. */
  readonly teamNames?: ReadonlySet<string>
  readonly charters: ReadonlyMap<string, Charter>
}

/** What stands where a charter would be shown that could not be read. */
export const UNREAD = 'could not be read'

/** The teams that have a charter which could not be read: a view must say that they are there. */
export function unreadTeams({ teamNames, charters }: Teams): readonly string[] {
  return [...(teamNames ?? [])].filter((team) => !charters.has(team)).sort()
}
