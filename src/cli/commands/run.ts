import { refuse } from '../../core/problem.ts'
import { didYouMean } from '../../core/text/nearest.ts'
import { type App, loadLoosely, openApp } from '../app.ts'
import type { CommandModule } from '../command.ts'
import { counted } from '../counted.ts'
import { doGroups, type DoneGroups } from '../do-groups.ts'
import { endWith } from '../end-with.ts'
import { type GroupFolder, loadGroups } from '../load-groups.ts'
import { readParts } from '../read-parts.ts'
import { say } from '../report.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .option('--only <parts>', 'only these of meetings,minutes,roster,charters,calendar')
    .option('--group <folder>', 'only this one of the `groups` of wg.yml; `.` is the workspace itself')
    .option('--out <folder>', 'where the calendars are written', 'public')
    .option(
      '--previous <file-or-url>',
      'the `all.ics` that was published last, as for `wg calendar`; the one in the folder when left out',
    )
    .option('--dry-run', 'ask GitHub, print the plan and change nothing')
    .addHelpText(
      'after',
      '\nDoes what is due, and nothing twice: run it as often as you like, by hand or from a workflow.\n\nExamples:\n  wg run --dry-run\n  wg run --only meetings,minutes\n  wg run --group groups/web',
    )
  run(async ({ options }) => {
    const app = await openApp(world, options)
    const parts = readParts(options['only'])
    const groups = await chooseGroups(app, options['group'])
    const outcome = await doGroups(groups, {
      parts,
      app,
      dryRun: options['dryRun'] === true,
      out: String(options['out']),
      previous: options['previous'],
    })
    summarize(outcome, app)
    const { chores, feeds, problems } = outcome
    return endWith({ version: 1, dryRun: options['dryRun'] === true, chores, feeds }, problems, app)
  })
}

async function chooseGroups(app: App, wanted: unknown): Promise<readonly GroupFolder[]> {
  const { workspace } = await loadLoosely(app)
  const groups = await loadGroups(app, workspace.group)
  if (typeof wanted !== 'string') return groups
  const chosen = groups.filter(({ path }) => path === wanted.replace(/\/+$/, ''))
  if (chosen.length > 0) return chosen
  const paths = groups.map(({ path }) => path)
  throw refuse(
    'usage',
    `\`${wanted}\` is none of the groups of this workspace.`,
    [didYouMean(wanted, paths), `They are: ${paths.join(', ')}.`].filter(Boolean).join(' '),
  )
}

function summarize({ chores, problems }: DoneGroups, app: App): void {
  const changed = chores.filter(({ changes }) => changes.length > 0)
  const changes = changed.reduce((sum, each) => sum + each.changes.length, 0)
  const failed = problems.some(({ severity }) => severity === 'error')
  const looked = `${counted(chores.length, 'chore')} looked at`
  if (changes > 0) say(app, `\n${counted(changes, 'change')}, ${looked}.`)
  else say(app, failed ? `Nothing was done; ${looked}.` : `Nothing to do: ${looked}.`)
}
