import type { FoundIssue, RepositoryAnswer } from '../github/question.ts'
import type { EditIssue } from './change.ts'

/** Closes the second issue of one meeting, and says of which it is a copy (GitHub docs: "Marking issues or pull requests as a duplicate"). */
export function closeCopy(
  copy: FoundIssue,
  kept: FoundIssue,
  { repository, labelIds }: Pick<RepositoryAnswer, 'repository' | 'labelIds'>,
): EditIssue {
  return {
    kind: 'edit-issue',
    repository,
    id: copy.id,
    number: copy.number,
    url: copy.url,
    why: `close as a duplicate of #${kept.number}`,
    comment: `Duplicate of #${kept.number}`,
    labelIds,
    state: { kind: 'duplicate', of: kept.id },
  }
}
