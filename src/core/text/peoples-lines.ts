import { prefixOf, readBlockLines } from './block-lines.ts'
import { lineBefore } from './fill-marks.ts'
import { findMarks } from './marks.ts'
import { hashText, readMemory } from './memory.ts'

/**
 * Whether somebody has written between the marks of a block, or changed a line of wg's there. Undefined when the text has no sound
 * block of that name, so that nobody can tell.
 */
export function hasPeoplesLines(text: string, name: string): boolean | undefined {
  const block = findMarks(text).blocks.find(({ key }) => key === name)
  if (!block) return undefined
  const written = new Set(readMemory(block.memory ?? []).map((line) => line.text))
  const content = text.slice(block.contentStart, block.contentEnd)
  const { lines } = readBlockLines(content, prefixOf(lineBefore(text, block.start)))
  return lines.some((line) => !written.has(hashText(line.text)))
}
