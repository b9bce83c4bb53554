import { nameKey } from '../minutes/collect-names.ts'
import { membersByName } from '../minutes/read-folder.ts'
import { type Member, servesOn } from '../people/roster.ts'
import type { Day } from '../time/day.ts'

/** Somebody as minutes name them. */
export interface NamedPerson {
  readonly name: string | null
  readonly github: string | null
}

/** In whose minutes somebody stands, and when. */
export interface NamedPlace {
  readonly team: string
  readonly date: Day
}

/** Finds the members of a roster whom minutes name. */
export interface KnownMembers {
  readonly roster: readonly Member[]
  /** By login, or by a name that one member alone has: people rename their accounts, and old minutes have the old login. */
  readonly find: (person: NamedPerson) => Member | undefined
  /** Who owns an action: found as above, or by the first name that one person alone of the team has on that day. */
  readonly findOwner: (owner: string, place: NamedPlace) => Member | undefined
}

/** Makes the index of a roster. */
export function knowMembers(roster: readonly Member[]): KnownMembers {
  const byLogin = new Map(roster.map((member) => [member.login.toLowerCase(), member]))
  const byName = membersByName(roster)
  const find = ({ name, github }: NamedPerson): Member | undefined =>
    byLogin.get((github ?? '').toLowerCase()) ??
    byLogin.get((name === null ? '' : (byName.get(nameKey(name)) ?? '')).toLowerCase())
  return {
    roster,
    find,
    findOwner: (owner, { team, date }) => {
      const known = find({ name: owner, github: owner })
      if (known) return known
      const first = nameKey(owner)
      const serving = roster.filter(
        (member) => nameKey(member.name).split(' ')[0] === first && servesOn(member, team, date),
      )
      return serving.length === 1 ? serving[0] : undefined
    },
  }
}
