import type { RepositoryAnswer } from '../github/question.ts'
import { CANCELLED_LABEL } from './carry-change.ts'
import type { CreateLabel } from './change.ts'

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
      color: name === CANCELLED_LABEL ? 'b60205' : '0e8a16',
      description: name === CANCELLED_LABEL ? 'A meeting that does not take place' : 'A meeting of the group',
    }))
}
