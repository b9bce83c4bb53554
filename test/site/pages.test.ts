import { Ajv } from 'ajv'
import { HtmlValidate } from 'html-validate'
import schema from 'jsonfeed-schema/schema-v1.1.json' with { type: 'json' }
import { beforeAll, describe, expect, test } from 'vitest'
import { type BuiltSite, buildSite } from './build-site.ts'
import { memoryFiles } from '../world.ts'
import { INVENTED_GROUP, NOW } from './invented-group.ts'
import { JSON_FEED } from './json-feed-rules.ts'

let built: BuiltSite
let html: readonly (readonly [path: string, text: string])[]

beforeAll(async () => {
  built = await buildSite()
  html = [...built.pages].filter(([path]) => path.endsWith('.html'))
})

/** A folder as a build has left it, for another build to write to. */
const folderOf = ({ pages }: BuiltSite) => memoryFiles(Object.fromEntries(pages))
const page = (path: string) => built.pages.get(path) ?? ''
const hrefs = (text: string) =>
  [...text.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, href]) => decode(href ?? ''))
const decode = (text: string) => text.replaceAll('&#x26;', '&').replaceAll('&#x27;', "'")

test('it has every page and feed', () => {
  expect(built.outcome.code).toBe(0)
  for (const path of [
    'index.html',
    'calendar/index.html',
    'calendar/2026-12/index.html',
    'subscribe/index.html',
    'teams/index.html',
    'teams/chart.svg',
    'teams/security-wg/index.html',
    'teams/security-wg/chart.svg',
    'minutes/index.html',
    'minutes/in-2025/index.html',
    'minutes/security-wg/2026-11-12/index.html',
    'actions/index.html',
    'attendance/index.html',
    'attendance/security-wg/index.html',
    'attendance/security-wg/chart.svg',
    'search/index.html',
    'search/parts.json',
    '404.html',
    'all.ics',
    'teams/core.ics',
    'series/policy.ics',
    'meetings.json',
    'api/v1/people.json',
    'feeds/meetings.atom',
    'feeds/minutes.json',
    'sitemap.xml',
    'robots.txt',
    '.well-known/security.txt',
    '.nojekyll',
  ])
    expect([...built.pages.keys()]).toContain(path)
})

test('the same files give the same bytes, and the second run has nothing to do', async () => {
  const again = await buildSite({ out: folderOf(built) })
  expect(Object.fromEntries(again.pages)).toEqual(Object.fromEntries(built.pages))
  expect(again.out.written).toEqual([])
  expect(again.outcome.out).toContain('Nothing to do')
})

/** Months that are like those that are left. */
const ALIKE = /^calendar\/(?:2025|2027|2028|2026-0)/

test('every page is valid HTML', async () => {
  const validate = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // The writer of HTML leaves out what HTML lets it leave out.
      'attribute-boolean-style': 'off',
      'doctype-style': 'off',
      'long-title': 'off',
      'no-trailing-whitespace': 'off',
      // The role is what makes a scrolled part reachable and named.
      'prefer-native-element': 'off',
      'no-inline-style': 'error',
    },
  })
  for (const [path, text] of html.filter(([each]) => !ALIKE.test(each))) {
    const { results } = await validate.validateString(text)
    expect(
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId} ${message}`),
      ),
    ).toEqual([])
  }
})

test('every link of the site leads to something, and every anchor is there', () => {
  const problems: string[] = []
  for (const [path, text] of html) {
    for (const href of hrefs(text)) {
      if (/^(?:https?|mailto|webcal|tel):/.test(href)) continue
      const base = `https://site.example/harbour/${path}`
      const url = new URL(href, base)
      const way = decodeURIComponent(url.pathname)
      if (!way.startsWith('/harbour/')) problems.push(`${path}: ${href} leaves the site`)
      const target = `${way.slice('/harbour/'.length)}${way.endsWith('/') ? 'index.html' : ''}`
      const found = built.pages.get(target)
      if (found === undefined) problems.push(`${path}: ${href}`)
      else if (url.hash !== '' && !found.includes(` id="${decodeURIComponent(url.hash.slice(1))}"`))
        problems.push(`${path}: ${href} has no anchor`)
    }
  }
  expect(problems).toEqual([])
})

