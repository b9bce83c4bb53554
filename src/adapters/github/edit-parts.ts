import { given } from '../../core/given.ts'
import type { EditIssue } from '../../core/plan/change.ts'
import type { EditPart } from './documents.ts'

/** Finds the ids of labels by name. */
export type LabelIds = (names: readonly string[]) => readonly string[]

/** The mutations of which an edit consists, in the order in which they are carried out: the comment first, then text and labels, then the state, the pin last. */
export function editParts(change: EditIssue, idsOf: LabelIds): readonly EditPart[] {
  const { id, comment, title, body, addLabels, removeLabels, state, pin } = change
  const part = (
    name: string,
    field: EditPart['field'],
    input: EditPart['input'] | undefined,
  ): readonly EditPart[] => (input ? [{ name, field, input }] : [])
  return [
    ...part('comment', 'addComment', comment === undefined ? undefined : { subjectId: id, body: comment }),
    ...part(
      'update',
      'updateIssue',
      title || body ? { id, ...given({ title: title?.to, body: body?.to }) } : undefined,
    ),
    ...part('add', 'addLabelsToLabelable', labelling(id, addLabels, idsOf)),
    ...part('remove', 'removeLabelsFromLabelable', labelling(id, removeLabels, idsOf)),
    ...part('close', 'closeIssue', closing(id, state)),
    ...part('reopen', 'reopenIssue', state?.kind === 'open' ? { issueId: id } : undefined),
    ...(pin?.unpin ?? []).flatMap((issueId, index) => part(`unpin${index}`, 'unpinIssue', { issueId })),
    ...part('pin', 'pinIssue', pin && { issueId: id }),
  ]
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
