import type { ImportedMember, ImportedTerm } from '../people/import/imported-member.ts'
import { findMember, type Member } from '../people/roster.ts'
import type { YamlChange } from '../text/yaml-change.ts'
import type { YamlData } from '../text/yaml-print.ts'
import type { Plan, WriteFile } from './change.ts'
import { planRoster, type RosterMatter } from './roster-file.ts'

/**
 * Plans to write imported people into the roster. What stands there stays: who is new is added, and who is known gets the imported
 * terms unless the roster knows terms on that team already, which a note says. A person without a name is added under the login.
 */
export function planImport(imported: readonly ImportedMember[], matter: RosterMatter): Plan<WriteFile> {
  const { members } = matter.workspace
  const added: YamlData[] = []
  const changes: YamlChange[] = []
  const notes: string[] = []
  for (const person of imported) {
    const known = findMember(members, person.login)
    if (!known) {
      added.push(memberData(person))
      if (person.name === undefined)
        notes.push(`No name stands with \`${person.login}\`, so the login stands in for it.`)
      continue
    }
    const terms = person.serves.filter(({ team }) => !known.terms.some((term) => term.team === team))
    if (terms.length > 0) {
      changes.push({
        kind: 'append',
        path: ['members', members.indexOf(known), 'serves'],
        values: terms.map(termData),
      })
    }
    notes.push(...differences(known, person))
  }
  if (added.length > 0) changes.push({ kind: 'append', path: ['members'], values: added })
  return planRoster(matter, changes, notes)
}

function differences({ login, terms }: Member, { serves }: ImportedMember): string[] {
  return [...new Set(serves.map(({ team }) => team))].flatMap((team) => {
    const known = terms.filter((term) => term.team === team)
    const found = serves.filter((term) => term.team === team)
    if (known.length === 0 || spell(known) === spell(found)) return []
    return [
      `\`${login}\` has terms on \`${team}\` already, which stay as they are; the pages say: ${spell(found)}.`,
    ]
  })
}

function spell(terms: readonly Pick<ImportedTerm, 'role' | 'since' | 'until'>[]): string {
  return terms
    .map(
      ({ role, since, until }) =>
        `${roleId(role)} from ${since ?? 'an unknown day'} to ${until === undefined ? 'now' : until === 'unknown' ? 'an unknown day' : until}`,
    )
    .join('; ')
}

function memberData({ login, name, serves }: ImportedMember): YamlData {
  return { login, name: name ?? login, serves: serves.map(termData) }
}

function termData({ team, role, since, until, reason }: ImportedTerm): YamlData {
  return {
    team,
    ...(roleId(role) === 'member' ? {} : { role: roleId(role) }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(reason === undefined ? {} : { reason }),
  }
}

/** The words of a role column as the id of a role: `Lead Developer` is `lead-developer`. */
function roleId(words: string): string {
  const id = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-\d]+|-+$/g, '')
  return id === '' ? 'member' : id
}
