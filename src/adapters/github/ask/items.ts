import { itemsKey, type ItemsQuestion } from '../../../core/github/question.ts'
import { type Data, judgePart } from '../judge-part.ts'
import { type RawPage, readItems } from '../read-answer.ts'
import type { AskPart, Bind, Gathered } from './part.ts'

const ITEM_FIELDS = `title url number
  repository { nameWithOwner isPrivate isArchived }
  labels(first: 20) { nodes { name } }`

const PAGE = 'pageInfo { hasNextPage endCursor }'

/** From where on a list is read; undefined is the beginning, null says that it has been read. */
export interface Cursors {
  readonly issues?: string | null
  readonly pullRequests?: string | null
}

/** One source of items, and how far it has been read. */
export interface ItemsPage {
  readonly asked: ItemsQuestion
  readonly cursors: Cursors
}

/** Asks for a page of labelled issues and pull requests. */
export function askItems(page: ItemsPage): AskPart {
  const aliases = (index: number) => ['q', 'o', 'i', 'p'].map((letter) => `${letter}${index}`)
  return {
    kind: 'items',
    aliases,
    write: (index, bind) => write(index, page, bind),
    read: (settled, index, { items }) => {
      const fault = judgePart(settled, aliases(index), describeSource(page.asked))
      if (!fault) return collectPage(page, pagesOf(settled.data, page.asked, index), items).map(askItems)
      items.set(itemsKey(page.asked), fault)
      return []
    },
  }
}

/** Whole organisations are searched; a single repository is listed, which does not lag as the search index does. */
function write(index: number, { asked, cursors }: ItemsPage, bind: Bind): string[] {
  const [kind = '', place = ''] = asked.from.split(':')
  if (kind === 'repo') return [listPart(index, { place, label: asked.label, cursors }, bind)]
  const first = cursors.issues === undefined && cursors.pullRequests === undefined
  return [
    ...(first ? [`o${index}: repositoryOwner(login: ${bind(place)}) { login }`] : []),
    ...(cursors.issues === null
      ? []
      : [searchPart(`i${index}`, { asked, is: 'issue', after: cursors.issues }, bind)]),
    ...(cursors.pullRequests === null
      ? []
      : [searchPart(`p${index}`, { asked, is: 'pr', after: cursors.pullRequests }, bind)]),
  ]
}

interface Search {
  readonly asked: ItemsQuestion
  readonly is: 'issue' | 'pr'
  readonly after: string | undefined
}

function searchPart(alias: string, { asked, is, after }: Search, bind: Bind): string {
  const text = `${asked.from} label:"${asked.label}" is:open is:${is} archived:false`
  const from = after === undefined ? '' : `, after: ${bind(after, 'String')}`
  return `${alias}: search(type: ISSUE, first: 100, query: ${bind(text)}${from}) {
  ${PAGE}
  nodes { ... on ${is === 'issue' ? 'Issue' : 'PullRequest'} { ${ITEM_FIELDS} } }
}`
}

interface List {
  readonly place: string
  readonly label: string
  readonly cursors: Cursors
}

function listPart(index: number, { place, label, cursors }: List, bind: Bind): string {
  const [owner = '', name = ''] = place.split('/')
  const list = (field: 'issues' | 'pullRequests') => {
    const after = cursors[field]
    if (after === null) return ''
    const from = after === undefined ? '' : `, after: ${bind(after, 'String')}`
    return `${field}(first: 100, states: OPEN, labels: [${bind(label)}]${from}) { ${PAGE} nodes { ${ITEM_FIELDS} } }`
  }
  return `q${index}: repository(owner: ${bind(owner)}, name: ${bind(name)}) {
  isArchived
  ${list('issues')}
  ${list('pullRequests')}
}`
}

function describeSource({ from }: ItemsQuestion): string {
  const [kind = '', place = ''] = from.split(':')
  return `${kind === 'repo' ? 'repository' : 'organization or user'} \`${place}\``
}

type Pages = Readonly<Partial<Record<'issues' | 'pullRequests', RawPage>>>

function pagesOf(data: Data, { from }: ItemsQuestion, index: number): Pages {
  if (from.startsWith('repo:')) return data[`q${index}`] as Pages
  return { issues: data[`i${index}`] as RawPage, pullRequests: data[`p${index}`] as RawPage }
}

function collectPage(
  { asked, cursors }: ItemsPage,
  pages: Pages,
  items: Gathered['items'],
): readonly ItemsPage[] {
  const next: { -readonly [Key in keyof Cursors]: Cursors[Key] } = { ...cursors }
  const held = items.get(itemsKey(asked))
  for (const field of ['issues', 'pullRequests'] as const) {
    const page = pages[field]
    if (page && Array.isArray(held)) held.push(...readItems(page))
    next[field] = page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : null
  }
  return next.issues === null && next.pullRequests === null ? [] : [{ asked, cursors: next }]
}
