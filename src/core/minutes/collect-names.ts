import type { MinutesRecord, NameLookup } from './minutes-record.ts'

/** Logins by name, from many minutes: only names that stand with one login and no other. */
export function collectNames(
  records: readonly Pick<MinutesRecord, 'attendees'>[],
): ReadonlyMap<string, string> {
  const logins = new Map<string, Set<string>>()
  const written = new Map<string, string>()
  for (const { name, github, from } of records.flatMap((record) => record.attendees)) {
    if (name === null || github === null || from !== undefined) continue
    const key = nameKey(name)
    logins.set(key, (logins.get(key) ?? new Set()).add(github.toLowerCase()))
    written.set(github.toLowerCase(), written.get(github.toLowerCase()) ?? github)
  }
  const single = [...logins].filter(([, found]) => found.size === 1)
  return new Map(single.map(([key, found]) => [key, written.get([...found][0] ?? '') ?? '']))
}

/** A lookup in the names of a folder. */
export function lookupInFolder(names: ReadonlyMap<string, string>): NameLookup {
  return (name) => {
    const github = names.get(nameKey(name))
    return github === undefined ? undefined : { github, from: 'folder' }
  }
}

/** The name by which two spellings of it are known to be the same. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}
