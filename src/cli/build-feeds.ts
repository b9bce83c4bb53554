import { feedMeetings, feedSpan, makeFeeds } from '../core/calendar/make-feeds.ts'
import { meetingsJson } from '../core/calendar/meetings-json.ts'
import type { PublishedEvent } from '../core/calendar/read-published.ts'
import { writeFeed } from '../core/calendar/write-feed.ts'
import { minutesPathOf } from '../core/meetings/minutes-path.ts'
import type { Workspace } from '../core/workspace.ts'
import type { App } from './app.ts'

/** The texts of all feeds and of `meetings.json`, by their path below the folder of feeds. */
export async function buildFeeds(
  app: App,
  workspace: Workspace,
  previous?: ReadonlyMap<string, PublishedEvent>,
): Promise<ReadonlyMap<string, string>> {
  const span = feedSpan(workspace, app.now)
  const minutes = await existingMinutes(app, workspace)
  const feeds = makeFeeds({ workspace, minutes, previous, now: app.now, span })
  const meetings = feedMeetings(workspace.series, span, app.now)
  return new Map([
    ...feeds.map((feed) => [feed.path, writeFeed(feed)] as const),
    ['meetings.json', meetingsJson(workspace.group.name, meetings, span)],
  ])
}

/** The paths below the folders in which series keep their minutes. */
export async function existingMinutes({ files }: App, { series }: Workspace): Promise<ReadonlySet<string>> {
  const folders = new Set(
    series.map((each) => minutesPathOf({ series: each, planned: '' as never }).split('/')[0] ?? ''),
  )
  const listed = await Promise.all(
    [...folders].filter((folder) => folder !== '').map((folder) => files.list(folder)),
  )
  return new Set(listed.flat())
}
