import { charterFile } from '../core/charters/charter.ts'
import type { Problem } from '../core/problem.ts'
import { unreadTeams } from '../core/charters/unread-teams.ts'
import { GROUP_FILE, ROSTER_FILE, type Workspace } from '../core/workspace.ts'
import { type App, loadAround } from './app.ts'
import { printProblems } from './print-problems.ts'

/**
 * Reads the workspace for a view of charters. One broken charter, series or vote stops nobody: it is told on standard error, and a
 * charter with any error counts as unread as a whole, since half of it could say something wrong. Refuses when wg.yml, members.yml or the
 * charter of the `team` that is asked for is broken.
 */
export async function loadCharters(app: App, team?: string): Promise<Workspace> {
  const needed = [GROUP_FILE, ROSTER_FILE, ...(team === undefined ? [] : [charterFile(team)])]
  const { workspace, problems } = await loadAround(app, (file) => needed.includes(file))
  printProblems(problems, { terminal: app.world.terminal, format: 'text' })
  return withoutBroken(workspace, problems)
}

/** A workspace in which the charters that have a problem are missing, so that nothing is said of their teams but that they are there. */
export function withoutBroken(workspace: Workspace, problems: readonly Problem[]): Workspace {
  const broken = new Set(problems.map(({ place }) => place?.file))
  const charters = [...workspace.charters].filter(([team]) => !broken.has(charterFile(team)))
  return { ...workspace, charters: new Map(charters) }
}

/** The exit code of a command that showed what it could: 1 when a charter that it needs could not be read. */
export function exitCodeOf(
  workspace: Workspace,
  needed?: readonly (string | undefined)[],
): number | undefined {
  const unread = unreadTeams(workspace)
  return unread.some((team) => needed === undefined || needed.includes(team)) ? 1 : undefined
}
