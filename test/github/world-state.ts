import type { GitStore } from './git-store.ts'
import type { SearchIndex } from './search-index.ts'
import type { Token } from './token.ts'

/** An instant as GitHub prints it, to the second: `2026-11-26T15:00:00Z`. */
export type Instant = string

/** What somebody may do in a repository, from little to much. */
export const PERMISSIONS = ['READ', 'TRIAGE', 'WRITE', 'MAINTAIN', 'ADMIN'] as const
export type RepositoryPermission = (typeof PERMISSIONS)[number]

interface Node {
  readonly id: string
  readonly databaseId: number
  readonly createdAt: Instant
}

export interface User extends Node {
  readonly __typename: 'User'
  login: string
  name: string | null
}

export interface Bot extends Node {
  readonly __typename: 'Bot'
  /** Without the `[bot]` that REST adds. */
  readonly login: string
}

export type Actor = User | Bot

export interface Organization extends Node {
  readonly __typename: 'Organization'
  readonly login: string
  name: string | null
  readonly members: Map<User, 'ADMIN' | 'MEMBER'>
  readonly teams: Team[]
  /** What every member may do in every repository of the organization. */
  basePermission: RepositoryPermission | null
  /** Tokens need `sso` for this organization. */
  saml: boolean
}

export interface Team extends Node {
  readonly __typename: 'Team'
  readonly slug: string
  readonly organization: Organization
  name: string
  parent: Team | null
  /** Those of the team itself, not of its child teams. */
  readonly members: Map<User, 'MAINTAINER' | 'MEMBER'>
}

export interface Label extends Node {
  readonly __typename: 'Label'
  readonly repository: Repository
  name: string
  color: string
  description: string | null
}

export interface Ref {
  readonly __typename: 'Ref'
  readonly id: string
  readonly repository: Repository
  /** `refs/heads/main`. */
  readonly qualifiedName: string
  oid: string
}

/** How far somebody has turned on a workflow. */
export type WorkflowState =
  'active' | 'deleted' | 'disabled_fork' | 'disabled_inactivity' | 'disabled_manually'

/** A workflow of GitHub Actions, as it stands on the default branch. */
export interface Workflow {
  readonly databaseId: number
  /** `.github/workflows/wg.yml`. */
  readonly path: string
  readonly name: string
  readonly createdAt: Instant
  state: WorkflowState
  /** Oldest first. */
  readonly runs: WorkflowRun[]
}

export interface WorkflowRun {
  readonly databaseId: number
  readonly event: string
  readonly createdAt: Instant
  /** Null while it runs. */
  readonly conclusion: string | null
}

/** What the settings of a repository let workflows do. */
export interface ActionsSettings {
  readonly mayOpenPullRequests: boolean
  /** Of the token of a workflow that names none. */
  readonly defaultPermissions: 'read' | 'write'
}

export const MERGE_METHODS = ['MERGE', 'SQUASH', 'REBASE'] as const
export type MergeMethod = (typeof MERGE_METHODS)[number]

export interface Repository extends Node {
  readonly __typename: 'Repository'
  readonly owner: User | Organization
  readonly name: string
  description: string | null
  isPrivate: boolean
  isArchived: boolean
  hasIssuesEnabled: boolean
  readonly isFork: boolean
  /** Of the last commit that came. */
  pushedAt: Instant
  readonly workflows: Workflow[]
  readonly actions: ActionsSettings
  readonly collaborators: Map<User, RepositoryPermission>
  readonly labels: Label[]
  readonly items: Item[]
  readonly pins: PinnedIssue[]
  readonly git: GitStore
  readonly refs: Map<string, Ref>
  readonly defaultBranch: string
  /** Whether the default branch is protected by a rule that asks for a review; nobody ever gives one here. */
  reviewRequired: boolean
  /** How its settings let pull requests be merged. */
  readonly mergeMethods: ReadonlySet<MergeMethod>
}

interface ItemFields extends Node {
  readonly repository: Repository
  readonly number: number
  readonly author: Actor | null
  title: string
  body: string
  readonly labels: Set<Label>
  readonly assignees: Set<User>
  readonly comments: IssueComment[]
  updatedAt: Instant
  closedAt: Instant | null
  lastEditedAt: Instant | null
  locked: boolean
  activeLockReason: string | null
  /** The count of requests when it was made; 0 for what a verb made. Lists that lag look at this. */
  readonly madeAtRequest: number
}

export type StateReason = 'COMPLETED' | 'NOT_PLANNED' | 'DUPLICATE' | 'REOPENED'

export interface Issue extends ItemFields {
  readonly __typename: 'Issue'
  state: 'OPEN' | 'CLOSED'
  stateReason: StateReason | null
  duplicateOf: Item | null
}

export interface PullRequest extends ItemFields {
  readonly __typename: 'PullRequest'
  state: 'OPEN' | 'CLOSED' | 'MERGED'
  isDraft: boolean
  readonly headRefName: string
  /** Where the head's branch is: the repository itself, or a fork of it. */
  readonly headRepository: Repository
  baseRefName: string
  mergedAt: Instant | null
}

export type Item = Issue | PullRequest

export interface IssueComment extends Node {
  readonly __typename: 'IssueComment'
  readonly item: Item
  readonly author: Actor | null
  body: string
  updatedAt: Instant
  lastEditedAt: Instant | null
  /** The classifier in small letters, as GitHub gives it; null when the comment is shown. */
  minimizedReason: string | null
}

export interface PinnedIssue {
  readonly __typename: 'PinnedIssue'
  readonly id: string
  readonly databaseId: number
  readonly issue: Issue
  readonly pinnedBy: Actor
}

export type Entity =
  User | Bot | Organization | Team | Label | Ref | Repository | Item | IssueComment | PinnedIssue

/** How far the search index stays behind: for ever, for some requests, or for some milliseconds of the world's clock. */
export type SearchLag =
  { readonly until: 'forever' } | { readonly requests: number } | { readonly milliseconds: number }

/** Everything there is. Verbs and mutations change it; queries read it. */
export interface WorldState {
  /** The world's clock. */
  readonly clock: () => Date
  readonly accounts: Map<string, User | Organization | Bot>
  readonly repositories: Map<string, Repository>
  readonly nodes: Map<string, Entity>
  readonly tokens: Map<string, Token>
  readonly index: SearchIndex
  /** Requests answered so far: the clock of what lags. */
  requests: number
  /** The last number given to a new thing. */
  lastDatabaseId: number
  /** Undefined: search knows everything at once. */
  searchLag: SearchLag | undefined
  /** New issues stay out of `repository.issues` and `pullRequests` for so many requests. Undefined: for none. */
  listLag: { readonly requests: number } | undefined
}

/** The world's clock as GitHub prints it. */
export function instantOf(state: WorldState): Instant {
  return `${state.clock().toISOString().slice(0, 19)}Z`
}

/** A number for a new thing, unique in the world. */
export function nextDatabaseId(state: WorldState): number {
  state.lastDatabaseId += 1
  return state.lastDatabaseId
}

/** Makes a thing known by its global id. */
export function remember<Thing extends Entity>(state: WorldState, thing: Thing): Thing {
  state.nodes.set(thing.id, thing)
  return thing
}

/** `owner/name`. */
export function nameWithOwner(repository: Repository): string {
  return `${repository.owner.login}/${repository.name}`
}
