import { findRef } from './branch-deeds.ts'
import {
  findActor,
  findIssue,
  findItem,
  findLabel,
  findRepository,
  findUser,
  type ItemReference,
  type RepositoryReference,
} from './find-in-world.ts'
import {
  addComment,
  close,
  nextNumber,
  openIssue,
  openPullRequest,
  pin,
  reopen,
  touch,
  unpin,
} from './item-deeds.ts'
import { mergePullRequest } from './merge-deeds.ts'
import { commitFile, makeBranch } from './place-verbs.ts'
import { bodyFault, PIN_LIMIT, titleFault } from './text-limits.ts'
import { WorldMistake } from './world-mistake.ts'
import {
  instantOf,
  type Actor,
  type Instant,
  type Issue,
  type IssueComment,
  type Item,
  type PullRequest,
  type Repository,
  type StateReason,
  type WorldState,
} from './world-state.ts'

interface ItemOptions {
  readonly title: string
  readonly body?: string
  readonly labels?: readonly string[]
  readonly assignees?: readonly string[]
  /** A login; the first user of the world if not said. */
  readonly author?: string
  readonly createdAt?: Instant
  readonly number?: number
  readonly locked?: boolean
}

export interface IssueOptions extends ItemOptions {
  readonly state?: Issue['state']
  readonly stateReason?: Exclude<StateReason, 'REOPENED'>
  readonly pinned?: boolean
}

export interface PullRequestOptions extends ItemOptions {
  readonly state?: PullRequest['state']
  /** A branch; made with one commit when there is none of that name. `patch-<number>` if not said. */
  readonly head?: string
  /** The repository in which the branch is, `owner/name`, when it is a fork. */
  readonly fork?: RepositoryReference
  readonly base?: string
  readonly draft?: boolean
}

/** What a person changes by hand; what is not said stays. */
export interface EditOptions {
  readonly title?: string
  readonly body?: string
  /** Instead of those it has. */
  readonly labels?: readonly string[]
  readonly assignees?: readonly string[]
  readonly state?: Item['state']
  readonly stateReason?: Exclude<StateReason, 'REOPENED'>
  readonly locked?: boolean
  readonly pinned?: boolean
}

export interface CommentOptions {
  readonly body: string
  readonly author?: string
  readonly createdAt?: Instant
}

function author(state: WorldState, login: string | undefined): Actor | null {
  if (login !== undefined) return findActor(state, login)
  return [...state.accounts.values()].find((account) => account.__typename === 'User') ?? null
}

function newItem(state: WorldState, repository: Repository, options: ItemOptions) {
  checkTexts(options)
  if (repository.items.some((item) => item.number === options.number)) {
    throw new WorldMistake(`There is already a number ${options.number ?? 0} in \`${repository.name}\`.`)
  }
  return {
    title: options.title,
    body: options.body ?? '',
    author: author(state, options.author),
    labels: (options.labels ?? []).map((name) => findLabel(repository, name)),
    assignees: (options.assignees ?? []).map((login) => findUser(state, login)),
    number: options.number ?? nextNumber(repository),
    madeAtRequest: 0,
    ...(options.createdAt === undefined ? {} : { createdAt: options.createdAt }),
  }
}

function checkTexts({ title = '-', body = '' }: { readonly title?: string; readonly body?: string }): void {
  const fault = titleFault(title) ?? bodyFault(body)
  if (fault !== undefined) throw new WorldMistake(`${fault}.`)
}

/** A person opens an issue (and perhaps closes it at once). */
export function makeIssue(state: WorldState, reference: RepositoryReference, options: IssueOptions): Issue {
  const repository = findRepository(state, reference)
  if (!repository.hasIssuesEnabled)
    throw new WorldMistake(`Issues are switched off in \`${repository.name}\`.`)
  const issue = openIssue(state, repository, newItem(state, repository, options))
  const { state: wanted, stateReason, locked, pinned } = options
  edit(state, issue, {
    ...(wanted && { state: wanted }),
    ...(stateReason && { stateReason }),
    ...(locked && { locked }),
    ...(pinned && { pinned }),
  })
  issue.updatedAt = issue.createdAt
  return issue
}

