import { requireWrite } from './access.ts'
import type { Context } from './context.ts'
import { mutation, type TypeRules } from './field-rules.ts'
import { unprocessable } from './github-error.ts'
import { touch } from './item-deeds.ts'
import { areasOf, labelsOf, nodeOf } from './mutation-inputs.ts'
import { labelFault, makeLabel } from './place-verbs.ts'

interface CreateLabel {
  readonly repositoryId: string
  readonly name: string
  readonly color: string
  readonly description?: string | null
}

function createLabel(input: CreateLabel, context: Context) {
  const repository = nodeOf(context, input.repositoryId, 'Repository')
  requireWrite(context.token, repository, { areas: ['issues'], level: 'WRITE', mutation: 'CreateLabel' })
  const { name, color, description = null } = input
  const fault = labelFault(repository, { name, color, description })
  if (fault !== undefined) throw unprocessable(fault)
  const label = makeLabel(context.state, repository, {
    name,
    color,
    ...(description !== null && { description }),
  })
  return { label }
}

interface ChangeLabels {
  readonly labelableId: string
  readonly labelIds: readonly string[]
}

/** Both directions of labelling: finds the item and its labels, checks the permission, changes. */
function labelItem(input: ChangeLabels, context: Context, isAdding: boolean) {
  const item = nodeOf(context, input.labelableId, 'Issue', 'PullRequest')
  const mutationName = isAdding ? 'AddLabelsToLabelable' : 'RemoveLabelsFromLabelable'
  requireWrite(context.token, item.repository, {
    areas: areasOf(item),
    level: 'TRIAGE',
    mutation: mutationName,
  })
  for (const label of labelsOf(context, item.repository, input.labelIds)) {
    if (isAdding) item.labels.add(label)
    else item.labels.delete(label)
  }
  touch(context.state, item)
  return { labelable: item }
}

/** Writes to labels. */
export const LABEL_MUTATIONS: TypeRules = {
  createLabel: mutation(['repositoryId', 'name', 'color', 'description'], createLabel),
  addLabelsToLabelable: mutation(['labelableId', 'labelIds'], (input: ChangeLabels, context) =>
    labelItem(input, context, true),
  ),
  removeLabelsFromLabelable: mutation(['labelableId', 'labelIds'], (input: ChangeLabels, context) =>
    labelItem(input, context, false),
  ),
}
