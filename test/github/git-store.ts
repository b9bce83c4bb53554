import { createHash } from 'node:crypto'

/** A file's path and its content, for a whole tree. */
export type Files = ReadonlyMap<string, Buffer>

export interface GitEntry {
  readonly name: string
  readonly mode: '40000' | '100644'
  readonly oid: string
}

export interface GitPerson {
  readonly name: string
  readonly email: string
}

export interface GitCommit {
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: GitPerson
  readonly message: string
  /** Seconds since 1970. */
  readonly seconds: number
}

export type GitObject =
  | { readonly kind: 'blob'; readonly content: Buffer }
  | { readonly kind: 'tree'; readonly entries: readonly GitEntry[] }
  | ({ readonly kind: 'commit' } & GitCommit)

/** The objects of one repository by their real git oids: `git hash-object` gives the same. */
export type GitStore = Map<string, GitObject>

/** Puts an object into the store; the same content is stored once. */
export function putObject(store: GitStore, object: GitObject): string {
  const content = serialize(object)
  const oid = createHash('sha1').update(`${object.kind} ${content.length}\0`).update(content).digest('hex')
  store.set(oid, object)
  return oid
}

function serialize(object: GitObject): Buffer {
  if (object.kind === 'blob') return object.content
  if (object.kind === 'commit') return Buffer.from(commitText(object))
  return Buffer.concat(
    object.entries.flatMap((entry) => [
      Buffer.from(`${entry.mode} ${entry.name}\0`),
      Buffer.from(entry.oid, 'hex'),
    ]),
  )
}

function commitText({ tree, parents, author, message, seconds }: GitCommit): string {
  const who = `${author.name} <${author.email}> ${seconds} +0000`
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${who}`,
    `committer ${who}`,
  ]
  return `${lines.join('\n')}\n\n${message}`
}

/** Puts all files, and the folders above them, and gives the oid of the root tree. */
export function putTree(store: GitStore, files: Files): string {
  const entries = new Map<string, GitEntry>()
  const folders = new Map<string, Map<string, Buffer>>()
  for (const [path, content] of files) {
    const [name = '', ...rest] = path.split('/')
    if (rest.length === 0) {
      entries.set(name, { name, mode: '100644', oid: putObject(store, { kind: 'blob', content }) })
      continue
    }
    const folder = folders.get(name) ?? new Map<string, Buffer>()
    folders.set(name, folder.set(rest.join('/'), content))
  }
  for (const [name, inside] of folders)
    entries.set(name, { name, mode: '40000', oid: putTree(store, inside) })
  return putObject(store, { kind: 'tree', entries: [...entries.values()].sort(byGitOrder) })
}

/** Git sorts a folder as if its name ended in a slash. */
function byGitOrder(one: GitEntry, other: GitEntry): number {
  const sortName = (entry: GitEntry) => Buffer.from(entry.mode === '40000' ? `${entry.name}/` : entry.name)
  return Buffer.compare(sortName(one), sortName(other))
}

/** All files of a commit or tree by their paths. */
export function filesOf(store: GitStore, oid: string, prefix = ''): Map<string, Buffer> {
  const object = store.get(oid)
  if (object?.kind === 'commit') return filesOf(store, object.tree)
  const files = new Map<string, Buffer>()
  if (object?.kind !== 'tree') return files
  for (const entry of object.entries) {
    const path = `${prefix}${entry.name}`
    const child = store.get(entry.oid)
    if (child?.kind === 'blob') files.set(path, child.content)
    else for (const [inner, content] of filesOf(store, entry.oid, `${path}/`)) files.set(inner, content)
  }
  return files
}

/** The oid of what stands at a path in a commit or tree; undefined when nothing does. */
export function oidAtPath(store: GitStore, root: string, path: string): string | undefined {
  const object = store.get(root)
  const start = object?.kind === 'commit' ? object.tree : root
  return path
    .split('/')
    .filter((part) => part !== '')
    .reduce<string | undefined>((oid, part) => {
      const tree = oid === undefined ? undefined : store.get(oid)
      return tree?.kind === 'tree' ? tree.entries.find((entry) => entry.name === part)?.oid : undefined
    }, start)
}

/** The commit itself and everything before it, newest first along the first parents, without repetition. */
export function historyOf(store: GitStore, oid: string): string[] {
  const seen = new Set<string>()
  const waiting = [oid]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const commit = store.get(next)
    if (commit?.kind !== 'commit' || seen.has(next)) continue
    seen.add(next)
    waiting.push(...commit.parents)
  }
  return [...seen]
}
