/** Every GraphQL text that wg sends is built here; test/github/documents.test.ts holds all of them against GitHub's schema. */

import type { ItemsQuestion, RepositoryQuestion } from '../../core/github/question.ts'

/** A GraphQL text with the values of its variables. */
export interface Document {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** How many meeting issues, and how many of the newest issues at all, are read of a repository. */
export const ISSUES_WITH_LABEL = 50
export const NEWEST_ISSUES = 20

const ISSUE_FIELDS = `id number title body url state isPinned
  labels(first: 20) { nodes { name } }
  comments(last: 20) { nodes { body viewerDidAuthor } }`

const NEWEST_FIRST = 'orderBy: { field: CREATED_AT, direction: DESC }'

const ITEM_FIELDS = `title url number
  repository { nameWithOwner isPrivate isArchived }
  labels(first: 20) { nodes { name } }`

const PAGE = 'pageInfo { hasNextPage endCursor }'

/** From where on a list is read; undefined is the beginning, null says that it has been read. */
export interface Cursors {
  readonly issues?: string | null
  readonly pullRequests?: string | null
}

/** One source of items, and how far it has been read. */
export interface ItemsPage {
  readonly asked: ItemsQuestion
  readonly cursors: Cursors
}

/** The one question that wg asks before it plans: repositories with their labels and issues, and labelled items. */
export function askDocument(
  repositories: readonly RepositoryQuestion[],
  items: readonly ItemsPage[],
): Document {
  const variables = new Map<string, { readonly type: string; readonly value: unknown }>()
  const bind = (value: unknown, type = 'String!'): string => {
    const name = `v${variables.size}`
    variables.set(name, { type, value })
    return `$${name}`
  }
  const parts = [
    ...repositories.map((asked, index) => repositoryPart(`r${index}`, asked, bind)),
    ...items.flatMap((page, index) => itemsPart(index, page, bind)),
  ]
  const declared = [...variables].map(([name, { type }]) => `$${name}: ${type}`)
  return {
    query: `query Ask(${declared.join(', ')}) {\n${parts.join('\n')}\n}`,
    variables: Object.fromEntries([...variables].map(([name, { value }]) => [name, value])),
  }
}

type Bind = (value: unknown, type?: string) => string

function repositoryPart(
  alias: string,
  { repository, label, labels }: RepositoryQuestion,
  bind: Bind,
): string {
  const [owner = '', name = ''] = repository.split('/')
  return `${alias}: repository(owner: ${bind(owner)}, name: ${bind(name)}) {
  id nameWithOwner isPrivate isArchived hasIssuesEnabled
  pinnedIssues(first: 3) { totalCount }
  ${labels.map((each, index) => `l${index}: label(name: ${bind(each)}) { id name }`).join('\n  ')}
  labelled: issues(first: ${ISSUES_WITH_LABEL}, labels: [${bind(label)}], ${NEWEST_FIRST}) { nodes { ${ISSUE_FIELDS} } }
  newest: issues(first: ${NEWEST_ISSUES}, ${NEWEST_FIRST}) { nodes { ${ISSUE_FIELDS} } }
}`
}

/** Whole organisations are searched; a single repository is listed, which does not lag as the search index does. */
function itemsPart(index: number, { asked, cursors }: ItemsPage, bind: Bind): string[] {
  const [kind = '', place = ''] = asked.from.split(':')
  if (kind === 'repo') return [listPart(index, { place, label: asked.label, cursors }, bind)]
  const first = cursors.issues === undefined && cursors.pullRequests === undefined
  return [
    ...(first ? [`o${index}: repositoryOwner(login: ${bind(place)}) { login }`] : []),
    ...(cursors.issues === null
      ? []
      : [searchPart(`i${index}`, { asked, is: 'issue', after: cursors.issues }, bind)]),
    ...(cursors.pullRequests === null
      ? []
      : [searchPart(`p${index}`, { asked, is: 'pr', after: cursors.pullRequests }, bind)]),
  ]
}

interface Search {
  readonly asked: ItemsQuestion
  readonly is: 'issue' | 'pr'
  readonly after: string | undefined
}

function searchPart(alias: string, { asked, is, after }: Search, bind: Bind): string {
  const text = `${asked.from} label:"${asked.label}" is:open is:${is} archived:false`
  const from = after === undefined ? '' : `, after: ${bind(after, 'String')}`
  return `${alias}: search(type: ISSUE, first: 100, query: ${bind(text)}${from}) {
  ${PAGE}
  nodes { ... on ${is === 'issue' ? 'Issue' : 'PullRequest'} { ${ITEM_FIELDS} } }
}`
}

interface List {
  readonly place: string
  readonly label: string
  readonly cursors: Cursors
}

function listPart(index: number, { place, label, cursors }: List, bind: Bind): string {
  const [owner = '', name = ''] = place.split('/')
  const list = (field: 'issues' | 'pullRequests') => {
    const after = cursors[field]
    if (after === null) return ''
    const from = after === undefined ? '' : `, after: ${bind(after, 'String')}`
    return `${field}(first: 100, states: OPEN, labels: [${bind(label)}]${from}) { ${PAGE} nodes { ${ITEM_FIELDS} } }`
  }
  return `q${index}: repository(owner: ${bind(owner)}, name: ${bind(name)}) {
  isArchived
  ${list('issues')}
  ${list('pullRequests')}
}`
}

/** Opens an issue, and sees in the same request whether somebody else opened one too. */
export const OPEN_ISSUE = `mutation OpenIssue($input: CreateIssueInput!) {
  createIssue(input: $input) {
    issue {
      ${ISSUE_FIELDS}
      repository { newest: issues(first: ${NEWEST_ISSUES}, ${NEWEST_FIRST}) { nodes { ${ISSUE_FIELDS} } } }
    }
  }
}`

export const CREATE_LABEL = `mutation CreateLabel($input: CreateLabelInput!) {
  createLabel(input: $input) { label { id name } }
}`

/** One mutation of an edit. */
export interface EditPart {
  /** Its name in the answer. */
  readonly name: string
  readonly field: keyof typeof EDIT_FIELDS
  readonly input: Readonly<Record<string, unknown>>
}

const EDIT_FIELDS = {
  addComment: { type: 'AddCommentInput!', selection: 'subject { id }' },
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
    query: `mutation EditIssue(${declared.join(', ')}) {\n${calls.join('\n')}\n}`,
    variables: Object.fromEntries(parts.map(({ name, input }) => [name, input])),
  }
}