/** A person opens a pull request. */
export function makePullRequest(
  state: WorldState,
  reference: RepositoryReference,
  options: PullRequestOptions,
): PullRequest {
  const repository = findRepository(state, reference)
  const item = newItem(state, repository, options)
  const headRefName = options.head ?? `patch-${item.number}`
  const baseRefName = options.base ?? repository.defaultBranch
  if (!findRef(repository, `refs/heads/${baseRefName}`))
    throw new WorldMistake(`There is no branch \`${baseRefName}\`.`)
  const headRepository = options.fork === undefined ? repository : findRepository(state, options.fork)
  if (!findRef(headRepository, `refs/heads/${headRefName}`)) {
    const from = headRepository === repository ? baseRefName : headRepository.defaultBranch
    makeBranch(state, headRepository, { name: headRefName, from })
    commitFile(state, headRepository, {
      path: `${headRefName}.txt`,
      text: `${item.title}\n`,
      branch: headRefName,
    })
  }
  const isDraft = options.draft ?? false
  const pullRequest = openPullRequest(state, repository, {
    ...item,
    headRefName,
    headRepository,
    baseRefName,
    isDraft,
  })
  const { state: wanted, locked } = options
  edit(state, pullRequest, { ...(wanted && { state: wanted }), ...(locked && { locked }) })
  pullRequest.updatedAt = pullRequest.createdAt
  return pullRequest
}

/** A person writes a comment. */
export function makeComment(
  state: WorldState,
  reference: ItemReference,
  options: CommentOptions,
): IssueComment {
  checkTexts({ body: options.body })
  const { body, createdAt } = options
  const comment = {
    body,
    author: author(state, options.author),
    ...(createdAt === undefined ? {} : { createdAt }),
  }
  return addComment(state, findItem(state, reference), comment)
}

/** A person changes a comment. */
export function editComment(state: WorldState, comment: IssueComment, body: string): void {
  checkTexts({ body })
  comment.body = body
  comment.lastEditedAt = comment.updatedAt = instantOf(state)
  touch(state, comment.item)
}

/** A person changes an issue or pull request by hand. */
export function edit(state: WorldState, reference: ItemReference, options: EditOptions): void {
  const item = findItem(state, reference)
  checkTexts(options)
  const labels = options.labels?.map((name) => findLabel(item.repository, name))
  const assignees = options.assignees?.map((login) => findUser(state, login))
  if (labels) replace(item.labels, labels)
  if (assignees) replace(item.assignees, assignees)
  item.title = options.title ?? item.title
  if (options.body !== undefined && options.body !== item.body) {
    item.body = options.body
    item.lastEditedAt = instantOf(state)
  }
  item.locked = options.locked ?? item.locked
  editState(state, item, options)
  editPin(state, item, options.pinned)
  touch(state, item)
}

/** Puts these things into a set instead of those in it. */
export function replace<Thing>(set: Set<Thing>, things: Iterable<Thing>): void {
  set.clear()
  for (const thing of things) set.add(thing)
}

function editState(state: WorldState, item: Item, { state: wanted, stateReason }: EditOptions): void {
  if (wanted === 'OPEN') reopen(state, item)
  if (wanted === 'MERGED') merge(state, item)
  if (wanted === 'CLOSED' || (wanted === undefined && stateReason !== undefined))
    close(state, item, stateReason)
}

function merge(state: WorldState, item: Item): void {
  if (item.__typename !== 'PullRequest')
    throw new WorldMistake(`\`#${item.number}\` is an issue; it cannot be merged.`)
  if (item.headRepository !== item.repository)
    throw new WorldMistake(`\`#${item.number}\` comes from a fork; merging it is not modelled.`)
  const outcome = mergePullRequest(state, item, { method: 'MERGE', author: item.author })
  if (outcome !== 'merged')
    throw new WorldMistake(
      outcome === 'gone'
        ? `The branches of \`#${item.number}\` are not there.`
        : `The branches of \`#${item.number}\` have changed the same lines.`,
    )
}

function editPin(state: WorldState, item: Item, pinned: boolean | undefined): void {
  if (pinned === undefined) return
  const issue = findIssue(state, item)
  if (!pinned) {
    unpin(state, issue)
    return
  }
  const by = author(state, undefined)
  if (by === null) throw new WorldMistake('There is nobody in this world who could pin an issue.')
  if (issue.repository.pins.length >= PIN_LIMIT)
    throw new WorldMistake(`${PIN_LIMIT} issues are pinned already.`)
  pin(state, issue, by)
}
