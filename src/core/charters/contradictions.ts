import type { ProseText } from './prose-part.ts'

/** Two lines of which one puts into the scope what the other puts out of it. */
export interface Contradiction {
  readonly inside: ProseText
  readonly outside: ProseText
}

const EMPTY_WORDS = new Set(
  'a an and the of for in on to or by with its their our any all that which is are be as'.split(' '),
)
const DENIALS = new Set('not no never non without'.split(' '))

/** The lines out of scope that say the same as a line in scope: the same words, whatever their order, forms and small words. */
export function findContradictions(
  inside: readonly ProseText[],
  outside: readonly ProseText[],
): readonly Contradiction[] {
  const byKey = new Map(inside.map((item) => [scopeKey(item.text), item]))
  return outside.flatMap((item) => {
    const same = byKey.get(scopeKey(item.text))
    return same === undefined || scopeKey(item.text) === '' ? [] : [{ inside: same, outside: item }]
  })
}

/** What a line is about, without what explains it after a colon or a semicolon. */
function scopeKey(text: string): string {
  const [about = ''] = text.split(/[:;](?=\s|$)|\s[–—-]\s/)
  const words = about.toLowerCase().match(/[\p{L}\p{N}.+#]*[\p{L}\p{N}+#]/gu) ?? []
  const telling = words.filter((word) => !EMPTY_WORDS.has(word) && !DENIALS.has(word)).map(stem)
  return [...new Set(telling)].sort().join(' ')
}

/** The endings of English that do not change what a word is about. */
function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:ing|ies|es|ed|s|e)$/, '') : word
}
