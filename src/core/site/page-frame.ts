import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { feedAddress, WHOLE_FEED } from '../calendar/feed-address.ts'
import { plainLine } from '../text/plain-line.ts'
import { keptHtml } from './kept-html.ts'
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

/** Puts the head and foot of all pages around what one of them holds, and gives its text. */
export type Framer = (page: SitePage) => string

/**
 * Makes what frames the pages of a site. Most of a frame is the same for all pages of a part at one depth, so that is written once: where
 * there are many minutes it would take longer than the minutes.
 */
export function makeFramer(site: Site): Framer {
  const written = new Map<string, Frame>()
  return (page) => {
    const key = frameKey(page)
    const frame = written.get(key) ?? writeFrame(page, site)
    written.set(key, frame)
    const link = linkOf(page, site)
    const tree: Root = {
      type: 'root',
      children: [
        { type: 'doctype' },
        h(
          'html',
          { lang: 'en' },
          h('head', ...head(page, site, link), keptHtml(frame.head)),
          // As a list, since a node without children would be taken for the attributes.
          h('body', [
            keptHtml(frame.header),
            h('main', { id: 'main' }, h('h1', plainLine(page.title)), ...page.content),
            keptHtml(frame.footer),
          ]),
        ),
      ],
    }
    return `${toHtml(tree, { allowDangerousHtml: true })}\n`
  }
}

/** The parts of a page that do not tell of its content. */
interface Frame {
  readonly head: string
  readonly header: string
  readonly footer: string
}

/** No frame leads deeper than one folder, so what its addresses depend on is the first folder of a page, and how deep it lies. */
function frameKey({ path, part, scripts = [] }: SitePage): string {
  const folders = path.split('/')
  return JSON.stringify([
    folders.length > 1 ? folders[0] : '',
    folders.length,
    path === NOT_FOUND_PAGE,
    part,
    scripts,
  ])
}

function linkOf({ path }: SitePage, { base }: Site): LinkFrom {
  return path === NOT_FOUND_PAGE ? linkFromAnywhere(base) : linkFrom(path)
}

function writeFrame(page: SitePage, site: Site): Frame {
  const link = linkOf(page, site)
  const write = (children: ElementContent[]) => toHtml({ type: 'root', children })
  return {
    head: write([
      h('link', { rel: 'icon', href: link(assetPath('icon.svg')), type: 'image/svg+xml' }),
      h('link', { rel: 'stylesheet', href: link(assetPath('site.css')) }),
      ...ALTERNATES.map((alternate) => alternateLink(alternate, link)),
      ...scriptsOf(page, site).map((script) => h('script', { src: link(assetPath(script)), defer: true })),
    ]),
    header: write([h('a', { className: 'skip', href: '#main' }, 'To the content'), header(page, site, link)]),
    footer: write([h('footer', ...footer(site, link))]),
  }
}

function head(page: SitePage, site: Site, link: LinkFrom): readonly Element[] {
  const { group } = site.workspace
  const name = plainLine(group.name)
  const address =
    page.path === NOT_FOUND_PAGE ? undefined : feedAddress(site.workspace, pageAddress(page.path))
  return [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', page.part === 'home' ? name : `${plainLine(page.title)} · ${name}`),
    h('meta', { name: 'description', content: plainLine(page.description) }),
    ...(address === undefined ? [] : [h('link', { rel: 'canonical', href: address })]),
    ...(page.alternates ?? []).map((alternate) => alternateLink(alternate, link)),
  ]
}

function alternateLink({ path, type, title }: Alternate, link: LinkFrom): Element {
  return h('link', { rel: 'alternate', type, title: plainLine(title), href: link(path) })
}

function scriptsOf({ scripts = [] }: SitePage, { assets }: Site): readonly string[] {
  return ['site.js', ...scripts, 'preview.js'].filter((name) => assets.has(name))
}

function header(page: SitePage, site: Site, link: LinkFrom): Element {
  return h(
    'header',
    h(
      'p',
      { className: 'group' },
      h('a', { href: link(PART_PAGES.home) }, plainLine(site.workspace.group.name)),
    ),
    h('nav', { ariaLabel: 'Pages' }, h('ul', ...PARTS.map((part) => navItem(part, page.part, link)))),
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
