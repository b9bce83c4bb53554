import { faultPage } from '../../core/site/fault-page.ts'
import type { Pages } from '../../ports.ts'
import { type App, loadLoosely, openApp } from '../app.ts'
import type { CommandModule } from '../command.ts'
import { openSiteShelf, previewSite } from '../load-site.ts'
import { readPort } from '../read-port.ts'
import { tellAll } from '../tell-all.ts'

/** The folders whose files pages are made from, beside those of minutes; the empty one is the root. */
const WATCHED = ['', 'charters', 'meetings', 'votes', 'templates']

async function watchedFolders(app: App): Promise<readonly string[]> {
  const { workspace } = await loadLoosely(app)
  const folders = workspace.series.map(({ minutesPath }) => minutesPath.replace(/[{/].*$/s, ''))
  return [...new Set([...WATCHED, ...folders])]
}

/** Where the preview keeps the page that it shows for all others while the workspace has a fault; no address leads there. */
const FAULT = ' fault'

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  ics: 'text/calendar; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
}

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .option('--port <number>', 'the port on 127.0.0.1; 0 takes a free one', '8018')
    .addHelpText('after', '\nExample:\n  wg site serve --port 8018')
  run(async ({ options }) => {
    const port = readPort(options['port'])
    const app = await openApp(world, options)
    const preview = await openPreview(app, () => openApp(world, options))
    const watch = await world.watch(app.files.root, await watchedFolders(app), preview.changed)
    await preview.pages('')
    const { url, ended } = await world.serve(preview.pages, port)
    world.terminal.print(`Open ${url}\nThe pages are made again when a file changes; Ctrl-C ends it.\n`)
    await ended
    watch.stop()
    return undefined
  })
}

/** The pages as they are now, and what is told when a file has changed. */
interface Preview {
  readonly pages: Pages
  readonly changed: () => void
}

/** Makes the pages when they are first asked for, and again when they are asked for after a change. */
async function openPreview(app: App, reopen: () => Promise<App>): Promise<Preview> {
  const assets = await app.world.siteAssets()
  const shelf = await openSiteShelf(app)
  let build = 0
  let made: Promise<ReadonlyMap<string, string>> | undefined
  const make = async (): Promise<ReadonlyMap<string, string>> => {
    build += 1
    try {
      const files = await previewSite(await reopen(), { assets, memory: shelf.memory })
      await shelf.close()
      return files
    } catch (error) {
      return new Map([[FAULT, faultPage(tellAll(error, app.world))]])
    }
  }
  return {
    changed: () => void (made = undefined),
    pages: async (path) => {
      made ??= make()
      const files = await made
      if (path === 'preview-build.txt') return { type: 'text/plain; charset=utf-8', text: `${build}\n` }
      return pageAt(path, files, assets)
    },
  }
}

function pageAt(
  path: string,
  files: ReadonlyMap<string, string>,
  assets: ReadonlyMap<string, string>,
): { readonly type: string; readonly text: string } | undefined {
  const name = path === '' || path.endsWith('/') ? `${path}index.html` : path
  const text = files.get(name) ?? files.get(`${name}/index.html`)
  if (text !== undefined) return { text, type: files.has(name) ? typeOf(name) : (TYPES['html'] ?? '') }
  const fault = files.get(FAULT)
  if (fault === undefined) return undefined
  const asset = assets.get(name.replace(/^assets\//, ''))
  return asset === undefined
    ? { type: TYPES['html'] ?? '', text: fault }
    : { type: typeOf(name), text: asset }
}

function typeOf(name: string): string {
  return TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain; charset=utf-8'
}
