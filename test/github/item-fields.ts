import { findRef } from './branch-deeds.ts'
import type { Context } from './context.ts'
import { connection, field, own, type TypeRules } from './field-rules.ts'
import { labelsInOrder, type LabelOrder } from './label-order.ts'
import { ordered } from './listing.ts'
import {
  nameWithOwner,
  type Actor,
  type Issue,
  type IssueComment,
  type Item,
  type PullRequest,
  type Repository,
} from './world-state.ts'

const SITE = 'https://github.com'

const commentFields = {
  ...own<Item | IssueComment>('id', 'databaseId', 'author', 'body', 'createdAt', 'updatedAt', 'lastEditedAt'),
  fullDatabaseId: (item: Item | IssueComment) => String(item.databaseId),
  publishedAt: (item: Item | IssueComment) => item.createdAt,
  createdViaEmail: () => false,
  viewerDidAuthor: (item: Item | IssueComment, _given: unknown, { token }: Context) =>
    item.author === token.actor,
}

const itemFields = {
  ...commentFields,
  ...own<Item>('number', 'title', 'state', 'closedAt', 'locked', 'activeLockReason', 'repository'),
  closed: (item: Item) => item.state !== 'OPEN',
  url: (item: Item) => `${SITE}${itemPath(item)}`,
  resourcePath: itemPath,
  authorAssociation: (item: Item) => association(item.author, item.repository),
  labels: connection(['orderBy'], (item: Item, given: LabelOrder) => labelsInOrder(item.labels, given)),
  assignees: connection([], (item: Item) => ordered(item.assignees, (user) => [user.databaseId])),
  comments: connection(
    ['orderBy'],
    (item: Item, { orderBy }: { orderBy?: { direction: 'ASC' | 'DESC' } | null }) =>
      ordered(item.comments, (comment) => [comment.databaseId], orderBy?.direction),
  ),
}

/** Issues, pull requests and their comments. */
export const ITEM_FIELDS: Readonly<Record<string, TypeRules>> = {
  Issue: {
    ...itemFields,
    isPinned: (issue: Issue) => issue.repository.pins.some((pinned) => pinned.issue === issue),
    stateReason: field(
      ['enableDuplicate'],
      (issue: Issue, { enableDuplicate }: { enableDuplicate: boolean }) =>
        issue.stateReason === 'DUPLICATE' && !enableDuplicate ? 'NOT_PLANNED' : issue.stateReason,
    ),
  },
  PullRequest: {
    ...itemFields,
    ...own<PullRequest>('isDraft', 'headRefName', 'baseRefName', 'mergedAt'),
    merged: (pullRequest: PullRequest) => pullRequest.state === 'MERGED',
    permalink: (pullRequest: PullRequest) => `${SITE}${itemPath(pullRequest)}`,
    isCrossRepository: ({ headRepository, repository }: PullRequest) => headRepository !== repository,
    headRepository: (pullRequest: PullRequest) => pullRequest.headRepository,
    baseRepository: (pullRequest: PullRequest) => pullRequest.repository,
    headRef: (pullRequest: PullRequest) =>
      findRef(pullRequest.headRepository, `refs/heads/${pullRequest.headRefName}`) ?? null,
    baseRef: (pullRequest: PullRequest) =>
      findRef(pullRequest.repository, `refs/heads/${pullRequest.baseRefName}`) ?? null,
    headRefOid: (pullRequest: PullRequest, _given: unknown, context: Context) =>
      branchOid(pullRequest.headRepository, pullRequest.headRefName, context),
    baseRefOid: (pullRequest: PullRequest, _given: unknown, context: Context) =>
      branchOid(pullRequest.repository, pullRequest.baseRefName, context),
    totalCommentsCount: (pullRequest: PullRequest) => pullRequest.comments.length,
  },
  IssueComment: {
    ...commentFields,
    minimizedReason: (comment: IssueComment) => comment.minimizedReason,
    isMinimized: (comment: IssueComment) => comment.minimizedReason !== null,
    authorAssociation: (comment: IssueComment) => association(comment.author, comment.item.repository),
    issue: (comment: IssueComment) => comment.item,
    pullRequest: (comment: IssueComment) => (comment.item.__typename === 'PullRequest' ? comment.item : null),
    repository: (comment: IssueComment) => comment.item.repository,
    url: (comment: IssueComment) => `${SITE}${commentPath(comment)}`,
    resourcePath: commentPath,
  },
}

/** GitHub remembers the commit of a branch that was deleted; this world does not. */
function branchOid(repository: Repository, name: string, context: Context): string {
  const ref = findRef(repository, `refs/heads/${name}`)
  if (ref === undefined) throw context.unmodelled('the commit of a deleted branch')
  return ref.oid
}

function itemPath(item: Item): string {
  const folder = item.__typename === 'Issue' ? 'issues' : 'pull'
  return `/${nameWithOwner(item.repository)}/${folder}/${item.number}`
}

function commentPath(comment: IssueComment): string {
  return `${itemPath(comment.item)}#issuecomment-${comment.databaseId}`
}

function association(author: Actor | null, { owner, collaborators }: Repository): string {
  if (author?.__typename !== 'User') return 'NONE'
  if (owner === author) return 'OWNER'
  if (owner.__typename === 'Organization' && owner.members.has(author)) return 'MEMBER'
  return collaborators.has(author) ? 'COLLABORATOR' : 'NONE'
}
