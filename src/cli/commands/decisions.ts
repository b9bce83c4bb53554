import { day, kebabName } from '../../core/fields.ts'
import { readOption } from '../../core/read-option.ts'
import { listDecisions } from '../../core/record/list-decisions.ts'
import { withMinutes } from '../../core/record/meeting-record.ts'
import { terminalText } from '../../core/text/terminal-text.ts'
import { load, openApp } from '../app.ts'
import { chooseSeries } from '../choose-series.ts'
import type { CommandModule } from '../command.ts'
import { counted } from '../counted.ts'
import { loadRecord } from '../load-record.ts'
import { tellUnread } from '../tell-unread.ts'
import { paint } from '../paint.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .option('--series <series>', 'only the meetings of this series')
    .option('--since <day>', 'only the meetings of this day and later')
    .addHelpText('after', '\nExamples:\n  wg decisions\n  wg decisions --since 2026-01-01 --json')
  run(async ({ options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const since = readOption('--since', options['since'], day)
    const series = chooseSeries(workspace, readOption('--series', options['series'], kebabName))
    const all = await loadRecord(app, workspace)
    const decisions = listDecisions(withMinutes(all)).filter(
      (decision) =>
        (since === undefined || decision.date >= since) && series.some(({ id }) => id === decision.series),
    )
    if (options.json) world.terminal.print(`${JSON.stringify({ decisions }, null, 2)}\n`)
    else {
      for (const { text, key, file, line } of decisions)
        world.terminal.print(
          `${terminalText(text)}\n    ${paint(world.terminal, 'dim', terminalText(`${key} · ${file}:${line}`))}\n`,
        )
      world.terminal.print(
        `${decisions.length === 0 ? 'No decisions' : counted(decisions.length, 'decision')}.\n`,
      )
    }
    return tellUnread(all, world.terminal)
  })
}
