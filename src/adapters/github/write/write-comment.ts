import type { WriteComment } from '../../../core/plan/change.ts'
import { LostAnswer } from '../../../ports.ts'
import type { Write } from './write.ts'

const ADD = `mutation AddComment($input: AddCommentInput!) {
  addComment(input: $input) { commentEdge { node { url } } }
}`

const UPDATE = `mutation UpdateComment($input: UpdateIssueCommentInput!) {
  updateIssueComment(input: $input) { issueComment { url } }
}`

interface Added {
  readonly addComment?: {
    readonly commentEdge: { readonly node: { readonly url: string } | null } | null
  } | null
}

export const writeComment: Write<WriteComment> = {
  doing: ({ repository, number }) => `comment on \`${repository}#${number}\``,
  permission: 'pull-requests',
  document: ({ id, body, comment }) =>
    comment
      ? { query: UPDATE, variables: { input: { id: comment.id, body } } }
      : { query: ADD, variables: { input: { subjectId: id, body } } },
  read: (data, { comment }) => {
    const url = comment?.url ?? (data as Added).addComment?.commentEdge?.node?.url
    if (url === undefined) throw new LostAnswer('GitHub did not say which comment it wrote')
    return { url }
  },
}
