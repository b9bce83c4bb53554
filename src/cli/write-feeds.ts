import { describeChange, type WriteFile } from '../core/plan/change.ts'
import type { Workspace } from '../core/workspace.ts'
import type { App } from './app.ts'
import { buildFeeds } from './build-feeds.ts'
import { endedFeeds } from './ended-feeds.ts'
import { loadPrevious } from './load-previous.ts'
import { differing, openOut, writeOut } from './out-folder.ts'
import { say } from './report.ts'

/** How feeds are written. */
export interface FeedWriting {
  /** A relative one starts at the workspace. */
  readonly folder: string
  /** What `--previous` says; false when nothing was published before. */
  readonly previous: unknown
  readonly dryRun: boolean
}

/** What was written. */
export interface WrittenFeeds {
  /** The folder, from the root of the disk. */
  readonly out: string
  /** The paths of all feeds below it. */
  readonly feeds: readonly string[]
  /** Those that differ from what was there. */
  readonly changes: readonly WriteFile[]
}

/** Writes the feeds of a workspace into a folder: only what differs, and an empty feed for whatever has ended. */
export async function writeFeeds(
  { folder, previous, dryRun }: FeedWriting,
  { app, workspace }: { readonly app: App; readonly workspace: Workspace },
): Promise<WrittenFeeds> {
  const out = await openOut(folder, app)
  const feeds = await buildFeeds(app, workspace, await loadPrevious(previous, app, out))
  const ended = await endedFeeds(feeds, out, workspace)
  const changes = await differing(new Map([...feeds, ...ended]), out)
  await apply(changes, out, dryRun)
  return { out: out.files.root, feeds: [...feeds.keys()], changes }
}

async function apply(changes: readonly WriteFile[], out: App, dryRun: boolean): Promise<void> {
  if (changes.length === 0) say(out, 'Nothing to do: the feeds are up to date.')
  for (const change of changes) {
    if (!dryRun) await writeOut(change, out, 'The feeds')
    say(out, `${describeChange(change)}${meetingsOf(change)}`)
  }
  if (dryRun && changes.length > 0) say(out, 'This was a dry run: nothing was written.')
}

function meetingsOf({ after }: WriteFile): string {
  const count = after.split('\r\nBEGIN:VEVENT\r\n').length - 1
  return after.startsWith('BEGIN:') ? ` (${count} meeting${count === 1 ? '' : 's'})` : ''
}
