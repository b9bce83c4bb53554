import { given } from '../given.ts'
import { findMember, isOver, lastsOn, type Member, type Term } from '../people/roster.ts'
import { refuse } from '../problem.ts'
import { didYouMean } from '../text/nearest.ts'
import type { YamlChange } from '../text/yaml-change.ts'
import type { YamlData } from '../text/yaml-print.ts'
import { addDays, type Day } from '../time/day.ts'
import { latestToday } from '../time/today.ts'
import type { Workspace } from '../workspace.ts'
import type { Plan, WriteFile } from './change.ts'
import { memberAt, planRoster, ROSTER_KEYS, type RosterMatter } from './roster-file.ts'

/** A term that begins. */
export interface NewTerm {
  readonly team: string
  readonly role: string
  /** The first day; undefined when nobody knows it. */
  readonly since?: Day
  readonly termEnds?: Day
  /** Whether a first day that has not come is meant so. */
  readonly planned: boolean
}

/** A person who is not in the roster yet. */
export interface NewMember {
  readonly login: string
  readonly name: string
  readonly id?: number
  readonly zone?: string
  readonly employer?: string
  readonly pronouns?: string
  readonly contact?: string
  readonly term?: NewTerm
}

/** Plans to add a person to the roster. Refuses one who is there already, in whatever spelling. */
export function planAddMember(person: NewMember, matter: RosterMatter): Plan<WriteFile> {
  const { login, name, id, zone, employer, pronouns, contact, term } = person
  const known = findMember(matter.workspace.members, login)
  if (known) {
    throw refuse(
      'member',
      `\`${login}\` is in members.yml already${known.login === login ? '' : `, as \`${known.login}\``}: ${known.name}.`,
      `To let the person serve on a team: \`wg member join ${known.login} --team …\`.`,
    )
  }
  if (term) refuseTerm(term, matter)
  const facts = given({ id, 'time-zone': zone, employer, pronouns, contact })
  const value = { login, name, ...facts, ...(term ? { serves: [termData(term)] } : {}) } as YamlData
  const joins = term ? [joinNote(name, term)] : []
  return planRoster(
    matter,
    [{ kind: 'append', path: ['members'], values: [value] }],
    [`${name} (@${login}) is added to members.yml.`, ...joins],
  )
}

/** Plans to let a member serve on a team. Refuses an unknown team or role, and a day on which the person serves in that role already. */
export function planJoin(login: string, term: NewTerm, matter: RosterMatter): Plan<WriteFile> {
  const { member, index } = memberAt(matter.workspace, login)
  refuseTerm(term, matter)
  const same = member.terms.find(
    (each) => each.team === term.team && each.role === term.role && !endsBefore(each, term.since),
  )
  if (same) throw servesAlready(member, same)
  const notes = [joinNote(member.name, term), ...otherRoles(member, term)]
  return planRoster(
    matter,
    [{ kind: 'append', path: ['members', index, 'serves'], values: [termData(term)] }],
    notes,
  )
}

/** Whether a term is over before a day; before an unknown day nothing is sure to be over but what has ended. */
function endsBefore(term: Term, day: Day | undefined): boolean {
  return day === undefined ? term.until !== undefined : isOver(term, day)
}

function servesAlready({ name, login }: Member, { team, role, since, until }: Term): Error {
  const from = since === undefined ? '' : ` since ${since}`
  if (until === undefined || until === 'unknown') {
    return refuse(
      'member',
      `${name} serves on \`${team}\` as ${role}${from} already.`,
      `End that term first: \`wg member retire ${login} --team ${team} --role ${role}\`.`,
    )
  }
  return refuse(
    'member',
    `${name} served on \`${team}\` as ${role}${from} until ${until}, and the new term would begin before that.`,
    `Let it begin later: \`--since ${addDays(until, 1)}\`.`,
  )
}

function joinNote(name: string, { team, role, since }: NewTerm): string {
  return `${name} serves on \`${team}\` as ${role}${since === undefined ? ', since a day that nobody knows' : ` from ${since} on`}.`
}

function otherRoles({ name, login, terms }: Member, { team, since }: NewTerm): string[] {
  const roles = terms.filter(
    (term) => term.team === team && (since === undefined ? term.until === undefined : lastsOn(term, since)),
  )
  return roles.map(
    ({ role }) =>
      `${name} goes on as ${role}, too; to end that: \`wg member retire ${login} --team ${team} --role ${role}\`.`,
  )
}

function termData({ team, role, since, termEnds }: NewTerm): YamlData {
  return {
    team,
    ...(role === 'member' ? {} : { role }),
    ...given({ since, 'term-ends': termEnds }),
  }
}

