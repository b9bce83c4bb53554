import type { Reference } from './find-references.ts'
import { withoutMarks } from './plain-text.ts'

const LABEL =
  /^\W*(?:prs?|pull requests?|(?:tracking |github )?issues?|discussions?|rfcs?|[\w-]*ep|proposal|design|docs?|links?|urls?|refs?|on)\b:?/i

/** Whether the line is a title with its number, or begins with one. */
export function isItemLine(text: string, found: readonly Reference[]): boolean {
  return (
    endsOrStartsAsTitle(text, found) || (found[0] !== undefined && isBlank(text.slice(0, found[0].start)))
  )
}

/** A title with its number at the end or at the start, or nothing but numbers. */
export function endsOrStartsAsTitle(text: string, found: readonly Reference[]): boolean {
  const [first] = found
  if (first === undefined) return false
  return (
    endsWithHash(text, found) ||
    isOnlyReferences(text, found) ||
    (first.form !== 'url' && isBlank(text.slice(0, first.start)))
  )
}

/** `Title #7`, with nothing behind it but marks. */
export function endsWithHash(text: string, found: readonly Reference[]): boolean {
  const last = found.at(-1)
  return (
    last !== undefined &&
    last.form !== 'url' &&
    last.form !== 'title' &&
    /^[\s\])}.,*_]*(?:\[\w\]|\([^()]{0,60}\)|[✅✔❌]\S*)?[\s.]*$/u.test(text.slice(last.end))
  )
}

/** Whether a line is nothing but references, with a label such as `PR:` at most. */
export function isOnlyReferences(text: string, found: readonly Reference[]): boolean {
  if (found.length === 0) return false
  const rest = without(text, found)
    .replace(LABEL, ' ')
    .replace(/\b(?:and|related|pr|issue)\b/gi, ' ')
  return isBlank(rest)
}

/** Whether there are neither letters nor digits. */
export function isBlank(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text)
}

/** What an item is called: the words around its number, or those of its link. */
export function titleOf(reference: Reference, text: string, all: readonly Reference[]): string {
  const around = trimTitle(withoutMarks(without(text, all)))
  if (around.length > 1 && reference.form !== 'title') return around
  const label = trimTitle(withoutMarks(reference.label).replace(/[\w./-]*#\d+/, ''))
  return label === '' ? (around === '' ? `#${reference.number}` : around) : label
}

function trimTitle(text: string): string {
  return text
    .replace(/\[\s*\]|\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:/|–—-]+|[\s:/|–—-]+$/g, '')
}

/** The line with blanks where the references were. */
export function without(text: string, found: readonly Reference[]): string {
  return found.reduce(
    (kept, { start, end }) => kept.slice(0, start) + ' '.repeat(Math.max(end - start, 0)) + kept.slice(end),
    text,
  )
}
