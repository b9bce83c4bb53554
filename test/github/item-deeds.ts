import { globalId } from './global-id.ts'
import { noteChange } from './search-index.ts'
import {
  instantOf,
  nextDatabaseId,
  remember,
  type Actor,
  type Instant,
  type Issue,
  type IssueComment,
  type Item,
  type Label,
  type PullRequest,
  type Repository,
  type User,
  type WorldState,
} from './world-state.ts'

/** What a new issue or pull request starts with. */
export interface NewItem {
  readonly title: string
  readonly body: string
  readonly author: Actor | null
  readonly labels: readonly Label[]
  readonly assignees: readonly User[]
  readonly number?: number
  readonly createdAt?: Instant
  /** The count of requests now, or 0 for what was there before. */
  readonly madeAtRequest: number
}

/** The number that the next issue or pull request of the repository gets. */
export function nextNumber(repository: Repository): number {
  return 1 + Math.max(0, ...repository.items.map((item) => item.number))
}

function itemFields(state: WorldState, repository: Repository, item: NewItem) {
  const createdAt = item.createdAt ?? instantOf(state)
  return {
    databaseId: nextDatabaseId(state),
    createdAt,
    repository,
    number: item.number ?? nextNumber(repository),
    author: item.author,
    title: item.title,
    body: item.body,
    labels: new Set(item.labels),
    assignees: new Set(item.assignees),
    comments: [],
    updatedAt: createdAt,
    closedAt: null,
    lastEditedAt: null,
    locked: false,
    activeLockReason: null,
    madeAtRequest: item.madeAtRequest,
  }
}

/** Opens an issue. Whether it may be opened is the caller's question. */
export function openIssue(state: WorldState, repository: Repository, item: NewItem): Issue {
  const fields = itemFields(state, repository, item)
  const id = globalId('Issue', repository.databaseId, fields.databaseId)
  const issue: Issue = {
    __typename: 'Issue',
    id,
    ...fields,
    state: 'OPEN',
    stateReason: null,
    duplicateOf: null,
  }
  return add(state, issue)
}

/** Opens a pull request between two branches that exist. */
export function openPullRequest(
  state: WorldState,
  repository: Repository,
  item: NewItem & {
    readonly headRefName: string
    readonly headRepository?: Repository
    readonly baseRefName: string
    readonly isDraft: boolean
  },
): PullRequest {
  const fields = itemFields(state, repository, item)
  const id = globalId('PullRequest', repository.databaseId, fields.databaseId)
  const { headRefName, headRepository = repository, baseRefName, isDraft } = item
  const mergedAt = null
  return add(state, {
    __typename: 'PullRequest',
    id,
    ...fields,
    state: 'OPEN',
    headRefName,
    headRepository,
    baseRefName,
    isDraft,
    mergedAt,
  })
}

function add<Kind extends Item>(state: WorldState, item: Kind): Kind {
  item.repository.items.push(item)
  remember(state, item)
  announce(state, item)
  return item
}

/** Marks an item as changed now, and lets search know in its time. Call after every change. */
export function touch(state: WorldState, item: Item): void {
  item.updatedAt = instantOf(state)
  announce(state, item)
}

function announce(state: WorldState, item: Item): void {
  noteChange(state.index, item, { requests: state.requests, milliseconds: state.clock().getTime() })
}

/** Closes an issue or pull request; an issue with the reason. */
export function close(
  state: WorldState,
  item: Item,
  reason: 'COMPLETED' | 'NOT_PLANNED' | 'DUPLICATE' = 'COMPLETED',
): void {
  if (item.state === 'OPEN') item.closedAt = instantOf(state)
  if (item.__typename === 'Issue') item.stateReason = reason
  if (item.state === 'OPEN') item.state = 'CLOSED'
  touch(state, item)
}

/** Opens a closed issue or pull request again; one that is open stays as it is. */
export function reopen(state: WorldState, item: Item): void {
  if (item.state !== 'CLOSED') return
  item.state = 'OPEN'
  item.closedAt = null
  if (item.__typename === 'Issue') {
    item.stateReason = 'REOPENED'
    item.duplicateOf = null
  }
  touch(state, item)
}

/** Adds a comment under an issue or pull request. */
export function addComment(
  state: WorldState,
  item: Item,
  { body, author, createdAt = instantOf(state) }: { body: string; author: Actor | null; createdAt?: Instant },
): IssueComment {
  const databaseId = nextDatabaseId(state)
  const comment: IssueComment = {
    __typename: 'IssueComment',
    id: globalId('IssueComment', item.repository.databaseId, databaseId),
    databaseId,
    createdAt,
    item,
    author,
    body,
    updatedAt: createdAt,
    lastEditedAt: null,
    minimizedReason: null,
  }
  item.comments.push(comment)
  touch(state, item)
  return remember(state, comment)
}

/** Pins an issue. That a repository holds three at most is the caller's question. */
export function pin(state: WorldState, issue: Issue, pinnedBy: Actor): void {
  const { repository } = issue
  if (repository.pins.some((pinned) => pinned.issue === issue)) return
  const databaseId = nextDatabaseId(state)
  const id = globalId('PinnedIssue', repository.databaseId, databaseId)
  repository.pins.push(remember(state, { __typename: 'PinnedIssue', id, databaseId, issue, pinnedBy }))
}

/** Takes a pin away; gives the id that the pin had, or null when there was none. */
export function unpin(state: WorldState, issue: Issue): string | null {
  const { pins } = issue.repository
  const at = pins.findIndex((pinned) => pinned.issue === issue)
  const [gone] = at === -1 ? [] : pins.splice(at, 1)
  if (gone === undefined) return null
  state.nodes.delete(gone.id)
  return gone.id
}
