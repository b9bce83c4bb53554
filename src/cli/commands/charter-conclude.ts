import { kebabName } from '../../core/fields.ts'
import { planStep } from '../../core/plan/charter-step.ts'
import { readOption } from '../../core/read-option.ts'
import { addStepOptions, readStep } from '../charter-options.ts'
import { carryCharterPlan } from '../charter-plan.ts'
import type { CommandModule } from '../command.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  addStepOptions(command.argument('<team>', 'the name of the team'))
    .option('--replaced-by <team>', 'the team that takes over')
    .addHelpText(
      'after',
      '\nExamples:\n  wg charter conclude docs-wg --by tsc --link meetings/2026-11-19.md --note "the handbook is finished"\n  wg charter conclude docs-wg --replaced-by handbook --link meetings/2026-11-19.md',
    )
  run(({ values: [team = ''], options }) =>
    carryCharterPlan({ team, options }, world, (matter) => {
      const heir = readOption('--replaced-by', options['replacedBy'], kebabName)
      const step = readStep(heir === undefined ? 'concluded' : 'replaced', options, matter.now)
      return planStep(team, { step, facts: heir === undefined ? {} : { 'replaced-by': heir } }, matter)
    }),
  )
}
