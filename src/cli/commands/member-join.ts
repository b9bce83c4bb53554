import { planJoin } from '../../core/plan/roster-change.ts'
import { load, openApp } from '../app.ts'
import { applyPlan } from '../apply.ts'
import type { CommandModule } from '../command.ts'
import { readTerm } from '../read-term.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('<login>', 'somebody of members.yml')
    .requiredOption('--team <team>', 'the team that the person joins')
    .option('--role <role>', 'a role of the charter', 'member')
    .option('--since <day>', 'the first day, or `unknown` (today)')
    .option('--term-ends <day>', 'the day on which the term is due to end')
    .option('--planned', 'the first day may lie ahead')
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
