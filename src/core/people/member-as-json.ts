import type { Employment, Member, Term } from './roster.ts'

/** The shape of a term for programs. `until` is a day, `unknown` when it ended on a day that nobody knows, null while it lasts. */
export function termAsJson({ team, role, since, until, termEnds, reason }: Term) {
  return {
    team,
    role,
    since: since ?? null,
    until: until ?? null,
    termEnds: termEnds ?? null,
    reason: reason ?? null,
  }
}

/** The shape of a person for programs, with the terms that are to be shown. */
export function memberAsJson(member: Member, terms: readonly Term[] = member.terms) {
  const { login, name, id, zone, pronouns, contact, employers } = member
  return {
    login,
    name,
    id: id ?? null,
    timeZone: zone ?? null,
    pronouns: pronouns ?? null,
    contact: contact ?? null,
    employers: employers.map(employmentAsJson),
    terms: terms.map(termAsJson),
  }
}

function employmentAsJson({ name, since, until }: Employment) {
  return { name, since: since ?? null, until: until ?? null }
}
