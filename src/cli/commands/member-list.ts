import { day, kebabName } from '../../core/fields.ts'
import { memberAsJson } from '../../core/people/member-as-json.ts'
import { lastsOn, type Member, type Term } from '../../core/people/roster.ts'
import { unknownTeam } from '../../core/plan/roster-change.ts'
import { readOption } from '../../core/read-option.ts'
import { todayAt } from '../../core/time/today.ts'
import type { Workspace } from '../../core/workspace.ts'
import { load, openApp } from '../app.ts'
import type { CommandModule } from '../command.ts'
import { printTable } from '../print-table.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .option('--team <team>', 'only those who serve on this team')
    .option('--role <role>', 'only those who serve in this role')
    .option('--on <day>', 'the roster as it was on a day (today)')
    .addHelpText(
      'after',
      '\nExamples:\n  wg member list\n  wg member list --team core-response --role chair\n  wg member list --on 2024-03-14 --json',
    )
  run(async ({ options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const on = readOption('--on', options['on'], day) ?? todayAt(app.now)
    const team = readOption('--team', options['team'], kebabName)
    const role = readOption('--role', options['role'], kebabName)
    if (team !== undefined && !isTeam(team, workspace)) throw unknownTeam(team, workspace)
    const shown = workspace.members.flatMap((member) => {
      const terms = member.terms.filter(
        (term) => lastsOn(term, on) && (team ?? term.team) === term.team && (role ?? term.role) === term.role,
      )
      return terms.length === 0 ? [] : [{ member, terms }]
    })
    if (options.json) {
      const members = shown.map(({ member, terms }) => memberAsJson(member, terms))
      world.terminal.print(`${JSON.stringify({ on, members }, null, 2)}\n`)
    } else if (shown.length === 0)
      world.terminal.print(`Nobody serves${team === undefined ? '' : ` on ${team}`} on ${on}.\n`)
    else
      world.terminal.print(
        printTable(
          ['Login', 'Name', 'Team', 'Role', 'Since', 'Due to end'],
          shown.flatMap(rowsOf),
          world.terminal,
        ),
      )
    return undefined
  })
}

/** A team that is gone may still stand in the roster, and be asked for by day. */
function isTeam(team: string, { teamNames, members }: Workspace): boolean {
  return teamNames.has(team) || members.some(({ terms }) => terms.some((term) => term.team === team))
}

function rowsOf({ member, terms }: { readonly member: Member; readonly terms: readonly Term[] }): string[][] {
  return terms.map(({ team, role, since, until, termEnds }, index) => [
    ...(index === 0 ? [member.login, member.name] : ['', '']),
    team,
    role,
    since ?? '?',
    until ?? termEnds ?? '',
  ])
}
