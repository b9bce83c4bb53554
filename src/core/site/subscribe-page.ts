import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { feedAddress, seriesFeed, teamFeed, WHOLE_FEED } from '../calendar/feed-address.ts'
import { plainLine } from '../text/plain-line.ts'
import type { Alternate, LinkFrom, Site, SitePage } from './site.ts'
import { linkFrom, PART_PAGES } from './site-paths.ts'
import { subscribeLinks } from './subscribe-links.ts'

/** A feed that people can subscribe to. */
interface NamedFeed {
  readonly path: string
  readonly name: string
}

/** The page that says how to subscribe, feed by feed and program by program. */
export function subscribePage(site: Site): SitePage {
  const link = linkFrom(PART_PAGES.subscribe)
  const { series, group } = site.workspace
  const whole = { path: WHOLE_FEED, name: plainLine(group.name) }
  const teams = site.teams.map(({ id, name }) => ({ path: teamFeed(id), name: plainLine(name) }))
  const all = series.map(({ id, title }) => ({ path: seriesFeed(id), name: plainLine(title) }))
  const card = (feed: NamedFeed) => feedCard(feed, site, link)
  return {
    path: PART_PAGES.subscribe,
    part: 'subscribe',
    title: 'Subscribe',
    description: `How to have the meetings of ${group.name} in your own calendar.`,
    alternates: [...teams, ...all].map(alternateOf),
    content: [
      h(
        'p',
        'Add a calendar once, in the program that you use anyway; moves and cancellations then reach you. Subscribe, do not import: what was imported is a copy which never changes.',
      ),
      ...(group.site === undefined ? [unpublished()] : []),
      h('h2', 'All meetings'),
      h('ul', { className: 'feeds' }, card(whole)),
      ...section('By team', teams.map(card)),
      ...section('By series', all.map(card)),
      ...patience(),
      ...forReaders(link),
    ],
  }
}

function alternateOf({ path, name }: NamedFeed): Alternate {
  return { path, type: 'text/calendar', title: `${name}, for calendars` }
}

function section(title: string, cards: readonly Element[]): readonly ElementContent[] {
  return cards.length === 0 ? [] : [h('h2', title), h('ul', { className: 'feeds' }, ...cards)]
}

function unpublished(): Element {
  return h(
    'p',
    { className: 'note' },
    'These pages do not know where they are published, since ',
    h('code', 'wg.yml'),
    ' has no ',
    h('code', 'site'),
    '. Copy the address of a feed and paste it into your program.',
  )
}

function feedCard({ path, name }: NamedFeed, { workspace }: Site, link: LinkFrom): Element {
  const address = feedAddress(workspace, path)
  const id = `feed-${path.replace(/\.ics$/, '').replaceAll('/', '-')}`
  return h(
    'li',
    { id },
    h('h3', name),
    ...(address === undefined
      ? [h('p', h('a', { href: link(path), dataCopyFrom: true }, path), copyButton(name))]
      : [
          h(
            'ul',
            { className: 'links' },
            ...subscribeLinks({ name, address }).map(({ program, url }) =>
              h('li', h('a', { href: url }, program)),
            ),
          ),
          h(
            'p',
            { className: 'copy' },
            h(
              'label',
              h('span', { className: 'sr-only' }, `Address of ${name}`),
              h('input', { type: 'text', readOnly: true, value: address, dataCopyFrom: true }),
            ),
            copyButton(name),
          ),
        ]),
  )
}

function copyButton(name: string): Element {
  return h(
    'button',
    { type: 'button', hidden: true, dataCopy: true },
    'Copy',
    h('span', { className: 'sr-only' }, ` the address of ${name}`),
  )
}

const PROGRAMS: readonly (readonly [program: string, how: string, when: string])[] = [
  [
    'Google Calendar',
    'In a browser: Other calendars, +, From URL, paste the address.',
    'Every 8 to 24 hours, whatever the feed asks for. A cancellation on the same day may come too late.',
  ],
  ['Outlook', 'Add calendar, Subscribe from web, paste the address.', 'Every few hours.'],
  [
    'Apple Calendar',
    'File, New Calendar Subscription, paste the address; then choose Auto-refresh.',
    'As often as you choose.',
  ],
  ['Thunderbird', 'New Calendar, On the Network, paste the address.', 'As often as you choose.'],
  [
    'Android, Proton, Fastmail and others',
    'Look for a calendar from an address, and paste it.',
    'As the program decides.',
  ],
]

function patience(): readonly ElementContent[] {
  return [
    h('h2', 'In which program, and how soon it sees news'),
    h(
      'div',
      { className: 'wide', role: 'region', tabIndex: 0, ariaLabel: 'Programs' },
      h(
        'table',
        h(
          'thead',
          h('tr', ...['Program', 'How', 'Looks for news'].map((each) => h('th', { scope: 'col' }, each))),
        ),
        h(
          'tbody',
          ...PROGRAMS.map(([program, how, when]) =>
            h('tr', h('th', { scope: 'row' }, program), h('td', how), h('td', when)),
          ),
        ),
      ),
    ),
  ]
}

const OTHERS: readonly (readonly [path: string, name: string])[] = [
  ['feeds/meetings.atom', 'Meetings, Atom'],
  ['feeds/meetings.json', 'Meetings, JSON Feed'],
  ['feeds/minutes.atom', 'Minutes, Atom'],
  ['feeds/minutes.json', 'Minutes, JSON Feed'],
  ['meetings.json', 'Meetings, JSON for programs'],
  ['api/v1/people.json', 'People, JSON for programs'],
  ['api/v1/teams.json', 'Teams, JSON for programs'],
  ['api/v1/terms.json', 'Terms, JSON for programs'],
  ['api/v1/actions.json', 'Actions, JSON for programs'],
]

function forReaders(link: LinkFrom): readonly ElementContent[] {
  return [
    h('h2', 'For feed readers and programs'),
    h('ul', ...OTHERS.map(([path, name]) => h('li', h('a', { href: link(path) }, name)))),
  ]
}
