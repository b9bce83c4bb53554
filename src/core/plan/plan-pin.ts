import { pinnedBefore } from '../github/previous-issue.ts'
import type { RepositoryAnswer } from '../github/question.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { GitHubHome } from '../meetings/series.ts'
import type { Pin } from './change.ts'

/** GitHub docs, "Pinning an issue to your repository": up to three. */
const PINS = 3

/** Pins the issue of a meeting in the place of the series' earlier ones; undefined when that is not wanted, or there is no room. */
export function planPin(meeting: Meeting, home: GitHubHome, repository: RepositoryAnswer): Pin | undefined {
  if (!home.pin) return undefined
  const unpin = pinnedBefore(meeting, repository).map(({ id }) => id)
  return repository.pins - unpin.length < PINS ? { unpin } : undefined
}
