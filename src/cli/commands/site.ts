import { MANIFEST, printManifest, readManifest } from '../../core/site/site-manifest.ts'
import { describeChange, type WriteFile } from '../../core/plan/change.ts'
import { refuse, Refusal } from '../../core/problem.ts'
import type { Workspace } from '../../core/workspace.ts'
import { type App, load, openApp } from '../app.ts'
import type { CommandModule } from '../command.ts'
import { counted } from '../counted.ts'
import { endedFeeds } from '../ended-feeds.ts'
import { loadPrevious } from '../load-previous.ts'
import { loadSite, openSiteShelf } from '../load-site.ts'
import { differing, openOut, writeOut } from '../out-folder.ts'
import { say } from '../report.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .option('--out <folder>', 'where to write it', 'public')
    .option(
      '--base <path>',
      'the path below which it is published, for the page that is shown where there is none; that of `site` when left out',
    )
    .option('--previous <file-or-url>', 'the `all.ics` that was published last, as for `wg calendar`')
    .option('--no-previous', 'forget what was published')
    .option('--dry-run', 'say what would be written and change nothing')
    .addHelpText('after', '\nExamples:\n  wg site --out public\n  wg site --base /security-wg/')
  run(async ({ options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const base = readBase(options['base'], workspace)
    const out = await openOut(String(options['out']), app)
    const previous = await loadPrevious(options['previous'], app, out)
    const shelf = await openSiteShelf(app)
    const assets = new Map([...(await world.siteAssets())].filter(([name]) => name !== 'preview.js'))
    const made = await loadSite(app, workspace, { base, previous, assets, memory: shelf.memory })
    const ended = await endedFeeds(made, out, workspace)
    await shelf.close()
    const plan = await planSite(new Map([...made, ...ended]), out)
    await carryOut(plan, out, options['dryRun'] === true)
    report(plan, out, options['dryRun'] === true)
    if (workspace.group.site === undefined)
      say(app, 'The pages do not know where they are published: write `site: https://…` into wg.yml.')
    if (options.json) world.terminal.print(`${JSON.stringify(asJson(plan, out), null, 2)}\n`)
    return undefined
  })
}

/** What is to be done in the folder of the site. */
interface SitePlan {
  readonly files: ReadonlyMap<string, string>
  readonly changes: readonly WriteFile[]
  /** Files of an earlier build that are made no longer. */
  readonly removed: readonly string[]
  /** What the manifest names. */
  readonly known: ReadonlySet<string>
}

function readBase(text: unknown, { group }: Workspace): string {
  if (typeof text !== 'string')
    return group.site === undefined ? '/' : withSlash(new URL(group.site).pathname)
  if (/^\/(?:[\w.~%-]+\/)*[\w.~%-]*$/.test(text)) return withSlash(text)
  throw refuse(
    'usage',
    `\`--base ${text}\` is no path.`,
    'Write it with a slash at both ends: `--base /security-wg/`.',
  )
}

const withSlash = (path: string): string => (path.endsWith('/') ? path : `${path}/`)

async function planSite(files: ReadonlyMap<string, string>, out: App): Promise<SitePlan> {
  const content = await out.files.read(MANIFEST)
  const known = content.kind === 'text' ? readManifest(content.text) : new Set<string>()
  const changes = await differing(files, out)
  const strange = changes.filter(
    ({ path, before }) => before !== undefined && !known.has(path) && !isFeed(path),
  )
  if (strange.length > 0)
    throw new Refusal(
      strange.map(({ path }) => ({
        rule: 'site',
        severity: 'error',
        message: `\`${out.files.root}/${path}\` is there, and \`wg site\` has not written it.`,
        hint: 'Name another folder with `--out`, or take the file away. Nothing was written.',
      })),
    )
  const removed = [...known].filter((path) => !files.has(path) && !path.endsWith('.ics')).sort()
  return { files, changes, removed, known }
}

/** What `wg calendar` may have written into the folder. */
function isFeed(path: string): boolean {
  return path === 'meetings.json' || path.endsWith('.ics')
}

/** The manifest first names what is about to be written, so that a run that is cut off leaves nothing behind that nobody knows. */
async function carryOut(
  { files, changes, removed, known }: SitePlan,
  out: App,
  dryRun: boolean,
): Promise<void> {
  if (dryRun) return
  const during = new Set([...known, ...files.keys()])
  if ([...during].some((path) => !known.has(path))) await writeManifest(during, out)
  for (const change of changes) await writeOut(change, out, 'The site')
  for (const path of removed) await out.files.remove(path)
  const after = new Set(files.keys())
  if (removed.length > 0 || after.size !== known.size) await writeManifest(after, out)
}

async function writeManifest(paths: ReadonlySet<string>, out: App): Promise<void> {
  await writeOut({ kind: 'write-file', path: MANIFEST, after: printManifest(paths) }, out, 'The site')
}

const MOST_LINES = 20

function report({ files, changes, removed }: SitePlan, out: App, dryRun: boolean): void {
  if (changes.length + removed.length === 0) say(out, 'Nothing to do: the site is up to date.')
  else if (changes.length + removed.length <= MOST_LINES) {
    for (const change of changes) say(out, describeChange(change))
    for (const path of removed) say(out, `- remove ${path}`)
  } else {
    const gone = removed.length === 0 ? '' : ` and ${counted(removed.length, 'file')} to remove`
    say(out, `${changes.length} of ${counted(files.size, 'file')} to write${gone}.`)
  }
  if (dryRun && changes.length + removed.length > 0) say(out, 'This was a dry run: nothing was written.')
}

function asJson({ files, changes, removed }: SitePlan, out: App) {
  return {
    out: out.files.root,
    files: [...files.keys()],
    changes: changes.map(({ path }) => path),
    removed,
  }
}
