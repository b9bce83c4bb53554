import { requireWrite } from './access.ts'
import { findRef } from './branch-deeds.ts'
import type { Context } from './context.ts'
import { mutation, type TypeRules } from './field-rules.ts'
import { unprocessable } from './github-error.ts'
import { changeItem, type ItemChange } from './issue-mutations.ts'
import { close, openPullRequest, reopen } from './item-deeds.ts'
import { checkTexts, nodeOf } from './mutation-inputs.ts'
import { historyOf } from './git-store.ts'
import { mergePullRequest as merge } from './merge-deeds.ts'
import type { Item, MergeMethod, PullRequest, Repository } from './world-state.ts'

interface CreatePullRequest {
  readonly repositoryId: string
  readonly title: string
  readonly body?: string | null
  readonly headRefName: string
  readonly baseRefName: string
  readonly draft?: boolean | null
}

function createPullRequest(input: CreatePullRequest, context: Context) {
  const { state, token } = context
  const repository = nodeOf(context, input.repositoryId, 'Repository')
  requireWrite(token, repository, { areas: ['pullRequests'], level: 'READ', mutation: 'CreatePullRequest' })
  checkTexts(input)
  const [owner, headRefName] = splitHead(input.headRefName, repository)
  if (owner.toLowerCase() !== repository.owner.login.toLowerCase())
    throw context.unmodelled('pull requests from forks')
  const fault = branchFault(repository, { headRefName, baseRefName: input.baseRefName })
  if (fault !== undefined) throw unprocessable(fault)
  const pullRequest = openPullRequest(state, repository, {
    title: input.title,
    body: input.body ?? '',
    author: token.actor,
    labels: [],
    assignees: [],
    madeAtRequest: state.requests,
    headRefName,
    baseRefName: input.baseRefName,
    isDraft: input.draft ?? false,
  })
  return { pullRequest }
}

function splitHead(name: string, repository: Repository): [owner: string, branch: string] {
  const [first = '', second] = name.split(':')
  return second === undefined ? [repository.owner.login, first] : [first, second]
}

interface Branches {
  readonly headRefName: string
  readonly baseRefName: string
}

/** What GitHub says of two branches between which no pull request can be opened. */
function branchFault(repository: Repository, { headRefName, baseRefName }: Branches): string | undefined {
  const [head, base] = [headRefName, baseRefName].map((name) => findRef(repository, `refs/heads/${name}`))
  const faults = [
    head ? [] : ["Head sha can't be blank"],
    base ? [] : ["Base sha can't be blank"],
    head && base && isMerged(repository, head.oid, base.oid)
      ? [`No commits between ${baseRefName} and ${headRefName}`]
      : [],
    head ? [] : ['Head ref must be a branch'],
    base ? [] : ['Base ref must be a branch'],
  ].flat()
  if (faults.length > 0) return faults.join(', ')
  const isThere = repository.items.some((item) => isOpenBetween(item, { headRefName, baseRefName }))
  return isThere ? `A pull request already exists for ${repository.owner.login}:${headRefName}.` : undefined
}

function isMerged(repository: Repository, head: string, base: string): boolean {
  return historyOf(repository.git, base).includes(head)
}

function isOpenBetween(item: Item, { headRefName, baseRefName }: Branches): boolean {
  if (item.__typename === 'Issue' || item.state !== 'OPEN') return false
  if (item.headRepository !== item.repository) return false
  return item.headRefName === headRefName && item.baseRefName === baseRefName
}

interface UpdatePullRequest extends ItemChange {
  readonly pullRequestId: string
  readonly baseRefName?: string | null
  readonly state?: 'OPEN' | 'CLOSED' | null
}

