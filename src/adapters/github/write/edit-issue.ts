import { given } from '../../../core/given.ts'
import type { EditIssue } from '../../../core/plan/change.ts'
import { editDocument } from '../documents.ts'
import { editParts } from '../edit-parts.ts'
import { type Connection, nodesOf } from '../read-answer.ts'
import type { Write } from './write.ts'

interface Commented {
  readonly comment?: {
    readonly commentEdge: { readonly node: { readonly id: string } | null } | null
    readonly subject: {
      readonly comments?: Connection<{
        readonly id: string
        readonly body: string
        readonly viewerDidAuthor: boolean
      }>
    } | null
  } | null
}

/** The comment that was just written, when this token's own comment before it begins with the same line. */
function repeatedComment({ comment }: Commented): string | undefined {
  const id = comment?.commentEdge?.node?.id
  const own = nodesOf(comment?.subject?.comments ?? null).filter(({ viewerDidAuthor }) => viewerDidAuthor)
  const at = own.findIndex((each) => each.id === id)
  const [before, written] = [own[at - 1], own[at]]
  return before && written && firstLine(before.body) === firstLine(written.body) ? id : undefined
}

function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0] ?? ''
}

export const editIssue: Write<EditIssue> = {
  doing: ({ repository, number }) => `change \`${repository}#${number}\``,
  permission: 'issues',
  document: (change, idsOf) => {
    const parts = editParts(change, idsOf)
    return parts.length === 0 ? undefined : editDocument(parts)
  },
  read: (data, { url }) => ({ url, ...given({ repeated: repeatedComment(data as unknown as Commented) }) }),
  // GitHub pins no more than three issues.
  minorNote: ({ path, type, message }) =>
    path?.[0] === 'pin' && type === 'UNPROCESSABLE'
      ? `It could not be pinned. GitHub says: ${message}`
      : undefined,
}
