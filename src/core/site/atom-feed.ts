import { isoInstant } from '../time/print-time.ts'
import type { FeedEntry } from './feed-entries.ts'
import { xmlText } from './xml-text.ts'

/** A feed for feed readers. */
export interface NewsFeed {
  readonly id: string
  readonly title: string
  readonly author: string
  /** Where the page is, and where the feed itself is. */
  readonly page: string
  readonly self: string
  /** The newest first. */
  readonly entries: readonly FeedEntry[]
}

/** When nothing has happened yet. */
const LONG_AGO = new Date('2000-01-01T00:00:00Z')

/** The feed as Atom, RFC 4287. */
export function atomFeed({ id, title, author, page, self, entries }: NewsFeed): string {
  const updated = entries.reduce((last, entry) => (entry.updated > last ? entry.updated : last), LONG_AGO)
  return xmlText({
    name: 'feed',
    attributes: { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' },
    content: [
      { name: 'id', content: id },
      { name: 'title', content: title },
      { name: 'updated', content: isoInstant(updated) },
      { name: 'author', content: [{ name: 'name', content: author }] },
      { name: 'link', attributes: { rel: 'self', type: 'application/atom+xml', href: self } },
      { name: 'link', attributes: { rel: 'alternate', type: 'text/html', href: page } },
      ...entries.map((entry) => ({
        name: 'entry',
        content: [
          { name: 'id', content: entry.id },
          { name: 'title', content: entry.title },
          { name: 'updated', content: isoInstant(entry.updated) },
          { name: 'link', attributes: { rel: 'alternate', type: 'text/html', href: entry.url } },
          { name: 'content', attributes: { type: 'text' }, content: entry.text.join('\n') },
        ],
      })),
    ],
  })
}
