import type { Standing } from './roster-section.ts'
import { plainWords, type RosterWords } from './roster-words.ts'

/** What a heading says about the list below it. */
export interface HeadingMeaning {
  readonly group?: string
  readonly standing: Standing
  readonly role?: string
  readonly unsure: boolean
}

/** Reads a heading by the tables; `prose` when it is about membership, undefined when it says nothing of a roster. */
export function readHeading(title: string, words: RosterWords): HeadingMeaning | 'prose' | undefined {
  const plain = withoutOwner(plainWords(title))
  const each = new Set(plain.split(' '))
  if (words.prose.some((word) => each.has(word))) return 'prose'
  const past = words.past.some((word) => each.has(word))
  const found = longest(
    words.groups.filter(({ word }) => endsWithWords(past ? withoutPast(plain, words) : plain, word)),
  )
  if (found === undefined) return past ? { standing: 'past', unsure: !endsInPast(plain, words) } : undefined
  const { group, role, unsure = false } = found
  return {
    standing: past ? 'past' : 'serving',
    unsure,
    ...(group === undefined ? {} : { group }),
    ...(role === undefined ? {} : { role }),
  }
}

/** `members of the triage group` is about members: what follows `of` says only whose they are. */
function withoutOwner(plain: string): string {
  const [before = plain] = plain.split(/ (?:of|list) ?/u)
  return before
}

function endsInPast(plain: string, words: RosterWords): boolean {
  return words.past.some((word) => endsWithWords(plain, word))
}

/** `collaborator emeriti` and `emeritus members` both end in their group once the word for past is out of the way. */
function withoutPast(plain: string, words: RosterWords): string {
  const past = new Set(words.past)
  return plain
    .split(' ')
    .filter((word) => !past.has(word))
    .join(' ')
}

function endsWithWords(plain: string, word: string): boolean {
  return plain === word || plain.endsWith(` ${word}`)
}

function longest<T extends { readonly word: string }>(found: readonly T[]): T | undefined {
  return found.toSorted((a, b) => b.word.length - a.word.length)[0]
}
