import type { MinutesWords } from '../core/minutes/minutes-words.ts'
import { NO_WORDS } from '../core/minutes/minutes-words.ts'
import type { Member } from '../core/people/roster.ts'
import { seriesOfMinutes } from '../core/record/minutes-places.ts'
import type { Series } from '../core/meetings/series.ts'
import { GROUP_FILE, readWorkspace, ROSTER_FILE, type Workspace } from '../core/workspace.ts'
import type { App } from './app.ts'
import type { NamedFile } from './minutes-paths.ts'

/** What is known of the group whose minutes are read; empty outside a workspace. */
export interface MinutesGroup {
  readonly words: MinutesWords
  readonly members: readonly Member[]
  readonly series: readonly Series[]
  readonly repository?: string
  readonly workspace?: Workspace
}

/**
 * Reads of the workspace what helps to read minutes: no templates, no charters, no calendars of others. What is wrong with the
 * files does not matter here; `wg check` says it.
 */
export async function loadMinutesGroup({ files }: App): Promise<MinutesGroup> {
  const group = await files.read(GROUP_FILE)
  if (group.kind !== 'text') return { words: NO_WORDS, members: [], series: [] }
  const listed = (await files.list('meetings')).filter((path) => /^meetings\/[^/]+\.ya?ml$/.test(path))
  const texts = new Map([[GROUP_FILE, group.text]])
  for (const path of [ROSTER_FILE, ...listed]) {
    const content = await files.read(path)
    if (content.kind === 'text') texts.set(path, content.text)
  }
  const { workspace } = readWorkspace(texts)
  const { minutes, repository } = workspace.group
  return {
    words: minutes,
    members: workspace.members,
    series: workspace.series,
    workspace,
    ...(repository === undefined ? {} : { repository }),
  }
}

/** Whose issue a bare `#7` of a file is: that of its series, of the workspace, or of the checkout in which it lies. */
export async function repositoryOf(
  { path, files }: Pick<NamedFile, 'path' | 'files'>,
  { series, repository }: MinutesGroup,
  { world }: App,
): Promise<string | undefined> {
  const own = seriesOfMinutes(series, path)?.github?.repository
  return own ?? repository ?? (await world.remoteOf(files))
}
