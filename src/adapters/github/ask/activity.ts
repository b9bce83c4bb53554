import { activityKey, type ActivityQuestion, type Trace } from '../../../core/github/activity.ts'
import { type Day, parseDay } from '../../../core/time/day.ts'
import { judgePart } from '../judge-part.ts'
import { type Connection, nodesOf } from '../read-answer.ts'
import type { AskPart, Bind } from './part.ts'

/** In how many of the items on which somebody commented, and in how many of their newest comments, that comment is looked for. */
const ITEMS = 10
const COMMENTS = 50

/** Asks for the newest issue, pull request and comment that somebody wrote. */
export function askActivity(asked: ActivityQuestion): AskPart {
  const aliases = (index: number) => [`a${index}`, `c${index}`]
  return {
    kind: 'activity',
    aliases,
    write: (index, bind) => write(index, asked, bind),
    read: (settled, index, { activity }) => {
      const fault = judgePart(settled, aliases(index), `activity of \`${asked.login}\``)
      const traces = fault ? [] : tracesOf(settled.data, index, asked)
      activity.set(
        activityKey(asked),
        fault ?? traces.toSorted((a, b) => (a.day < b.day ? 1 : -1))[0] ?? 'none',
      )
      return []
    },
  }
}

function write(index: number, { login, scope, since }: ActivityQuestion, bind: Bind): readonly string[] {
  const where = scope.join(' ')
  const opened = `${where} author:${login} created:>=${since} sort:created-desc`
  const commented = `${where} commenter:${login} updated:>=${since} sort:updated-desc`
  return [
    `a${index}: search(type: ISSUE, first: 1, query: ${bind(opened)}) {
  nodes { ... on Issue { url createdAt } ... on PullRequest { url createdAt } }
}`,
    `c${index}: search(type: ISSUE, first: ${ITEMS}, query: ${bind(commented)}) {
  nodes { ... on Issue { ${COMMENT_FIELDS} } ... on PullRequest { ${COMMENT_FIELDS} } }
}`,
  ]
}

const COMMENT_FIELDS = `comments(last: ${COMMENTS}) { nodes { url createdAt author { login } } }`

interface RawOpened {
  readonly url: string
  readonly createdAt: string
}

interface RawCommented {
  readonly comments: Connection<RawOpened & { readonly author: { readonly login: string } | null }>
}

function tracesOf(
  data: Readonly<Record<string, unknown>>,
  index: number,
  { login, since }: ActivityQuestion,
): Trace[] {
  const opened = nodesOf(data[`a${index}`] as Connection<RawOpened>)
  const comments = nodesOf(data[`c${index}`] as Connection<RawCommented>).flatMap((item) =>
    nodesOf(item.comments),
  )
  const own = comments.filter(({ author }) => author?.login.toLowerCase() === login.toLowerCase())
  const traces = [
    ...opened.map((raw) => ({ ...raw, deed: 'opened' as const })),
    ...own.map((raw) => ({ ...raw, deed: 'commented' as const })),
  ]
  return traces
    .map(({ url, createdAt, deed }) => ({ day: parseDay(createdAt.slice(0, 10)) as Day, url, deed }))
    .filter(({ day }) => day >= since)
}
