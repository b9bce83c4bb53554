import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { WHOLE_FEED } from '../calendar/feed-address.ts'
import { plainLine } from '../text/plain-line.ts'
import type { Alternate, LinkFrom, Site, SitePage, SitePart } from './site.ts'
import {
  assetPath,
  linkFrom,
  linkFromAnywhere,
  NOT_FOUND_PAGE,
  pageAddress,
  PART_PAGES,
} from './site-paths.ts'

/** What a page may do: run the site's own scripts, use its own style, ask its own host. Nothing inline, nothing of anybody else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

const PARTS: readonly (readonly [SitePart, string])[] = [
  ['home', 'Home'],
  ['calendar', 'Calendar'],
  ['subscribe', 'Subscribe'],
  ['teams', 'Teams'],
  ['minutes', 'Minutes'],
  ['actions', 'Actions'],
  ['attendance', 'Attendance'],
  ['search', 'Search'],
]

const ALTERNATES: readonly Alternate[] = [
  { path: WHOLE_FEED, type: 'text/calendar', title: 'All meetings, for calendars' },
  { path: 'feeds/meetings.atom', type: 'application/atom+xml', title: 'Meetings, for feed readers' },
  { path: 'feeds/meetings.json', type: 'application/feed+json', title: 'Meetings, as a JSON Feed' },
  { path: 'feeds/minutes.atom', type: 'application/atom+xml', title: 'Minutes, for feed readers' },
  { path: 'feeds/minutes.json', type: 'application/feed+json', title: 'Minutes, as a JSON Feed' },
  { path: 'meetings.json', type: 'application/json', title: 'All meetings, for programs' },
]

/** The text of a page: its content between the head and foot that all pages have. */
export function framePage(page: SitePage, site: Site): string {
  const link = page.path === NOT_FOUND_PAGE ? linkFromAnywhere(site.base) : linkFrom(page.path)
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'en' }, head(page, site, link), body(page, site, link)),
    ],
  }
  return `${toHtml(tree, { allowDangerousHtml: true })}\n`
}

function head(page: SitePage, site: Site, link: LinkFrom): Element {
  const { group } = site.workspace
  const name = plainLine(group.name)
  const { site: published } = group
  const address =
    published === undefined || page.path === NOT_FOUND_PAGE
      ? undefined
      : `${published.replace(/\/+$/, '')}/${pageAddress(page.path)}`
  return h(
    'head',
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', page.part === 'home' ? name : `${plainLine(page.title)} · ${name}`),
    h('meta', { name: 'description', content: plainLine(page.description) }),
    ...(address === undefined ? [] : [h('link', { rel: 'canonical', href: address })]),
    h('link', { rel: 'icon', href: link(assetPath('icon.svg')), type: 'image/svg+xml' }),
    h('link', { rel: 'stylesheet', href: link(assetPath('site.css')) }),
    ...[...(page.alternates ?? []), ...ALTERNATES].map(({ path, type, title }) =>
      h('link', { rel: 'alternate', type, title: plainLine(title), href: link(path) }),
    ),
    ...scriptsOf(page, site).map((script) => h('script', { src: link(assetPath(script)), defer: true })),
  )
}

function scriptsOf({ scripts = [] }: SitePage, { assets }: Site): readonly string[] {
  return ['site.js', ...scripts, 'preview.js'].filter((name) => assets.has(name))
}

function body(page: SitePage, site: Site, link: LinkFrom): Element {
  const name = plainLine(site.workspace.group.name)
  return h(
    'body',
    h('a', { className: 'skip', href: '#main' }, 'To the content'),
    h(
      'header',
      h('p', { className: 'group' }, h('a', { href: link(PART_PAGES.home) }, name)),
      h('nav', { ariaLabel: 'Pages' }, h('ul', ...PARTS.map((part) => navItem(part, page.part, link)))),
    ),
    h('main', { id: 'main' }, h('h1', plainLine(page.title)), ...page.content),
    h('footer', ...footer(site, link)),
  )
}

function navItem([part, name]: (typeof PARTS)[number], shown: SitePart | undefined, link: LinkFrom): Element {
  const current = part === shown ? { ariaCurrent: 'true' } : {}
  return h('li', h('a', { href: link(PART_PAGES[part]), ...current }, name))
}

function footer({ repository }: Site, link: LinkFrom): readonly ElementContent[] {
  const source =
    repository === undefined
      ? []
      : [' ', h('a', { href: `https://github.com/${repository}` }, 'The files behind these pages'), '.']
  return [
    h(
      'p',
      h('a', { href: link(PART_PAGES.subscribe) }, 'Subscribe'),
      ' to the meetings, or read ',
      h('a', { href: link('feeds/minutes.atom') }, 'the minutes in a feed reader'),
      '.',
      ...source,
    ),
  ]
}
