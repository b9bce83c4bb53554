import { feedMeetings, feedSpan } from '../../../src/core/calendar/feed-span.ts'
import { makeFeeds } from '../../../src/core/calendar/make-feeds.ts'
import { readPublished } from '../../../src/core/calendar/read-published.ts'
import { writeFeed } from '../../../src/core/calendar/write-feed.ts'
import { readWorkspace, type Workspace } from '../../../src/core/workspace.ts'

/** The workspace that some texts are; a problem in them is a mistake of the test. */
export function workspaceOf(texts: Readonly<Record<string, string>>): Workspace {
  const { workspace, problems } = readWorkspace(new Map(Object.entries(texts)))
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return workspace
}

/** The feeds of a workspace by their paths, as `wg calendar` writes them. */
export function publish(
  workspace: Workspace,
  {
    now,
    previous,
    minutes = [],
  }: { readonly now: Date; readonly previous?: string | undefined; readonly minutes?: readonly string[] },
): ReadonlyMap<string, string> {
  const feeds = makeFeeds({
    workspace,
    now,
    minutes: new Set(minutes),
    meetings: feedMeetings(workspace.series, feedSpan(workspace, now), now),
    previous: previous === undefined ? undefined : readPublished(previous, 'all.ics'),
  })
  return new Map(feeds.map((feed) => [feed.path, writeFeed(feed)]))
}

/** A charter that passes. */
export const CHARTER = 'name: Core\nhistory:\n  - { date: 2025-01-01, state: chartered }\n'

/** A workspace with these series; the text of each after its title, team and zone. */
export function groupWith(series: Readonly<Record<string, string>>, group = 'name: Example Group\n') {
  return {
    'wg.yml': group,
    'charters/core.md': `---\n${CHARTER}---\n\n# Core\n\nIt meets.\n`,
    ...Object.fromEntries(
      Object.entries(series).map(([id, text]) => [
        `meetings/${id}.yml`,
        `${text.includes('title:') ? '' : `title: ${id}\n`}${text.includes('team:') ? '' : 'team: core\n'}${text}`,
      ]),
    ),
  }
}
