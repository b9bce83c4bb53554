import { DUE_LABEL } from '../github/due-label.ts'
import type { RepositoryAnswer } from '../github/question.ts'
import { REVIEW_LABEL } from '../github/review-issue.ts'
import { CANCELLED_LABEL } from './carry-change.ts'
import type { CreateLabel } from './change.ts'

const MEETING = { color: '0e8a16', description: 'A meeting of the group' }

const LOOKS: ReadonlyMap<string, typeof MEETING> = new Map([
  [CANCELLED_LABEL, { color: 'b60205', description: 'A meeting that does not take place' }],
  [DUE_LABEL, { color: 'fbca04', description: 'A term or a charter ends, or is to be reviewed' }],
  [REVIEW_LABEL, { color: '1d76db', description: 'Who stays a member' }],
])

/** The labels to make before an issue can carry them: GraphQL takes the ids of labels, and makes none by itself. */
export function missingLabels(
  labels: readonly string[],
  { id, repository, labelIds }: RepositoryAnswer,
): readonly CreateLabel[] {
  return labels
    .filter((name) => !labelIds.has(name.toLowerCase()))
    .map((name) => ({
      kind: 'create-label',
      repository,
      repositoryId: id,
      name,
      ...(LOOKS.get(name) ?? MEETING),
    }))
}
