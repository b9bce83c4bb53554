import type { Action } from './minutes-record.ts'

const SMALL_WORDS = new Set(
  'will going that this with from have been into about them they their there what when which would should could also then next item items action please'.split(
    ' ',
  ),
)
const ALIKE = 0.7

/** Whether two lines of one file say the same commitment: owners do not differ, and most of the words of the shorter stand in the longer. */
export function isSameAction(a: Action, b: Action): boolean {
  if (a.owners.length > 0 && b.owners.length > 0 && !a.owners.some((owner) => b.owners.includes(owner)))
    return false
  const [first, second] = [wordsOf(a.text), wordsOf(b.text)]
  const smaller = Math.min(first.size, second.size)
  if (smaller < 3) return a.text.toLowerCase() === b.text.toLowerCase()
  const shared = [...first].filter((word) => second.has(word)).length
  return shared / smaller >= ALIKE
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
  return new Set(
    words.filter((word) => !SMALL_WORDS.has(word)).map((word) => word.replace(/(?:ing|ed|es|s)$/, '')),
  )
}
