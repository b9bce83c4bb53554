import { findRef } from './branch-deeds.ts'
import { viewerPermission } from './access.ts'
import type { Context } from './context.ts'
import { connection, field, own, type TypeRules } from './field-rules.ts'
import { gitObject, refTarget } from './git-fields.ts'
import { notFound } from './github-error.ts'
import { listIssues, listPullRequests, type IssueQuery, type PullRequestQuery } from './item-lists.ts'
import { ordered } from './listing.ts'
import { labelsInOrder, type LabelOrder } from './label-order.ts'
import { nameWithOwner, type Item, type Label, type PinnedIssue, type Repository } from './world-state.ts'

const SITE = 'https://github.com'
const ISSUE_ARGUMENTS = ['labels', 'states', 'orderBy', 'filterBy']
const PULL_REQUEST_ARGUMENTS = ['labels', 'states', 'orderBy', 'headRefName', 'baseRefName']

/** Repositories, labels and pins. */
export const REPOSITORY_FIELDS: Readonly<Record<string, TypeRules>> = {
  Repository: {
    ...own<Repository>(
      'id',
      'databaseId',
      'name',
      'owner',
      'description',
      'isPrivate',
      'isArchived',
      'createdAt',
    ),
    ...own<Repository>('hasIssuesEnabled'),
    nameWithOwner,
    mergeCommitAllowed: ({ mergeMethods }: Repository) => mergeMethods.has('MERGE'),
    squashMergeAllowed: ({ mergeMethods }: Repository) => mergeMethods.has('SQUASH'),
    rebaseMergeAllowed: ({ mergeMethods }: Repository) => mergeMethods.has('REBASE'),
    visibility: (repository: Repository) => (repository.isPrivate ? 'PRIVATE' : 'PUBLIC'),
    isInOrganization: (repository: Repository) => repository.owner.__typename === 'Organization',
    url: (repository: Repository) => `${SITE}/${nameWithOwner(repository)}`,
    resourcePath: (repository: Repository) => `/${nameWithOwner(repository)}`,
    viewerPermission: (repository: Repository, _given: unknown, { token }: Context) =>
      viewerPermission(token, repository),
    defaultBranchRef: (repository: Repository) =>
      findRef(repository, `refs/heads/${repository.defaultBranch}`) ?? null,
    label: field(['name'], (repository: Repository, { name }: { name: string }) => {
      return repository.labels.find((label) => label.name.toLowerCase() === name.toLowerCase()) ?? null
    }),
    labels: connection(
      ['orderBy', 'query'],
      (repository: Repository, given: LabelOrder & { query?: string | null }) => {
        const wanted = given.query?.toLowerCase() ?? ''
        return labelsInOrder(
          repository.labels.filter((label) => label.name.toLowerCase().includes(wanted)),
          given,
        )
      },
    ),
    issue: field(['number'], (repository: Repository, { number }: { number: number }) => {
      return numbered(repository, number, 'Issue') ?? noNumber('an Issue', number)
    }),
    pullRequest: field(['number'], (repository: Repository, { number }: { number: number }) => {
      return numbered(repository, number, 'PullRequest') ?? noNumber('a PullRequest', number)
    }),
    issueOrPullRequest: field(['number'], (repository: Repository, { number }: { number: number }) => {
      return numbered(repository, number) ?? noNumber('an issue or pull request', number)
    }),
    issues: connection(ISSUE_ARGUMENTS, (repository: Repository, given: IssueQuery, context: Context) =>
      listIssues(repository, given, context),
    ),
    pullRequests: connection(
      PULL_REQUEST_ARGUMENTS,
      (repository: Repository, given: PullRequestQuery, context: Context) =>
        listPullRequests(repository, given, context),
    ),
    pinnedIssues: connection([], (repository: Repository) =>
      ordered(repository.pins, (pinned) => [pinned.databaseId]),
    ),
    object: field(
      ['expression', 'oid'],
      (repository: Repository, given: { expression?: string; oid?: string }, context: Context) =>
        gitObject(repository, given, context),
    ),
    ref: field(['qualifiedName'], (repository: Repository, { qualifiedName }: { qualifiedName: string }) => {
      return findRef(repository, qualifiedName) ?? null
    }),
    refs: connection(
      ['refPrefix', 'query'],
      (repository: Repository, given: { refPrefix: string; query?: string | null }) => {
        const refs = [...repository.refs.values()].filter((ref) =>
          ref.qualifiedName.startsWith(given.refPrefix),
        )
        return ordered(
          refs.filter((ref) => ref.qualifiedName.includes(given.query ?? '')),
          (ref) => [ref.qualifiedName],
        )
      },
    ),
    isEmpty: (repository: Repository) => repository.refs.size === 0,
    pushedAt: (repository: Repository) =>
      refTarget(repository, repository.defaultBranch)?.committedDate ?? null,
  },
  Label: {
    ...own<Label>('id', 'name', 'color', 'description', 'createdAt', 'repository'),
    isDefault: () => false,
    url: (label: Label) => `${SITE}${labelPath(label)}`,
    resourcePath: labelPath,
    issues: connection(ISSUE_ARGUMENTS, (label: Label, given: IssueQuery, context: Context) =>
      listIssues(label.repository, { ...given, label }, context),
    ),
    pullRequests: connection(
      PULL_REQUEST_ARGUMENTS,
      (label: Label, given: PullRequestQuery, context: Context) =>
        listPullRequests(label.repository, { ...given, label }, context),
    ),
  },
  PinnedIssue: {
    ...own<PinnedIssue>('id', 'databaseId', 'issue', 'pinnedBy'),
    repository: (pinned: PinnedIssue) => pinned.issue.repository,
  },
}

function numbered(repository: Repository, number: number, kind?: Item['__typename']): Item | undefined {
  const item = repository.items.find((known) => known.number === number)
  return kind === undefined || item?.__typename === kind ? item : undefined
}

function noNumber(what: string, number: number): never {
  throw notFound(`Could not resolve to ${what} with the number of ${number}.`)
}

function labelPath(label: Label): string {
  return `/${nameWithOwner(label.repository)}/labels/${encodeURIComponent(label.name)}`
}
