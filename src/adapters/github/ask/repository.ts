import {
  repositoryKey,
  type RepositoryAnswer,
  type RepositoryQuestion,
  type Unanswered,
} from '../../../core/github/question.ts'
import { ISSUE_FIELDS, ISSUES_WITH_LABEL, NEWEST_FIRST, NEWEST_ISSUES } from '../documents.ts'
import { judgePart } from '../judge-part.ts'
import {
  nodesOf,
  type RawIssue,
  type RawIssues,
  type RawRepository,
  readIssue,
  readRepository,
} from '../read-answer.ts'
import { askEarlierComments } from './comments.ts'
import type { AskPart, Bind } from './part.ts'

/** How many issues a further page has. */
const FURTHER_ISSUES = 100

/** Asks for a repository, its labels and its issues, and then for further pages of these as far back as is wanted. */
export function askRepository(asked: RepositoryQuestion): AskPart {
  return askPage(asked, (alias, bind) => firstPage(alias, asked, bind))
}

type WritePage = (alias: string, bind: Bind) => string

function askPage(asked: RepositoryQuestion, write: WritePage): AskPart {
  const aliases = (index: number) => [`r${index}`]
  return {
    kind: 'repository',
    aliases,
    write: (index, bind) => [write(`r${index}`, bind)],
    read: (settled, index, { repositories }) => {
      const fault = judgePart(settled, aliases(index), `repository \`${asked.repository}\``)
      const raw = settled.data[`r${index}`] as RawRepository
      const known = repositories.get(repositoryKey(asked))
      repositories.set(repositoryKey(asked), fault ?? collectPage(raw, known))
      if (fault) return []
      const after = nextPage(raw.labelled, asked)
      const of = { key: repositoryKey(asked), repository: asked.repository }
      return [
        ...askEarlierComments({ nodes: onceEach(raw) }, of),
        ...(after === undefined
          ? []
          : [askPage(asked, (alias, bind) => furtherPage(alias, asked, { after, bind }))]),
      ]
    },
  }
}

/** The issues of a page, each once; a further page has no newest ones. */
function onceEach({
  labelled,
  newest,
}: Pick<RawRepository, 'labelled'> & Partial<RawRepository>): readonly RawIssue[] {
  const all = [...nodesOf(labelled), ...nodesOf(newest ?? null)]
  return [...new Map(all.map((issue) => [issue.id, issue])).values()]
}

function collectPage(raw: RawRepository, known: RepositoryAnswer | Unanswered | undefined): RepositoryAnswer {
  if (!known || 'refused' in known) return readRepository(raw)
  return { ...known, issues: [...known.issues, ...nodesOf(raw.labelled).map(readIssue)] }
}

/** Where to go on when the page does not reach back to the instant of the question. */
function nextPage(page: RawIssues, { since }: RepositoryQuestion): string | undefined {
  const oldest = nodesOf(page).at(-1)
  if (!since || !oldest || !page.pageInfo.hasNextPage || new Date(oldest.createdAt) < since) return undefined
  return page.pageInfo.endCursor ?? undefined
}

const PAGE = `pageInfo { hasNextPage endCursor } nodes { ${ISSUE_FIELDS} }`

function firstPage(alias: string, { repository, label, labels }: RepositoryQuestion, bind: Bind): string {
  const [owner = '', name = ''] = repository.split('/')
  return `${alias}: repository(owner: ${bind(owner)}, name: ${bind(name)}) {
  id nameWithOwner isPrivate isArchived hasIssuesEnabled
  pinnedIssues(first: 3) { totalCount }
  ${labels.map((each, index) => `l${index}: label(name: ${bind(each)}) { id name }`).join('\n  ')}
  labelled: issues(first: ${ISSUES_WITH_LABEL}, labels: [${bind(label)}], ${NEWEST_FIRST}) { ${PAGE} }
  newest: issues(first: ${NEWEST_ISSUES}, ${NEWEST_FIRST}) { nodes { ${ISSUE_FIELDS} } }
}`
}

interface Further {
  readonly after: string
  readonly bind: Bind
}

function furtherPage(
  alias: string,
  { repository, label }: RepositoryQuestion,
  { after, bind }: Further,
): string {
  const [owner = '', name = ''] = repository.split('/')
  return `${alias}: repository(owner: ${bind(owner)}, name: ${bind(name)}) {
  labelled: issues(first: ${FURTHER_ISSUES}, after: ${bind(after, 'String')}, labels: [${bind(label)}], ${NEWEST_FIRST}) { ${PAGE} }
}`
}
