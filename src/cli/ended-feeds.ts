import { endedFeed } from '../core/calendar/make-feeds.ts'
import { PRODUCT, writeFeed } from '../core/calendar/write-feed.ts'
import { unescapeText } from '../core/calendar/escape-text.ts'
import type { Workspace } from '../core/workspace.ts'
import type { App } from './app.ts'

/** Feeds of an earlier build whose team or series is no longer in the workspace: an address never dies, so they become empty. */
export async function endedFeeds(
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
