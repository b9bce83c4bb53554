import { keysLike } from '../../../core/github/meeting-issue.ts'
import type { FoundIssue, RepositoryAnswer } from '../../../core/github/question.ts'
import { COMMENT_PAGE } from '../documents.ts'
import { judgePart } from '../judge-part.ts'
import { commentersIn, nodesOf, type RawComments, type RawIssues, readComments } from '../read-answer.ts'
import type { AskPart } from './part.ts'

/** How many comments a further page has. */
const FURTHER_COMMENTS = 100

/** An issue of which the newest comments are known. */
interface Earlier {
  /** By what the answer about its repository is found. */
  readonly key: string
  readonly repository: string
  /** The id of the issue. */
  readonly id: string
  readonly before: string
}

/** Asks for the earlier comments of those issues of wg's that have many: what wg has said there once is not said again. */
export function askEarlierComments(
  issues: Omit<RawIssues, 'pageInfo'>,
  of: Pick<Earlier, 'key' | 'repository'>,
): readonly AskPart[] {
  return nodesOf(issues).flatMap(({ id, body, comments }) => {
    const before = cursorBefore(comments)
    return before === undefined || keysLike(body).length === 0 ? [] : [askEarlier({ ...of, id, before })]
  })
}

function cursorBefore(page: RawComments | undefined): string | undefined {
  return page?.pageInfo.hasPreviousPage ? (page.pageInfo.startCursor ?? undefined) : undefined
}

function askEarlier(asked: Earlier): AskPart {
  const { key, repository, id, before } = asked
  const aliases = (index: number) => [`earlier${index}`]
  return {
    kind: 'comments',
    aliases,
    write: (index, bind) => [
      `earlier${index}: node(id: ${bind(id, 'ID!')}) { ... on Issue { comments(last: ${FURTHER_COMMENTS}, before: ${bind(before)}) { ${COMMENT_PAGE} } } }`,
    ],
    read: (settled, index, { repositories }) => {
      const fault = judgePart(settled, aliases(index), `comments in \`${repository}\``)
      const known = repositories.get(key)
      if (!known || 'refused' in known) return []
      if (fault) {
        repositories.set(key, fault)
        return []
      }
      const page = (settled.data[`earlier${index}`] as { readonly comments?: RawComments } | null)?.comments
      repositories.set(key, withEarlier(known, id, page))
      const earlier = cursorBefore(page)
      return earlier === undefined ? [] : [askEarlier({ ...asked, before: earlier })]
    },
  }
}

function withEarlier(
  { issues, ...known }: RepositoryAnswer,
  id: string,
  page: RawComments | undefined,
): RepositoryAnswer {
  const { ownComments, spoken } = readComments(page ?? null)
  const commenters = commentersIn(page ?? null)
  const longer = (issue: FoundIssue): FoundIssue => ({
    ...issue,
    ownComments: [...ownComments, ...issue.ownComments],
    commenters: [...commenters, ...issue.commenters],
    spoken: spoken || issue.spoken,
  })
  return { ...known, issues: issues.map((issue) => (issue.id === id ? longer(issue) : issue)) }
}
