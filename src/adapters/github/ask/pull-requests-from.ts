import type { CommentedPullRequest, Head, OwnComment } from '../../../core/github/commented-pull-request.ts'
import { Refusal } from '../../../core/problem.ts'
import { describeErrors } from '../describe-errors.ts'
import type { Document } from '../documents.ts'
import { PartialFault } from '../faults.ts'
import { type Connection, nodesOf } from '../read-answer.ts'
import type { Send } from '../transport.ts'

/** Many forks have a branch of one name; the one that was pushed to last comes first. */
const PULL_REQUESTS = 50
/** wg comments early; where many have commented before, late. */
const COMMENTS = 50

/**
 * Asks for the open pull requests that stand at a commit of a repository. GitHub's events of workflows name none for a fork, so they are found by
 * the branch, and held against repository and commit.
 */
export async function pullRequestsFrom(head: Head, send: Send): Promise<readonly CommentedPullRequest[]> {
  const data = await answered(head, send)
  const { pullRequests } = data.repository ?? { pullRequests: null }
  return nodesOf(pullRequests)
    .filter(
      ({ headRefOid, headRepository }) =>
        headRefOid === head.commit &&
        headRepository?.nameWithOwner.toLowerCase() === head.headRepository.toLowerCase(),
    )
    .map(({ id, number, url, early, late }) => {
      const own = [...nodesOf(early), ...nodesOf(late)].filter(({ viewerDidAuthor }) => viewerDidAuthor)
      return {
        id,
        number,
        url,
        ownComments: [...new Map(own.map((each) => [each.id, readComment(each)])).values()],
      }
    })
}

async function answered(head: Head, send: Send): Promise<RawHead> {
  try {
    return (await send(headDocument(head))) as unknown as RawHead
  } catch (error) {
    if (!(error instanceof PartialFault)) throw error
    throw new Refusal([
      describeErrors(error.errors, `show the pull requests of \`${head.repository}\``, 'pull-requests'),
    ])
  }
}

/** The text of the question. */
export function headDocument({ repository, branch }: Head): Document {
  const [owner = '', name = ''] = repository.split('/')
  const comments = 'nodes { id body url viewerDidAuthor }'
  return {
    query: `query Head($owner: String!, $name: String!, $branch: String!) {
  repository(owner: $owner, name: $name) {
    pullRequests(first: ${PULL_REQUESTS}, states: [OPEN], headRefName: $branch, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes {
        id number url headRefOid headRepository { nameWithOwner }
        early: comments(first: ${COMMENTS}) { ${comments} }
        late: comments(last: ${COMMENTS}) { ${comments} }
      }
    }
  }
}`,
    variables: { owner, name, branch },
  }
}

interface RawComment {
  readonly id: string
  readonly body: string
  readonly url: string
  readonly viewerDidAuthor: boolean
}

interface RawHead {
  readonly repository: {
    readonly pullRequests: Connection<{
      readonly id: string
      readonly number: number
      readonly url: string
      readonly headRefOid: string
      readonly headRepository: { readonly nameWithOwner: string } | null
      readonly early: Connection<RawComment>
      readonly late: Connection<RawComment>
    }>
  } | null
}

function readComment({ id, body, url }: RawComment): OwnComment {
  return { id, body: body.replace(/\r\n/g, '\n'), url }
}
