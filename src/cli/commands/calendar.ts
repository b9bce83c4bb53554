import { describeChange, type WriteFile } from '../../core/plan/change.ts'
import { type App, load, openApp } from '../app.ts'
import { buildFeeds } from '../build-feeds.ts'
import type { CommandModule } from '../command.ts'
import { endedFeeds } from '../ended-feeds.ts'
import { loadPrevious } from '../load-previous.ts'
import { differing, openOut, writeOut } from '../out-folder.ts'
import { say } from '../report.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .option('--out <folder>', 'where to write them', 'public')
    .option(
      '--previous <file-or-url>',
      'the `all.ics` that was published last, so that only what changed gets a new number; the one in the folder when left out',
    )
    .option('--no-previous', 'forget what was published')
    .option('--dry-run', 'print the plan and change nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  wg calendar --out public\n  wg calendar --previous https://example.org/all.ics',
    )
  run(async ({ options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const out = await openOut(String(options['out']), app)
    const previous = await loadPrevious(options['previous'], app, out)
    const feeds = await buildFeeds(app, workspace, previous)
    const ended = await endedFeeds(feeds, out, workspace)
    const changes = await differing(new Map([...feeds, ...ended]), out)
    await apply(changes, out, options['dryRun'] === true)
    if (options.json)
      world.terminal.print(
        `${JSON.stringify({ out: out.files.root, feeds: [...feeds.keys()], changes: changes.map(({ path }) => path) }, null, 2)}\n`,
      )
    return undefined
  })
}

async function apply(changes: readonly WriteFile[], out: App, dryRun: boolean): Promise<void> {
  if (changes.length === 0) say(out, 'Nothing to do: the feeds are up to date.')
  for (const change of changes) {
    if (!dryRun) await writeOut(change, out, 'The feeds')
    say(out, `${describeChange(change)}${meetingsOf(change)}`)
  }
  if (dryRun && changes.length > 0) say(out, 'This was a dry run: nothing was written.')
}

function meetingsOf({ after }: WriteFile): string {
  const count = after.split('\r\nBEGIN:VEVENT\r\n').length - 1
  return after.startsWith('BEGIN:') ? ` (${count} meeting${count === 1 ? '' : 's'})` : ''
}
