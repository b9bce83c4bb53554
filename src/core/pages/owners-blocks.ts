import type { Fault } from '../text/fault.ts'
import { readMark } from '../text/mark-syntax.ts'

/** A block of an owners file, `# wg:owners team=core` … `# /wg:owners`. Line numbers are indexes from 0. */
export interface OwnersBlock {
  readonly attributes: Readonly<Record<string, string>>
  /** The tokens of what wg wrote there last. */
  readonly memory?: readonly string[]
  /** The white space before the mark. */
  readonly indent: string
  /** The lines of the two marks. */
  readonly opening: number
  readonly closing: number
}

const MARK = /^([ \t]*)#[ \t]*(\/?wg:.*?)[ \t]*$/

/** Finds the blocks of a file in which comments begin with `#`. */
export function findOwnersBlocks(lines: readonly string[]): {
  readonly blocks: readonly OwnersBlock[]
  readonly faults: readonly Fault[]
} {
  const blocks: OwnersBlock[] = []
  const faults: Fault[] = []
  let open: Omit<OwnersBlock, 'closing'> | undefined
  for (const [index, line] of lines.entries()) {
    const [, indent = '', inner] = MARK.exec(line) ?? []
    const mark = inner === undefined ? undefined : readMark(`<!-- ${inner} -->`)
    if (mark === undefined) continue
    const at = { line: index + 1, column: indent.length + 1 }
    if (mark.name !== 'owners' || mark.kind === 'unreadable') faults.push({ ...FAULTS.unreadable, ...at })
    else if (mark.kind === 'opening') {
      if (open) faults.push({ ...FAULTS.unclosed, line: open.opening + 1, column: open.indent.length + 1 })
      const { attributes, memory } = mark
      open = { attributes, indent, opening: index, ...(memory === undefined ? {} : { memory }) }
    } else if (open) {
      blocks.push({ ...open, closing: index })
      open = undefined
    } else faults.push({ ...FAULTS.unopened, ...at })
  }
  if (open) faults.push({ ...FAULTS.unclosed, line: open.opening + 1, column: open.indent.length + 1 })
  return { blocks, faults }
}

const FAULTS = {
  unreadable: {
    rule: 'mark-unreadable',
    message: 'wg knows no such mark in a file of owners.',
    hint: 'Write `# wg:owners team=core`, and `# /wg:owners` below.',
  },
  unclosed: {
    rule: 'mark-unclosed',
    message: 'The mark `wg:owners` is opened but never closed, so wg cannot know where its own lines end.',
    hint: 'Write `# /wg:owners` on a line of its own after the last line of the block.',
  },
  unopened: {
    rule: 'mark-unopened',
    message: 'The mark `wg:owners` is closed here but was never opened.',
    hint: 'Open it with `# wg:owners team=…`, or remove this line.',
  },
} as const
