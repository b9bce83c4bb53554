import { requireWrite } from './access.ts'
import type { Context } from './context.ts'
import { mutation, type TypeRules } from './field-rules.ts'
import { unprocessable, forbidden } from './github-error.ts'
import { addComment, close, openIssue, pin, reopen, touch, unpin } from './item-deeds.ts'
import { replace } from './item-verbs.ts'
import { checkTexts, labelsOf, mayTriage, nodeOf, requireItemWrite, usersOf } from './mutation-inputs.ts'
import { PIN_LIMIT } from './text-limits.ts'
import { instantOf, type IssueComment, type Item, type StateReason } from './world-state.ts'

interface CreateIssue {
  readonly repositoryId: string
  readonly title: string
  readonly body?: string | null
  readonly labelIds?: readonly string[] | null
  readonly assigneeIds?: readonly string[] | null
}

function createIssue(input: CreateIssue, context: Context) {
  const { state, token } = context
  const repository = nodeOf(context, input.repositoryId, 'Repository')
  requireWrite(token, repository, { areas: ['issues'], level: 'READ', mutation: 'CreateIssue' })
  if (!repository.hasIssuesEnabled) throw unprocessable('Issues are disabled for this repo')
  checkTexts(input)
  const labels = labelsOf(context, repository, input.labelIds)
  const assignees = usersOf(context, input.assigneeIds)
  const mayLabel = mayTriage(context, repository, ['issues'])
  const issue = openIssue(state, repository, {
    title: input.title,
    body: input.body ?? '',
    author: token.actor,
    labels: mayLabel ? labels : [],
    assignees: mayLabel ? assignees : [],
    madeAtRequest: state.requests,
  })
  return { issue }
}

/** The parts of an issue or pull request that both update mutations change. */
export interface ItemChange {
  readonly title?: string | null
  readonly body?: string | null
  readonly labelIds?: readonly string[] | null
  readonly assigneeIds?: readonly string[] | null
}

/** Looks at the whole change before anything is changed, then changes. */
export function changeItem(item: Item, change: ItemChange, context: Context): void {
  checkTexts(change)
  const labels = change.labelIds == null ? undefined : labelsOf(context, item.repository, change.labelIds)
  const assignees = change.assigneeIds == null ? undefined : usersOf(context, change.assigneeIds)
  if (change.body != null && change.body !== item.body) item.lastEditedAt = instantOf(context.state)
  item.title = change.title ?? item.title
  item.body = change.body ?? item.body
  if (labels) replace(item.labels, labels)
  if (assignees) replace(item.assignees, assignees)
  touch(context.state, item)
}

function updateIssue(
  input: ItemChange & { readonly id: string; readonly state?: 'OPEN' | 'CLOSED' | null },
  context: Context,
) {
  const issue = nodeOf(context, input.id, 'Issue')
  requireItemWrite(context, issue, { level: 'TRIAGE', mutation: 'UpdateIssue' })
  changeItem(issue, input, context)
  if (input.state === 'OPEN') reopen(context.state, issue)
  if (input.state === 'CLOSED' && issue.state === 'OPEN') close(context.state, issue)
  return { issue, actor: context.token.actor }
}

interface CloseIssue {
  readonly issueId: string
  readonly stateReason?: Exclude<StateReason, 'REOPENED'> | null
  readonly duplicateIssueId?: string | null
}

function closeIssue(input: CloseIssue, context: Context) {
  const issue = nodeOf(context, input.issueId, 'Issue')
  requireItemWrite(context, issue, { level: 'TRIAGE', mutation: 'CloseIssue' })
  const original =
    input.duplicateIssueId == null ? null : nodeOf(context, input.duplicateIssueId, 'Issue', 'PullRequest')
  if (original === issue) throw unprocessable('An issue cannot be a duplicate of itself')
  issue.duplicateOf = original
  close(context.state, issue, input.stateReason ?? (original === null ? 'COMPLETED' : 'DUPLICATE'))
  return { issue }
}

function reopenIssue({ issueId }: { readonly issueId: string }, context: Context) {
  const issue = nodeOf(context, issueId, 'Issue')
  requireItemWrite(context, issue, { level: 'TRIAGE', mutation: 'ReopenIssue' })
  reopen(context.state, issue)
  return { issue }
}

