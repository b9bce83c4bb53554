import { chartOn } from '../../core/charters/chart.ts'
import { charterFile } from '../../core/charters/charter.ts'
import { unreadTeams } from '../../core/charters/unread-teams.ts'
import { day, filePath } from '../../core/fields.ts'
import { given } from '../../core/given.ts'
import type { WriteFile } from '../../core/plan/change.ts'
import { refuse, type Refusal } from '../../core/problem.ts'
import { readOption } from '../../core/read-option.ts'
import { chartAsMermaid } from '../../core/render/chart-mermaid.ts'
import { todayAt } from '../../core/time/today.ts'
import { type App, openApp, unusable } from '../app.ts'
import { applyPlan } from '../apply.ts'
import type { CommandModule } from '../command.ts'
import { exitCodeOf, loadCharters } from '../load-charters.ts'
import { readFormat } from '../read-format.ts'

const FORMATS = ['mermaid', 'svg'] as const

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .option('--format <format>', 'mermaid or svg', 'mermaid')
    .option('--on <day>', 'the teams as they were on a day (today)')
    .option('--out <file>', 'write it to a file of the workspace')
    .option('--dry-run', 'print the plan and change nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  wg charter chart\n  wg charter chart --format svg --out docs/teams.svg\n  wg charter chart --on 2019-01-01',
    )
  run(async ({ options }) => {
    const app = await openApp(world, options)
    const workspace = await loadCharters(app)
    const on = readOption('--on', options['on'], day) ?? todayAt(app.now)
    const chart = chartOn(on, `${workspace.group.name}: teams on ${on}`, workspace)
    const format = readFormat(String(options['format']), FORMATS)
    const text =
      format === 'svg'
        ? (await import('../../core/render/chart-svg.ts')).chartAsSvg(chart)
        : `${chartAsMermaid(chart).join('\n')}\n`
    const out = readOption('--out', options['out'], filePath)
    const unread = unreadTeams(workspace)
    if (out !== undefined && unread.length > 0) throw incomplete(out, unread)
    if (out !== undefined) await writeTo(out, text, { app, dryRun: options['dryRun'] === true })
    else if (options.json) world.terminal.print(`${JSON.stringify({ on, ...chart }, null, 2)}\n`)
    else world.terminal.print(text)
    return exitCodeOf(workspace)
  })
}

/** A file of yesterday that is whole is better than one of today that is not. */
function incomplete(out: string, unread: readonly string[]): Refusal {
  return refuse(
    'chart',
    `${out} is left as it is: the chart would not be whole, since ${unread.map(charterFile).join(', ')} could not be read.`,
    'Put that right first: `wg charter check`.',
  )
}

async function writeTo(
  path: string,
  after: string,
  { app, dryRun }: { readonly app: App; readonly dryRun: boolean },
): Promise<void> {
  const content = await app.files.read(path)
  if (content.kind === 'unusable') throw refuse('chart', unusable(path, content.why).message)
  const before = content.kind === 'text' ? content.text : undefined
  const change: WriteFile = { kind: 'write-file', path, after, ...given({ before }) }
  const changes = before === after ? [] : [change]
  const notes = before === after ? [`Nothing to do: ${path} is up to date.`] : []
  await applyPlan({ changes, notes }, app, dryRun)
}
