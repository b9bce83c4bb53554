import { readBlockLines } from './block-lines.ts'
import type { BlockContent } from './block-lines.ts'
import type { Line } from './line.ts'
import { readMemory } from './memory.ts'
import { mergeLines } from './merge-lines.ts'
import type { MergedLine } from './merge-lines.ts'

/** A block to be filled. */
export interface BlockFilling {
  /** What stands between the marks. */
  readonly content: string
  /** The tokens of what wg wrote there the last time. */
  readonly memory: readonly string[]
  /** What every line of the block begins with: see `prefixOf`. */
  readonly prefix: string
  /** The line end of the text, for the lines that wg writes. */
  readonly ending: string
  readonly lines: readonly Line[]
}

interface Spaced {
  readonly lines: readonly Line[]
  /** How many blank lines stand before each line, and after the last. */
  readonly gaps: readonly number[]
}

/** The content that replaces whatever stands between the marks: wg's lines and nothing else. */
export function writeBlock({ content, prefix, ending, lines }: BlockFilling): string {
  const { head, tail } = frame(readBlockLines(content, prefix), prefix, ending)
  return head + lines.map(({ text }) => (prefix + text).trimEnd() + ending).join('') + tail
}

/** The content in which wg's lines have been brought up to date around what people wrote. */
export function mergeBlock({ content, memory, prefix, ending, lines }: BlockFilling): string {
  const block = readBlockLines(content, prefix)
  const today = spaceLines(lines)
  const merged = mergeLines({ memory: readMemory(memory), theirs: block.lines, ours: today.lines })
  const { head, tail } = frame(block, prefix, ending)
  const blank = prefix.trimEnd() + ending
  const start = { their: -1, our: -1, rewritten: false }
  const end = { their: block.lines.length, our: today.lines.length, rewritten: false }
  const body = [...merged, end].map((line, index) => {
    const gap = gapBetween(merged[index - 1] ?? start, line, { block, gaps: today.gaps, blank })
    if (line === end) return gap
    const their = line.their === undefined || line.rewritten ? undefined : block.lines[line.their]
    if (their !== undefined) return gap + their.raw + (their.ending || ending)
    return gap + (prefix + (today.lines[line.our ?? -1]?.text ?? '')).trimEnd() + ending
  })
  return head + body.join('') + tail
}

/** Both marks get lines of their own, the closing one within the same quote or list item. */
function frame({ head, tail }: BlockContent, prefix: string, ending: string) {
  return head === '' ? { head: ending, tail: tail || prefix } : { head, tail }
}

function spaceLines(lines: readonly Line[]): Spaced {
  const written: Line[] = []
  const gaps = [0]
  for (const line of lines) {
    if (line.text.trim() === '') gaps[written.length] = (gaps[written.length] ?? 0) + 1
    else gaps[written.push(line)] = 0
  }
  return { lines: written, gaps }
}

interface Gaps {
  readonly block: BlockContent
  readonly gaps: readonly number[]
  readonly blank: string
}

/** The blank lines between two lines: as they stand if the two were neighbours there, as wg has them if they are neighbours today. */
function gapBetween(upper: MergedLine, lower: MergedLine, { block, gaps, blank }: Gaps): string {
  const standing = (their: number) => block.lines[their]?.gap ?? block.lastGap
  const today = (our: number) => gaps[our] ?? 0
  if (upper.their !== undefined && lower.their === upper.their + 1) return standing(lower.their)
  if (upper.our !== undefined && lower.our !== undefined) {
    const next = today(upper.our + 1)
    return blank.repeat(lower.our === upper.our + 1 ? next : Math.max(next, today(lower.our)))
  }
  if (lower.their === undefined) return blank.repeat(today(lower.our ?? 0))
  if (upper.their === undefined) return standing(lower.their) || blank
  return longestGap(upper.their + 1, lower.their, standing)
}

function longestGap(from: number, to: number, gapAt: (their: number) => string): string {
  let longest = ''
  for (let their = from; their <= to; their += 1) {
    if (gapAt(their).length > longest.length) longest = gapAt(their)
  }
  return longest
}
