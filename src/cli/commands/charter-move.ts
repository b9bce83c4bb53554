import { STATES } from '../../core/charters/states.ts'
import { kebabName } from '../../core/fields.ts'
import { planStep } from '../../core/plan/charter-step.ts'
import { readOption } from '../../core/read-option.ts'
import { addStepOptions, readStep } from '../charter-options.ts'
import { carryCharterPlan } from '../charter-plan.ts'
import type { CommandModule } from '../command.ts'
import { readState } from '../read-state.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  addStepOptions(
    command
      .argument('<team>', 'the name of the team')
      .requiredOption('--to <state>', `one of: ${STATES.join(', ')}`),
  )
    .option('--replaced-by <team>', 'the team that takes over')
    .addHelpText(
      'after',
      '\nExamples:\n  wg charter move docs-wg --to in-review --link https://github.com/example/tsc/issues/12\n  wg charter move docs-wg --to dormant --note "nobody has time before summer"\n  wg charter move docs-wg --to dechartered --by tsc --link https://github.com/example/tsc/issues/40',
    )
  run(({ values: [team = ''], options }) =>
    carryCharterPlan({ team, options }, world, (matter) => {
      const heir = readOption('--replaced-by', options['replacedBy'], kebabName)
      const step = readStep(readState(String(options['to'])), options, matter.now)
      return planStep(team, { step, facts: heir === undefined ? {} : { 'replaced-by': heir } }, matter)
    }),
  )
}
