import { line, login, zone } from '../../core/fields.ts'
import { given } from '../../core/given.ts'
import { planAddMember } from '../../core/plan/roster-change.ts'
import { refuse } from '../../core/problem.ts'
import { readOption } from '../../core/read-option.ts'
import { load, openApp } from '../app.ts'
import { applyPlan } from '../apply.ts'
import type { CommandModule } from '../command.ts'
import { addTermOptions, readTerm } from '../read-term.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  addTermOptions(
    command
      .argument('<login>', 'the GitHub login')
      .requiredOption('--name <name>', 'the name of the person')
      .option('--id <number>', "GitHub's number of the account")
      .option('--time-zone <zone>', 'an IANA name such as `Europe/Vienna`')
      .option('--employer <name>', 'who employs the person')
      .option('--pronouns <words>', 'such as `she/her`')
      .option('--contact <words>', 'how to reach the person')
      .option('--team <team>', 'the team that the person joins'),
  )
    .option('--dry-run', 'print the plan and change nothing')
    .addHelpText(
      'after',
      '\nExample:\n  wg member add ada-example --name "Ada Example" --time-zone Europe/Vienna --team core-response',
    )
  run(async ({ values: [text], options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const fact = (name: string, key: string) => readOption(name, options[key], line)
    const plan = planAddMember(
      {
        login: readOption('<login>', text?.replace(/^@/, ''), login) ?? '',
        name: fact('--name', 'name') ?? '',
        ...given({
          id: readNumber(options['id']),
          zone: readOption('--time-zone', options['timeZone'], zone),
          employer: fact('--employer', 'employer'),
          pronouns: fact('--pronouns', 'pronouns'),
          contact: fact('--contact', 'contact'),
          term: readTerm(options, app.now),
        }),
      },
      { workspace, now: app.now },
    )
    await applyPlan(plan, app, options['dryRun'] === true)
    if (options.json) world.terminal.print(`${JSON.stringify(plan, null, 2)}\n`)
    return undefined
  })
}

function readNumber(text: unknown): number | undefined {
  if (typeof text !== 'string') return undefined
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text)
  throw refuse(
    'usage',
    `--id: \`${text}\` is no number of an account.`,
    'GitHub shows it at https://api.github.com/users/<login>, as `id`.',
  )
}
