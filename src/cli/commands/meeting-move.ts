import { parseException } from '../../core/meetings/exception.ts'
import { planMeetingChange } from '../../core/plan/meeting-change.ts'
import { refuse } from '../../core/problem.ts'
import { load, openApp } from '../app.ts'
import { applyPlan } from '../apply.ts'
import { chooseMeeting } from '../choose-series.ts'
import type { CommandModule } from '../command.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('<key>', '<series>/<day>, as `wg meeting list` prints it; the day first planned')
    .requiredOption(
      '--to <time>',
      'the new day and hour on the wall clock of the series, `2027-01-08 16:00`; one of the two is enough',
    )
    .option('--reason <text>', 'why; people will read it')
    .option('--dry-run', 'print the plan and change nothing')
    .addHelpText(
      'after',
      '\nExample:\n  wg meeting move security-wg/2027-01-07 --to "2027-01-08 16:00" --reason holiday',
    )
  run(async ({ values: [key = ''], options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const meeting = chooseMeeting(workspace, key)
    const to = String(options['to']).trim()
    const reason =
      typeof options['reason'] === 'string' ? `, ${options['reason'].replace(/\s+/g, ' ').trim()}` : ''
    const exception = parseException(`moved to ${to}${reason}`)
    if (!exception)
      throw refuse(
        'usage',
        `\`--to ${to}\` is no day and no hour, or there is no such day.`,
        'Write it so: `--to "2027-01-08 16:00"`.',
      )
    const plan = planMeetingChange(meeting, exception, { workspace, now: app.now })
    await applyPlan(plan, app, options['dryRun'] === true)
    if (options.json) world.terminal.print(`${JSON.stringify(plan, null, 2)}\n`)
    return undefined
  })
}
