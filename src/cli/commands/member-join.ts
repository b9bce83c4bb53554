import { planJoin } from '../../core/plan/roster-change.ts'
import { load, openApp } from '../app.ts'
import { applyPlan } from '../apply.ts'
import type { CommandModule } from '../command.ts'
import { addTermOptions, readTerm } from '../read-term.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  addTermOptions(
    command
      .argument('<login>', 'somebody of members.yml')
      .requiredOption('--team <team>', 'the team that the person joins'),
  )
    .option('--dry-run', 'print the plan and change nothing')
    .addHelpText(
      'after',
      '\nExample:\n  wg member join ada-example --team core-response --role chair --term-ends 2027-11-30',
    )
  run(async ({ values: [login = ''], options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const term = readTerm(options, app.now)
    if (!term) return undefined
    const plan = planJoin(login.replace(/^@/, ''), term, { workspace, now: app.now })
    await applyPlan(plan, app, options['dryRun'] === true)
    if (options.json) world.terminal.print(`${JSON.stringify(plan, null, 2)}\n`)
    return undefined
  })
}
