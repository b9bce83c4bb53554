import { globalId } from './global-id.ts'
import { filesOf, putObject, putTree } from './git-store.ts'
import { instantOf, remember, type Actor, type Ref, type Repository, type WorldState } from './world-state.ts'

/** Files to write (by path) and paths to delete, on top of a commit. */
export interface CommitChanges {
  readonly additions: ReadonlyMap<string, Buffer>
  readonly deletions: readonly string[]
  readonly message: string
  readonly author: Actor | null
}

/** Makes a commit on top of `parents` (the first gives the files; none starts empty) and gives its oid; moves no branch. */
export function makeCommit(
  state: WorldState,
  repository: Repository,
  { parents, additions, deletions, message, author }: CommitChanges & { readonly parents: readonly string[] },
): string {
  const files = parents[0] === undefined ? new Map<string, Buffer>() : filesOf(repository.git, parents[0])
  for (const path of deletions) files.delete(path)
  for (const [path, content] of additions) files.set(path, content)
  const login = author?.login ?? 'ghost'
  return putObject(repository.git, {
    kind: 'commit',
    tree: putTree(repository.git, files),
    parents,
    author: { name: login, email: `${login}@users.noreply.github.example` },
    message,
    seconds: Date.parse(instantOf(state)) / 1000,
  })
}

/** Makes a branch or tag. Its name (`refs/heads/…`) is free and its commit exists: the caller's questions. */
export function makeRef(
  state: WorldState,
  repository: Repository,
  place: { qualifiedName: string; oid: string },
): Ref {
  const id = globalId('Ref', repository.databaseId, place.qualifiedName)
  const ref: Ref = { __typename: 'Ref', id, repository, ...place }
  repository.refs.set(place.qualifiedName, ref)
  return remember(state, ref)
}

/** Commits on top of a branch and moves it there; gives the new oid. */
export function commitOn(state: WorldState, ref: Ref, changes: CommitChanges): string {
  ref.oid = makeCommit(state, ref.repository, { ...changes, parents: [ref.oid] })
  ref.repository.pushedAt = instantOf(state)
  return ref.oid
}

/** Deletes a branch or tag; its commits stay. */
export function deleteRef(state: WorldState, ref: Ref): void {
  ref.repository.refs.delete(ref.qualifiedName)
  state.nodes.delete(ref.id)
}

/** The branch of a short or full name. */
export function findRef(repository: Repository, name: string): Ref | undefined {
  return [name, `refs/${name}`, `refs/heads/${name}`, `refs/tags/${name}`]
    .map((candidate) => repository.refs.get(candidate))
    .find((ref) => ref !== undefined)
}
