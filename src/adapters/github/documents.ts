/** The texts of GraphQL are put together here; test/github/documents.test.ts holds all of them against GitHub's schema. */

import type { AskPart } from './ask/part.ts'

/** A GraphQL text with the values of its variables. */
export interface Document {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** How many meeting issues, and how many of the newest issues at all, are read of a repository at once. */
export const ISSUES_WITH_LABEL = 50
export const NEWEST_ISSUES = 20

/** So many are looked at when an issue was opened, since one without its label may be among them. */
export const NEWEST_WHEN_OPENING = 100

/** What is asked of an issue to know whose it is. */
export const ISSUE_HEAD = `id number title body url createdAt state isPinned
  labels(first: 20) { nodes { name } }`

/** The comments of an issue or pull request, the newest page first. */
export const COMMENT_PAGE =
  'pageInfo { hasPreviousPage startCursor } nodes { body viewerDidAuthor author { __typename login } }'

/** The newest comments of an issue or pull request. */
export const commentFields = (count: number) => `comments(last: ${count}) { ${COMMENT_PAGE} }`

export const ISSUE_FIELDS = `${ISSUE_HEAD}
  ${commentFields(20)}`

export const NEWEST_FIRST = 'orderBy: { field: CREATED_AT, direction: DESC }'

/** One question: its parts, numbered by their kinds, each value a variable. */
export function askDocument(parts: readonly AskPart[]): Document {
  const variables = new Map<string, { readonly type: string; readonly value: unknown }>()
  const bind = (value: unknown, type = 'String!'): string => {
    const name = `v${variables.size}`
    variables.set(name, { type, value })
    return `$${name}`
  }
  const fields = numberParts(parts).flatMap(({ part, index }) => part.write(index, bind))
  const declared = [...variables].map(([name, { type }]) => `$${name}: ${type}`)
  return {
    query: `query Ask(${declared.join(', ')}) {\n${fields.join('\n')}\n}`,
    variables: Object.fromEntries([...variables].map(([name, { value }]) => [name, value])),
  }
}

/** The parts with their numbers among those of their kind. */
export function numberParts(
  parts: readonly AskPart[],
): readonly { readonly part: AskPart; readonly index: number }[] {
  const counts = new Map<string, number>()
  return parts.map((part) => {
    const index = counts.get(part.kind) ?? 0
    counts.set(part.kind, index + 1)
    return { part, index }
  })
}

/** One mutation of an edit. */
export interface EditPart {
  /** Its name in the answer. */
  readonly name: string
  readonly field: keyof typeof EDIT_FIELDS
  readonly input: Readonly<Record<string, unknown>>
}

const EDIT_FIELDS = {
  createRef: { type: 'CreateRefInput!', selection: 'ref { id }' },
  updateRef: { type: 'UpdateRefInput!', selection: 'ref { id }' },
  createCommitOnBranch: { type: 'CreateCommitOnBranchInput!', selection: 'commit { oid url }' },
  updatePullRequest: { type: 'UpdatePullRequestInput!', selection: 'pullRequest { id url }' },
  mergePullRequest: { type: 'MergePullRequestInput!', selection: 'pullRequest { id url }' },
  closePullRequest: { type: 'ClosePullRequestInput!', selection: 'pullRequest { id url }' },
  addComment: {
    type: 'AddCommentInput!',
    selection:
      'commentEdge { node { id } } subject { id ... on Issue { comments(last: 10) { nodes { id body viewerDidAuthor } } } }',
  },
  deleteIssueComment: { type: 'DeleteIssueCommentInput!', selection: 'clientMutationId' },
  updateIssue: { type: 'UpdateIssueInput!', selection: 'issue { id url }' },
  addLabelsToLabelable: { type: 'AddLabelsToLabelableInput!', selection: 'clientMutationId' },
  removeLabelsFromLabelable: { type: 'RemoveLabelsFromLabelableInput!', selection: 'clientMutationId' },
  closeIssue: { type: 'CloseIssueInput!', selection: 'issue { id url }' },
  reopenIssue: { type: 'ReopenIssueInput!', selection: 'issue { id url }' },
  unpinIssue: { type: 'UnpinIssueInput!', selection: 'issue { id }' },
  pinIssue: { type: 'PinIssueInput!', selection: 'issue { id }' },
} as const

/** Several changes as one request; GitHub carries them out in order. */
export function editDocument(parts: readonly EditPart[]): Document {
  const declared = parts.map(({ name, field }) => `$${name}: ${EDIT_FIELDS[field].type}`)
  const calls = parts.map(
    ({ name, field }) => `  ${name}: ${field}(input: $${name}) { ${EDIT_FIELDS[field].selection} }`,
  )
  return {
    query: `mutation Edit(${declared.join(', ')}) {\n${calls.join('\n')}\n}`,
    variables: Object.fromEntries(parts.map(({ name, input }) => [name, input])),
  }
}
