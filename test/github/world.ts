import type { ItemReference, RepositoryReference } from './find-in-world.ts'
import { findIssue, findItem, findOrganization, findRepository } from './find-in-world.ts'
import {
  edit,
  editComment,
  makeComment,
  makeIssue,
  makePullRequest,
  type CommentOptions,
  type EditOptions,
  type IssueOptions,
  type PullRequestOptions,
} from './item-verbs.ts'
import {
  makeOrganization,
  makeToken,
  deleteUser,
  makeUser,
  renameUser,
  setTeam,
  type OrganizationOptions,
  type TeamOptions,
  type TokenOptions,
} from './people-verbs.ts'
import {
  commitFile,
  makeBranch,
  makeLabel,
  makeRepository,
  readFile,
  type FileOptions,
  type LabelOptions,
  type RepositoryOptions,
} from './place-verbs.ts'
import { makeWorkflow, type WorkflowOptions } from './workflow-verbs.ts'
import type { IssueComment, WorldState } from './world-state.ts'

/** When the world is: a fixed instant (which `advance` moves), or a clock that runs. */
export type WorldTime = Date | string | (() => Date)

/** A GitHub in memory, built and changed by verbs as people would. */
export type World = ReturnType<typeof makeWorld>

/** Makes an empty world. Every verb refuses nonsense with a `WorldMistake`. */
export function makeWorld({ now }: { readonly now: WorldTime }) {
  const time = makeTime(now)
  const state = emptyState(time.clock)
  return Object.assign(state, time.verbs, {
    user: (login: string, options?: { readonly name?: string }) => makeUser(state, login, options),
    /** Somebody takes another login. */
    renameUser: (login: string, to: string) => renameUser(state, login, to),
    deleteUser: (login: string) => deleteUser(state, login),
    organization: (login: string, options?: OrganizationOptions) => makeOrganization(state, login, options),
    /** Makes `organization/slug`, or gives it other people. */
    team: (reference: string, options: TeamOptions) => setTeam(state, reference, options),
    token: (value: string, options: TokenOptions) => makeToken(state, value, options),
    repository: (reference: string, options?: RepositoryOptions) => makeRepository(state, reference, options),
    label: (repository: RepositoryReference, name: string, options: LabelOptions = {}) =>
      makeLabel(state, findRepository(state, repository), { ...options, name }),
    branch: (repository: RepositoryReference, name: string, options: { readonly from?: string } = {}) =>
      makeBranch(state, repository, { ...options, name }),
    /** Writes a file in a commit of its own; a `text` of null deletes it. */
    file: (
      repository: RepositoryReference,
      path: string,
      options: FileOptions & { readonly text: string | null },
    ) => commitFile(state, repository, { ...options, path }),
    /** What a file holds on a branch, the default one if not said; undefined where there is none. */
    readFile: (repository: RepositoryReference, path: string, branch?: string) =>
      readFile(state, repository, { path, branch }),
    /** Makes a workflow of the default branch with its runs, or gives one that exists another state and more runs. */
    workflow: (repository: RepositoryReference, path: string, options: WorkflowOptions = {}) =>
      makeWorkflow(state, repository, { ...options, path }),
    issue: (repository: RepositoryReference, options: IssueOptions) => makeIssue(state, repository, options),
    pullRequest: (repository: RepositoryReference, options: PullRequestOptions) =>
      makePullRequest(state, repository, options),
    comment: (item: ItemReference, options: CommentOptions) => makeComment(state, item, options),
    /** A person's edit between two runs. */
    edit: (item: ItemReference, options: EditOptions) => edit(state, item, options),
    editComment: (comment: IssueComment, body: string) => editComment(state, comment, body),
    /** The issue of `owner/name#number`, to look at. */
    findIssue: (reference: ItemReference) => findIssue(state, reference),
    /** The issue or pull request of `owner/name#number`, to look at. */
    findItem: (reference: ItemReference) => findItem(state, reference),
    findOrganization: (login: string) => findOrganization(state, login),
    /** The repository of `owner/name`, to look at. */
    findRepository: (reference: RepositoryReference) => findRepository(state, reference),
  })
}

function makeTime(now: WorldTime) {
  const start = typeof now === 'function' ? undefined : new Date(now)
  let moved = 0
  const clock = () => new Date((start ?? (now as () => Date)()).getTime() + moved)
  const verbs = {
    /** Moves the world's clock forward by some milliseconds. */
    advance: (milliseconds: number) => {
      moved += milliseconds
    },
  }
  return { clock, verbs }
}

function emptyState(clock: () => Date): WorldState {
  return {
    clock,
    accounts: new Map(),
    repositories: new Map(),
    nodes: new Map(),
    tokens: new Map(),
    index: { documents: new Map(), waiting: [] },
    requests: 0,
    lastDatabaseId: 1_000_000_000,
    searchLag: undefined,
    listLag: undefined,
  }
}
