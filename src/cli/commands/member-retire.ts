import { kebabName, line } from '../../core/fields.ts'
import { given } from '../../core/given.ts'
import { lastDay } from '../../core/people/roster.ts'
import { planRetire } from '../../core/plan/roster-change.ts'
import { readOption } from '../../core/read-option.ts'
import { todayAt } from '../../core/time/today.ts'
import { load, openApp } from '../app.ts'
import { applyPlan } from '../apply.ts'
import type { CommandModule } from '../command.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('<login>', 'somebody of members.yml')
    .option('--team <team>', 'the team that the person leaves; every team when left out')
    .option('--role <role>', 'only the term in this role')
    .option('--until <day>', 'the last day of service, or `unknown` (today)')
    .option('--reason <text>', 'why; people will read it')
    .option('--planned', 'the last day may lie ahead')
    .option('--dry-run', 'print the plan and change nothing')
    .addHelpText(
      'after',
      '\nExample:\n  wg member retire ada-example --team core-response --until 2026-11-30 --reason "new job"',
    )
  run(async ({ values: [login = ''], options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const plan = planRetire(
      login.replace(/^@/, ''),
      {
        until: readOption('--until', options['until'], lastDay) ?? todayAt(app.now),
        planned: options['planned'] === true,
        ...given({
          team: readOption('--team', options['team'], kebabName),
          role: readOption('--role', options['role'], kebabName),
          reason: readOption('--reason', options['reason'], line),
        }),
      },
      { workspace, now: app.now },
    )
    await applyPlan(plan, app, options['dryRun'] === true)
    if (options.json) world.terminal.print(`${JSON.stringify(plan, null, 2)}\n`)
    return undefined
  })
}
