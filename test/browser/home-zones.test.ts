import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryFiles, wg } from '../world.ts'
import { newReader, openBrowser } from './open-browser.ts'
import { type ServedSite, servePages } from './site-server.ts'
import { wholeSite } from './whole-site.ts'

/**
 * Two series that take turns week by week, in zones that change their clocks on different days, and one meeting on the very hour that
 * comes twice in each.
 */
const GROUP: Readonly<Record<string, string>> = {
  'wg.yml': 'name: Clock Watchers\nsite: https://example.org/clocks\n',
  'members.yml': 'members: []\n',
  'charters/clocks.md':
    '---\nname: Clocks\nhistory: [{ date: 2020-01-01, state: proposed }]\n---\n\n# Clocks\n',
  'meetings/west.yml': `title: West
team: clocks
starts: 2026-09-29 10:00
zone: America/New_York
duration: 1 hour
repeats: every 2 weeks
extra: [2026-11-01 01:30]
changes:
  2027-03-16: moved to 2027-03-13 21:00, the clocks change
`,
  'meetings/east.yml': `title: East
team: clocks
starts: 2026-10-06 16:00
zone: Europe/Vienna
duration: 1 hour
repeats: every 2 weeks
extra: [2026-10-25 02:30]
changes:
  2027-04-06: cancelled, a holiday
`,
}

/** Moments before the clocks change: in Sydney on 4 October, in Europe on 25 October, in New York on 1 November; in spring in turn on 4 April, 28 and 14 March. */
const SEASONS = { autumn: '2026-09-28T00:00:00Z', spring: '2027-03-08T00:00:00Z' } as const
type Season = keyof typeof SEASONS

let browser: Browser
let served: ServedSite

beforeAll(async () => {
  const pages = new Map<string, string>()
  for (const [season, now] of Object.entries(SEASONS))
    for (const [path, text] of await wholeSite({ group: GROUP, now })) pages.set(`${season}/${path}`, text)
  served = await servePages(pages)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  served.close()
})

/** The rows of `wg meeting list` on a machine of that zone: when, which, and what became of it. */
async function listed(zone: string, now: string): Promise<readonly (readonly string[])[]> {
  const { out } = await wg(['meeting', 'list'], { files: memoryFiles(GROUP), now, zone })
  const [head = '', ...rows] = out.trimEnd().split('\n')
  expect(head).toMatch(`When (${zone})`)
  return rows
    .slice(0, 8)
    .map((row) => row.trim().split(/ {2,}/))
    .map((cells) => (zone === 'UTC' ? cells : cells.toSpliced(1, 1)))
    .map(([when = '', title = '', , status = '']) => [when, title, status])
}

/** Of each meeting on the page: when, which, and what became of it. */
const SEEN = `[...document.querySelectorAll('.coming > li')].map((item) =>
  ['.when time', 'h3', '.news'].map((selector) => item.querySelector(selector)?.textContent ?? ''))`

/** The same, as the home page shows it to a reader in that zone. */
async function shown(zone: string, season: Season): Promise<readonly (readonly string[])[]> {
  const context = await newReader(browser, SEASONS[season], { timezoneId: zone })
  const page = await context.newPage()
  await page.goto(`${served.url}${season}/`)
  const meetings = await page.evaluate<readonly (readonly string[])[]>(SEEN)
  await context.close()
  return meetings.map(([when = '', title = '', news = '']) => [
    when.replace(` ${zone}`, ''),
    title,
    news.replace(` ${zone}`, '').replace(/^[MC]/, (letter) => letter.toLowerCase()),
  ])
}

describe.each(['Europe/Vienna', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney', 'UTC'])(
  'in %s',
  (zone) => {
    test.each(['autumn', 'spring'] as const)(
      'the home page shows what `wg meeting list` says, around the change of clocks in %s',
      async (season) => {
        const said = await listed(zone, SEASONS[season])
        expect(said).toHaveLength(8)
        expect(await shown(zone, season)).toEqual(said)
      },
    )
  },
)

test('a meeting at 10:00 in New York moves by an hour for a reader in Vienna while only one of them has changed the clocks', async () => {
  const hours = (await shown('Europe/Vienna', 'autumn'))
    .filter(([, title]) => title === 'West')
    .map(([when]) => when)
  expect(hours).toEqual([
    'Tue 29 Sep 2026, 16:00',
    'Tue 13 Oct 2026, 16:00',
    'Tue 27 Oct 2026, 15:00',
    'Sun 1 Nov 2026, 06:30',
  ])
})
