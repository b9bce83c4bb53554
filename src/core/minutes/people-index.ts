import type { Attendee } from './minutes-record.ts'

/** Knows the people of a file by the short names that notes use. */
export interface PeopleIndex {
  /** Login or name of who is meant; the words themselves when nobody of the roster is. */
  readonly ownerOf: (words: string) => string
  readonly knows: (words: string) => boolean
}

const EVERYBODY = new Set(['all', 'everyone', 'everybody'])

/** Makes the index of the people of a roster and of others who speak in the notes. */
export function indexPeople(attendees: readonly Attendee[], speakers: readonly string[] = []): PeopleIndex {
  const owners = new Map<string, string | null>()
  for (const attendee of attendees) {
    const owner = attendee.github ?? attendee.name ?? ''
    for (const key of keysOf(attendee))
      owners.set(key, owners.has(key) && owners.get(key) !== owner ? null : owner)
  }
  for (const speaker of speakers)
    if (!owners.has(keyOf(speaker))) owners.set(keyOf(speaker), speaker.replace(/^@/, ''))
  return {
    ownerOf: (words) =>
      EVERYBODY.has(words.toLowerCase())
        ? words.toLowerCase()
        : (owners.get(keyOf(words)) ?? words.replace(/^@/, '').trim()),
    knows: (words) => owners.has(keyOf(words)),
  }
}

function keysOf({ name, github }: Attendee): Set<string> {
  const keys = new Set(github === null ? [] : [keyOf(github)])
  const words = (name ?? '').split(' ').filter((word) => word !== '')
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  if (first === undefined) return keys
  keys.add(keyOf(words.join(' ')))
  keys.add(keyOf(first))
  if (last === undefined) return keys
  const initial = (word: string) => word.slice(0, 1)
  keys.add(keyOf(last))
  keys.add(keyOf(words.map(initial).join('')))
  keys.add(keyOf(`${initial(first)}${initial(last)}`))
  keys.add(keyOf(`${first} ${initial(last)}`))
  keys.add(keyOf(`${first}${initial(last)}`))
  keys.add(keyOf(`${initial(first)}${last}`))
  return keys
}

/** Small letters without accents, marks and the `@`. */
function keyOf(words: string): string {
  return words
    .normalize('NFD')
    .replace(/[\p{M}@.'’]/gu, '')
    .trim()
    .toLowerCase()
}
