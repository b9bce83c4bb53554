import { given } from '../../core/given.ts'
import { planMeetingChange } from '../../core/plan/meeting-change.ts'
import { load, openApp } from '../app.ts'
import { applyPlan } from '../apply.ts'
import { chooseMeeting } from '../choose-series.ts'
import type { CommandModule } from '../command.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('<key>', '<series>/<day>, as `wg meeting list` prints it')
    .requiredOption('--reason <text>', 'why; people will read it')
    .option('--dry-run', 'print the plan and change nothing')
    .addHelpText('after', '\nExample:\n  wg meeting cancel security-wg/2026-12-24 --reason "end of year"')
  run(async ({ values: [key = ''], options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const meeting = chooseMeeting(workspace, key)
    const reason = String(options['reason']).replace(/\s+/g, ' ').trim()
    const plan = planMeetingChange(
      meeting,
      { kind: 'cancelled', ...given({ reason: reason || undefined }) },
      { workspace, now: app.now },
    )
    await applyPlan(plan, app, options['dryRun'] === true)
    if (options.json) world.terminal.print(`${JSON.stringify(plan, null, 2)}\n`)
    return undefined
  })
}
