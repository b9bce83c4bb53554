import type { OpenPullRequest } from '../../../core/plan/change.ts'
import { LostAnswer } from '../../../ports.ts'
import type { Write } from './write.ts'

const OPEN_PULL_REQUEST = `mutation OpenPullRequest($input: CreatePullRequestInput!) {
  createPullRequest(input: $input) { pullRequest { id number url } }
}`

interface Opened {
  readonly createPullRequest: { readonly pullRequest: { readonly url: string } | null } | null
}

export const openPullRequest: Write<OpenPullRequest> = {
  doing: ({ repository }) => `open a pull request in \`${repository}\``,
  permission: 'pull-requests',
  document: ({ repositoryId, branch, base, title, body }) => ({
    query: OPEN_PULL_REQUEST,
    variables: { input: { repositoryId, headRefName: branch, baseRefName: base, title, body } },
  }),
  read: (data) => {
    const url = (data as unknown as Opened).createPullRequest?.pullRequest?.url
    if (url === undefined) throw new LostAnswer('GitHub did not say which pull request it opened')
    return { url }
  },
  isRace: ({ message }) => /pull request already exists|No commits between|must be a branch/i.test(message),
}
