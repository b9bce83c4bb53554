import type { Action } from './minutes-record.ts'

/** An action and whether the notes mark it as one, or only a sentence says it. */
export interface FoundAction extends Action {
  readonly marked: boolean
}

const SMALL_WORDS = new Set(
  'will going that this with from have been into about them they their there what when which would should could also then next item items action please volunteer volunteered volunteers work working take takes'.split(
    ' ',
  ),
)
const ALIKE = 0.7
/** Beyond this many, only the same words count as the same action, so that long files stay quick. */
const MOST_COMPARED = 400

/** Each commitment once, in the order of the file; of two that say the same the marked one is kept. */
export function dropRepeatedActions(found: readonly FoundAction[]): Action[] {
  const kept: (FoundAction & { readonly words: ReadonlySet<string> })[] = []
  const texts = new Set<string>()
  for (const action of found) {
    const text = action.text.toLowerCase()
    if (texts.has(text)) continue
    texts.add(text)
    const candidate = { ...action, words: wordsOf(action) }
    const at = kept.length > MOST_COMPARED ? -1 : kept.findIndex((other) => isSame(other, candidate))
    if (at < 0) kept.push(candidate)
    else if (candidate.marked && kept[at]?.marked === false) kept[at] = candidate
  }
  return [...kept]
    .sort((a, b) => a.line - b.line)
    .map(({ text, owners, done, line }) => ({ text, owners, done, line }))
}

interface Comparable extends FoundAction {
  readonly words: ReadonlySet<string>
}

function isSame(a: Comparable, b: Comparable): boolean {
  if (a.owners.length > 0 && b.owners.length > 0 && !a.owners.some((owner) => b.owners.includes(owner)))
    return false
  const smaller = Math.min(a.words.size, b.words.size)
  if (smaller < 4) return false
  const shared = [...a.words].filter((word) => b.words.has(word)).length
  return shared / smaller >= ALIKE
}

/** The long words of an action, without their endings and without those who act. */
export function wordsOf({ text, owners }: Pick<Action, 'text' | 'owners'>): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
  const names = owners.join(' ').toLowerCase()
  const telling = words.filter((word) => !SMALL_WORDS.has(word) && !names.includes(word))
  return new Set(telling.map((word) => word.replace(/(?:ing|ed|es|s)$/, '')))
}
