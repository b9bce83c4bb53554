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
  minorNote: ({ path, type, message }) =>
    path?.[0] === 'pin' && type === 'UNPROCESSABLE'
      ? `It could not be pinned. GitHub says: ${message}`
      : undefined,
}
