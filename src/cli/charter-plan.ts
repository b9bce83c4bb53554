import type { Plan, WriteFile } from '../core/plan/change.ts'
import type { CharterMatter } from '../core/plan/charter-file.ts'
import { type App, load, markdownFiles, openApp } from './app.ts'
import { applyPlan } from './apply.ts'
import type { Given } from './command.ts'
import type { World } from './world.ts'

/** Reads the workspace with its pages, makes a plan, prints and applies it: what every command does that changes a charter. */
export async function carryCharterPlan(
  { options }: Pick<Given, 'options'>,
  world: World,
  plan: (matter: CharterMatter, app: App) => Plan<WriteFile> | Promise<Plan<WriteFile>>,
): Promise<undefined> {
  const app = await openApp(world, options)
  const workspace = await load(app, await markdownFiles(app))
  const made = await plan({ workspace, now: app.now }, app)
  await applyPlan(made, app, options['dryRun'] === true)
  if (options.json) world.terminal.print(`${JSON.stringify(made, null, 2)}\n`)
  return undefined
}
