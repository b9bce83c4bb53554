import type { World } from '../github/world.ts'
import { HOME, issuesWith, onStage, smallGitHub, type Stage, workspaceTexts } from '../meeting-issue/stage.ts'

export { HOME, type Stage }

/** A group whose workspace lies in the repository of its issues. */
export const GROUP = `name: Security Working Group\nhost: Example\nrepository: ${HOME}\n`

/** The files of the small workspace, with others in their place or beside them. */
export function groupTexts(others: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return { ...workspaceTexts(), 'wg.yml': GROUP, ...others }
}

/** The file of a series that meets every two weeks on Thursdays, with more lines under it. */
export function seriesText(more = ''): string {
  return `${workspaceTexts()['meetings/security-wg.yml'] ?? ''}${more}`
}

/** Runs some work beside a GitHub with the repository of the group. */
export function onRunStage(
  texts: Readonly<Record<string, string>>,
  work: (stage: Stage) => Promise<void>,
): Promise<void> {
  return onStage({ world: smallGitHub(), texts }, work)
}

/** All issues and pull requests of the repository that wg has opened: number, kind, title and state. */
export function opened(world: World, repository = HOME) {
  return world
    .findRepository(repository)
    .items.filter(({ title }) => /Meeting|term|Term|charter/.test(title))
    .map(({ __typename, title, state }) => `${__typename} ${title} ${state}`)
}

/** What was said in the issue of a meeting, the oldest first. */
export function commentsOf({ world }: Stage, key: string): readonly string[] {
  return issuesWith(world, key)[0]?.comments.map(({ body }) => body) ?? []
}