function refuseTerm(
  { team, role, since, termEnds, planned }: NewTerm,
  { workspace, now }: RosterMatter,
): void {
  const charter = workspace.charters.get(team)
  if (!workspace.teamNames.has(team)) throw unknownTeam(team, workspace)
  const roles = charter?.roles.map(({ id }) => id) ?? []
  if (roles.length > 0 && role !== 'member' && !roles.includes(role)) {
    throw refuse(
      'member',
      `The charter of \`${team}\` knows no role \`${role}\`.`,
      didYouMean(role, roles) ?? `It has: ${roles.join(', ')}.`,
    )
  }
  if (since !== undefined && !planned && since > latestToday(now)) {
    throw refuse(
      'usage',
      `${since} has not come yet.`,
      'If the term is meant to begin then, say so with `--planned`.',
    )
  }
  if (since !== undefined && termEnds !== undefined && termEnds < since) {
    throw refuse(
      'usage',
      `The term would be due to end on ${termEnds}, before it begins on ${since}.`,
      'Put the two days right.',
    )
  }
}

/** The refusal of a team that has no charter. */
export function unknownTeam(team: string, { teamNames }: Workspace): Error {
  return refuse(
    'member',
    `There is no team \`${team}\`.`,
    didYouMean(team, [...teamNames]) ??
      `Write charters/${team}.md, or name one of: ${[...teamNames].join(', ') || 'none yet'}.`,
  )
}

/** How terms end. */
export interface Retirement {
  /** The last day of service, or that nobody knows it. */
  readonly until: Day | 'unknown'
  /** Undefined for every team that the person serves on. */
  readonly team?: string
  readonly role?: string
  readonly reason?: string
  readonly planned: boolean
}

/** Plans to end the terms that a member serves. Refuses when there is none, and a last day before the first one. */
export function planRetire(login: string, retirement: Retirement, matter: RosterMatter): Plan<WriteFile> {
  const { member, index } = memberAt(matter.workspace, login)
  const { until, team, role, reason, planned } = retirement
  if (team !== undefined && !matter.workspace.teamNames.has(team)) throw unknownTeam(team, matter.workspace)
  if (until !== 'unknown' && !planned && until > latestToday(matter.now)) {
    throw refuse(
      'usage',
      `${until} has not come yet.`,
      'If the term is meant to end then, say so with `--planned`.',
    )
  }
  const ending = member.terms
    .map((term, at) => ({ term, at }))
    .filter(
      ({ term }) =>
        term.until === undefined && (team ?? term.team) === term.team && (role ?? term.role) === term.role,
    )
  if (ending.length === 0) throw servesNot(member, retirement)
  for (const { term } of ending) refuseEarlyEnd(member, term, until)
  const changes = ending.flatMap(({ at }): YamlChange[] => {
    const path = ['members', index, 'serves', at]
    const facts = Object.entries(given({ until, reason }))
    return facts.map(([key, value]) => ({ kind: 'set', path, key, value, order: ROSTER_KEYS }))
  })
  return planRoster(
    matter,
    changes,
    ending.map(({ term }) => retireNote(member, term, until)),
  )
}

function retireNote({ name }: Member, { team, role }: Term, until: Day | 'unknown'): string {
  return until === 'unknown'
    ? `${name} serves on \`${team}\` as ${role} no longer, since a day that nobody knows.`
    : `The last day of ${name} on \`${team}\` as ${role} is ${until}.`
}

function refuseEarlyEnd({ name, login }: Member, { team, since }: Term, until: Day | 'unknown'): void {
  if (until === 'unknown' || since === undefined || since <= until) return
  throw refuse(
    'member',
    `${name} has served on \`${team}\` since ${since} only, so ${until} cannot be the last day.`,
    `Name the last day, \`wg member retire ${login} --team ${team} --until ${since}\`, or take the term out of members.yml if it never was.`,
  )
}

function servesNot({ name, terms }: Member, { team, role }: Retirement): Error {
  const lasting = terms
    .filter(({ until }) => until === undefined)
    .map((term) => `\`${term.team}\` as ${term.role}`)
  const what = `${team === undefined ? 'on no team' : `not on \`${team}\``}${role === undefined ? '' : ` as ${role}`}`
  return refuse(
    'member',
    `${name} serves ${what}, so there is nothing to end.`,
    lasting.length === 0
      ? 'All terms of this person have their last day already.'
      : `This person serves on ${lasting.join(', ')}.`,
  )
}
