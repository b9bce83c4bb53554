import type { OpenIssue } from '../../../core/plan/change.ts'
import { LostAnswer } from '../../../ports.ts'
import { ISSUE_FIELDS, ISSUE_HEAD, NEWEST_FIRST, NEWEST_WHEN_OPENING } from '../documents.ts'
import { nodesOf, type RawIssue, readIssue } from '../read-answer.ts'
import type { Write } from './write.ts'

/** Opens an issue, and sees in the same request whether somebody else opened one too. */
const OPEN_ISSUE = `mutation OpenIssue($input: CreateIssueInput!) {
  createIssue(input: $input) {
    issue {
      ${ISSUE_FIELDS}
      repository { newest: issues(first: ${NEWEST_WHEN_OPENING}, ${NEWEST_FIRST}) { nodes { ${ISSUE_HEAD} } } }
    }
  }
}`

interface Opened {
  readonly createIssue: {
    readonly issue:
      | (RawIssue & {
          readonly repository: { readonly newest: { readonly nodes: readonly (RawIssue | null)[] | null } }
        })
      | null
  } | null
}

export const openIssue: Write<OpenIssue> = {
  doing: ({ repository }) => `open an issue in \`${repository}\``,
  permission: 'issues',
  document: ({ repositoryId, title, body, labels }, idsOf) => ({
    query: OPEN_ISSUE,
    variables: { input: { repositoryId, title, body, labelIds: idsOf(labels) } },
  }),
  read: (data) => {
    const issue = (data as unknown as Opened).createIssue?.issue
    if (!issue) throw new LostAnswer('GitHub did not say which issue it opened')
    return {
      url: issue.url,
      issue: readIssue(issue),
      newest: nodesOf(issue.repository.newest).map(readIssue),
    }
  },
}
