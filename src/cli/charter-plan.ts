import type { Plan, WriteFile } from '../core/plan/change.ts'
import type { CharterMatter } from '../core/plan/charter-file.ts'
import { charterFile } from '../core/charters/charter.ts'
import { GROUP_FILE, ROSTER_FILE } from '../core/workspace.ts'
import { type App, loadAround, markdownFiles, openApp } from './app.ts'
import { applyPlan } from './apply.ts'
import type { Given } from './command.ts'
import { printProblems } from './print-problems.ts'
import type { World } from './world.ts'

/**
 * Reads the workspace with its pages, makes a plan, prints and applies it: what every command does that changes the charter of a
 * team. Another file that is broken is told, and stops nothing.
 */
export async function carryCharterPlan(
  { team, options }: { readonly team: string; readonly options: Given['options'] },
  world: World,
  plan: (matter: CharterMatter, app: App) => Plan<WriteFile> | Promise<Plan<WriteFile>>,
): Promise<undefined> {
  const app = await openApp(world, options)
  const needed = [GROUP_FILE, ROSTER_FILE, 'templates/charter.md', charterFile(team)]
  const pages = await markdownFiles(app)
  const { workspace, problems } = await loadAround(app, (file) => needed.includes(file), pages)
  printProblems(problems, { terminal: world.terminal, format: 'text' })
  const made = await plan({ workspace, now: app.now }, app)
  await applyPlan(made, app, options['dryRun'] === true)
  if (options.json) world.terminal.print(`${JSON.stringify(made, null, 2)}\n`)
  return undefined
}
