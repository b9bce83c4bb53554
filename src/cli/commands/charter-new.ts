import { type Ask, type Kind } from '../../core/charters/kinds.ts'
import { kebabName, line } from '../../core/fields.ts'
import { given } from '../../core/given.ts'
import { type NewCharter, planNewCharter, refuseExisting } from '../../core/plan/new-charter.ts'
import { refuse } from '../../core/problem.ts'
import { readOption } from '../../core/read-option.ts'
import { didYouMean } from '../../core/text/nearest.ts'
import type { Workspace } from '../../core/workspace.ts'
import { askForCharter } from '../ask-for-charter.ts'
import { addFactOptions, addStepOptions, readFacts, readStep } from '../charter-options.ts'
import { carryCharterPlan } from '../charter-plan.ts'
import type { CommandModule, Given } from '../command.ts'
import { titled } from '../titled.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  addStepOptions(addFactOptions(command.argument('<team>', 'the name of the team in kebab-case')))
    .option('--reports <address>', 'where reports go: an address of mail or of the web')
    .option('-y, --yes', 'ask nothing; what is not said is undecided')
    .addHelpText(
      'after',
      '\nExamples:\n  wg charter new docs-wg\n  wg charter new core-response --kind response-team --yes --part-of security-wg --reports-to tsc --reports security@example.org',
    )
  run(({ values: [team = ''], options }) =>
    carryCharterPlan({ team, options }, world, async (matter, app) => {
      refuseExisting(team, matter.workspace)
      const given = newCharter(team, options, matter)
      const made = options['yes'] === true ? given : await askForCharter(given, world, asked(given, options))
      const template = matter.workspace.texts.get('templates/charter.md') ?? (await world.template('charter'))
      return planNewCharter(made, template, { ...matter, now: app.now })
    }),
  )
}

function newCharter(
  name: string,
  options: Given['options'],
  { workspace, now }: { readonly workspace: Workspace; readonly now: Date },
): NewCharter {
  const team = readOption('<team>', name, kebabName) ?? name
  const facts = readFacts(options) as Readonly<Record<string, NewCharter['reviewBy']>>
  const { day, body, link } = readStep('proposed', options, now)
  return {
    team,
    name: facts['name'] ?? titled(team),
    kind: kindCalled(facts['kind'] ?? 'working-group', workspace),
    day,
    ...given({
      body,
      link,
      mission: facts['mission'],
      partOf: facts['part-of'],
      reportsTo: facts['reports-to'],
      reviewBy: facts['review-by'],
      end: facts['end'],
      reports: readOption('--reports', options['reports'], line),
    }),
  }
}

function kindCalled(id: string, { group }: Workspace): Kind {
  const kind = group.kinds.get(id)
  if (kind) return kind
  const ids = [...group.kinds.keys()]
  throw refuse(
    'usage',
    `wg knows no kind of team \`${id}\`.`,
    didYouMean(id, ids) ?? `One of: ${ids.join(', ')}.`,
  )
}

/** What the kind asks for and no option has said. */
function asked({ kind }: NewCharter, options: Given['options']): readonly Ask[] {
  const said: Readonly<Record<Ask, string>> = {
    mission: 'mission',
    'part-of': 'partOf',
    'reports-to': 'reportsTo',
    reports: 'reports',
    'review-by': 'reviewBy',
    end: 'end',
  }
  return kind.asks.filter((ask) => options[said[ask]] === undefined)
}
