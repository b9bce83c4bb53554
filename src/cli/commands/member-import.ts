import { day, kebabName, line } from '../../core/fields.ts'
import { planImport } from '../../core/plan/member-import.ts'
import { unknownTeam } from '../../core/plan/roster-change.ts'
import { refuse, Refusal } from '../../core/problem.ts'
import { readOption } from '../../core/read-option.ts'
import { todayAt } from '../../core/time/today.ts'
import { load, openApp } from '../app.ts'
import { applyPlan } from '../apply.ts'
import type { CommandModule } from '../command.ts'
import { counted } from '../counted.ts'
import { importFromMinutes } from '../import-from-minutes.ts'
import { importFromPages } from '../import-from-pages.ts'
import { printProblems, problemAsJson } from '../print-problems.ts'
import { say } from '../report.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('<path>', 'a page with a roster, or a folder of its versions, `2024-03-14-README.md` …')
    .requiredOption('--team <team>', 'the team that all of them serve on')
    .option('--minutes', 'the path has minutes: take the people of their lists')
    .option(
      '--group <group>',
      'which lists of the page: members, collaborators, maintainers, triagers … (members)',
    )
    .option('--on <day>', 'the day of a page whose name has none (today)')
    .option('--dry-run', 'print the plan and change nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  wg member import README.md --team core --dry-run\n  wg member import ../old-readmes --team core\n  wg member import meetings --minutes --team core',
    )
  run(async ({ values: [path = ''], options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const team = readOption('--team', options['team'], kebabName) ?? ''
    if (!workspace.teamNames.has(team)) throw unknownTeam(team, workspace)
    const group = readOption('--group', options['group'], line)
    const on = readOption('--on', options['on'], day)
    const isMinutes = options['minutes'] === true
    if (isMinutes && (group !== undefined || on !== undefined)) throw onlyOfPages()
    const matter = { workspace, team, app }
    const { what, members, notes, problems } = isMinutes
      ? await importFromMinutes(path, matter)
      : await importFromPages(path, { ...matter, group: group ?? 'members', on: on ?? todayAt(app.now) })
    if (problems.some(({ severity }) => severity === 'error')) throw new Refusal(problems)
    if (!options.json) printProblems(problems, { terminal: world.terminal, format: 'text' })
    const planned = planImport(members, { workspace, now: app.now })
    const plan = { ...planned, notes: [...planned.notes, ...notes] }
    const terms = members.flatMap(({ serves }) => serves)
    say(app, `${what}: ${counted(members.length, 'person', 'people')}, ${counted(terms.length, 'term')}.`)
    await applyPlan(plan, app, options['dryRun'] === true)
    if (options.json)
      world.terminal.print(`${JSON.stringify({ ...plan, problems: problems.map(problemAsJson) }, null, 2)}\n`)
    else if (plan.changes.length === 0) say(app, 'Nothing to do.')
    return undefined
  })
}

function onlyOfPages(): Error {
  return refuse(
    'usage',
    '`--group` and `--on` are for pages, not for `--minutes`.',
    'Leave them out: minutes have one list, and their own day.',
  )
}
