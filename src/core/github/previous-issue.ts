import type { Meeting } from '../meetings/meeting.ts'
import { keysIn } from './meeting-issue.ts'
import type { FoundIssue, RepositoryAnswer } from './question.ts'

/** The issue of the series' meeting before this one: of the latest day, and of copies the lowest number. */
export function previousIssue(
  meeting: Meeting,
  repository: Pick<RepositoryAnswer, 'issues'>,
): FoundIssue | undefined {
  return issuesBefore(meeting, repository)[0]
}

/** The pinned issues of the series' earlier meetings. */
export function pinnedBefore(
  meeting: Meeting,
  repository: Pick<RepositoryAnswer, 'issues'>,
): readonly FoundIssue[] {
  return issuesBefore(meeting, repository).filter(({ pinned }) => pinned)
}

function issuesBefore(
  { series, planned }: Meeting,
  { issues }: Pick<RepositoryAnswer, 'issues'>,
): readonly FoundIssue[] {
  const dated = issues.flatMap((issue) =>
    keysIn(issue.body).flatMap((key) => {
      const [id, day = ''] = key.split('/')
      return id === series.id && day < planned ? [{ issue, day }] : []
    }),
  )
  return dated
    .sort((a, b) => (a.day === b.day ? a.issue.number - b.issue.number : a.day > b.day ? -1 : 1))
    .map(({ issue }) => issue)
}
