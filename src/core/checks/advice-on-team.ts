import { didYouMean } from '../text/nearest.ts'
import type { Workspace } from '../workspace.ts'

/** What to do about the name of a team that has no charter; teams whose charter is broken are no choice. */
export function adviceOnTeam(team: string, { teamNames, charters }: Workspace): { readonly hint: string } {
  return {
    hint:
      didYouMean(team, [...teamNames]) ??
      `\`wg charter new ${team}\` writes its charter; or name one of: ${[...charters.keys()].join(', ') || 'none yet'}.`,
  }
}
