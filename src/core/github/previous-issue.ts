import type { Meeting } from '../meetings/meeting.ts'
import { keysIn, keysLike } from './meeting-issue.ts'
import type { FoundIssue, RepositoryAnswer } from './question.ts'

/** The issue of the series' meeting before this one: of the latest day, and of copies the lowest number. */
export function previousIssue(
  meeting: Meeting,
  { issues }: Pick<RepositoryAnswer, 'issues'>,
): FoundIssue | undefined {
  return issues
    .flatMap((issue) => daysBefore(meeting, keysLike(issue.body)).map((day) => ({ issue, day })))
    .sort((a, b) => (a.day === b.day ? a.issue.number - b.issue.number : a.day > b.day ? -1 : 1))
    .find(({ issue }) => daysBefore(meeting, keysIn(issue.body)).length > 0)?.issue
}

/** The pinned issues of the series' earlier meetings. */
export function pinnedBefore(
  meeting: Meeting,
  { issues }: Pick<RepositoryAnswer, 'issues'>,
): readonly FoundIssue[] {
  return issues.filter(({ pinned, body }) => pinned && daysBefore(meeting, keysIn(body)).length > 0)
}

function daysBefore({ series, planned }: Meeting, keys: readonly string[]): readonly string[] {
  return keys.flatMap((key) => {
    const [id, day = ''] = key.split('/')
    return id === series.id && day < planned ? [day] : []
  })
}
