import { isOver, lastsOn, type Member, type Term } from '../people/roster.ts'
import { employerOn } from '../people/roster.ts'
import { markdownLink, markdownText } from '../text/inline-markdown.ts'
import type { Line } from '../text/line.ts'
import { didYouMean } from '../text/nearest.ts'
import type { Day } from '../time/day.ts'
import { todayAt } from '../time/today.ts'
import type { Workspace } from '../workspace.ts'
import type { AttributeFault, MarkAttributes, PageMark, PageMatter } from './page-matter.ts'
import { tableLines } from './table-lines.ts'

/** A person on a page, with the terms for which they stand there. */
interface Shown {
  readonly member: Member
  readonly terms: readonly Term[]
}

interface Column {
  readonly title: string
  readonly cell: (shown: Shown, today: Day) => string
}

const COLUMNS: Readonly<Record<string, Column>> = {
  name: { title: 'Name', cell: ({ member }) => markdownText(member.name) },
  login: { title: 'GitHub', cell: ({ member }) => profileLink(member) },
  role: { title: 'Role', cell: ({ terms }) => [...new Set(terms.map(({ role }) => role))].join(', ') },
  team: { title: 'Team', cell: ({ terms }) => [...new Set(terms.map(({ team }) => team))].join(', ') },
  zone: { title: 'Time zone', cell: ({ member }) => member.zone ?? '' },
  pronouns: { title: 'Pronouns', cell: ({ member }) => markdownText(member.pronouns ?? '') },
  employer: { title: 'Employer', cell: ({ member }, today) => markdownText(employerOn(member, today) ?? '') },
  since: { title: 'Since', cell: ({ terms }) => terms[0]?.since ?? '' },
  served: { title: 'Served', cell: ({ terms }) => terms.map(spanOf).filter(Boolean).join(', ') },
}

/** Where a person's profile is. */
export function profileAddress({ login }: Pick<Member, 'login'>): string {
  return `https://github.com/${login}`
}

function profileLink(member: Member): string {
  return markdownLink(member.login, profileAddress(member))
}

function spanOf({ since, until }: Term): string {
  const end = until === 'unknown' ? undefined : until
  if (since === undefined) return end === undefined ? '' : `until ${end}`
  return end === undefined ? `from ${since}` : `${since} to ${end}`
}

const ATTRIBUTES = { team: undefined, role: undefined, style: ['list', 'table'], columns: undefined }

/** The mark `wg:roster`: who serves today, on one team or on any. */
export const rosterMark: PageMark = {
  name: 'roster',
  attributes: ATTRIBUTES,
  lines: (attributes, matter) =>
    peopleLines(
      {
        attributes,
        matter,
        standard: attributes['team'] === undefined ? 'name login team' : 'name login role',
      },
      (terms, today) => terms.filter((term) => lastsOn(term, today)),
    ),
}

/** The mark `wg:emeritus`: who has served and does not any more, on one team or on any. */
export const emeritusMark: PageMark = {
  name: 'emeritus',
  attributes: ATTRIBUTES,
  lines: (attributes, matter) =>
    peopleLines({ attributes, matter, standard: 'name login served' }, (terms, today) =>
      terms.some((term) => lastsOn(term, today)) ? [] : terms.filter((term) => isOver(term, today)),
    ),
}

interface People {
  readonly attributes: MarkAttributes
  readonly matter: PageMatter
  /** The columns of a table that names none. */
  readonly standard: string
}

function peopleLines(
  { attributes, matter, standard }: People,
  choose: (terms: readonly Term[], today: Day) => readonly Term[],
): readonly Line[] | AttributeFault {
  const { team, role, style = 'list', columns = standard } = attributes
  const { workspace, now } = matter
  if (team !== undefined && !workspace.teamNames.has(team)) return noTeam(team, workspace)
  const names = columns.split(/[\s,]+/).filter(Boolean)
  const unknown = names.find((name) => !Object.hasOwn(COLUMNS, name))
  if (unknown !== undefined || names.length === 0) return noColumn(unknown ?? '')
  const today = todayAt(now)
  const people = workspace.members.flatMap((member): Shown[] => {
    const mine = member.terms.filter(
      (term) => (team ?? term.team) === term.team && (role ?? term.role) === term.role,
    )
    const terms = choose(mine, today)
    return terms.length === 0 ? [] : [{ member, terms }]
  })
  if (people.length === 0) return [{ text: '_Nobody._' }]
  return style === 'table' ? table(people, names, today) : people.map((shown) => listLine(shown, team))
}

function listLine({ member, terms }: Shown, team: string | undefined): Line {
  const roles =
    team === undefined ? [] : [...new Set(terms.map(({ role }) => role))].filter((role) => role !== 'member')
  const pronouns = member.pronouns === undefined ? '' : ` (${markdownText(member.pronouns)})`
  const role = roles.length === 0 ? '' : `, ${roles.join(', ')}`
  return {
    text: `- ${profileLink(member)} - ${markdownText(member.name)}${pronouns}${role}`,
    identity: profileAddress(member),
  }
}

function table(people: readonly Shown[], names: readonly string[], today: Day): readonly Line[] {
  const columns = names.flatMap((name) => COLUMNS[name] ?? [])
  return tableLines(
    columns.map(({ title }) => title),
    people.map((shown) => ({
      cells: columns.map(({ cell }) => cell(shown, today)),
      identity: profileAddress(shown.member),
    })),
  )
}

/** The fault of a mark that names a team without a charter. */
export function noTeam(team: string, { teamNames }: Workspace): AttributeFault {
  return {
    message: `There is no team \`${team}\`.`,
    hint: didYouMean(team, [...teamNames]) ?? `Name one of: ${[...teamNames].join(', ') || 'none yet'}.`,
  }
}

function noColumn(name: string): AttributeFault {
  const known = Object.keys(COLUMNS)
  return {
    message: `There is no column \`${name}\`.`,
    hint:
      didYouMean(name, known) ?? `Write some of: ${known.join(' ')}, as in \`columns="name login role"\`.`,
  }
}