test('no page loads anything from elsewhere, or runs or styles anything inline', () => {
  for (const [path, text] of html) {
    expect(decode(text), path).toContain(
      `content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"`,
    )
    const loading = [
      ...text.matchAll(
        /<(?:script|img|iframe|source|video|audio|embed|object)[^>]*?(?: src| data)="([^"]*)"/g,
      ),
      ...text.matchAll(/<link rel="(?:stylesheet|icon)"[^>]* href="([^"]*)"/g),
    ].map(([, address]) => address ?? '')
    expect(loading.filter((address) => /^(?:[a-z]+:|\/\/)/i.test(address))).toEqual([])
    expect(text).not.toMatch(/<(?:style|iframe|object|embed|base)\b|<[^>]+ (?:on[a-z]+|style)=/i)
    expect(
      [...text.replace(/"[^"]*"/g, '""').matchAll(/<script[^>]*>([^<]*)</g)].map(([, code]) => code).join(''),
    ).toBe('')
  }
})

test('how to reach people, and what comments hide, is nowhere', () => {
  for (const [path, text] of built.pages) {
    expect(text, path).not.toContain('private-ada-example')
    expect(text, path).not.toContain('a secret')
  }
})

describe('the home page', () => {
  test('says what meetings become, in order, with their reasons, and where `#next` is', () => {
    const text = page('index.html')
      .replace(/<[^>]*>/g, '|')
      .replace(/\|+/g, '|')
    const list = text.slice(text.indexOf('Next meetings'), text.indexOf('Newest minutes'))
    const order = [
      'Tue 24 Nov 2026, 00:00 UTC',
      'Cancelled|: a holiday',
      'Moved| from |Thu 10 Dec 2026, 20:00 UTC|: the room is taken',
    ]
    const places = order.map((each) => list.indexOf(each))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(page('index.html')).toMatch(/<li id="next" class="meeting planned" data-team="core"/)
  })

  test('an agenda is linked from the day on which its issue is due, and before that the day is named', () => {
    const item = (key: string) => {
      const text = page('index.html')
      const start = text.indexOf(`data-key="${key}"`)
      return text.slice(start, text.indexOf('</ul>', start))
    }
    expect(item('security-wg/2026-11-26')).not.toMatch(/>Agenda|>Join|>Watch/)
    expect(item('security-wg/2026-12-10')).toMatch(/>Agenda from <time datetime="2026-12-03">/)
    expect(item('security-wg/2026-12-10')).toMatch(/>Join<.*>Watch</)
  })

  test('`#next` is there also when nothing comes', async () => {
    const group = Object.fromEntries(
      Object.entries(INVENTED_GROUP).filter(([path]) => !/^meetings\/[^/]+\.yml$/.test(path)),
    )
    const { pages } = await buildSite({ group })
    expect(pages.get('index.html')).toContain('id="next"')
    expect(pages.get('index.html')).toContain('No meeting is planned.')
  })
})

test('without `site` there are relative links alone, and a note', async () => {
  const group = { ...INVENTED_GROUP, 'wg.yml': (INVENTED_GROUP['wg.yml'] ?? '').replace(/^site: .*\n/m, '') }
  const { pages, outcome } = await buildSite({ group, args: ['--base', '/wg/'] })
  expect(outcome.out).toContain('`site: https://…`')
  expect(pages.get('subscribe/index.html')).toContain('has no <code>site</code>')
  expect(pages.get('subscribe/index.html')).not.toContain('webcal:')
  expect(pages.get('404.html')).toContain('href="/wg/calendar/"')
  expect(pages.has('sitemap.xml')).toBe(false)
  const { items } = JSON.parse(pages.get('feeds/minutes.json') ?? '') as { items: { url: string }[] }
  expect(items[0]?.url).toBe('../minutes/security-wg/2026-11-12/')
})

