import { commitOn, findRef, makeCommit, makeRef } from './branch-deeds.ts'
import { findActor, findRepository, findUser, type RepositoryReference } from './find-in-world.ts'
import { filesOf } from './git-store.ts'
import { globalId } from './global-id.ts'
import { LABEL_LIMITS, tooLong } from './text-limits.ts'
import { WorldMistake } from './world-mistake.ts'
import {
  instantOf,
  MERGE_METHODS,
  nextDatabaseId,
  remember,
  type ActionsSettings,
  type Instant,
  type Label,
  type MergeMethod,
  type Ref,
  type Repository,
  type RepositoryPermission,
  type WorldState,
} from './world-state.ts'

export interface RepositoryOptions {
  readonly private?: boolean
  readonly archived?: boolean
  readonly issuesEnabled?: boolean
  readonly fork?: boolean
  /** What the settings let workflows do: not open pull requests, and only read, if not said. */
  readonly actions?: Partial<ActionsSettings>
  /** When somebody pushed last, until the next commit; now if not said. */
  readonly pushedAt?: Instant
  readonly description?: string
  readonly defaultBranch?: string
  /** Protects the default branch: a merge into it needs a review, which nobody ever gives. */
  readonly reviewRequired?: boolean
  /** How pull requests may be merged; all ways if not said. */
  readonly mergeMethods?: readonly MergeMethod[]
  /** By login. */
  readonly collaborators?: Readonly<Record<string, RepositoryPermission>>
  /** Texts by path in the first commit; a README if not said. */
  readonly files?: Readonly<Record<string, string>>
}

export interface LabelOptions {
  readonly color?: string
  readonly description?: string
}

export interface FileOptions {
  /** The default branch if not said. */
  readonly branch?: string
  readonly message?: string
  readonly author?: string
}

/** Makes `owner/name`, with a first commit on its default branch. */
export function makeRepository(
  state: WorldState,
  reference: string,
  options: RepositoryOptions = {},
): Repository {
  const [login = '', name = '', ...rest] = reference.split('/')
  if (rest.length > 0 || !/^[\w.-]+$/.test(name))
    throw new WorldMistake(`\`${reference}\` is not \`owner/name\`.`)
  if (state.repositories.has(reference.toLowerCase()))
    throw new WorldMistake(`There is already a repository \`${reference}\`.`)
  const owner = state.accounts.get(login.toLowerCase())
  if (owner === undefined || owner.__typename === 'Bot') {
    throw new WorldMistake(
      `There is no owner \`${login}\`. Make it first: \`world.organization('${login}')\`.`,
    )
  }
  const databaseId = nextDatabaseId(state)
  const repository: Repository = {
    __typename: 'Repository',
    id: globalId('Repository', databaseId),
    databaseId,
    createdAt: instantOf(state),
    owner,
    name,
    description: options.description ?? null,
    isPrivate: options.private ?? false,
    isArchived: options.archived ?? false,
    hasIssuesEnabled: options.issuesEnabled ?? true,
    isFork: options.fork ?? false,
    pushedAt: options.pushedAt ?? instantOf(state),
    workflows: [],
    actions: { mayOpenPullRequests: false, defaultPermissions: 'read', ...options.actions },
    collaborators: new Map(
      Object.entries(options.collaborators ?? {}).map(([person, level]) => [findUser(state, person), level]),
    ),
    labels: [],
    items: [],
    pins: [],
    git: new Map(),
    refs: new Map(),
    defaultBranch: options.defaultBranch ?? 'main',
    reviewRequired: options.reviewRequired ?? false,
    mergeMethods: new Set(options.mergeMethods ?? MERGE_METHODS),
  }
  makeFirstCommit(state, repository, options.files ?? { 'README.md': `# ${name}\n` })
  state.repositories.set(reference.toLowerCase(), repository)
  return remember(state, repository)
}

function makeFirstCommit(
  state: WorldState,
  repository: Repository,
  files: Readonly<Record<string, string>>,
): void {
  const additions = new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]))
  const oid = makeCommit(state, repository, {
    parents: [],
    additions,
    deletions: [],
    message: 'Begin',
    author: null,
  })
  makeRef(state, repository, { qualifiedName: `refs/heads/${repository.defaultBranch}`, oid })
}

/** Makes a label. */
export function makeLabel(
  state: WorldState,
  repository: Repository,
  label: LabelOptions & { name: string },
): Label {
  const { name, color = 'ededed', description = null } = label
  const fault = labelFault(repository, { name, color, description })
  if (fault !== undefined) throw new WorldMistake(`${fault}: \`${name}\`.`)
  const databaseId = nextDatabaseId(state)
  const id = globalId('Label', repository.databaseId, databaseId)
  const createdAt = instantOf(state)
  const made: Label = { __typename: 'Label', id, databaseId, createdAt, repository, name, color, description }
  repository.labels.push(made)
  return remember(state, made)
}

/** What GitHub would say of a new label; undefined when it is good. */
export function labelFault(
  repository: Repository,
  { name, color, description }: { name: string; color: string; description: string | null },
): string | undefined {
  if (name.trim() === '') return "Name can't be blank"
  if (!/^[\da-f]{6}$/i.test(color)) return 'Color is invalid'
  if (repository.labels.some((known) => known.name.toLowerCase() === name.toLowerCase())) {
    return 'Name has already been taken'
  }
  return (
    tooLong('Name', name, LABEL_LIMITS.name) ??
    tooLong('Description', description ?? '', LABEL_LIMITS.description)
  )
}

/** Makes a branch where `from` (the default branch if not said) is now. */
export function makeBranch(
  state: WorldState,
  reference: RepositoryReference,
  branch: { name: string; from?: string },
): Ref {
  const repository = findRepository(state, reference)
  if (findRef(repository, `refs/heads/${branch.name}`))
    throw new WorldMistake(`There is already a branch \`${branch.name}\`.`)
  const { oid } = branchOf(repository, branch.from ?? repository.defaultBranch)
  return makeRef(state, repository, { qualifiedName: `refs/heads/${branch.name}`, oid })
}

/** Writes a file in a commit of its own; `null` deletes it. Gives the oid of the commit. */
export function commitFile(
  state: WorldState,
  reference: RepositoryReference,
  file: FileOptions & { readonly path: string; readonly text: string | null },
): string {
  const repository = findRepository(state, reference)
  const ref = branchOf(repository, file.branch ?? repository.defaultBranch)
  return commitOn(state, ref, {
    additions: new Map(file.text === null ? [] : [[file.path, Buffer.from(file.text)]]),
    deletions: file.text === null ? [file.path] : [],
    message: file.message ?? `Write ${file.path}`,
    author: file.author === undefined ? null : findActor(state, file.author),
  })
}

/** What a file holds on a branch; undefined where there is none. */
export function readFile(
  state: WorldState,
  reference: RepositoryReference,
  { path, branch }: { readonly path: string; readonly branch: string | undefined },
): string | undefined {
  const repository = findRepository(state, reference)
  const { oid } = branchOf(repository, branch ?? repository.defaultBranch)
  return filesOf(repository.git, oid).get(path)?.toString('utf8')
}

function branchOf(repository: Repository, name: string): Ref {
  const ref = findRef(repository, `refs/heads/${name}`)
  if (ref === undefined)
    throw new WorldMistake(`The repository \`${repository.name}\` has no branch \`${name}\`.`)
  return ref
}
