import {
  type Answer,
  type FoundItem,
  itemsKey,
  type ItemsQuestion,
  type Question,
  repositoryKey,
  type RepositoryQuestion,
} from '../../core/github/question.ts'
import { refuse } from '../../core/problem.ts'
import type { GitHubReader } from '../../ports.ts'
import { askDocument, type Cursors, type ItemsPage } from './documents.ts'
import { describeErrors, PartialFault } from './faults.ts'
import { insist, type Waiting } from './patience.ts'
import { type RawPage, type RawRepository, readItems, readRepository } from './read-answer.ts'
import type { Send } from './transport.ts'
import { Refusal } from '../../core/problem.ts'

/** More repositories in one request come near to GitHub's limits of what one request may cost. */
const REPOSITORIES_AT_ONCE = 25

/** Reads GitHub: one request for everything, and one more for every further page of items. */
export function githubReader(send: Send, waiting: Waiting): GitHubReader {
  const request = (repositories: readonly RepositoryQuestion[], pages: readonly ItemsPage[]) =>
    insist(async () => refusePartial(await settle(send, repositories, pages), repositories, pages), waiting)
  return { ask: (question) => ask(question, request) }
}

type Data = Readonly<Record<string, unknown>>
type Request = (repositories: readonly RepositoryQuestion[], pages: readonly ItemsPage[]) => Promise<Data>

interface Settled {
  readonly data: Data
  readonly fault?: PartialFault
}

async function settle(
  send: Send,
  repositories: readonly RepositoryQuestion[],
  pages: readonly ItemsPage[],
): Promise<Settled> {
  try {
    return { data: await send(askDocument(repositories, pages)) }
  } catch (error) {
    if (error instanceof PartialFault) return { data: error.data, fault: error }
    throw error
  }
}

/** What GitHub would not show is an error, never an empty list. */
function refusePartial(
  { data, fault }: Settled,
  repositories: readonly RepositoryQuestion[],
  pages: readonly ItemsPage[],
): Data {
  repositories.forEach(({ repository }, index) => {
    if (data[`r${index}`]) return
    const own = fault?.errors.filter(({ path }) => path?.[0] === `r${index}`) ?? []
    if (fault && !own.some(({ type }) => type === 'NOT_FOUND'))
      throw new Refusal([describeErrors(own.length > 0 ? own : fault.errors, `show \`${repository}\``)])
    throw noSuch(`repository \`${repository}\``)
  })
  pages.forEach(({ asked }, index) => {
    const [kind = '', place = ''] = asked.from.split(':')
    const alias = kind === 'repo' ? `q${index}` : `o${index}`
    if (alias in data && !data[alias])
      throw noSuch(kind === 'repo' ? `repository \`${place}\`` : `organisation or user \`${place}\``)
  })
  if (fault) throw new Refusal([describeErrors(fault.errors, 'answer the whole question')])
  return data
}

function noSuch(what: string): Refusal {
  return refuse(
    'github',
    `There is no ${what} that this token can see.`,
    'Check the spelling in meetings/*.yml, and that the token has access to it.',
  )
}

async function ask({ repositories, items }: Question, request: Request): Promise<Answer> {
  const found = new Map<
    string,
    Answer['repositories'] extends ReadonlyMap<string, infer Value> ? Value : never
  >()
  const gathered = new Map<string, FoundItem[]>(items.map((asked) => [itemsKey(asked), []]))
  let pages: readonly ItemsPage[] = items.map((asked) => ({ asked, cursors: {} }))
  for (let from = 0; from < repositories.length || pages.length > 0; from += REPOSITORIES_AT_ONCE) {
    const chunk = repositories.slice(from, from + REPOSITORIES_AT_ONCE)
    const data = await request(chunk, pages)
    chunk.forEach((asked, index) =>
      found.set(repositoryKey(asked), readRepository(data[`r${index}`] as RawRepository)),
    )
    pages = pages.flatMap((page, index) => collect(page, pagesOf(data, page.asked, index), gathered))
  }
  return { repositories: found, items: gathered }
}

type Pages = Readonly<Partial<Record<'issues' | 'pullRequests', RawPage>>>

function pagesOf(data: Data, { from }: ItemsQuestion, index: number): Pages {
  if (from.startsWith('repo:')) return data[`q${index}`] as Pages
  return { issues: data[`i${index}`] as RawPage, pullRequests: data[`p${index}`] as RawPage }
}

/** Keeps the items of a page, and gives the page to ask for next when there is one. */
function collect(
  { asked, cursors }: ItemsPage,
  pages: Pages,
  gathered: Map<string, FoundItem[]>,
): ItemsPage[] {
  const next: { -readonly [Key in keyof Cursors]: Cursors[Key] } = { ...cursors }
  for (const field of ['issues', 'pullRequests'] as const) {
    const page = pages[field]
    if (page) gathered.get(itemsKey(asked))?.push(...readItems(page))
    next[field] = page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : null
  }
  return next.issues === null && next.pullRequests === null ? [] : [{ asked, cursors: next }]
}
