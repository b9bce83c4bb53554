import { calendarId } from '../calendar/calendar-id.ts'
import { feedAddress } from '../calendar/feed-address.ts'
import { plainLine } from '../text/plain-line.ts'
import { atomFeed, type NewsFeed } from './atom-feed.ts'
import { type FeedEntry, meetingEntries, minutesEntries } from './feed-entries.ts'
import { jsonFeed } from './json-feed.ts'
import type { Site } from './site.ts'
import { linkFrom, pageAddress, PART_PAGES } from './site-paths.ts'

interface News {
  readonly name: 'meetings' | 'minutes'
  readonly title: string
  readonly page: string
  readonly entries: (site: Site) => readonly FeedEntry[]
}

const NEWS: readonly News[] = [
  { name: 'meetings', title: 'Meetings', page: PART_PAGES.calendar, entries: meetingEntries },
  { name: 'minutes', title: 'Minutes', page: PART_PAGES.minutes, entries: minutesEntries },
]

const FORMS: readonly (readonly [ending: string, write: (feed: NewsFeed) => string])[] = [
  ['atom', atomFeed],
  ['json', jsonFeed],
]

/** The feeds of meetings and of minutes for feed readers, by path. */
export function newsFeeds(site: Site): ReadonlyMap<string, string> {
  return new Map(NEWS.flatMap((news) => feedsOf(news, site)))
}

function feedsOf({ name, title, page, entries }: News, site: Site): readonly (readonly [string, string])[] {
  const { workspace } = site
  const group = plainLine(workspace.group.name)
  const found = entries(site)
  return FORMS.map(([ending, write]) => {
    const path = `feeds/${name}.${ending}`
    const feed: NewsFeed = {
      id: `urn:wg:${encodeURIComponent(calendarId(workspace))}:${name}`,
      title: `${group}: ${title}`,
      author: group,
      page: feedAddress(workspace, pageAddress(page)) ?? linkFrom(path)(page),
      self: feedAddress(workspace, path) ?? `${name}.${ending}`,
      entries: found,
    }
    return [path, write(feed)] as const
  })
}
