import { memberAsJson } from '../../core/people/member-as-json.ts'
import type { Member, Term } from '../../core/people/roster.ts'
import { memberAt } from '../../core/plan/roster-file.ts'
import { terminalText } from '../../core/text/terminal-text.ts'
import { load, openApp } from '../app.ts'
import type { CommandModule } from '../command.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('<login>', 'the GitHub login, in whatever spelling')
    .addHelpText('after', '\nExample:\n  wg member show ada-example')
  run(async ({ values: [login = ''], options }) => {
    const app = await openApp(world, options)
    const { member } = memberAt(await load(app), login.replace(/^@/, ''))
    world.terminal.print(
      options.json ? `${JSON.stringify(memberAsJson(member), null, 2)}\n` : describe(member),
    )
    return undefined
  })
}

function describe(member: Member): string {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['login', member.login],
    ['id', member.id === undefined ? undefined : String(member.id)],
    ['zone', member.zone],
    ['pronouns', member.pronouns],
    ['contact', member.contact],
    ...member.employers.map(({ name, since, until }) => ['employer', name + days({ since, until })] as const),
    ...member.terms.map((term) => ['serves', describeTerm(term)] as const),
  ]
  const known = facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  const width = Math.max(...known.map(([name]) => name.length))
  const lines = known.map(([name, value]) => `  ${name.padEnd(width)}  ${terminalText(value)}\n`)
  return `${terminalText(member.name)}\n${lines.join('')}`
}

function describeTerm(term: Term): string {
  const due = term.termEnds === undefined ? '' : `, due to end on ${term.termEnds}`
  return `${term.team} as ${term.role}${days(term)}${due}${term.reason === undefined ? '' : ` (${term.reason})`}`
}

function days({
  since,
  until,
}: {
  readonly since?: string | undefined
  readonly until?: string | undefined
}): string {
  if (since === undefined && until === undefined) return ''
  if (until === undefined) return `, since ${since ?? ''}`
  const end = until === 'unknown' ? 'an unknown day' : until
  return since === undefined ? `, until ${end}` : `, ${since} to ${end}`
}
