import { feedMeetings, feedSpan } from '../core/calendar/feed-span.ts'
import { makeFeeds } from '../core/calendar/make-feeds.ts'
import { meetingsJson } from '../core/calendar/meetings-json.ts'
import type { Published } from '../core/calendar/read-published.ts'
import { writeFeed } from '../core/calendar/write-feed.ts'
import type { Workspace } from '../core/workspace.ts'
import type { App } from './app.ts'
import { existingMinutes } from './existing-minutes.ts'

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
