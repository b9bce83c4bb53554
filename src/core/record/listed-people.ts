import { login as loginShape } from '../fields.ts'
import { groupBy } from '../group-by.ts'
import { nameKey } from '../minutes/collect-names.ts'
import type { Attendee, MinutesRecord } from '../minutes/minutes-record.ts'
import type { Member } from '../people/roster.ts'
import type { Problem } from '../problem.ts'
import type { Day } from '../time/day.ts'
import { isGuest } from './guest.ts'
import { knowMembers } from './know-members.ts'

/** Minutes whose day is known. */
export interface DatedMinutes {
  readonly file: string
  readonly day: Day
  readonly minutes: MinutesRecord
}

/** Somebody in the list of one meeting, there or not, by a login that is theirs. */
export interface Listing {
  /** The login of the roster where it knows the person, else as it stands there. */
  readonly login: string
  readonly name: string | null
  readonly day: Day
  readonly file: string
  readonly line: number
}

/** Who stands in minutes, and who was left out of that or is in doubt: once each, at the first place. */
export interface ListedPeople {
  readonly listings: readonly Listing[]
  readonly problems: readonly Problem[]
}

interface Entry {
  readonly attendee: Attendee
  readonly source: DatedMinutes
}

/** Finds the people in the lists of minutes, which come in the order of their days. No login is made up. */
export function listPeople(sources: readonly DatedMinutes[], roster: readonly Member[]): ListedPeople {
  const { find } = knowMembers(roster)
  const entries = sources.flatMap((source) =>
    source.minutes.attendees.map((attendee): Entry => ({ attendee, source })),
  )
  const doubted = entries.map((entry) => ({ entry, doubt: doubtOf(entry) }))
  const listings = doubted.flatMap(({ entry: { attendee, source }, doubt }): Listing[] => {
    const { github, name, line } = attendee
    if (doubt !== undefined || github === null) return []
    const login = find(attendee)?.login ?? github
    return [{ login, name, day: source.day, file: source.file, line }]
  })
  const renamed = entries.flatMap(({ attendee, source }) => {
    const member = find(attendee)
    const isOther = member !== undefined && member.login.toLowerCase() !== attendee.github?.toLowerCase()
    return isOther && attendee.github !== null && !isGuest(attendee)
      ? [renamedDoubt(member, attendee.github, { attendee, source })]
      : []
  })
  const doubts = doubted.flatMap(({ doubt }) => doubt ?? [])
  return { listings, problems: [...oneEach([...doubts, ...renamed]), ...namesakes(listings)] }
}

/** A doubt and what it is about: the same is said once. */
interface Doubt {
  readonly about: string
  readonly problem: Problem
}

/** Why somebody is left out. */
function doubtOf(entry: Entry): Doubt | undefined {
  const { name, github, role } = entry.attendee
  const shown = name ?? `@${github ?? ''}`
  if (isGuest(entry.attendee))
    return doubt(entry, {
      rule: 'minutes-guest',
      about: nameKey(github ?? shown),
      message: `\`${shown}\` stands here as \`${role ?? ''}\`, so this list was not counted for them.`,
    })
  if (github === null)
    return doubt(entry, {
      rule: 'minutes-no-login',
      about: nameKey(shown),
      message: `\`${shown}\` stands here without a login, and neither members.yml nor the other minutes of this folder say which one is theirs, so they were left out.`,
      hint: `Write \`${shown} (@login)\`; no login is made up from a name.`,
    })
  if (loginShape.safeParse(github).success) return undefined
  return doubt(entry, {
    rule: 'minutes-no-login',
    about: github,
    message: `\`${github}\` is no GitHub login, so \`${shown}\` was left out.`,
    hint: 'Put the login right.',
  })
}

function renamedDoubt({ login, name }: Member, github: string, entry: Entry): Doubt {
  return doubt(entry, {
    rule: 'minutes-other-login',
    about: `${login} ${github}`,
    message: `\`${github}\` is taken for \`${login}\`, who has the name ${name} in members.yml.`,
    hint: `If they are two people, add the other first: \`wg member add ${github} --name "…"\`.`,
  })
}

type Said = Omit<Problem, 'severity' | 'place'> & Pick<Doubt, 'about'>

function doubt({ attendee, source }: Entry, { about, ...said }: Said): Doubt {
  const place = { file: source.file, line: attendee.line, column: 1 }
  return { about: `${said.rule} ${about}`, problem: { ...said, severity: 'warning', place } }
}

function oneEach(doubts: readonly Doubt[]): Problem[] {
  return [...groupBy(doubts, ({ about }) => about).values()].flatMap(([first]) =>
    first ? [first.problem] : [],
  )
}

/** One name with two logins: a slip, a renamed account or two people; nobody can tell from here. */
function namesakes(listings: readonly Listing[]): Problem[] {
  const named = listings.filter(({ name }) => name !== null)
  return [...groupBy(named, ({ name }) => nameKey(name ?? ''))].flatMap(([, all]): Problem[] => {
    const logins = new Map(all.map((listing) => [listing.login.toLowerCase(), listing]))
    const [first, second] = [...logins.values()]
    if (!first || !second) return []
    const shown = [...logins.values()].map(({ login }) => `\`${login}\``).join(' and ')
    return [
      {
        rule: 'minutes-two-logins',
        severity: 'warning',
        message: `\`${second.name ?? ''}\` stands in these minutes with ${shown}, and each of them was taken for a person.`,
        hint: 'If it is one person, correct the minutes, or keep one entry in members.yml afterwards.',
        place: { file: second.file, line: second.line, column: 1 },
      },
    ]
  })
}
