import type { FileContent } from '../file-content.ts'
import { lineDiff } from '../text/line-diff.ts'
import type { WriteFile } from './change.ts'
import { PUBLISHED_ACTION } from './published-action.ts'

/** A workflow of GitHub Actions that wg brings with it. */
export interface BuiltInWorkflow {
  /** `check.yml` */
  readonly name: string
  /** Its text, with `WG_ACTION` where the Action is named. */
  readonly text: string
  /** The texts that earlier versions of wg wrote, in the same form. */
  readonly earlier: readonly string[]
}

/** A workflow that people have changed: it is left as it is. */
export interface LeftWorkflow {
  readonly path: string
  /** What wg would change in it, line by line. */
  readonly difference: readonly string[]
}

/** What becomes of the workflows of a repository. */
export interface WorkflowPlan {
  readonly changes: readonly WriteFile[]
  readonly left: readonly LeftWorkflow[]
}

/** Where GitHub looks for workflows. */
export const WORKFLOW_FOLDER = '.github/workflows'

/** The path at which a workflow is written. */
export function workflowPath({ name }: BuiltInWorkflow): string {
  return `${WORKFLOW_FOLDER}/${name}`
}

/** The text of a workflow as it runs: with a name for the Action. */
export function workflowText(template: string, action: string = PUBLISHED_ACTION): string {
  return template.replaceAll('WG_ACTION', action)
}

/**
 * Writes the workflows that are not there, and replaces those that an earlier version of wg wrote and nobody has touched. Any other
 * text is people's, and stays.
 */
export function planWorkflows(
  workflows: readonly BuiltInWorkflow[],
  lying: ReadonlyMap<string, FileContent>,
): WorkflowPlan {
  const changes: WriteFile[] = []
  const left: LeftWorkflow[] = []
  for (const workflow of workflows) {
    const path = workflowPath(workflow)
    const after = workflowText(workflow.text)
    const content = lying.get(path) ?? { kind: 'missing' }
    if (content.kind === 'missing') changes.push({ kind: 'write-file', path, after })
    else if (content.kind === 'unusable') left.push({ path, difference: [] })
    else if (isOneOf(content.text, [workflow.text])) continue
    else if (isOneOf(content.text, workflow.earlier))
      changes.push({ kind: 'write-file', path, before: content.text, after })
    else left.push({ path, difference: lineDiff(unixLines(content.text), after) })
  }
  return { changes, left }
}

/** A checkout on Windows may have other line ends. */
function isOneOf(text: string, templates: readonly string[]): boolean {
  return templates.some((template) => workflowText(template) === unixLines(text))
}

function unixLines(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
