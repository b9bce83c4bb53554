import { groupBy } from '../group-by.ts'
import type { MinutesRecord } from '../minutes/minutes-record.ts'
import type { ImportedMember } from '../people/import/imported-member.ts'
import { findMember, isOver, lastsOn, type Member } from '../people/roster.ts'
import { type Problem, sortProblems } from '../problem.ts'
import type { Day } from '../time/day.ts'
import { type DatedMinutes, type Listing, listPeople } from './listed-people.ts'

/** Minutes of one team. */
export interface MinutesHistory {
  /** In any order. */
  readonly files: readonly { readonly file: string; readonly minutes: MinutesRecord }[]
  /** The team that all terms are served on. */
  readonly team: string
  /** Who is known already. */
  readonly members: readonly Member[]
  readonly today: Day
}

/** What the lists of minutes tell of who serves. */
export interface TermsOfMinutes {
  /** Those who have no term on the team yet, in the order in which they first appear. */
  readonly members: readonly ImportedMember[]
  /** How many people stand in the minutes by a login. */
  readonly people: number
  /** Sentences: who may have left, and who was there outside their terms. */
  readonly notes: readonly string[]
  /** Nothing may be written when one of them is an error. */
  readonly problems: readonly Problem[]
}

/**
 * Makes terms out of the lists of minutes, of those who were there and of those who were not. A term begins on the day of
 * the first minutes that list the person; those of the first minutes began on an unknown day. No term ends, since not to come is not
 * to leave: a note says who does not stand in the newest minutes.
 */
export function termsFromMinutes({ files, team, members, today }: MinutesHistory): TermsOfMinutes {
  const dated = files.flatMap(({ file, minutes }): DatedMinutes[] =>
    minutes.date === null || minutes.date > today ? [] : [{ file, minutes, day: minutes.date }],
  )
  const { listings, problems } = listPeople(dated.toSorted(byDay), members)
  const people = [...groupBy(listings, ({ login }) => login.toLowerCase()).values()]
  const span = { first: listings[0]?.day, last: listings.at(-1)?.day }
  const strangers = people.filter((one) => termsOf(one, members, team).length === 0)
  return {
    people: people.length,
    members: strangers.map((one) => memberOf(one, team, span.first)),
    notes: [
      ...people.flatMap((one) => outsideTerms(one, members, team)),
      ...goneQuiet(people, { members, team, today, last: span.last }),
    ],
    problems: sortProblems([...files.flatMap((one) => readingProblems(one, today)), ...problems]),
  }
}

function byDay(a: DatedMinutes, b: DatedMinutes): number {
  const [one, other] = [`${a.day} ${a.file}`, `${b.day} ${b.file}`]
  return one < other ? -1 : one > other ? 1 : 0
}

function termsOf([first]: readonly Listing[], members: readonly Member[], team: string): Member['terms'] {
  const known = first && findMember(members, first.login)
  return known?.terms.filter((term) => term.team === team) ?? []
}

function memberOf(listings: readonly Listing[], team: string, earliest: Day | undefined): ImportedMember {
  const name = listings.findLast((one) => one.name !== null)?.name
  const since = listings[0]?.day
  return {
    login: listings.at(-1)?.login ?? '',
    ...(typeof name === 'string' ? { name } : {}),
    serves: [{ team, role: 'member', ...(since === undefined || since === earliest ? {} : { since }) }],
  }
}

/** The terms of the roster stay as they are; that minutes list somebody on other days is worth a look. */
function outsideTerms(listings: readonly Listing[], members: readonly Member[], team: string): string[] {
  const terms = termsOf(listings, members, team)
  if (terms.length === 0 || terms.some(({ until }) => until === 'unknown')) return []
  const outside = listings.filter(({ day }) => !terms.some((term) => lastsOn(term, day)))
  const [first] = outside
  const last = outside.at(-1)
  if (!first || !last) return []
  const lists = outside.length === 1 ? 'one of the minutes lists' : `${outside.length} of the minutes list`
  const days = first.day === last.day ? `on ${first.day}` : `from ${first.day} to ${last.day}`
  return [
    `\`${first.login}\` has terms on \`${team}\` already, which stay as they are; ${lists} them on days of none of these terms, ${days}.`,
  ]
}

interface QuietMatter extends Omit<MinutesHistory, 'files'> {
  readonly last: Day | undefined
}

/** Those who serve, or will by this import, and do not stand in the newest minutes. */
function goneQuiet(people: readonly (readonly Listing[])[], matter: QuietMatter): string[] {
  const { members, team, today, last } = matter
  const quiet = people.filter((one) => {
    const terms = termsOf(one, members, team)
    const serves = terms.length === 0 || terms.some((term) => !isOver(term, today))
    return serves && one.at(-1)?.day !== last
  })
  if (quiet.length === 0 || last === undefined) return []
  const who = quiet.length === 1 ? 'One of them does' : `${quiet.length} of them do`
  return [
    `${who} not stand in the newest minutes, of ${last}. Not to come is not to leave, so no term was ended.`,
    ...quiet.flatMap((one) => adviceOn(one, team)),
  ]
}

function adviceOn(listings: readonly Listing[], team: string): string[] {
  const lastListed = listings.at(-1)
  if (!lastListed) return []
  const { login, day } = lastListed
  const times = counted(new Set(listings.map(({ file }) => file)).size)
  return [
    `\`${login}\` was last listed on ${day}, ${times}. If they have left: \`wg member retire ${login} --team ${team} --until ${day}\`, or the last day that you know.`,
  ]
}

function counted(times: number): string {
  return times === 1 ? 'once in all' : `${times} times in all`
}

/** What can keep people out of a list, or give it a wrong day. Faults of the rest of the text do not matter here. */
const MATTERS: ReadonlySet<string> = new Set([
  'minutes-date-mismatch',
  'minutes-encoding',
  'minutes-long-line',
  'minutes-no-attendees',
  'minutes-open-comment',
  'minutes-open-fence',
])

function readingProblems({ file, minutes }: MinutesHistory['files'][number], today: Day): Problem[] {
  const found = minutes.problems.filter(({ rule, severity }) => severity === 'error' || MATTERS.has(rule))
  if (minutes.date === null || minutes.date <= today) return found
  return [
    {
      rule: 'minutes-to-come',
      severity: 'warning',
      message: `The day of these minutes, ${minutes.date}, has not come, so they were left out.`,
      hint: 'Put the day right if it is wrong.',
      place: { file, line: 1, column: 1 },
    },
  ]
}
