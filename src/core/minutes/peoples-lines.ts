import { findMarks } from '../text/marks.ts'
import { hashText, readMemory } from '../text/memory.ts'
import { findLineStarts } from '../text/spot.ts'

/** A line that somebody wrote. */
export interface WrittenLine {
  /** As it stands. */
  readonly text: string
  /** From 1. */
  readonly line: number
}

/** A mark of wg's own that stands alone; what people put into comments is theirs. */
const MARK = /^\s*<!--\s*\/?wg:(?:(?!-->).)*-->\s*$/

/**
 * The lines of minutes that people wrote: not blank, no mark, not between marks as wg wrote them, and not in one of the skeletons
 * from which minutes are begun.
 */
export function peoplesLines(text: string, skeletons: readonly string[] = []): readonly WrittenLine[] {
  const known = new Set(skeletons.flatMap((skeleton) => skeleton.split('\n').map(lineKey)))
  const own = linesOfWg(text)
  return text.split(/\r\n|\n|\r/).flatMap((line, index): WrittenLine[] => {
    const key = lineKey(line)
    const isNobodys = key === '' || key === '-' || MARK.test(line) || known.has(key) || own.has(index)
    return isNobodys ? [] : [{ text: line, line: index + 1 }]
  })
}

/** Those lines that do not stand in a text, each as often as it is missing. */
export function missingLines(lines: readonly WrittenLine[], text: string): readonly WrittenLine[] {
  const counts = new Map<string, number>()
  for (const line of text.split(/\r\n|\n|\r/)) counts.set(lineKey(line), (counts.get(lineKey(line)) ?? 0) + 1)
  return lines.filter(({ text: line }) => {
    const left = counts.get(lineKey(line)) ?? 0
    counts.set(lineKey(line), left - 1)
    return left <= 0
  })
}

/** A line without what an editor changes by itself: back-slashes, bullets, spaces. */
function lineKey(line: string): string {
  return line
    .replace(/[\u200B\u2060\uFEFF\u00AD]/g, '')
    .replace(/\\(?=[!-/:-@[-`{-~])|\\$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:[-*+] )?[-*+•●‣–◦○▪■](?= |$)/, '-')
}

/** The indexes of the lines that stand between marks as wg wrote them. */
function linesOfWg(text: string): ReadonlySet<number> {
  const starts = findLineStarts(text)
  const own = new Set<number>()
  for (const { contentStart, contentEnd, memory = [] } of findMarks(text).blocks) {
    const known = new Set(readMemory(memory).map((line) => line.text))
    for (const [index, start] of starts.entries()) {
      if (start < contentStart || start >= contentEnd) continue
      const line = text.slice(start, starts[index + 1]).replace(/[\r\n]+$/, '')
      if (known.has(hashText(line))) own.add(index)
    }
  }
  return own
}
