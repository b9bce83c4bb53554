import { canSee } from './access.ts'
import type { Context } from './context.ts'
import { parseSearch, SearchMistake, type SearchTree } from './search-grammar.ts'
import { searchDocuments, type SearchDocument } from './search-index.ts'
import { readQualifier, UnknownQualifier, type DocumentTest } from './search-qualifiers.ts'
import type { Token } from './token.ts'
import type { Item } from './world-state.ts'

/** What is not asked of a document but of the whole search. */
interface Search {
  readonly tree: SearchTree
  readonly sort: string
  /** Where words are looked for; everywhere if empty. */
  readonly places: readonly string[]
  readonly token: Token
}

/**
 * The issues and pull requests that a search finds, in its order: by their making, newest first, when none is asked
 * (GitHub's "best match" is not known). Search knows what the index knows, which may lag behind the world.
 */
export function searchItems(
  { state, token, unmodelled }: Context,
  query: string,
  type: 'ISSUE' | 'ISSUE_ADVANCED',
): Item[] {
  const progress = { requests: state.requests, milliseconds: state.clock().getTime() }
  try {
    const search = readSearch(query, type, token)
    const isFound = readTree(search.tree, search)
    const inOrder = readSort(search.sort)
    const found = searchDocuments(state.index, state.searchLag, progress)
      .filter((document) => canSee(token, document.item.repository))
      .filter(isFound)
    return inOrder(found).map((document) => document.item)
  } catch (error) {
    if (error instanceof SearchMistake) throw unmodelled(`a search with ${error.message}: \`${query}\``)
    if (error instanceof UnknownQualifier) throw unmodelled(`\`${error.message}\` in a search`)
    throw error
  }
}

function readSearch(query: string, type: 'ISSUE' | 'ISSUE_ADVANCED', token: Token): Search {
  const tree = parseSearch(query, type === 'ISSUE_ADVANCED')
  const parts = tree.kind === 'and' ? tree.parts : [tree]
  const values = (name: string) =>
    parts.flatMap((part) => (part.kind === 'qualifier' && part.name === name ? [part.value] : []))
  const rest = parts.filter(
    (part) => !(part.kind === 'qualifier' && (part.name === 'sort' || part.name === 'in')),
  )
  const asked = type === 'ISSUE' ? unitePlaces(rest) : rest
  const places = values('in').flatMap((value) => value.split(','))
  return { tree: { kind: 'and', parts: asked }, sort: values('sort').at(-1) ?? 'created-desc', places, token }
}

const SCOPES = new Set(['org', 'user', 'repo'])

/** Plain search takes several `org:`, `user:` and `repo:` as any of them; advanced search takes them as all. */
function unitePlaces(parts: readonly SearchTree[]): SearchTree[] {
  const isScope = (part: SearchTree) => part.kind === 'qualifier' && SCOPES.has(part.name)
  const scopes = parts.filter(isScope)
  if (scopes.length < 2) return [...parts]
  return [{ kind: 'or', parts: scopes }, ...parts.filter((part) => !isScope(part))]
}

/** Reads the whole search before any document is looked at, so that what is not modelled is always told. */
function readTree(tree: SearchTree, search: Search): DocumentTest {
  switch (tree.kind) {
    case 'and':
    case 'or': {
      const tests = tree.parts.map((part) => readTree(part, search))
      if (tree.kind === 'or') return (document) => tests.some((test) => test(document))
      return (document) => tests.every((test) => test(document))
    }
    case 'not': {
      const test = readTree(tree.part, search)
      return (document) => !test(document)
    }
    case 'qualifier':
      return readQualifier(tree, search.token)
    case 'word':
      return readWord(tree, search.places)
  }
}

const PLACES: Readonly<Record<string, (document: SearchDocument) => readonly string[]>> = {
  title: ({ title }) => [title],
  body: ({ body }) => [body],
  comments: ({ comments }) => comments,
}

function readWord(
  { text, exact }: { text: string; exact: boolean },
  places: readonly string[],
): DocumentTest {
  const looks = (places.length === 0 ? Object.keys(PLACES) : places).map((place) => {
    const look = PLACES[place]
    if (look === undefined) throw new UnknownQualifier(`in:${place}`)
    return look
  })
  const wanted = text.toLowerCase()
  const isIn = (found: string) =>
    exact
      ? found.toLowerCase().includes(wanted)
      : found
          .toLowerCase()
          .split(/[^\p{L}\p{N}_-]+/u)
          .includes(wanted)
  return (document) => looks.some((look) => look(document).some(isIn))
}

const SORT_KEYS: Readonly<Record<string, (document: SearchDocument) => string | number>> = {
  created: ({ item }) => item.createdAt,
  updated: ({ updatedAt }) => updatedAt,
  comments: ({ comments }) => comments.length,
}

function readSort(sort: string): (documents: readonly SearchDocument[]) => SearchDocument[] {
  const [name = '', direction = 'desc'] = sort.split('-')
  const key = SORT_KEYS[name]
  if (key === undefined) throw new UnknownQualifier(`sort:${sort}`)
  return (documents) => {
    const ascending = [...documents].sort((one, other) => {
      const [a, b] = [key(one), key(other)]
      return a === b ? one.item.databaseId - other.item.databaseId : a < b ? -1 : 1
    })
    return direction === 'asc' ? ascending : ascending.reverse()
  }
}
