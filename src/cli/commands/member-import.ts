import { day, kebabName, line } from '../../core/fields.ts'
import { planImport } from '../../core/plan/member-import.ts'
import { unknownTeam } from '../../core/plan/roster-change.ts'
import { termsFromVersions } from '../../core/people/import/terms-from-versions.ts'
import type { RosterVersion } from '../../core/people/import/roster-version.ts'
import { Refusal } from '../../core/problem.ts'
import { readOption } from '../../core/read-option.ts'
import { todayAt } from '../../core/time/today.ts'
import type { Terminal } from '../../ports.ts'
import { load, openApp } from '../app.ts'
import { applyPlan } from '../apply.ts'
import type { CommandModule } from '../command.ts'
import { printProblems } from '../print-problems.ts'
import { say } from '../report.ts'
import { readRosterPages } from '../roster-pages.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('<path>', 'a page with a roster, or a folder of its versions, `2024-03-14-README.md` …')
    .requiredOption('--team <team>', 'the team that all of them serve on')
    .option(
      '--group <group>',
      'which lists of the page: members, collaborators, maintainers, triagers …',
      'members',
    )
    .option('--on <day>', 'the day of a page whose name has none (today)')
    .option('--dry-run', 'print the plan and change nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  wg member import README.md --team core --dry-run\n  wg member import ../old-readmes --team core',
    )
  run(async ({ values: [path = ''], options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const team = readOption('--team', options['team'], kebabName) ?? ''
    if (!workspace.teamNames.has(team)) throw unknownTeam(team, workspace)
    const group = readOption('--group', options['group'], line) ?? 'members'
    const on = readOption('--on', options['on'], day) ?? todayAt(app.now)
    const versions = await readRosterPages(path, app, on)
    const { members, problems } = termsFromVersions({
      versions,
      team,
      listed: (section) => section.group === group,
    })
    reportReading(versions, problems, world.terminal)
    const plan = planImport(members, { workspace, now: app.now })
    const terms = members.flatMap(({ serves }) => serves)
    say(
      app,
      `${counted(versions.length, 'page')}: ${counted(members.length, 'person', 'people')}, ${counted(terms.length, 'term')}.`,
    )
    await applyPlan(plan, app, options['dryRun'] === true)
    if (options.json) world.terminal.print(`${JSON.stringify(plan, null, 2)}\n`)
    else if (plan.changes.length === 0) say(app, 'Nothing to do.')
    return undefined
  })
}

/** Says line by line what could not be read. Refuses when that is more than doubts: who is missing may still serve. */
function reportReading(
  versions: readonly RosterVersion[],
  problems: Refusal['problems'],
  terminal: Terminal,
): void {
  const found = [...versions.flatMap(({ reading }) => [...reading.unread, ...reading.doubts]), ...problems]
  if (found.some(({ severity }) => severity === 'error')) throw new Refusal(found)
  printProblems(found, { terminal, format: 'text' })
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