test('the sitemap and robots.txt know the address of the site', () => {
  expect(page('robots.txt')).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://example.org/harbour/sitemap.xml\n',
  )
  expect(page('sitemap.xml')).toContain(
    '<loc>https://example.org/harbour/minutes/security-wg/2026-11-12/</loc>',
  )
})

describe('feeds for readers', () => {
  test.each(['meetings', 'minutes'])('JSON Feed of %s is valid by a schema of others', (name) => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema)
    validate(JSON.parse(page(`feeds/${name}.json`)))
    expect(validate.errors).toBeNull()
    expect(validate({ version: 'https://jsonfeed.org/version/1.1', items: [] })).toBe(false)
  })

  test.each(['meetings', 'minutes'])('JSON Feed of %s has what version 1.1 asks for', (name) => {
    const { feed_url, items } = JSON_FEED.parse(JSON.parse(page(`feeds/${name}.json`)))
    expect(feed_url).toBe(`https://example.org/harbour/feeds/${name}.json`)
    expect(items.length).toBeGreaterThan(5)
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    const dates = items.map(({ date_published }) => date_published)
    expect(dates).toEqual([...dates].sort().toReversed())
    expect(dates.every((date) => date <= NOW)).toBe(true)
    const paths = items.map(({ url }) => `${new URL(url).pathname.replace('/harbour/', '')}index.html`)
    expect([...built.pages.keys()]).toEqual(expect.arrayContaining(paths))
  })

  test('a meeting that is cancelled is news of its own', () => {
    const atom = page('feeds/meetings.atom')
    expect(atom).toContain('<id>urn:wg:harbour-security:meeting:security-wg:2026-11-26:cancelled</id>')
    expect(atom).toContain('Cancelled: a holiday.')
    expect(atom).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })
})

describe('the folder', () => {
  test('a change writes what it touches and nothing else', async () => {
    const out = folderOf(built)
    const path = 'meetings/security-wg/2026-11-12.md'
    const text = `${INVENTED_GROUP[path] ?? ''}\nOne word more: zebra.\n`
    await buildSite({ out, group: { ...INVENTED_GROUP, [path]: text } })
    expect([...out.written].sort()).toEqual([
      'minutes/security-wg/2026-11-12/index.html',
      'search/minutes-2026-q4.json',
    ])
  })

  test('a page whose minutes are gone goes too, and nobody else’s file does', async () => {
    const out = folderOf(built)
    out.texts.set('CNAME', 'wg.example\n')
    const gone = 'meetings/security-wg/2026-05-14.md'
    const group = Object.fromEntries(Object.entries(INVENTED_GROUP).filter(([path]) => path !== gone))
    const { pages } = await buildSite({ out, group })
    expect(pages.has('minutes/security-wg/2026-05-14/index.html')).toBe(false)
    expect(pages.has('CNAME')).toBe(true)
  })

  test('a feed whose series is gone stays, and is empty', async () => {
    const out = folderOf(built)
    const group = Object.fromEntries(
      Object.entries(INVENTED_GROUP).filter(([path]) => path !== 'meetings/policy.yml'),
    )
    const { pages } = await buildSite({ out, group, args: ['--no-previous'] })
    expect(pages.get('series/policy.ics')).toContain('BEGIN:VCALENDAR')
    expect(pages.get('series/policy.ics')).not.toContain('BEGIN:VEVENT')
  })

  test('somebody else’s file is never overwritten', async () => {
    const { out } = await buildSite({ args: ['--dry-run'] })
    expect(out.written).toEqual([])
    out.texts.set('index.html', 'mine\n')
    const { outcome } = await buildSite({ out })
    expect(outcome.code).toBe(1)
    expect(outcome.err).toContain('`wg site` has not written it')
    expect(out.written).toEqual([])
  })
})
