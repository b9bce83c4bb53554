import { day, kebabName, line } from '../../core/fields.ts'
import { readOption } from '../../core/read-option.ts'
import { withMinutes } from '../../core/record/meeting-record.ts'
import { knowMembers } from '../../core/record/know-members.ts'
import {
  actionAsJson,
  ageOf,
  isOwnedBy,
  type TrackedAction,
  trackActions,
} from '../../core/record/track-actions.ts'
import { terminalText } from '../../core/text/terminal-text.ts'
import type { Day } from '../../core/time/day.ts'
import { todayAt } from '../../core/time/today.ts'
import type { Workspace } from '../../core/workspace.ts'
import type { Terminal } from '../../ports.ts'
import { load, openApp } from '../app.ts'
import { chooseSeries } from '../choose-series.ts'
import type { CommandModule } from '../command.ts'
import { counted, countedDays } from '../counted.ts'
import { loadRecord } from '../load-record.ts'
import { tellUnread } from '../tell-unread.ts'
import { paint } from '../paint.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .option('--owner <login>', 'only what this person has to do: a login, or a name as the minutes write it')
    .option('--open', 'only what is not done')
    .option('--series <series>', 'only the meetings of this series')
    .option('--since <day>', 'only what was said on this day or later')
    .addHelpText('after', '\nExamples:\n  wg actions --open\n  wg actions --owner ada-example --open --json')
  run(async ({ options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const today = todayAt(app.now)
    const fits = filterOf(options, workspace, today)
    const all = await loadRecord(app, workspace)
    const records = withMinutes(all)
    const actions = trackActions(records, workspace.members).filter(fits)
    if (options.json) {
      const shown = actions.map((action) => ({ ...actionAsJson(action), age: ageOf(action, today) }))
      world.terminal.print(`${JSON.stringify({ actions: shown }, null, 2)}\n`)
    } else {
      actions.forEach((action) => world.terminal.print(describe(action, today, world.terminal)))
      world.terminal.print(`${summaryOf(actions)}\n`)
    }
    return tellUnread(all, world.terminal)
  })
}

function filterOf(
  options: Readonly<Record<string, unknown>>,
  workspace: Workspace,
  today: Day,
): (action: TrackedAction) => boolean {
  const owner = readOption('--owner', options['owner'], line)?.replace(/^@/, '')
  const since = readOption('--since', options['since'], day)
  const name = readOption('--series', options['series'], kebabName)
  const series = name === undefined ? undefined : chooseSeries(workspace, name)
  const { find } = knowMembers(workspace.members)
  const login = owner === undefined ? undefined : (find({ name: owner, github: owner })?.login ?? owner)
  return (action) =>
    (login === undefined || isOwnedBy(action, login)) &&
    (options['open'] !== true || !action.done) &&
    (series === undefined || series.some(({ id }) => id === action.series.id)) &&
    (since === undefined || action.mentions[0].date >= since) &&
    action.mentions[0].date <= today
}

/** An action in two lines: what, and then who, since when, where. */
function describe(action: TrackedAction, today: Day, terminal: Terminal): string {
  const { text, owners, done, mentions } = action
  const [{ key, file, line: at }, ...carried] = mentions
  const last = carried.at(-1)
  const facts = [
    owners.length === 0 ? 'nobody named' : owners.join(', '),
    done ? 'done' : countedDays(ageOf(action, today)),
    key,
    `${file}:${at}`,
    ...(last
      ? [`said again ${carried.length === 1 ? '' : `${carried.length} times, last `}in ${last.key}`]
      : []),
  ]
  const box = done ? '[x]' : '[ ]'
  return `${box} ${terminalText(text)}\n    ${paint(terminal, 'dim', terminalText(facts.join(' · ')))}\n`
}

function summaryOf(actions: readonly TrackedAction[]): string {
  const open = actions.filter(({ done }) => !done).length
  return actions.length === 0 ? 'No actions.' : `${counted(actions.length, 'action')}, ${open} of them open.`
}
