// `npm run pictures`: takes the pictures of README.md and docs/site.md, of a group that does not exist, at a moment that stands still.
import { mkdir, writeFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { newReader, openBrowser } from './open-browser.ts'
import { PICTURE_GROUP, PICTURE_NOW } from './picture-group.ts'
import { servePages } from './site-server.ts'
import { wholeSite } from './whole-site.ts'

const FOLDER = new URL('../../docs/pictures/', import.meta.url)

interface Picture {
  readonly name: string
  readonly path: string
  readonly scheme: 'light' | 'dark'
  /** In CSS pixels: what of the page is in the picture, from its top or its anchor. */
  readonly height: number
}

const PICTURES: readonly Picture[] = [
  { name: 'home', path: '', scheme: 'light', height: 900 },
  { name: 'home-dark', path: '', scheme: 'dark', height: 900 },
  { name: 'calendar', path: 'calendar/2026-12/', scheme: 'light', height: 900 },
  { name: 'team', path: 'teams/security-wg/', scheme: 'light', height: 900 },
  { name: 'chart', path: 'teams/security-wg/#reports', scheme: 'light', height: 825 },
  { name: 'minutes', path: 'minutes/security-wg/2026-11-12/', scheme: 'light', height: 880 },
  { name: 'attendance', path: 'attendance/security-wg/', scheme: 'light', height: 900 },
]

async function take({ path, scheme, height }: Picture, url: string, browser: Browser): Promise<Buffer> {
  const context = await newReader(browser, PICTURE_NOW, {
    colorScheme: scheme,
    viewport: { width: 1100, height },
  })
  const page = await context.newPage()
  await page.goto(`${url}${path}`, { waitUntil: 'networkidle' })
  const picture = await page.screenshot({ animations: 'disabled' })
  await context.close()
  return picture
}

const { url, close } = await servePages(await wholeSite({ group: PICTURE_GROUP, now: PICTURE_NOW }))
const browser = await openBrowser()
await mkdir(FOLDER, { recursive: true })
for (const picture of PICTURES) {
  const bytes = await take(picture, url, browser)
  await writeFile(new URL(`${picture.name}.png`, FOLDER), bytes)
  console.log(`docs/pictures/${picture.name}.png: ${Math.ceil(bytes.length / 1024)} kB`)
}
await browser.close()
close()
