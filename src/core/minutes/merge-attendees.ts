import type { Attendee, NameLookup } from './minutes-record.ts'
import type { ListedPerson } from './listed-person.ts'

/** Each person once, in the order of first mention; present in one list is present; logins that the file lacks come from `names`. */
export function mergeAttendees(
  people: readonly ListedPerson[],
  names: NameLookup = () => undefined,
): Attendee[] {
  const merged: Attendee[] = []
  const byLogin = new Map<string, number>()
  const byName = new Map<string, number>()
  for (const person of people) {
    const attendee = asAttendee(person, names)
    const login = attendee.github?.toLowerCase()
    const name = attendee.name?.toLowerCase()
    const known = login === undefined ? undefined : byLogin.get(login)
    const at =
      known ??
      (name === undefined
        ? undefined
        : (sameName(name, login, { byName, merged }) ?? firstNameOf(person, merged)))
    const index = at ?? merged.length
    merged[index] = at === undefined ? attendee : join(merged[at], attendee)
    if (login !== undefined) byLogin.set(login, index)
    if (name !== undefined && !byName.has(name)) byName.set(name, index)
  }
  return merged
}

/** The same name is the same person, unless both have logins and they differ. */
function sameName(
  name: string,
  login: string | undefined,
  known: { byName: ReadonlyMap<string, number>; merged: readonly Attendee[] },
): number | undefined {
  const at = known.byName.get(name)
  const other = at === undefined ? null : (known.merged[at]?.github ?? null)
  return login === undefined || other === null || other.toLowerCase() === login ? at : undefined
}

/** In a sentence such as `Present: Ada, Ben`, a first name is the one person of the roster who has it. */
function firstNameOf({ name, listed, login }: ListedPerson, merged: readonly Attendee[]): number | undefined {
  if (name === null || login !== null || listed !== 'sentence' || name.includes(' ')) return undefined
  const start = `${name.toLowerCase()} `
  const found = merged.flatMap((attendee, index) =>
    attendee.name?.toLowerCase().startsWith(start) === true ? [index] : [],
  )
  return found.length === 1 ? found[0] : undefined
}

function asAttendee({ name, login, role, present, line }: ListedPerson, names: NameLookup): Attendee {
  const found = login === null && name !== null ? names(name) : undefined
  const from = found === undefined ? {} : { from: found.from }
  return { name, github: login ?? found?.github ?? null, role, present, ...from, line }
}

function join(first: Attendee | undefined, second: Attendee): Attendee {
  if (first === undefined) return second
  const from = first.github === null ? second.from : first.from
  return {
    name: first.name ?? second.name,
    github: first.github ?? second.github,
    role: first.role ?? second.role,
    present: first.present || second.present,
    ...(from === undefined ? {} : { from }),
    line: first.line,
  }
}
