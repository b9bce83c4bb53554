import type { EditIssue } from '../../../core/plan/change.ts'
import { editDocument } from '../documents.ts'
import { editParts } from '../edit-parts.ts'
import type { Write } from './write.ts'

export const editIssue: Write<EditIssue> = {
  doing: ({ repository, number }) => `change \`${repository}#${number}\``,
  permission: 'issues',
  document: (change, idsOf) => {
    const parts = editParts(change, idsOf)
    return parts.length === 0 ? undefined : editDocument(parts)
  },
  read: (_, { url }) => ({ url }),
  // GitHub pins no more than three issues.
  isMinor: ({ path, type }) => path?.[0] === 'pin' && type === 'UNPROCESSABLE',
}
