import { given } from '../../core/given.ts'
import type { EditIssue } from '../../core/plan/change.ts'
import type { EditPart } from './documents.ts'
import type { LabelIds } from './write/write.ts'

/** The mutations of which an edit consists, in the order in which they are carried out: the comment first, then text and labels, then the state, the pin last. */
export function editParts(change: EditIssue, idsOf: LabelIds): readonly EditPart[] {
  const { id, comment, takeBack, addLabels, removeLabels, state, pin } = change
  return [
    ...part('comment', 'addComment', comment === undefined ? undefined : { subjectId: id, body: comment }),
    ...part('takeBack', 'deleteIssueComment', takeBack === undefined ? undefined : { id: takeBack }),
    ...updateParts(change),
    ...part('add', 'addLabelsToLabelable', labelling(id, addLabels, idsOf)),
    ...part('remove', 'removeLabelsFromLabelable', labelling(id, removeLabels, idsOf)),
    ...closeParts(change),
    ...part('reopen', 'reopenIssue', state?.kind === 'open' ? { issueId: id } : undefined),
    ...(pin?.unpin ?? []).flatMap((issueId, index) => part(`unpin${index}`, 'unpinIssue', { issueId })),
    ...part('pin', 'pinIssue', pin && { issueId: id }),
  ]
}

function part(
  name: string,
  field: EditPart['field'],
  input: EditPart['input'] | undefined,
): readonly EditPart[] {
  return input ? [{ name, field, input }] : []
}

function updateParts({ id, of, title, body }: EditIssue): readonly EditPart[] {
  if (!title && !body) return []
  const texts = given({ title: title?.to, body: body?.to })
  return of === 'pull-request'
    ? part('update', 'updatePullRequest', { pullRequestId: id, ...texts })
    : part('update', 'updateIssue', { id, ...texts })
}

function closeParts({ id, of, state }: EditIssue): readonly EditPart[] {
  if (of === 'pull-request' && state?.kind === 'closed')
    return part('close', 'closePullRequest', { pullRequestId: id })
  return part('close', 'closeIssue', closing(id, state))
}

function labelling(labelableId: string, names: readonly string[] = [], idsOf: LabelIds) {
  const labelIds = idsOf(names)
  return labelIds.length === 0 ? undefined : { labelableId, labelIds }
}

function closing(issueId: string, state: EditIssue['state']) {
  if (state?.kind === 'closed') return { issueId, stateReason: state.reason }
  if (state?.kind === 'duplicate') return { issueId, stateReason: 'DUPLICATE', duplicateIssueId: state.of }
  return undefined
}
