import { planStep } from '../../core/plan/charter-step.ts'
import { addFactOptions, addStepOptions, readFacts, readStep } from '../charter-options.ts'
import { carryCharterPlan } from '../charter-plan.ts'
import type { CommandModule } from '../command.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  addStepOptions(command.argument('<team>', 'the name of the team'))
  addFactOptions(command, ['review-by', 'end', 'reports-to']).addHelpText(
    'after',
    '\nExample:\n  wg charter ratify docs-wg --by tsc --link https://github.com/example/tsc/issues/12 --review-by 2028-12-31',
  )
  run(({ values: [team = ''], options }) =>
    carryCharterPlan({ team, options }, world, (matter) =>
      planStep(team, { step: readStep('chartered', options, matter.now), facts: readFacts(options) }, matter),
    ),
  )
}
