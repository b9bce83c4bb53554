import type { MergePullRequest } from '../../../core/plan/change.ts'
import { shorten } from '../describe-errors.ts'
import { editDocument } from '../documents.ts'
import type { GraphqlError } from '../graphql-error.ts'
import type { Write } from './write.ts'

export const mergePullRequest: Write<MergePullRequest> = {
  doing: ({ repository, number }) => `merge \`${repository}#${number}\``,
  permission: 'contents',
  document: ({ id, headOid, method }) => {
    const input = { pullRequestId: id, expectedHeadOid: headOid, mergeMethod: method }
    return editDocument([{ name: 'merge', field: 'mergePullRequest', input }])
  },
  read: (_, { url }) => ({ url }),
  isRace,
  minorNote: (error, { repository, number }) =>
    isForbiddenByRules(error)
      ? `GitHub's rules do not let wg merge \`${repository}#${number}\`. GitHub says: ${shorten(error.message)} Merge it yourself, or let wg pass by the rules of the branch.`
      : undefined,
}

function isRace({ message }: GraphqlError): boolean {
  return /branch was modified|already merged|is closed/i.test(message)
}

/** GitHub has many words for what a protected branch asks for; a missing permission has a type of its own. */
function isForbiddenByRules(error: GraphqlError): boolean {
  if (isRace(error)) return false
  return (
    error.type === 'UNPROCESSABLE' || /not authorized to (?:push|merge)|protected|rule/i.test(error.message)
  )
}
