import { type PublishedEvent, readPublished } from '../../core/calendar/read-published.ts'
import { refuse } from '../../core/problem.ts'
import { type App, load, openApp } from '../app.ts'
import { applyPlan } from '../apply.ts'
import { buildFeeds } from '../build-feeds.ts'
import type { CommandModule } from '../command.ts'
import type { WriteFile } from '../../core/plan/change.ts'
import { given } from '../../core/given.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .option('--out <folder>', 'where to write them', 'public')
    .option(
      '--previous <file-or-url>',
      'the `all.ics` that was published last, so that only what changed gets a new number',
    )
    .option('--dry-run', 'print the plan and change nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  wg calendar --out public\n  wg calendar --previous https://example.org/all.ics',
    )
  run(async ({ options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const previous =
      typeof options['previous'] === 'string' ? await loadPrevious(options['previous'], app) : undefined
    const feeds = await buildFeeds(app, workspace, previous)
    const out = await openOut(String(options['out']), app)
    const changes = await differing(feeds, out)
    await applyPlan(
      { changes, notes: changes.length === 0 ? ['Nothing to do: the feeds are up to date.'] : [] },
      out,
      options['dryRun'] === true,
    )
    if (options.json)
      world.terminal.print(
        `${JSON.stringify({ out: out.files.root, feeds: [...feeds.keys()], written: changes.map(({ path }) => path) }, null, 2)}\n`,
      )
    return undefined
  })
}

/** The folder of the feeds, which may lie outside the workspace; a relative one starts at the workspace. */
async function openOut(folder: string, app: App): Promise<App> {
  const path = /^([/\\]|[A-Za-z]:)/.test(folder) ? folder : `${app.files.root}/${folder}`
  return { ...app, files: await app.world.openFiles(path, 'here') }
}

async function loadPrevious(
  source: string,
  { files, world }: App,
): Promise<ReadonlyMap<string, PublishedEvent>> {
  if (/^(https?|webcal):/i.test(source)) return readPublished(await world.fetchText(source), source)
  const folder = await world.openFiles(source.startsWith('/') ? '/' : files.root, 'here')
  const content = await folder.read(source.replace(/^\/+/, ''))
  if (content.kind === 'text') return readPublished(content.text, source)
  throw refuse(
    'calendar',
    `\`${source}\` ${content.kind === 'missing' ? 'does not exist' : content.why}.`,
    'Name the `all.ics` that was published last, or leave `--previous` out the first time. Nothing was written.',
  )
}

/** Writes only what differs, so that a folder that is published keeps the times of its files. */
async function differing(feeds: ReadonlyMap<string, string>, { files }: App): Promise<readonly WriteFile[]> {
  const found: WriteFile[] = []
  for (const [path, after] of feeds) {
    const content = await files.read(path)
    const before = content.kind === 'text' ? content.text : undefined
    if (before !== after) found.push({ kind: 'write-file', path, after, ...given({ before }) })
  }
  return found
}