function createComment(
  { subjectId, body }: { readonly subjectId: string; readonly body: string },
  context: Context,
) {
  const item = nodeOf(context, subjectId, 'Issue', 'PullRequest')
  requireItemWrite(context, item, { level: item.locked ? 'WRITE' : 'READ', mutation: 'AddComment' })
  if (body.trim() === '') throw unprocessable("Body can't be blank")
  checkTexts({ body })
  const node = addComment(context.state, item, { body, author: context.token.actor })
  return { commentEdge: { node, cursor: '' }, subject: item }
}

function requireCommentWrite(context: Context, comment: IssueComment, mutationName: string): void {
  const level = comment.author === context.token.actor ? 'READ' : 'WRITE'
  const { repository, __typename } = comment.item
  const areas = __typename === 'Issue' ? (['issues'] as const) : (['pullRequests', 'issues'] as const)
  requireWrite(context.token, repository, { areas, level, mutation: mutationName })
}

function updateIssueComment({ id, body }: { readonly id: string; readonly body: string }, context: Context) {
  const comment = nodeOf(context, id, 'IssueComment')
  requireCommentWrite(context, comment, 'UpdateIssueComment')
  checkTexts({ body })
  comment.body = body
  comment.updatedAt = comment.lastEditedAt = instantOf(context.state)
  touch(context.state, comment.item)
  return { issueComment: comment }
}

function deleteIssueComment({ id }: { readonly id: string }, context: Context) {
  const comment = nodeOf(context, id, 'IssueComment')
  requireCommentWrite(context, comment, 'DeleteIssueComment')
  comment.item.comments.splice(comment.item.comments.indexOf(comment), 1)
  context.state.nodes.delete(comment.id)
  touch(context.state, comment.item)
  return {}
}

function minimizeComment(
  input: { readonly subjectId: string; readonly classifier: string },
  context: Context,
) {
  const comment = nodeOf(context, input.subjectId, 'IssueComment')
  requireCommentWrite(context, comment, 'MinimizeComment')
  comment.minimizedReason = input.classifier.toLowerCase().replaceAll('_', '-')
  return { minimizedComment: comment }
}

function pinIssue({ issueId }: { readonly issueId: string }, context: Context) {
  const issue = nodeOf(context, issueId, 'Issue')
  requireWrite(context.token, issue.repository, { areas: ['issues'], level: 'WRITE', mutation: 'PinIssue' })
  const isPinned = issue.repository.pins.some((pinned) => pinned.issue === issue)
  if (!isPinned && issue.repository.pins.length >= PIN_LIMIT) {
    throw unprocessable(`Maximum ${PIN_LIMIT} pinned issues per repository`)
  }
  pin(context.state, issue, context.token.actor)
  return { issue }
}

function unpinIssue({ issueId }: { readonly issueId: string }, context: Context) {
  const issue = nodeOf(context, issueId, 'Issue')
  requireWrite(context.token, issue.repository, { areas: ['issues'], level: 'WRITE', mutation: 'UnpinIssue' })
  return { id: unpin(context.state, issue), issue }
}

function lockLockable(
  input: { readonly lockableId: string; readonly lockReason?: string | null },
  context: Context,
) {
  const item = nodeOf(context, input.lockableId, 'Issue', 'PullRequest')
  requireItemWrite(context, item, { level: 'WRITE', mutation: 'LockLockable' })
  if (item.locked) throw forbidden('Issue is already locked')
  item.locked = true
  item.activeLockReason = input.lockReason ?? null
  touch(context.state, item)
  return { lockedRecord: item, actor: context.token.actor }
}

/** Writes to issues and comments. */
export const ISSUE_MUTATIONS: TypeRules = {
  createIssue: mutation(['repositoryId', 'title', 'body', 'labelIds', 'assigneeIds'], createIssue),
  updateIssue: mutation(['id', 'title', 'body', 'labelIds', 'assigneeIds', 'state'], updateIssue),
  closeIssue: mutation(['issueId', 'stateReason', 'duplicateIssueId'], closeIssue),
  reopenIssue: mutation(['issueId'], reopenIssue),
  addComment: mutation(['subjectId', 'body'], createComment),
  updateIssueComment: mutation(['id', 'body'], updateIssueComment),
  deleteIssueComment: mutation(['id'], deleteIssueComment),
  minimizeComment: mutation(['subjectId', 'classifier'], minimizeComment),
  pinIssue: mutation(['issueId'], pinIssue),
  unpinIssue: mutation(['issueId'], unpinIssue),
  lockLockable: mutation(['lockableId', 'lockReason'], lockLockable),
}
