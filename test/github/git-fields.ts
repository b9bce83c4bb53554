import { isUtf8 } from 'node:buffer'
import { findRef } from './branch-deeds.ts'
import type { Context } from './context.ts'
import { connection, field, own, type TypeRules } from './field-rules.ts'
import { historyOf, oidAtPath, type GitCommit, type GitEntry, type GitObject } from './git-store.ts'
import { globalId } from './global-id.ts'
import { nameWithOwner, type Ref, type Repository } from './world-state.ts'

const SITE = 'https://github.com'

/** A git object in its repository, as the schema sees it. */
export interface ObjectView {
  readonly __typename: 'Commit' | 'Tree' | 'Blob'
  readonly id: string
  readonly oid: string
  readonly repository: Repository
  readonly object: GitObject
  /** Of commits. */
  readonly committedDate?: string
}

interface EntryView {
  readonly repository: Repository
  readonly entry: GitEntry
  readonly path: string
}

const TYPE_NAMES = { commit: 'Commit', tree: 'Tree', blob: 'Blob' } as const

/** The object of that oid; null when the repository has none. */
function view(repository: Repository, oid: string | undefined): ObjectView | null {
  const object = oid === undefined ? undefined : repository.git.get(oid)
  if (oid === undefined || object === undefined) return null
  const __typename = TYPE_NAMES[object.kind]
  const id = globalId(__typename, repository.databaseId, oid)
  const date = object.kind === 'commit' ? { committedDate: instant(object) } : {}
  return { __typename, id, oid, repository, object, ...date }
}

function instant({ seconds }: GitCommit): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`
}

/** `object(expression: "main:docs/a.md")` or `object(oid:)`; null when nothing is there. */
export function gitObject(
  repository: Repository,
  { expression, oid }: { readonly expression?: string | null; readonly oid?: string | null },
  context: Context,
): ObjectView | null {
  if (oid != null) return view(repository, oid)
  if (expression == null) throw context.unmodelled('`object` without `expression` and `oid`')
  const [revision = '', ...path] = expression.split(':')
  if (/[~^@]/.test(revision)) throw context.unmodelled(`the revision \`${revision}\``)
  const name = revision === 'HEAD' ? `refs/heads/${repository.defaultBranch}` : revision
  const root = findRef(repository, name)?.oid ?? (repository.git.has(revision) ? revision : undefined)
  if (root === undefined || path.length === 0) return view(repository, root)
  return view(repository, oidAtPath(repository.git, root, path.join(':')))
}

/** The commit of a branch. */
export function refTarget(repository: Repository, branch: string): ObjectView | null {
  return view(repository, findRef(repository, `refs/heads/${branch}`)?.oid)
}

const objectFields = {
  ...own<ObjectView>('id', 'oid', 'repository'),
  abbreviatedOid: ({ oid }: ObjectView) => oid.slice(0, 7),
  commitUrl: ({ repository, oid }: ObjectView) => `${SITE}/${nameWithOwner(repository)}/commit/${oid}`,
  commitResourcePath: ({ repository, oid }: ObjectView) => `/${nameWithOwner(repository)}/commit/${oid}`,
}

function commit({ object }: ObjectView): GitCommit {
  if (object.kind !== 'commit') throw new TypeError('The schema asked a field of a commit of something else.')
  return object
}

function content({ object }: ObjectView): Buffer {
  if (object.kind !== 'blob') throw new TypeError('The schema asked a field of a blob of something else.')
  return object.content
}

function entries({ object, repository }: ObjectView, folder: string): EntryView[] {
  if (object.kind !== 'tree') return []
  return object.entries.map((entry) => ({ repository, entry, path: `${folder}${entry.name}` }))
}

/** Refs and git objects. */
export const GIT_FIELDS: Readonly<Record<string, TypeRules>> = {
  Ref: {
    ...own<Ref>('id', 'repository'),
    name: (ref: Ref) => ref.qualifiedName.replace(/^refs\/[^/]+\//, ''),
    prefix: (ref: Ref) => /^refs\/[^/]+\//.exec(ref.qualifiedName)?.[0] ?? 'refs/',
    target: (ref: Ref) => view(ref.repository, ref.oid),
  },
  Commit: {
    ...objectFields,
    ...own<ObjectView>('committedDate'),
    authoredDate: (object: ObjectView) => instant(commit(object)),
    message: (object: ObjectView) => commit(object).message,
    messageHeadline: (object: ObjectView) => commit(object).message.split('\n')[0],
    messageBody: (object: ObjectView) => commit(object).message.split('\n').slice(2).join('\n'),
    author: actorOf,
    committer: actorOf,
    tree: (object: ObjectView) => view(object.repository, commit(object).tree),
    url: ({ repository, oid }: ObjectView) => `${SITE}/${nameWithOwner(repository)}/commit/${oid}`,
    parents: connection([], (object: ObjectView) => {
      return { items: commit(object).parents.map((oid) => view(object.repository, oid)) }
    }),
    history: connection([], ({ repository, oid }: ObjectView) => {
      return { items: historyOf(repository.git, oid).map((older) => view(repository, older)) }
    }),
    file: field(['path'], ({ repository, oid }: ObjectView, { path }: { path: string }) =>
      fileEntry(repository, oid, path),
    ),
  },
  GitActor: {
    ...own<ReturnType<typeof actorOf>>('name', 'email', 'date'),
    user: ({ name }: ReturnType<typeof actorOf>, _given: unknown, { state }: Context) => {
      const account = state.accounts.get(name.toLowerCase())
      return account?.__typename === 'User' ? account : null
    },
  },
  Tree: { ...objectFields, entries: (object: ObjectView) => entries(object, '') },
  TreeEntry: {
    ...own<EntryView>('repository', 'path'),
    name: ({ entry }: EntryView) => entry.name,
    oid: ({ entry }: EntryView) => entry.oid,
    mode: ({ entry }: EntryView) => Number.parseInt(entry.mode, 8),
    type: ({ entry }: EntryView) => (entry.mode === '40000' ? 'tree' : 'blob'),
    object: ({ repository, entry }: EntryView) => view(repository, entry.oid),
  },
  Blob: {
    ...objectFields,
    byteSize: (blob: ObjectView) => content(blob).length,
    isBinary: (blob: ObjectView) => isBinary(content(blob)),
    isTruncated: () => false,
    text: (blob: ObjectView) => (isBinary(content(blob)) ? null : content(blob).toString('utf8')),
  },
}

function isBinary(bytes: Buffer): boolean {
  return bytes.includes(0) || !isUtf8(bytes)
}

function actorOf(object: ObjectView) {
  const { name, email } = commit(object).author
  return { name, email, date: instant(commit(object)) }
}

function fileEntry(repository: Repository, root: string, path: string): EntryView | null {
  const at = path.lastIndexOf('/')
  const folder = view(repository, oidAtPath(repository.git, root, path.slice(0, Math.max(0, at))))
  const inside = folder ? entries(folder, at === -1 ? '' : `${path.slice(0, at)}/`) : []
  return inside.find(({ entry }) => entry.name === path.slice(at + 1)) ?? null
}
