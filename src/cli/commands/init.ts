import { given } from '../../core/given.ts'
import { kebabOf, type NewWorkspace, newWorkspaceFiles } from '../../core/plan/new-workspace.ts'
import { refuse, Refusal } from '../../core/problem.ts'
import { runChecks } from '../../core/checks/check-table.ts'
import { daysOf } from '../../core/time/cadence.ts'
import { addDays, type Day, weekdayOf } from '../../core/time/day.ts'
import { readCadence } from '../../core/time/read-cadence.ts'
import { localTimeIn, parseZone, type ZoneId } from '../../core/time/zone.ts'
import { readWorkspace } from '../../core/workspace.ts'
import { type App, openApp } from '../app.ts'
import { applyPlan } from '../apply.ts'
import type { CommandModule } from '../command.ts'
import { askForWorkspace } from '../ask-for-workspace.ts'
import { titled } from '../titled.ts'
import { writeWorkflows } from '../write-workflows.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('[folder]', 'where to make it; this folder when left out')
    .option('-y, --yes', 'ask nothing, take the defaults')
    .option('--name <name>', 'the name of the group')
    .option('--team <team>', 'the name of its team in kebab-case')
    .option('--starts <time>', 'the first meeting, `2026-12-03 15:00`')
    .option('--zone <zone>', 'the IANA zone of that wall clock')
    .option('--repeats <cadence>', '`every 2 weeks`, `every month on the first Thursday` …')
    .option('--duration <length>', 'how long a meeting lasts')
    .option('--login <login>', 'the GitHub login of the first member')
    .option('--workflows', 'in a workspace: write the workflows of GitHub Actions, or bring them up to date')
    .option('--no-workflows', 'write no workflows')
    .option('--dry-run', 'print the plan and change nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  wg init\n  wg init security-wg --yes --name "Security WG" --zone Europe/Vienna --repeats "every 2 weeks"\n  wg init --workflows',
    )
  run(async ({ values: [folder], options }) => {
    const cwd = [options.cwd, folder].filter((part) => part !== undefined).join('/') || undefined
    const app = await openApp(world, { ...options, ...given({ cwd }) }, 'here')
    const dryRun = options['dryRun'] === true
    if (await hasWorkspace(app)) {
      if (options['workflows'] !== true) throw alreadyThere(app)
      await writeWorkflows(app, dryRun)
      return undefined
    }
    const defaults = defaultsFor(app, options)
    const wanted = options['yes'] === true ? defaults : await askForWorkspace(defaults, world)
    await make(wanted, app, dryRun)
    if (options['workflows'] === true || (options['workflows'] !== false && !(await isInWorkspace(app))))
      await writeWorkflows(app, dryRun)
    if (!app.options.quiet && !app.options.json) tellNext(wanted, app)
    return undefined
  })
}

async function hasWorkspace({ files }: App): Promise<boolean> {
  return (await files.read('wg.yml')).kind !== 'missing'
}

function alreadyThere({ files }: App): Refusal {
  return refuse(
    'init',
    `There is a workspace here already: ${files.root}/wg.yml.`,
    'Edit its files, or name another folder: `wg init other-folder`. `wg init --workflows` writes its workflows. Nothing was changed.',
  )
}

/** In a folder of a larger workspace no workflow would ever run: GitHub looks for them at the root of the repository. */
async function isInWorkspace({ files, world }: App): Promise<boolean> {
  const above = await world.openFiles(`${files.root}/..`, 'upward')
  return above.root !== files.root && (await above.read('wg.yml')).kind !== 'missing'
}

function defaultsFor({ files, now, world }: App, options: Readonly<Record<string, unknown>>): NewWorkspace {
  const text = (key: string) => (typeof options[key] === 'string' ? options[key] : undefined)
  const zone = text('zone') ?? parseZone(world.terminal.zone) ?? 'UTC'
  const today = localTimeIn(parseZone(zone) ?? ('UTC' as ZoneId), now).day
  const name = text('name') ?? titled(text('team') ?? files.root.split('/').at(-1) ?? '')
  return {
    name,
    team: text('team') ?? kebabOf(name),
    zone,
    today,
    starts: text('starts') ?? `${firstMeetingDay(today, text('repeats'))} 15:00`,
    duration: text('duration') ?? '1 hour',
    repeats: text('repeats') ?? 'every 2 weeks',
    ...given({ login: text('login') }),
  }
}

/** A week from now; a day of the cadence where the cadence names its own. */
function firstMeetingDay(today: Day, repeats: string | undefined): Day {
  const soon = addDays(today, 7 - ((weekdayOf(today) + 3) % 7))
  const read = repeats === undefined ? undefined : readCadence(repeats)
  if (!read || !('cadence' in read)) return soon
  return daysOf(read.cadence, soon, { from: soon, to: addDays(soon, 400) })[0]?.day ?? soon
}

/** Makes the files only when they pass every check: what a person typed is told by the place where it would stand. */
async function make(wanted: NewWorkspace, app: App, dryRun: boolean): Promise<void> {
  const files = newWorkspaceFiles(wanted)
  const present = await Promise.all(
    files.map(async ({ path }) => ((await app.files.read(path)).kind === 'missing' ? [] : [path])),
  )
  const taken = present.flat()
  if (taken.length > 0)
    throw refuse(
      'init',
      `These files exist already: ${taken.join(', ')}.`,
      'Move them away, or choose another folder. Nothing was changed.',
    )
  const { workspace, problems } = readWorkspace(new Map(files.map(({ path, after }) => [path, after])))
  const faults = [...problems, ...runChecks({ workspace, now: app.now })].filter(
    ({ severity }) => severity === 'error',
  )
  if (faults.length > 0) throw new Refusal(faults)
  await applyPlan({ changes: files, notes: [] }, app, dryRun)
}

function tellNext({ name }: NewWorkspace, { world }: App): void {
  world.terminal.print(
    `\nA workspace for ${name}. Next:\n  wg check          is everything in order?\n  wg meeting list   when does it meet?\n  wg meeting new    the agenda of the next meeting\n`,
  )
}
