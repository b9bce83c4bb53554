import type { Entity, Repository } from './world-state.ts'

/** The repository in which an entity lives; undefined for people, organizations and teams. */
export function repositoryOf(entity: Entity): Repository | undefined {
  switch (entity.__typename) {
    case 'Repository':
      return entity
    case 'IssueComment':
      return entity.item.repository
    case 'PinnedIssue':
      return entity.issue.repository
    case 'Issue':
    case 'PullRequest':
    case 'Label':
    case 'Ref':
      return entity.repository
    default:
      return undefined
  }
}
