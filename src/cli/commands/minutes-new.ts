import { minutesPathOf } from '../../core/meetings/minutes-path.ts'
import { planMinutesFile } from '../../core/plan/minutes-file.ts'
import { Refusal } from '../../core/problem.ts'
import { load, openApp, unusable } from '../app.ts'
import { applyPlan } from '../apply.ts'
import { askForAgenda } from '../ask-for-agenda.ts'
import { changeAsJson } from '../change-as-json.ts'
import { chooseMeeting } from '../choose-series.ts'
import type { CommandModule } from '../command.ts'
import { loadOpenActions } from '../load-open-actions.ts'
import { loadTemplate } from '../load-template.ts'
import { say } from '../report.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('<key>', '<series>/<day>, as `wg meeting list` prints it')
    .option('--dry-run', 'print the plan and change nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  wg minutes new security-wg/2026-12-03\n  wg minutes new security-wg/2026-12-03 --dry-run',
    )
  run(async ({ values: [key = ''], options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const meeting = chooseMeeting(workspace, key)
    const path = minutesPathOf(meeting)
    const content = await app.files.read(path)
    if (content.kind === 'unusable') throw new Refusal([unusable(path, content.why)])
    const { actions, problems } = await loadOpenActions(meeting, workspace, app)
    if (problems.length > 0) throw new Refusal(problems)
    const plan = planMinutesFile({
      meeting,
      workspace,
      template: await loadTemplate(app, 'minutes', { series: meeting.series, workspace }),
      existing: content.kind === 'text' ? content.text : undefined,
      actions,
      ...(await askForAgenda(meeting, workspace, app)),
    })
    await applyPlan(plan, app, options['dryRun'] === true)
    if (plan.changes.length === 0) say(app, 'Nothing to do.')
    if (options.json) {
      const shown = { changes: plan.changes.map(changeAsJson), notes: plan.notes }
      world.terminal.print(`${JSON.stringify(shown, null, 2)}\n`)
    }
    return undefined
  })
}
