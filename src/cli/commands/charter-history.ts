import { bodyName } from '../../core/charters/body-on.ts'
import { stepAsJson } from '../../core/charters/charter-as-json.ts'
import { charterOf } from '../../core/plan/charter-file.ts'
import { load, openApp } from '../app.ts'
import type { CommandModule } from '../command.ts'
import { printTable } from '../print-table.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('<team>', 'the name of the team')
    .addHelpText('after', '\nExample:\n  wg charter history core-response')
  run(async ({ values: [team = ''], options }) => {
    const workspace = await load(await openApp(world, options))
    const { history } = charterOf(team, workspace)
    if (options.json) {
      world.terminal.print(`${JSON.stringify({ team, history: history.map(stepAsJson) }, null, 2)}\n`)
      return undefined
    }
    const rows = history.map(({ date, state, body, link, note }) => [
      date,
      state,
      body === undefined ? '' : bodyName(body, workspace),
      link ?? '',
      note ?? '',
    ])
    world.terminal.print(printTable(['Day', 'State', 'By', 'Where', 'Note'], rows, world.terminal))
    return undefined
  })
}
