import { login } from '../../core/fields.ts'
import { planRename } from '../../core/plan/rename-member.ts'
import { readOption } from '../../core/read-option.ts'
import { load, openApp } from '../app.ts'
import { applyPlan } from '../apply.ts'
import type { CommandModule } from '../command.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('<login>', 'somebody of members.yml')
    .argument('<new-login>', 'the login that GitHub knows the person by now')
    .option('--dry-run', 'print the plan and change nothing')
    .addHelpText('after', '\nExample:\n  wg member rename ada-example ada-lovelace-example')
  run(async ({ values: [from = '', to], options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const name = readOption('<new-login>', to?.replace(/^@/, ''), login) ?? ''
    const plan = planRename(from.replace(/^@/, ''), name, { workspace, now: app.now })
    await applyPlan(plan, app, options['dryRun'] === true)
    if (options.json) world.terminal.print(`${JSON.stringify(plan, null, 2)}\n`)
    return undefined
  })
}
