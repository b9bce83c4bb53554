import { h } from 'hastscript'
import type { Site, SitePage } from './site.ts'
import { linkFromAnywhere, NOT_FOUND_PAGE, PART_PAGES } from './site-paths.ts'

/** What is shown where there is no page. */
export function notFoundPage({ base }: Site): SitePage {
  const link = linkFromAnywhere(base)
  return {
    path: NOT_FOUND_PAGE,
    title: 'There is no such page',
    description: 'The address leads nowhere.',
    content: [
      h('p', 'The address leads nowhere; a file may have been renamed.'),
      h(
        'ul',
        h('li', h('a', { href: link(`${PART_PAGES.home}#next`) }, 'The next meetings')),
        h('li', h('a', { href: link(PART_PAGES.minutes) }, 'All minutes')),
        h('li', h('a', { href: link(PART_PAGES.search) }, 'Search')),
      ),
    ],
  }
}
