import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { INVENTED_GROUP, NOW } from '../site/invented-group.ts'
import { serveFolder } from './site-server.ts'

const PROGRAM = join(import.meta.dirname, '../../dist/main.js')
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

const folder = mkdtempSync(join(tmpdir(), 'wg-site-'))
let browser: Browser
let served: Awaited<ReturnType<typeof serveFolder>>

const wg = (...args: readonly string[]) =>
  execFileSync(process.execPath, [PROGRAM, '--cwd', join(folder, 'group'), '--now', NOW, ...args], {
    encoding: 'utf8',
    env: { ...process.env, WG_CACHE: 'off' },
  })

beforeAll(async () => {
  for (const [path, text] of Object.entries(INVENTED_GROUP)) {
    const file = join(folder, 'group', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  wg('site', '--base', '/', '--out', join(folder, 'out'))
  served = await serveFolder(join(folder, 'out'))
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
})

afterAll(async () => {
  await browser.close()
  served.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What went wrong while a page was shown. */
interface Watched {
  readonly page: Page
  readonly errors: string[]
  readonly elsewhere: string[]
}

async function open(path: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await newContext(options)
  const page = await context.newPage()
  const watched: Watched = { page, errors: [], elsewhere: [] }
  page.on('console', (message) => {
    if (message.type() === 'error' && !/404/.test(message.text())) watched.errors.push(message.text())
  })
  page.on('pageerror', (error) => watched.errors.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(served.url)) watched.elsewhere.push(request.url())
  })
  await page.goto(`${served.url}${path}`, { waitUntil: 'networkidle' })
  return watched
}

async function newContext(options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext({ timezoneId: 'Europe/Vienna', locale: 'en-GB', ...options })
  await context.clock.setFixedTime(new Date(NOW))
  return context
}

describe.each(PAGES)('the page /%s', (path) => {
  test.each(['light', 'dark'] as const)(
    'has no fault in %s: no error, no other host, axe finds nothing',
    async (scheme) => {
      const { page, errors, elsewhere } = await open(path, { colorScheme: scheme, bypassCSP: true })
      await page.evaluate(AXE)
      const found = await page.evaluate<readonly string[]>(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes.map((node) => node.html).join(" ")))',
      )
      expect(found).toEqual([])
      expect([errors, elsewhere]).toEqual([[], []])
      expect(await page.title()).not.toBe('owned')
      await page.context().close()
    },
  )

  test('obeys its own policy, and fits a screen of 320 pixels', async () => {
    const { page, errors } = await open(path, { viewport: { width: 320, height: 640 } })
    expect(errors).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    await page.context().close()
  })
})

describe('the home page', () => {
  test.each(['Europe/Vienna', 'America/Los_Angeles', 'Asia/Kolkata', 'Australia/Sydney', 'UTC'])(
    'in %s shows what `wg meeting list` says',
    async (timezoneId) => {
      const { meetings } = JSON.parse(wg('meeting', 'list', '--to', '2026-12-23', '--json')) as {
        meetings: { startsAt: string; status: string }[]
      }
      const format = new Intl.DateTimeFormat('sv-SE', {
        dateStyle: 'short',
        timeStyle: 'short',
        timeZone: timezoneId,
      })
      const { page } = await open('', { timezoneId })
      const shown = await page.locator('.coming .when time').allTextContents()
      expect(shown.length).toBe(meetings.length)
      shown.forEach((text, index) => {
        const [, date = '', month = '', year = '', time = '', zone = ''] =
          /^\w{3} (\d+) (\w+) (\d+), (\d\d:\d\d) (.*)$/.exec(text) ?? []
        const day = new Date(`${date} ${month} ${year} UTC`).toISOString().slice(0, 10)
        expect(`${day} ${time}`).toBe(format.format(new Date(meetings[index]?.startsAt ?? '')))
        expect(zone).toBe(timezoneId)
      })
      await page.context().close()
    },
  )

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
