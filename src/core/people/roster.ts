import * as z from 'zod'
import { day, kebabName, line, login, readText, zone } from '../fields.ts'
import { given } from '../given.ts'
import { mapping } from '../text/shape.ts'
import { type Day, parseDay } from '../time/day.ts'
import type { ZoneId } from '../time/zone.ts'

/** The last day of a term; a term that ended on a day that nobody remembers says so. */
export const lastDay = readText<Day | 'unknown'>(
  (text) => (text === 'unknown' ? text : parseDay(text)),
  (text) =>
    `\`${text}\` is no day of the calendar.\nWrite year, month and day, \`2026-12-03\`, or \`unknown\` when nobody knows it.`,
)

const writtenTerm = mapping({
  team: kebabName,
  role: kebabName.default('member'),
  since: day.optional().meta({ description: 'The first day; leave it out when nobody knows.' }),
  until: lastDay
    .optional()
    .meta({ description: 'The last day, or `unknown`; leave it out while the term lasts.' }),
  'term-ends': day.optional().meta({ description: 'The day on which the term is due to end.' }),
  reason: line.optional(),
})

const writtenEmployer = mapping({ name: line, since: day.optional(), until: day.optional() })

const writtenMember = mapping({
  login: login.meta({ description: 'The GitHub login, without `@`.' }),
  name: line,
  id: z
    .int()
    .positive()
    .optional()
    .meta({ description: "GitHub's number of the account; it survives a rename." }),
  'time-zone': zone.optional().meta({ description: 'An IANA name such as `Europe/Vienna`.' }),
  employer: z.union([line, z.array(writtenEmployer)]).optional(),
  pronouns: line.optional(),
  contact: line.optional(),
  serves: z
    .array(writtenTerm)
    .default([])
    .meta({ description: 'The terms this person serves or has served.' }),
})

/** What people write in `members.yml`. */
export const rosterShape = mapping({
  members: z.array(writtenMember),
}).meta({ title: 'members.yml', description: 'People, each once, and the terms they serve.' })

/** Time served on a team. A term that has ended is what other rosters call emeritus or alumni. */
export interface Term {
  readonly team: string
  readonly role: string
  /** The first day; undefined when nobody knows it. */
  readonly since?: Day
  /** The last day; undefined while the term lasts; `unknown` when it has ended and nobody knows when. */
  readonly until?: Day | 'unknown'
  /** The day on which the term is due to end. */
  readonly termEnds?: Day
  readonly reason?: string
}

/** A stretch of days at one employer. */
export interface Employment {
  readonly name: string
  readonly since?: Day
  readonly until?: Day
}

/** A person, once, by GitHub login. */
export interface Member {
  readonly login: string
  readonly name: string
  readonly id?: number
  readonly zone?: ZoneId
  readonly employers: readonly Employment[]
  readonly pronouns?: string
  readonly contact?: string
  readonly terms: readonly Term[]
}

/** What `members.yml` means: the members in the order of the file. */
export function makeRoster(written: z.output<typeof rosterShape>): readonly Member[] {
  return written.members.map(
    ({ login, name, id, employer, pronouns, contact, serves, 'time-zone': zone }) => ({
      login,
      name,
      employers: typeof employer === 'string' ? [{ name: employer }] : (employer ?? []).map(given),
      terms: serves.map(({ 'term-ends': termEnds, ...term }) => given({ ...term, termEnds })),
      ...given({ id, zone, pronouns, contact }),
    }),
  )
}

/** A stretch of days; an end that nobody knows, or that has not come, is missing. */
interface Stretch {
  readonly since?: Day
  readonly until?: Day | 'unknown'
}

/**
 * Whether a term lasts on a day; both its ends belong to it. Where the first day is unknown every earlier day counts; a term that
 * ended on an unknown day lasts on no day.
 */
export function lastsOn({ since, until }: Stretch, day: Day): boolean {
  if (until === 'unknown') return false
  return (since === undefined || since <= day) && (until === undefined || day <= until)
}

/** Whether a term is over on a day. */
export function isOver({ until }: Stretch, day: Day): boolean {
  return until === 'unknown' || (until !== undefined && until < day)
}

/** Whether somebody serves on a team on a day, in whatever role. */
export function servesOn({ terms }: Pick<Member, 'terms'>, team: string, day: Day): boolean {
  return terms.some((term) => term.team === team && lastsOn(term, day))
}

/** The members who serve on a team on a day, in the order of the roster. */
export function membersOf(roster: readonly Member[], team: string, day: Day): readonly Member[] {
  return roster.filter((member) => servesOn(member, team, day))
}

/** The member with a login, in whatever spelling: GitHub does not tell large letters from small ones. */
export function findMember(roster: readonly Member[], login: string): Member | undefined {
  const wanted = login.toLowerCase()
  return roster.find((member) => member.login.toLowerCase() === wanted)
}

/** Who employs a member on a day, as the roster spells it; undefined when it does not say. */
export function employerOn({ employers }: Member, day: Day): string | undefined {
  return employers.findLast((employment) => lastsOn(employment, day))?.name
}
