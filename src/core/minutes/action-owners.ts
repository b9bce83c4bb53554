import { findCommitments, splitNames } from './commitments.ts'
import type { PeopleIndex } from './people-index.ts'
import type { Sentence } from './split-sentences.ts'

const NAME = "@?[\\p{L}@][\\p{L}\\p{M}\\p{N}'’._-]*(?: \\p{Lu}[\\p{L}\\p{M}'’.-]*){0,2}"
const NAMES = `${NAME}(?:(?:, ?| and | ?& ?| ?/ ?)@?${NAME}){0,6}`
/** Where the names of those who act can stand, the surest place first. */
const PLACES: readonly RegExp[] = [
  new RegExp(`^(${NAMES})\\s*(?::|\\s[-–—]|,)\\s+\\S`, 'u'),
  /^(@[\w-]+(?:(?:,| and| &)? @[\w-]+){0,6})/,
  new RegExp(
    `(?:\\s[-–—]+\\s*|[([]\\s*)(?:owners?: ?|assigned to:? ?)?(${NAMES})\\s*[)\\]]?[\\s.]*(?:-+ \\w+)?$`,
    'u',
  ),
  new RegExp(
    `^((?:\\p{Lu}[\\p{L}'’-]*)(?: \\p{Lu}[\\p{L}'’-]*)?(?:(?:, ?| and | ?& ?| ?/ ?)\\p{Lu}[\\p{L}'’-]*){0,4})(?= )`,
    'u',
  ),
  /^([a-z][\w-]{1,30})(?= )/,
]

/** Who has to act: by what the sentence promises, by the names before its colon, by those at its end, by its first words. */
export function ownersOf(sentence: Sentence, people: PeopleIndex): string[] {
  const promised = [...new Set(findCommitments(sentence, people).flatMap((one) => one.owners))]
  if (promised.length > 0) return promised
  const speaking = known(sentence.speaker ?? '', people)
  if (speaking.length > 0) return speaking
  for (const place of PLACES) {
    const found = known(place.exec(sentence.text)?.[1] ?? '', people)
    if (found.length > 0) return found
  }
  return []
}

/** Whether a label is the name of somebody whom the file knows, or a login. */
export function namesOwners(label: string, people: PeopleIndex): boolean {
  return known(label, people).length > 0
}

function known(names: string, people: PeopleIndex): string[] {
  const found = splitNames(names).filter((name) => people.knows(name) || name.startsWith('@'))
  return [...new Set(found.map((name) => people.ownerOf(name)))]
}
