import { endedFeed } from '../core/calendar/make-feeds.ts'
import { PRODUCT, writeFeed } from '../core/calendar/write-feed.ts'
import { unescapeText } from '../core/calendar/escape-text.ts'
import { given } from '../core/given.ts'
import { refuse, Refusal } from '../core/problem.ts'
import { describeChange, type WriteFile } from '../core/plan/change.ts'
import type { Workspace } from '../core/workspace.ts'
import type { App } from './app.ts'
import { buildFeeds } from './build-feeds.ts'
import { loadPrevious } from './load-previous.ts'
import { isAbsolute } from './read-outside.ts'
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

/** The folder of the feeds, which may lie outside the workspace; a relative one starts at the workspace. */
async function openOut(folder: string, app: App): Promise<App> {
  if (folder.trim() === '')
    throw refuse('usage', '`--out` names no folder.', 'Name one, or leave it out for `public`.')
  const path = isAbsolute(folder) ? folder : `${app.files.root}/${folder}`
  return { ...app, files: await app.world.openFiles(path, 'here') }
}

/** Feeds of an earlier build whose team or series is no longer in the workspace: an address never dies, so they become empty. */
async function endedFeeds(
  feeds: ReadonlyMap<string, string>,
  { files }: App,
  workspace: Workspace,
): Promise<ReadonlyMap<string, string>> {
  const listed = (await Promise.all(['teams', 'series'].map((folder) => files.list(folder)))).flat()
  const ended = new Map<string, string>()
  for (const path of listed.filter((each) => each.endsWith('.ics') && !feeds.has(each))) {
    const content = await files.read(path)
    if (content.kind !== 'text' || !content.text.includes(PRODUCT)) continue
    const name =
      /^X-WR-CALNAME:((?:[^\r\n]|\r\n )*)/m.exec(content.text)?.[1]?.replaceAll('\r\n ', '') ?? path
    ended.set(path, writeFeed(endedFeed(path, unescapeText(name), workspace)))
  }
  return ended
}

/** Only what differs, so that a folder that is published keeps the times of its files. */
async function differing(feeds: ReadonlyMap<string, string>, { files }: App): Promise<readonly WriteFile[]> {
  const found: WriteFile[] = []
  for (const [path, after] of feeds) {
    const content = await files.read(path)
    const before = content.kind === 'text' ? content.text : undefined
    if (before !== after) found.push({ kind: 'write-file', path, after, ...given({ before }) })
  }
  return found
}

async function apply(changes: readonly WriteFile[], out: App, dryRun: boolean): Promise<void> {
  if (changes.length === 0) say(out, 'Nothing to do: the feeds are up to date.')
  for (const change of changes) {
    if (!dryRun) await write(change, out)
    say(out, `${describeChange(change)}${meetingsOf(change)}`)
  }
  if (dryRun && changes.length > 0) say(out, 'This was a dry run: nothing was written.')
}

async function write({ path, after }: WriteFile, { files }: App): Promise<void> {
  try {
    await files.write(path, after)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const where = `The feeds cannot be written to \`${files.root}\`.`
    const hint =
      'What was there is as it was. Name another folder with `--out`, or put the permissions right.'
    throw new Refusal(
      error.problems.map((problem) => ({ ...problem, message: `${where} ${problem.message}`, hint })),
    )
  }
}

function meetingsOf({ after }: WriteFile): string {
  const count = after.split('\r\nBEGIN:VEVENT\r\n').length - 1
  return after.startsWith('BEGIN:') ? ` (${count} meeting${count === 1 ? '' : 's'})` : ''
}
