import type { CommentedPullRequest } from '../github/commented-pull-request.ts'
import type { Plan, WriteComment } from '../plan/change.ts'
import { refuse } from '../problem.ts'
import { markdownLink } from '../text/inline-markdown.ts'
import { accountMarkdown } from './account-markdown.ts'
import { type Account, readDocument } from './read-document.ts'
import type { PullRequestRun } from './pull-request-run.ts'

/** By this line the comment is known again. */
export const PLAN_COMMENT_KEY = '<!-- wg:plan-comment -->'

/** What a run for a pull request may hand over, in UTF-16 units; a plan is far smaller. */
export const LONGEST_PLAN = 1_000_000

/** GitHub takes 65,536 characters of a comment. */
const LONGEST_COMMENT = 60_000

/** Reads a plan that a run for a pull request has left. Whoever opens a pull request writes it as they like. */
export function readForeignPlan(text: string): Account {
  if (text.length > LONGEST_PLAN)
    throw refuse('plan', 'The plan is too long to be one of wg.', 'Nothing was written.')
  const account = readDocument(parse(text))
  if (account) return account
  throw refuse('plan', 'The plan is no document of wg.', 'Nothing was written.')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Puts one comment on each pull request, or other words into the one that is there. */
export function planComment(
  account: Account,
  run: PullRequestRun,
  pullRequests: readonly CommentedPullRequest[],
): Plan<WriteComment> {
  const where = `\`${run.repository}\``
  if (pullRequests.length === 0) {
    const note = `No open pull request of ${where} stands at the commit of the run any more, so there is nothing to comment on.`
    return { changes: [], notes: [note] }
  }
  const body = commentText(account, run)
  const changes = pullRequests.flatMap(({ id, number, url, ownComments }): readonly WriteComment[] => {
    const comment = ownComments.find((each) => each.body.startsWith(PLAN_COMMENT_KEY))
    if (comment?.body === body) return []
    const why = comment ? 'bring the comment with the plan up to date' : 'comment with the plan'
    return [
      {
        kind: 'write-comment',
        repository: run.repository,
        number,
        id,
        url,
        why,
        body,
        ...(comment ? { comment } : {}),
      },
    ]
  })
  return { changes, notes: changes.length === 0 ? ['The comment is up to date.'] : [] }
}

/** The comment says whose word it is: the run of a pull request does what the pull request tells it to. */
function commentText(account: Account, { url, commit }: PullRequestRun): string {
  const head = [PLAN_COMMENT_KEY, '### What wg would do with these files', '']
  const foot = [
    '',
    `As ${markdownLink(`the run for ${commit.slice(0, 7)}`, url)} has worked it out; it ran the files of this pull request, and changed nothing.`,
  ]
  const lines = accountMarkdown(account, 'foreign')
  const kept = fitting(lines, LONGEST_COMMENT - [...head, ...foot].join('\n').length)
  const cut = kept.length < lines.length ? ['', '… and more; the run has all of it.'] : []
  return [...head, ...kept, ...cut, ...foot].join('\n').replace(/\n{3,}/g, '\n\n')
}

/** As many whole lines as fit. */
function fitting(lines: readonly string[], room: number): readonly string[] {
  let left = room
  const end = lines.findIndex((line) => (left -= line.length + 1) < 0)
  return end < 0 ? lines : lines.slice(0, end)
}
