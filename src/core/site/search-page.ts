import { h } from 'hastscript'
import type { Site, SitePage } from './site.ts'
import { linkFrom, PART_PAGES } from './site-paths.ts'

/** The page on which minutes, decisions and charters are searched, in the reader's browser. */
export function searchPage({ workspace }: Site): SitePage {
  const link = linkFrom(PART_PAGES.search)
  return {
    path: PART_PAGES.search,
    part: 'search',
    title: 'Search',
    description: `Search the minutes, decisions and charters of ${workspace.group.name}.`,
    scripts: ['search.js'],
    content: [
      h(
        'form',
        { role: 'search', action: './', method: 'get', dataSearch: true },
        h(
          'label',
          'Words ',
          h('input', { type: 'search', name: 'q', autoComplete: 'off', spellCheck: 'false' }),
        ),
        ' ',
        h('button', { type: 'submit' }, 'Search'),
      ),
      h('p', { role: 'status', dataSearchStatus: true }, 'Searching needs JavaScript.'),
      h('ol', { className: 'found', dataFound: true, hidden: true }),
      h(
        'p',
        'All of it can be read without searching: ',
        h('a', { href: link(PART_PAGES.minutes) }, 'all minutes'),
        ', ',
        h('a', { href: link(PART_PAGES.teams) }, 'all charters'),
        '.',
      ),
    ],
  }
}
