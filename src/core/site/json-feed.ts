import { isoInstant } from '../time/print-time.ts'
import type { NewsFeed } from './atom-feed.ts'

/** The feed as JSON Feed, version 1.1 (jsonfeed.org). */
export function jsonFeed({ title, author, page, self, entries }: NewsFeed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: self,
    language: 'en',
    authors: [{ name: author }],
    items: entries.map(({ id, url, title: name, text, updated }) => ({
      id,
      url,
      title: name,
      content_text: text.join('\n'),
      date_published: isoInstant(updated),
    })),
  }
  return `${JSON.stringify(feed, null, 2)}\n`
}
