import type { FileContent } from '../core/file-content.ts'
import { planWorkflows, workflowPath } from '../core/plan/workflow-files.ts'
import { terminalText } from '../core/text/terminal-text.ts'
import type { App } from './app.ts'
import { applyPlan } from './apply.ts'
import { say } from './report.ts'

/** Writes the workflows of GitHub Actions, and brings those up to date that nobody has changed; of the others it shows what differs. */
export async function writeWorkflows(app: App, dryRun: boolean): Promise<void> {
  const workflows = await app.world.workflows()
  const lying = new Map<string, FileContent>()
  for (const workflow of workflows) {
    const path = workflowPath(workflow)
    lying.set(path, await app.files.read(path))
  }
  const { changes, left } = planWorkflows(workflows, lying)
  const notes = changes.length + left.length === 0 ? ['Nothing to do: the workflows are up to date.'] : []
  await applyPlan({ changes, notes }, app, dryRun)
  for (const { path, difference } of left) {
    say(app, `\`${path}\` is not as wg has written it, so it stays as it is. What wg would change:`)
    for (const line of difference)
      say(app, `    ${line.slice(0, 2)}${indentOf(line)}${terminalText(line.slice(2))}`)
    say(app, 'Make the changes by hand, or remove the file and run `wg init --workflows`.')
  }
}

function indentOf(line: string): string {
  return /^ */.exec(line.slice(2))?.[0] ?? ''
}
