import {
  type Answer,
  type FoundItem,
  itemsKey,
  type ItemsQuestion,
  type Question,
  repositoryKey,
  type RepositoryAnswer,
  type RepositoryQuestion,
  type Unanswered,
} from '../../core/github/question.ts'
import { Refusal } from '../../core/problem.ts'
import type { GitHubReader } from '../../ports.ts'
import { describeErrors } from './describe-errors.ts'
import { askDocument, type Cursors, type ItemsPage } from './documents.ts'
import { PartialFault } from './faults.ts'
import { type Data, judgePart, type Settled, settlePartial, strayErrors } from './judge-part.ts'
import { insist, type Waiting } from './patience.ts'
import { type RawPage, type RawRepository, readItems, readRepository } from './read-answer.ts'
import type { Send } from './transport.ts'

/** More in one request comes near to GitHub's limits of nodes and time; documents.test.ts counts both. */
const REPOSITORIES_AT_ONCE = 25
const SOURCES_AT_ONCE = 50

/** Reads GitHub: one request for everything, and one more for every further page of items. */
export function githubReader(send: Send, waiting: Waiting): GitHubReader {
  return { ask: (question) => ask(question, (part) => insist(() => settle(send, part), waiting)) }
}

/** What is asked in one request. */
interface Part {
  readonly repositories: readonly RepositoryQuestion[]
  readonly pages: readonly ItemsPage[]
}

type Request = (part: Part) => Promise<Settled>

async function settle(send: Send, { repositories, pages }: Part): Promise<Settled> {
  try {
    return { data: await send(askDocument(repositories, pages)), errors: [] }
  } catch (error) {
    if (error instanceof PartialFault) return settlePartial(error)
    throw error
  }
}

/** What is known so far. */
interface Gathered {
  readonly repositories: Map<string, RepositoryAnswer | Unanswered>
  readonly items: Map<string, FoundItem[] | Unanswered>
}

async function ask({ repositories, items }: Question, request: Request): Promise<Answer> {
  const gathered: Gathered = {
    repositories: new Map(),
    items: new Map(items.map((asked) => [itemsKey(asked), []])),
  }
  let waiting = { repositories, pages: items.map((asked): ItemsPage => ({ asked, cursors: {} })) }
  while (waiting.repositories.length > 0 || waiting.pages.length > 0) {
    const part = {
      repositories: waiting.repositories.slice(0, REPOSITORIES_AT_ONCE),
      pages: waiting.pages.slice(0, SOURCES_AT_ONCE),
    }
    const further = collect(part, await request(part), gathered)
    waiting = {
      repositories: waiting.repositories.slice(REPOSITORIES_AT_ONCE),
      pages: [...waiting.pages.slice(SOURCES_AT_ONCE), ...further],
    }
  }
  return gathered
}

/** Keeps what was answered, and gives the pages to ask for next. */
function collect({ repositories, pages }: Part, settled: Settled, gathered: Gathered): ItemsPage[] {
  const repositoryAlias = (index: number) => [`r${index}`]
  const aliases = [
    ...repositories.map((_, index) => repositoryAlias(index)),
    ...pages.map((_, index) => aliasesOf(index)),
  ]
  const stray = strayErrors(settled, new Set(aliases.flat()))
  if (stray.length > 0) throw new Refusal([describeErrors(stray, 'answer the question')])
  repositories.forEach((asked, index) => {
    const fault = judgePart(settled, repositoryAlias(index), `repository \`${asked.repository}\``)
    const answer = fault ?? readRepository(settled.data[`r${index}`] as RawRepository)
    gathered.repositories.set(repositoryKey(asked), answer)
  })
  return pages.flatMap((page, index) => {
    const fault = judgePart(settled, aliasesOf(index), describeSource(page.asked))
    if (!fault) return collectPage(page, pagesOf(settled.data, page.asked, index), gathered.items)
    gathered.items.set(itemsKey(page.asked), fault)
    return []
  })
}

/** All fields that a source of items may have in an answer. */
function aliasesOf(index: number): readonly string[] {
  return ['q', 'o', 'i', 'p'].map((letter) => `${letter}${index}`)
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
