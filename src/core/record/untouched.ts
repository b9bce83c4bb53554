import { readMark } from '../text/mark-syntax.ts'
import { hashText, readMemory } from '../text/memory.ts'

/** Between which marks a line stands, and what wg remembers to have written there. */
interface Block {
  readonly name: string
  readonly known: ReadonlySet<string>
}

const VALUE = /\{\{\s*[\w.]+\s*\}\}/g
const COMMENT = /^<!--.*-->$/
const ITEM = /^(?:[-*+]|\d{1,3}[.)]) /

/** Lines that say nothing yet: headings, rules, a label without a value, an empty item. */
const EMPTY: readonly RegExp[] = [
  /^#{1,6}(?:\s|$)/,
  /^[-=*_]{3,}$/,
  /^\s*[-*+]?\s*[*_]*[^:*_]{1,40}[*_]*:[*_]*$/,
  /^\s*(?:[-*+]|\d{1,3}[.)])(?:\s+\[ \])?$/,
]

/**
 * Whether a file is only what wg wrote before the meeting: nobody has noted anything in it. Headings, comments, labels without a value
 * and lines of a template say nothing; nor does an item that somebody put on the agenda, unless notes stand below it. A file
 * without a word is untouched too; one without the key of a meeting is somebody's own.
 */
export function isUntouched(text: string, templates: readonly string[] = []): boolean {
  if (text.trim() === '') return true
  if (!text.includes('<!-- wg:meeting ')) return false
  const patterns = templates.flatMap(templateLines)
  let block: Block | undefined
  for (const whole of text.split(/\r?\n/)) {
    const line = whole.trimEnd()
    const mark = COMMENT.test(line) ? readMark(line) : undefined
    if (mark?.kind === 'closing') block = undefined
    else if (mark?.kind === 'opening') block = { name: mark.name, known: knownLines(mark.memory) }
    else if (line === '' || COMMENT.test(line)) continue
    else if (block ? isNoteInBlock(line, block) : isNote(line, patterns)) return false
  }
  return true
}

function knownLines(memory: readonly string[] = []): ReadonlySet<string> {
  return new Set(readMemory(memory).map(({ text }) => text))
}

/** A line between marks that wg did not write. An item of the agenda is no note yet. */
function isNoteInBlock(line: string, { name, known }: Block): boolean {
  return !known.has(hashText(line)) && !(name === 'agenda' && ITEM.test(line))
}

function isNote(line: string, patterns: readonly RegExp[]): boolean {
  return ![...EMPTY, ...patterns].some((pattern) => pattern.test(line))
}

/** A template's lines, with anything where it has a value. */
function templateLines(template: string): RegExp[] {
  const lines = template.split(/\r?\n/).map((line) => line.trimEnd())
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const parts = line.split(VALUE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      return new RegExp(`^${parts.join('.*')}$`)
    })
}