function updatePullRequest(input: UpdatePullRequest, context: Context) {
  const pullRequest = nodeOf(context, input.pullRequestId, 'PullRequest')
  requirePullRequestWrite(context, pullRequest, 'UpdatePullRequest')
  if (input.baseRefName != null && !findRef(pullRequest.repository, `refs/heads/${input.baseRefName}`)) {
    throw unprocessable('Base ref must be a branch')
  }
  changeItem(pullRequest, input, context)
  pullRequest.baseRefName = input.baseRefName ?? pullRequest.baseRefName
  if (input.state === 'OPEN') reopen(context.state, pullRequest)
  if (input.state === 'CLOSED' && pullRequest.state === 'OPEN') close(context.state, pullRequest)
  return { pullRequest, actor: context.token.actor }
}

function closePullRequest({ pullRequestId }: { readonly pullRequestId: string }, context: Context) {
  const pullRequest = nodeOf(context, pullRequestId, 'PullRequest')
  requirePullRequestWrite(context, pullRequest, 'ClosePullRequest')
  if (pullRequest.state === 'OPEN') close(context.state, pullRequest)
  return { pullRequest }
}

function requirePullRequestWrite({ token }: Context, pullRequest: PullRequest, name: string): void {
  const level = pullRequest.author === token.actor ? 'READ' : 'TRIAGE'
  requireWrite(token, pullRequest.repository, { areas: ['pullRequests'], level, mutation: name })
}

interface MergePullRequest {
  readonly pullRequestId: string
  readonly expectedHeadOid?: string | null
  readonly mergeMethod?: MergeMethod | null
  readonly commitHeadline?: string | null
  readonly commitBody?: string | null
}

function mergePullRequest(input: MergePullRequest, context: Context) {
  const { state, token } = context
  const pullRequest = nodeOf(context, input.pullRequestId, 'PullRequest')
  const { repository } = pullRequest
  requireWrite(token, repository, { areas: ['contents'], level: 'WRITE', mutation: 'MergePullRequest' })
  const method = input.mergeMethod ?? 'MERGE'
  const fault = mergeFault(pullRequest, method, input.expectedHeadOid ?? undefined)
  if (fault !== undefined) throw unprocessable(fault)
  const { commitHeadline: headline = null, commitBody: body = null } = input
  const outcome = merge(state, pullRequest, { method, author: token.actor, headline, body })
  if (outcome !== 'merged') throw unprocessable('Pull Request is not mergeable')
  return { pullRequest, actor: token.actor }
}

const NOT_ALLOWED: Readonly<Record<MergeMethod, string>> = {
  MERGE: 'Merge commits are not allowed on this repository.',
  SQUASH: 'Squash merges are not allowed on this repository.',
  REBASE: 'Rebase merges are not allowed on this repository.',
}

/** Why a pull request cannot be merged before its files are looked at. */
function mergeFault(
  { repository, state, isDraft, headRefName, baseRefName }: PullRequest,
  method: MergeMethod,
  expected: string | undefined,
): string | undefined {
  if (state === 'MERGED') return 'Pull Request is already merged'
  if (state === 'CLOSED') return 'Pull Request is closed'
  if (isDraft) return 'Pull Request is still a draft'
  const head = findRef(repository, `refs/heads/${headRefName}`)
  if (head && expected !== undefined && head.oid !== expected)
    return 'Head branch was modified. Review and try the merge again.'
  if (!repository.mergeMethods.has(method)) return NOT_ALLOWED[method]
  if (repository.reviewRequired && baseRefName === repository.defaultBranch)
    return 'At least 1 approving review is required by reviewers with write access.'
  return undefined
}

/** Writes to pull requests. */
export const PULL_REQUEST_MUTATIONS: TypeRules = {
  createPullRequest: mutation(
    ['repositoryId', 'title', 'body', 'headRefName', 'baseRefName', 'draft', 'maintainerCanModify'],
    createPullRequest,
  ),
  updatePullRequest: mutation(
    ['pullRequestId', 'title', 'body', 'labelIds', 'assigneeIds', 'baseRefName', 'state'],
    updatePullRequest,
  ),
  closePullRequest: mutation(['pullRequestId'], closePullRequest),
  mergePullRequest: mutation(
    ['pullRequestId', 'expectedHeadOid', 'mergeMethod', 'commitHeadline', 'commitBody'],
    mergePullRequest,
  ),
}
