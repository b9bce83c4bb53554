import { feedMeetings, feedSpan } from '../core/calendar/feed-span.ts'
import { makeFeeds } from '../core/calendar/make-feeds.ts'
import { meetingsJson } from '../core/calendar/meetings-json.ts'
import type { Published } from '../core/calendar/read-published.ts'
import { writeFeed } from '../core/calendar/write-feed.ts'
import type { Workspace } from '../core/workspace.ts'
import type { App } from './app.ts'

/** The texts of all feeds and of `meetings.json`, by their path below the folder of feeds. */
export async function buildFeeds(
  app: App,
  workspace: Workspace,
  previous?: Published,
): Promise<ReadonlyMap<string, string>> {
  const { now } = app
  const span = feedSpan(workspace, now)
  const meetings = feedMeetings(workspace.series, span, now)
  const minutes = await existingMinutes(app, workspace)
  const feeds = makeFeeds({ workspace, minutes, previous, now, meetings })
  return new Map([
    ...feeds.map((feed) => [feed.path, writeFeed(feed)] as const),
    ['meetings.json', meetingsJson(workspace.group.name, meetings, span)],
  ])
}

/** The paths below the folders in which series keep their minutes. */
export async function existingMinutes({ files }: App, { series }: Workspace): Promise<ReadonlySet<string>> {
  const folders = new Set(
    series.map(({ minutesPath }) => minutesPath.replace(/\{.*$/s, '').replace(/[^/]*$/, '')),
  )
  const listed = await Promise.all([...folders].map((folder) => files.list(folder.replace(/\/$/, ''))))
  return new Set(listed.flat())
}
