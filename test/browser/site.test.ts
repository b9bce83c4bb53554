import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { NOW } from '../site/invented-group.ts'
import { newReader, openBrowser } from './open-browser.ts'
import { type ServedSite, servePages } from './site-server.ts'
import { wholeSite } from './whole-site.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** One page of each kind. */
const PAGES = [
  '',
  'calendar/',
  'calendar/2026-12/',
  'subscribe/',
  'teams/',
  'teams/security-wg/',
  'minutes/',
  'minutes/security-wg/2026-11-12/',
  'minutes/core/2026-11-10/',
  'actions/',
  'attendance/',
  'attendance/security-wg/',
  'search/?q=hull',
  'nothing/here/',
]

let browser: Browser
let served: ServedSite

beforeAll(async () => {
  served = await servePages(await wholeSite())
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  served.close()
})

/** What went wrong while pages were shown. */
interface Watched {
  readonly page: Page
  readonly errors: string[]
  readonly elsewhere: string[]
}

async function newPage(options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await newReader(browser, NOW, options)
  const page = await context.newPage()
  const watched: Watched = { page, errors: [], elsewhere: [] }
  page.on('console', (message) => {
    if (message.type() === 'error' && !/404/.test(message.text())) watched.errors.push(message.text())
  })
  page.on('pageerror', (error) => watched.errors.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(served.url)) watched.elsewhere.push(request.url())
  })
  return watched
}

async function open(path: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const watched = await newPage(options)
  await watched.page.goto(`${served.url}${path}`)
  return watched
}

/** The rules about colours are the only ones for which a dark page differs from a light one. */
const RULES = {
  light: {},
  dark: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
} as const

async function axe(page: Page, scheme: 'light' | 'dark'): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: scheme })
  const options = JSON.stringify({ ...RULES[scheme], preload: false, resultTypes: ['violations'] })
  return page.evaluate<readonly string[]>(
    `axe.run(document, ${options}).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes.map((node) => node.html).join(" ")))`,
  )
}

describe('every page', () => {
  let watched: Watched

  beforeAll(async () => {
    watched = await newPage()
  })

  afterAll(async () => watched.page.context().close())

  beforeEach(async () => {
    watched.errors.length = 0
    watched.elsewhere.length = 0
    await watched.page.emulateMedia({ colorScheme: 'light' })
  })

  test.each(PAGES)(
    '/%s: fits 320 pixels, obeys its policy, asks no other host, and axe finds nothing, light or dark',
    async (path) => {
      const { page, errors, elsewhere } = watched
      await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(`${served.url}${path}`)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
      await page.setViewportSize({ width: 1280, height: 720 })
      await page.reload()
      if (path.startsWith('search/')) await page.locator('.found a').first().waitFor()
      await page.evaluate(AXE)
      expect(await axe(page, 'light')).toEqual([])
      expect(await axe(page, 'dark')).toEqual([])
      expect([errors, elsewhere]).toEqual([[], []])
      expect(await page.title()).not.toBe('owned')
    },
  )
})

describe('the home page', () => {
  test('without JavaScript is whole, in UTC', async () => {
    const { page, errors } = await open('', { javaScriptEnabled: false })
    expect(await page.locator('#next time').first().textContent()).toBe('Tue 24 Nov 2026, 00:00 UTC')
    expect(await page.locator('.coming > li').count()).toBe(8)
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('made some days ago shows what comes now', async () => {
    const { page } = await open('')
    await page.context().clock.setFixedTime(new Date('2026-11-25T12:00:00Z'))
    await page.reload()
    expect(await page.locator('#next').getAttribute('data-key')).toBe('core/2026-12-01')
    expect(await page.locator('[data-key="core/2026-11-24"]').isVisible()).toBe(false)
    await page.context().close()
  })
})

describe('the calendar', () => {
  test('puts a meeting on the day of the reader', async () => {
    const dayOf = async (timezoneId: string) => {
      const { page } = await open('calendar/', { timezoneId })
      const day = await page
        .locator('td[data-day]', { has: page.locator('a[href="#m-core-2026-11-24"]') })
        .getAttribute('data-day')
      await page.context().close()
      return day
    }
    expect(await dayOf('America/Los_Angeles')).toBe('2026-11-23')
    expect(await dayOf('Asia/Tokyo')).toBe('2026-11-24')
  })

  test('can be walked with the keyboard', async () => {
    const { page } = await open('calendar/')
    const focused = () => page.evaluate('document.activeElement.dataset.day')
    await page.locator('td[tabindex="0"]').focus()
    expect(await focused()).toBe('2026-11-22')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowLeft')
    expect(await focused()).toBe('2026-11-28')
    await page.keyboard.press('Home')
    expect(await focused()).toBe('2026-11-23')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#m-core-2026-11-24')
    expect(await page.locator('#m-core-2026-11-24').isVisible()).toBe(true)
    await page.locator('td[tabindex="0"]').focus()
    await page.keyboard.press('PageDown')
    await page.waitForURL('**/calendar/2026-12/')
    await page.context().close()
  })

  test('shows one team alone, as a month or as a list', async () => {
    const { page } = await open('calendar/')
    await page.getByLabel('Team').selectOption('policy')
    await page.getByRole('button', { name: 'List' }).click()
    const items = await page.locator('.meetings > li:visible').all()
    expect(await Promise.all(items.map((item) => item.getAttribute('id')))).toEqual(['m-policy-2026-11-02'])
    expect(await page.locator('table.month').isVisible()).toBe(false)
    await page.context().close()
  })
})

test('the search finds a word of old minutes, and says when it finds nothing', async () => {
  const { page } = await open('search/')
  await page.getByRole('searchbox').fill('BARNACLE 2025')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByText(/^\d+ found\.$/).waitFor()
  expect(await page.locator('.found a').first().getAttribute('href')).toBe(
    '../minutes/security-wg/2025-11-13/',
  )
  await page.getByRole('searchbox').fill('nothingofthekind')
  await page.getByText('Nothing found.').waitFor()
  await page.context().close()
})

test('the button beside an address copies it', async () => {
  const { page } = await open('subscribe/', { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.locator('#feed-teams-core').getByRole('button').click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
    'https://example.org/harbour/teams/core.ics',
  )
  await page.context().close()
})
