import { didYouMean } from './nearest.ts'
import type { Fault } from './fault.ts'
import { findHtmlComments } from './html-comments.ts'
import { markKey, readMark } from './mark-syntax.ts'
import type { MarkSyntax } from './mark-syntax.ts'
import type { Spot } from './spot.ts'

/** A pair of marks and what stands between them. Offsets count UTF-16 units of the text; the line and column are the opening mark's. */
export interface MarkBlock {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Name and attributes in canonical form, see `markKey`. */
  readonly key: string
  /** One token per line that wg wrote last; undefined when wg has not filled the block yet. */
  readonly memory?: readonly string[]
  readonly start: number
  readonly contentStart: number
  readonly contentEnd: number
  readonly end: number
  readonly line: number
  readonly column: number
}

/** A mark that stands alone, such as `<!-- wg:meeting security-wg/2026-12-03 -->`. */
export interface KeyMark extends Spot {
  readonly name: string
  readonly key: string
}

/** A fault of the mark called `name`. */
export interface MarkFault extends Fault {
  readonly name: string
}

export interface FoundMarks {
  /** The sound blocks, in order. A block that a fault concerns is not among them. */
  readonly blocks: readonly MarkBlock[]
  readonly keys: readonly KeyMark[]
  readonly faults: readonly MarkFault[]
}

type Mark = MarkSyntax & Spot & { readonly end: number }
type MarkOf<Kind> = Mark & { readonly kind: Kind }

/**
 * Finds the marks of a Markdown text; never throws. A mark is an HTML comment, so one that stands in code is text. Any
 * name is accepted; compare the blocks with the names that are known by `findUnknownMarks`.
 */
export function findMarks(text: string): FoundMarks {
  if (!text.includes('wg:')) return { blocks: [], keys: [], faults: [] }
  return LAST_FOUND.get(text) ?? remember(text, readMarks(text))
}

function remember(text: string, found: FoundMarks): FoundMarks {
  const [oldest] = LAST_FOUND.keys()
  if (oldest !== undefined && LAST_FOUND.size >= REMEMBERED) LAST_FOUND.delete(oldest)
  LAST_FOUND.set(text, found)
  return found
}

/** One text is asked about several times: whose it is, what stands in it, where to fill it. Reading it takes milliseconds. */
const LAST_FOUND = new Map<string, FoundMarks>()
const REMEMBERED = 500

function readMarks(text: string): FoundMarks {
  const marks = findHtmlComments(text).flatMap(({ source, ...spot }): Mark[] => {
    const mark = readMark(source)
    return mark === undefined ? [] : [{ ...mark, ...spot, end: spot.offset + source.length }]
  })
  const { blocks, faults } = pairMarks(marks)
  const repeated = findRepeated(blocks)
  const repeatedKeys = new Set(repeated.map((block) => block.key))
  return {
    blocks: blocks.filter((block) => !repeatedKeys.has(block.key)),
    keys: marks.flatMap((mark) => (mark.kind === 'key' ? [keyMark(mark)] : [])),
    faults: [...faults, ...repeated.map((block) => faultOf('repeated', block, block.key))].sort(byPlace),
  }
}

/** One fault for each block whose name is not known, with the nearest known name. */
export function findUnknownMarks(
  blocks: readonly MarkBlock[],
  known: readonly string[],
): readonly MarkFault[] {
  const unknown = blocks.filter((block) => !known.includes(block.name))
  return unknown.map((block) => {
    const hint =
      didYouMean(block.name, known) ??
      `The marks that wg fills are ${known.map((name) => `\`${name}\``).join(', ')}.`
    return { ...faultOf('unknown', block), hint }
  })
}

/** What is wrong and what to do, by fault; `$` stands for the mark. */
const FAULTS = {
  unclosed: [
    'The mark `$` is opened but never closed, so wg cannot know where its own lines end.',
    'Write `<!-- /wg:$ -->` on a line of its own after the last line of the block.',
  ],
  unopened: [
    'The mark `$` is closed here but was never opened.',
    'Open it with `<!-- wg:$ -->`, or remove this mark.',
  ],
  nested: [
    'The mark `$` stands inside the block of another mark.',
    'Close the outer block before this mark, or move this mark out.',
  ],
  repeated: [
    'The mark `$` stands twice in this text, and only one of the two can be filled.',
    'Remove one of them, or give them different attributes.',
  ],
  unreadable: [
    'The mark `wg:$` cannot be read.',
    'Write it as `<!-- wg:name -->`, `<!-- wg:name attribute=value -->`, `<!-- /wg:name -->` or `<!-- wg:meeting series/2026-12-03 -->`.',
  ],
  unknown: ['There is no mark called `$`.', ''],
} as const

function faultOf(
  fault: keyof typeof FAULTS,
  mark: { name: string; line: number; column: number },
  shown?: string,
): MarkFault {
  const { name, line, column } = mark
  const [message, hint] = FAULTS[fault].map((sentence) => sentence.replaceAll('$', () => shown ?? name))
  return { rule: `mark-${fault}`, message: message ?? '', hint: hint ?? '', name, line, column }
}

function pairMarks(marks: readonly Mark[]) {
  const closings = findClosings(marks)
  const blocks: MarkBlock[] = []
  const faults = marks.filter((mark) => mark.kind === 'unreadable').map((mark) => faultOf('unreadable', mark))
  for (let index = 0; index < marks.length; index += 1) {
    const mark = marks[index]
    if (mark?.kind === 'closing') faults.push(faultOf('unopened', mark))
    if (mark?.kind !== 'opening') continue
    const closing = closings[index]
    const last = closing === undefined ? undefined : marks[closing]
    if (closing === undefined || last === undefined) {
      faults.push(faultOf('unclosed', mark))
      continue
    }
    const inside = marks.slice(index + 1, closing)
    faults.push(
      ...inside.filter((inner) => inner.kind !== 'unreadable').map((inner) => faultOf('nested', inner)),
    )
    if (inside.length === 0) blocks.push(blockOf(mark, last))
    index = closing
  }
  return { blocks, faults }
}

/** For each opening mark the index of its closing mark: the next of its name, unless the name is opened again before. */
function findClosings(marks: readonly Mark[]): readonly (number | undefined)[] {
  const next = new Map<string, number | undefined>()
  const closings: (number | undefined)[] = []
  for (const [index, mark] of [...marks.entries()].reverse()) {
    if (mark.kind === 'opening') closings[index] = next.get(mark.name)
    if (mark.kind === 'opening') next.set(mark.name, undefined)
    if (mark.kind === 'closing') next.set(mark.name, index)
  }
  return closings
}

function blockOf(opening: MarkOf<'opening'>, closing: Mark): MarkBlock {
  const { name, attributes, memory, line, column } = opening
  const offsets = {
    start: opening.offset,
    contentStart: opening.end,
    contentEnd: closing.offset,
    end: closing.end,
  }
  return {
    name,
    attributes,
    key: markKey(name, attributes),
    ...(memory && { memory }),
    ...offsets,
    line,
    column,
  }
}

function keyMark({ name, key, offset, line, column }: MarkOf<'key'>): KeyMark {
  return { name, key, offset, line, column }
}

function findRepeated(blocks: readonly MarkBlock[]): readonly MarkBlock[] {
  const seen = new Set<string>()
  return blocks.filter((block) => seen.size === seen.add(block.key).size)
}

function byPlace(a: MarkFault, b: MarkFault): number {
  return a.line - b.line || a.column - b.column
}
