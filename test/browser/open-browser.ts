import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'

/** Starts the Chromium of the system, or the one whose path is in `CHROMIUM`. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
}

/** A reader in Vienna, when nothing else is said, whose clock stands still. */
export async function newReader(
  browser: Browser,
  now: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ timezoneId: 'Europe/Vienna', locale: 'en-GB', ...options })
  await context.clock.setFixedTime(new Date(now))
  return context
}
