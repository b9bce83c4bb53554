import type { Plan, WriteFile } from '../../core/plan/change.ts'
import { type CharterMatter, charterOf } from '../../core/plan/charter-file.ts'
import { needsStep, planFacts, planStep } from '../../core/plan/charter-step.ts'
import { refuse } from '../../core/problem.ts'
import { addFactOptions, addStepOptions, readFacts, readStep } from '../charter-options.ts'
import { carryCharterPlan } from '../charter-plan.ts'
import type { CommandModule, Given } from '../command.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  addStepOptions(addFactOptions(command.argument('<team>', 'the name of the team'))).addHelpText(
    'after',
    '\nA charter that was ratified gets another step, which says who amended it and where, and what its name, mission and reporting line are from then on; a draft is only changed.\n\nExamples:\n  wg charter amend docs-wg --reports-to tsc\n  wg charter amend docs-wg --review-by 2029-12-31 --by tsc --link meetings/2026-11-19.md --note "reviewed, nothing changed"',
  )
  run(({ values: [team = ''], options }) =>
    carryCharterPlan({ team, options }, world, (matter) => planAmendment(team, options, matter)),
  )
}

function planAmendment(team: string, options: Given['options'], matter: CharterMatter): Plan<WriteFile> {
  const facts = readFacts(options)
  const charter = charterOf(team, matter.workspace)
  const isStep = needsStep(charter, facts)
  if (Object.keys(facts).length === 0 && (options['note'] === undefined || !isStep)) {
    throw refuse(
      'usage',
      'Nothing is said that would change.',
      'Name it: `--mission`, `--reports-to`, `--review-by` … (`wg charter amend --help`). What stands in the text is changed by hand; then `--note` says what.',
    )
  }
  return isStep
    ? planStep(
        team,
        { step: readStep(charter.history.at(-1)?.state ?? 'chartered', options, matter.now), facts },
        matter,
      )
    : planFacts(team, facts, matter)
}
