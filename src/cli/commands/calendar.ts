import { load, openApp } from '../app.ts'
import type { CommandModule } from '../command.ts'
import { writeFeeds } from '../write-feeds.ts'

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
    const { out, feeds, changes } = await writeFeeds(
      { folder: String(options['out']), previous: options['previous'], dryRun: options['dryRun'] === true },
      { app, workspace },
    )
    if (options.json)
      world.terminal.print(
        `${JSON.stringify({ out, feeds, changes: changes.map(({ path }) => path) }, null, 2)}\n`,
      )
    return undefined
  })
}
