import type { Context } from './context.ts'
import { ordered, type Listing } from './listing.ts'
import type { Issue, Item, Label, PullRequest, Repository, WorldState } from './world-state.ts'

interface ItemQuery {
  /** Any of them, by GitHub's GraphQL (REST wants all). */
  readonly labels?: readonly string[] | null
  readonly states?: readonly string[] | null
  readonly orderBy?: {
    readonly field: 'CREATED_AT' | 'UPDATED_AT' | 'COMMENTS'
    readonly direction: 'ASC' | 'DESC'
  } | null
  /** Set when the list is asked of a label. */
  readonly label?: Label
}

export interface IssueQuery extends ItemQuery {
  readonly filterBy?: Readonly<Record<string, unknown>> | null
}

export interface PullRequestQuery extends ItemQuery {
  readonly headRefName?: string | null
  readonly baseRefName?: string | null
}

/** `issues(…)` of a repository or label. */
export function listIssues(repository: Repository, query: IssueQuery, context: Context): Listing<Issue> {
  const matches = filterOf(query.filterBy ?? {}, context)
  const issues = repository.items.filter((item) => item.__typename === 'Issue').filter(matches)
  return listed(repository.hasIssuesEnabled ? issues : [], query, context.state)
}

/** `pullRequests(…)` of a repository or label. */
export function listPullRequests(
  repository: Repository,
  query: PullRequestQuery,
  { state }: Context,
): Listing<PullRequest> {
  const pullRequests = repository.items
    .filter((item) => item.__typename === 'PullRequest')
    .filter((item) => query.headRefName == null || item.headRefName === query.headRefName)
    .filter((item) => query.baseRefName == null || item.baseRefName === query.baseRefName)
  return listed(pullRequests, query, state)
}

function listed<Kind extends Item>(
  items: readonly Kind[],
  query: ItemQuery,
  state: WorldState,
): Listing<Kind> {
  const { labels, states, label, orderBy } = query
  const wanted = items
    .filter((item) => isListed(item, state))
    .filter((item) => label === undefined || item.labels.has(label))
    .filter((item) => labels == null || hasLabel(item, labels))
    .filter((item) => states == null || states.includes(item.state))
  return ordered(wanted, (item) => [sortValue(item, orderBy?.field), item.databaseId], orderBy?.direction)
}

/** A list that lags does not hold what was made in the last requests. */
function isListed(item: Item, { listLag, requests }: WorldState): boolean {
  return listLag === undefined || item.madeAtRequest === 0 || requests - item.madeAtRequest > listLag.requests
}

function hasLabel(item: Item, names: readonly string[]): boolean {
  return [...item.labels].some((label) =>
    names.some((name) => name.toLowerCase() === label.name.toLowerCase()),
  )
}

function sortValue(
  item: Item,
  field: 'CREATED_AT' | 'UPDATED_AT' | 'COMMENTS' = 'CREATED_AT',
): string | number {
  if (field === 'COMMENTS') return item.comments.length
  return field === 'UPDATED_AT' ? item.updatedAt : item.createdAt
}

type Test = (value: never, issue: Issue) => boolean

/** The parts of `IssueFilters` that are modelled. */
const FILTERS: Readonly<Record<string, Test>> = {
  since: (since: string, issue) => Date.parse(issue.updatedAt) >= Date.parse(since),
  labels: (labels: readonly string[], issue) => hasLabel(issue, labels),
  states: (states: readonly string[], issue) => states.includes(issue.state),
  createdBy: (login: string, issue) => issue.author?.login.toLowerCase() === login.toLowerCase(),
  assignee: (login: string, issue) =>
    [...issue.assignees].some((user) => user.login.toLowerCase() === login.toLowerCase()),
  viewerSubscribed: (only: boolean) => !only,
}

function filterOf(filter: Readonly<Record<string, unknown>>, context: Context): (issue: Issue) => boolean {
  const tests = Object.entries(filter)
    .filter(([, value]) => value != null)
    .map(([name, value]) => {
      const test = FILTERS[name]
      if (test === undefined) throw context.unmodelled(`the filter \`${name}\` of issues`)
      return (issue: Issue) => test(value as never, issue)
    })
  return (issue) => tests.every((test) => test(issue))
}
