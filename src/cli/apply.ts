import type { Plan, WriteFile } from '../core/plan/change.ts'
import type { App } from './app.ts'
import { say, sayChange } from './report.ts'

/** Prints a plan, and applies it change by change unless this is a dry run. */
export async function applyPlan(
  { changes, notes }: Plan<WriteFile>,
  app: App,
  dryRun: boolean,
): Promise<void> {
  notes.forEach((note) => say(app, note))
  for (const change of changes) {
    sayChange(change, app, dryRun)
    if (!dryRun) await app.files.write(change.path, change.after)
  }
  if (dryRun && changes.length > 0) say(app, 'This was a dry run: nothing was written.')
}
