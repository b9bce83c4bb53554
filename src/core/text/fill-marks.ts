import { prefixOf } from './block-lines.ts'
import type { Line } from './line.ts'
import { writeMemory } from './mark-syntax.ts'
import { findMarks } from './marks.ts'
import type { FoundMarks, MarkBlock, MarkFault } from './marks.ts'
import { rememberLines } from './memory.ts'
import { mergeBlock, writeBlock } from './merge-block.ts'

/** Lines by the name and attributes of their block in canonical form, see `markKey`. */
export type Fillings = ReadonlyMap<string, readonly Line[]>

export interface FillOptions {
  /** Whether a new text is being made from a template, so that what stands between its marks is a placeholder and nobody's notes. */
  readonly fresh?: boolean
  /** The marks of this very text, where they are known already: to find them takes nearly all of the time. */
  readonly found?: FoundMarks
}

export interface FilledText {
  readonly text: string
  /** Every fault of the text's marks. A block that a fault concerns is as it was. */
  readonly faults: readonly MarkFault[]
  /** The keys of the fillings for which the text has no sound block. */
  readonly missing: readonly string[]
}

/**
 * Writes lines between the marks of a Markdown text and nothing else. What people wrote between the marks since the last time
 * stays (see `mergeLines`), and the opening mark remembers what was written. Filling again with the same lines changes no byte
 * between the marks, whatever people have done there.
 */
export function fillMarks(
  text: string,
  fillings: Fillings,
  { fresh = false, found = findMarks(text) }: FillOptions = {},
): FilledText {
  const { blocks, faults } = found
  const ending = lineEndOf(text)
  const parts: string[] = []
  let done = 0
  for (const block of blocks) {
    const lines = fillings.get(block.key)
    if (lines === undefined) continue
    parts.push(
      text.slice(done, block.start),
      fillBlock({ text, block, ending, fresh, lines: lines.flatMap(makeSingle) }),
    )
    done = block.contentEnd
  }
  const sound = new Set(blocks.map((block) => block.key))
  const missing = [...fillings.keys()].filter((key) => !sound.has(key))
  return { text: parts.join('') + text.slice(done), faults, missing }
}

interface Filling {
  readonly text: string
  readonly block: MarkBlock
  readonly ending: string
  readonly fresh: boolean
  readonly lines: readonly Line[]
}

/** The opening mark with its new memory, and the content. */
function fillBlock({ text, block, ending, fresh, lines }: Filling): string {
  const opening = text.slice(block.start, block.contentStart)
  const content = text.slice(block.contentStart, block.contentEnd)
  const memory = rememberLines(lines)
  if (!fresh && block.memory?.join(' ') === memory.join(' ')) return opening + content
  const filling = {
    content,
    memory: block.memory ?? [],
    prefix: prefixOf(lineBefore(text, block.start)),
    ending: /^[ \t]*(\r?\n)/.exec(content)?.[1] ?? ending,
    lines,
  }
  const empty = block.memory === undefined && content.trim() === ''
  return writeMemory(opening, memory) + (fresh || empty ? writeBlock(filling) : mergeBlock(filling))
}

/** Law 10 at the last gate: whatever a line holds, it is one line and no mark. */
function makeSingle({ text, identity }: Line): readonly Line[] {
  const [first = '', ...rest] = text.split(/\r\n|\n|\r/).map(withoutMarks)
  return [
    identity === undefined ? { text: first } : { text: first, identity },
    ...rest.map((line) => ({ text: line })),
  ]
}

function withoutMarks(text: string): string {
  return text.replace(/(?<!\\)((?:\\\\)*)<!--(?=\s*\/?wg:)/g, '$1&lt;!--')
}

/** What stands before an offset on its line. */
export function lineBefore(text: string, offset: number): string {
  return /[^\r\n\uFEFF]*$/.exec(text.slice(Math.max(0, offset - 1000), offset))?.[0] ?? ''
}

/** The line end that most lines of a text have, for a block of which nothing else is known. */
function lineEndOf(text: string): string {
  const all = text.split('\n').length - 1
  const windows = text.split('\r\n').length - 1
  return windows * 2 > all ? '\r\n' : '\n'
}
