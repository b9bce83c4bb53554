import { bodyNameOn } from '../../core/charters/body-on.ts'
import { charterAsJson } from '../../core/charters/charter-as-json.ts'
import type { Charter } from '../../core/charters/charter.ts'
import { charterOn, orNotRecorded, stateOn, stateSince } from '../../core/charters/history.ts'
import { UNREAD, unreadTeams } from '../../core/charters/unread-teams.ts'
import { UNDECIDED } from '../../core/charters/written-charter.ts'
import { day } from '../../core/fields.ts'
import { readOption } from '../../core/read-option.ts'
import type { Day } from '../../core/time/day.ts'
import { todayAt } from '../../core/time/today.ts'
import type { Workspace } from '../../core/workspace.ts'
import { openApp } from '../app.ts'
import type { CommandModule } from '../command.ts'
import { exitCodeOf, loadCharters } from '../load-charters.ts'
import { printTable } from '../print-table.ts'
import { readState } from '../read-state.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .option('--state <state>', 'only teams in this state')
    .option('--on <day>', 'the teams as they were on a day (today)')
    .addHelpText(
      'after',
      '\nExamples:\n  wg charter list\n  wg charter list --state chartered --on 2019-01-01',
    )
  run(async ({ options }) => {
    const app = await openApp(world, options)
    const workspace = await loadCharters(app)
    const on = readOption('--on', options['on'], day) ?? todayAt(app.now)
    const state = typeof options['state'] === 'string' ? readState(options['state']) : undefined
    const charters = [...workspace.charters.values()].filter((charter) => {
      const then = stateOn(charter, on)
      return then !== undefined && (state ?? then) === then
    })
    const unread = unreadTeams(workspace)
    if (options.json) {
      const teams = charters.map((charter) => charterAsJson(charter, on, workspace))
      world.terminal.print(`${JSON.stringify({ on, charters: teams, unread }, null, 2)}\n`)
    } else if (charters.length + unread.length === 0)
      world.terminal.print(`No team ${state === undefined ? 'is there' : `is ${state}`} on ${on}.\n`)
    else
      world.terminal.print(
        printTable(
          ['Team', 'Name', 'State', 'Since', 'Reports to', 'Next review'],
          [
            ...charters.map((charter) => rowOf(charter, on, workspace)),
            ...unread.map((team) => [team, '', UNREAD, '', '', '']),
          ],
          world.terminal,
        ),
      )
    return exitCodeOf(workspace)
  })
}

function rowOf(charter: Charter, on: Day, workspace: Workspace): string[] {
  const then = charterOn(charter, on)
  const { team, name, reportsTo, reviewBy } = then
  const body =
    reportsTo === undefined || reportsTo === UNDECIDED ? reportsTo : bodyNameOn(reportsTo, on, workspace)
  return [
    team,
    orNotRecorded(then, 'name', name) ?? '',
    stateOn(charter, on) ?? '',
    stateSince(charter, on) ?? '',
    orNotRecorded(then, 'reports-to', body) ?? '',
    reviewBy ?? '',
  ]
}
