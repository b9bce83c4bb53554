import { feedAddress } from '../calendar/feed-address.ts'
import type { Site, SitePage } from './site.ts'
import { NOT_FOUND_PAGE, pageAddress } from './site-paths.ts'
import { xmlText } from './xml-text.ts'

const SITEMAP = 'sitemap.xml'

/** The list of all pages (sitemaps.org), and the robots.txt of RFC 9309 that lets everybody in: Google's calendar obeys it. */
export function sitemapFiles(pages: readonly SitePage[], { workspace }: Site): ReadonlyMap<string, string> {
  const addresses = pages
    .filter(({ path }) => path !== NOT_FOUND_PAGE)
    .flatMap(({ path }) => feedAddress(workspace, pageAddress(path)) ?? [])
  const robots = ['User-agent: *', 'Allow: /']
  const sitemap = feedAddress(workspace, SITEMAP)
  if (sitemap === undefined) return new Map([['robots.txt', `${robots.join('\n')}\n`]])
  return new Map([
    ['robots.txt', `${[...robots, '', `Sitemap: ${sitemap}`].join('\n')}\n`],
    [
      SITEMAP,
      xmlText({
        name: 'urlset',
        attributes: { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
        content: addresses.map((address) => ({ name: 'url', content: [{ name: 'loc', content: address }] })),
      }),
    ],
  ])
}
