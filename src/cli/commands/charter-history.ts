import { bodyNameOn } from '../../core/charters/body-on.ts'
import { stepAsJson } from '../../core/charters/charter-as-json.ts'
import type { Step } from '../../core/charters/charter.ts'
import { STATEMENTS } from '../../core/charters/history.ts'
import { charterOf } from '../../core/plan/charter-file.ts'
import { openApp } from '../app.ts'
import type { CommandModule } from '../command.ts'
import { loadCharters } from '../load-charters.ts'
import { printTable } from '../print-table.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('<team>', 'the name of the team')
    .addHelpText('after', '\nExample:\n  wg charter history core-response')
  run(async ({ values: [team = ''], options }) => {
    const workspace = await loadCharters(await openApp(world, options), team)
    const { history } = charterOf(team, workspace)
    if (options.json) {
      world.terminal.print(`${JSON.stringify({ team, history: history.map(stepAsJson) }, null, 2)}\n`)
      return undefined
    }
    const says = history.map(statementsOf)
    const isTold = says.some((text) => text !== '')
    const rows = history.map(({ date, state, body, link, note }, index) => [
      date,
      state,
      body === undefined ? '' : bodyNameOn(body, date, workspace),
      link ?? '',
      note ?? '',
      ...(isTold ? [says[index] ?? ''] : []),
    ])
    const headings = ['Day', 'State', 'By', 'Where', 'Note', ...(isTold ? ['From then on'] : [])]
    world.terminal.print(printTable(headings, rows, world.terminal))
    return undefined
  })
}

function statementsOf(step: Step): string {
  return STATEMENTS.flatMap(({ key, field }) =>
    step[field] === undefined ? [] : `${key}: ${step[field]}`,
  ).join(', ')
}
