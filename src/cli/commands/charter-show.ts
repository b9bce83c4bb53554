import { day } from '../../core/fields.ts'
import { bodyNameOn, describeFate, fateOn } from '../../core/charters/body-on.ts'
import { charterAsJson } from '../../core/charters/charter-as-json.ts'
import { type Charter, charterFile } from '../../core/charters/charter.ts'
import {
  charterOn,
  lastStepOn,
  orNotRecorded,
  ratificationOn,
  stateSince,
} from '../../core/charters/history.ts'
import { leadersOf } from '../../core/charters/leaders.ts'
import { STATE_RULES } from '../../core/charters/states.ts'
import { UNREAD, unreadTeams } from '../../core/charters/unread-teams.ts'
import { UNDECIDED } from '../../core/charters/written-charter.ts'
import { membersOf } from '../../core/people/roster.ts'
import { charterOf } from '../../core/plan/charter-file.ts'
import { readOption } from '../../core/read-option.ts'
import { terminalText } from '../../core/text/terminal-text.ts'
import type { Day } from '../../core/time/day.ts'
import { todayAt } from '../../core/time/today.ts'
import type { Workspace } from '../../core/workspace.ts'
import { openApp } from '../app.ts'
import type { CommandModule } from '../command.ts'
import { exitCodeOf, loadCharters } from '../load-charters.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('<team>', 'the name of the team')
    .option('--on <day>', 'the charter, state, people and bodies as they were on a day (today)')
    .addHelpText(
      'after',
      '\nExamples:\n  wg charter show core-response\n  wg charter show docs-wg --on 2019-01-01 --json',
    )
  run(async ({ values: [team = ''], options }) => {
    const app = await openApp(world, options)
    const workspace = await loadCharters(app, team)
    const on = readOption('--on', options['on'], day) ?? todayAt(app.now)
    const charter = charterOn(charterOf(team, workspace), on)
    world.terminal.print(
      options.json
        ? `${JSON.stringify({ on, charter: charterAsJson(charter, on, workspace) }, null, 2)}\n`
        : describe(charter, on, workspace),
    )
    const { partOf, reportsTo, liaisons } = charter
    return exitCodeOf(workspace, [partOf, reportsTo, ...liaisons.map(({ body }) => body)])
  })
}

type Fact = readonly [string, string | undefined]

function describe(charter: Charter, on: Day, workspace: Workspace): string {
  const facts: readonly Fact[] = [
    ['name', orNotRecorded(charter, 'name', undefined)],
    ['state', stateText(charter, on)],
    ['kind', charter.kind],
    ['part of', named(charter.partOf, on, workspace)],
    ['reports to', orNotRecorded(charter, 'reports-to', named(charter.reportsTo, on, workspace))],
    ['mission', orNotRecorded(charter, 'mission', charter.mission)],
    ['ratified', ratifiedText(charter, on, workspace)],
    ['review by', charter.reviewBy],
    ['ends', charter.end],
    ['chairs', namesOf(leadersOf(charter, on, workspace.members))],
    ['members', String(membersOf(workspace.members, charter.team, on).length)],
    ...charter.channels.map((channel): Fact => [channel.for.join(', '), channel.address]),
    ...charter.liaisons.map((liaison): Fact => ['liaison', named(liaison.body, on, workspace)]),
    ...charter.deliverables.map(({ what, due, done }): Fact => [
      'deliverable',
      `${what}${done === undefined ? (due === undefined ? '' : `, due ${due}`) : `, done ${done}`}`,
    ]),
    ['undecided', charter.open.join(', ') || undefined],
    ['text', charterFile(charter.team)],
  ]
  const known = facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  const width = Math.max(...known.map(([name]) => name.length))
  const lines = known.map(([name, value]) => `  ${name.padEnd(width)}  ${terminalText(value)}\n`)
  return `${terminalText(charter.name)} (${charter.team}) on ${on}\n${lines.join('')}`
}

function stateText(charter: Charter, on: Day): string {
  const step = lastStepOn(charter, on)
  if (step === undefined) return 'not there yet'
  const note = step.note === undefined ? '' : ` (${step.note})`
  return `${step.state} since ${stateSince(charter, on) ?? step.date}: ${STATE_RULES[step.state].says}${note}`
}

function ratifiedText(charter: Charter, on: Day, workspace: Workspace): string | undefined {
  const step = ratificationOn(charter, on)
  if (step === undefined) return undefined
  const by = step.body === undefined ? '' : ` by ${bodyNameOn(step.body, step.date, workspace)}`
  return `${step.date}${by}${step.link === undefined ? '' : `, ${step.link}`}`
}

function named(id: string | undefined, on: Day, workspace: Workspace): string | undefined {
  if (id === undefined || id === UNDECIDED) return id
  if (unreadTeams(workspace).includes(id)) return `${id}, whose charter ${UNREAD}`
  const fate = fateOn(id, on, workspace)
  return `${bodyNameOn(id, on, workspace)} (${id})${fate === undefined ? '' : `, which ${describeFate(fate).replaceAll('`', '')}`}`
}

function namesOf(people: readonly { readonly name: string }[]): string | undefined {
  return people.length === 0 ? undefined : people.map(({ name }) => name).join(', ')
}
