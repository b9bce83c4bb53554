import { isMap, isScalar, isSeq, type Pair } from 'yaml'

/** Where a node of a YAML text begins, after its anchor and tag; 0 for a node that is not there. */
export function startOf(node: unknown): number {
  return rangeOf(node)?.[0] ?? 0
}

/** Where the last character of a node ends, comments and blank lines after it left out. */
export function endOf(node: unknown): number {
  if (isMap(node) && node.flow !== true && node.items.length > 0) return endOfPair(node.items.at(-1))
  if (isSeq(node) && node.flow !== true && node.items.length > 0) return endOf(node.items.at(-1))
  return rangeOf(node)?.[1] ?? 0
}

/** Where a key with its value ends; a value that is left empty ends with its key. */
export function endOfPair(pair: Pair | undefined): number {
  return pair === undefined ? 0 : isLeftEmpty(pair.value) ? endOf(pair.key) : endOf(pair.value)
}

/** Whether nothing is written where a value could stand. */
export function isLeftEmpty(node: unknown): boolean {
  if (node === null || node === undefined) return true
  return isScalar(node) && node.value === null && (node.source ?? '') === ''
}

/** The start of the line that holds an offset. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
}

/** The start of the line after the one that holds the character before an offset. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', Math.max(0, offset - 1))
  return end < 0 ? text.length : end + 1
}

/** How many characters stand before an offset on its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset)
}

/** The start of the line after an item of a list: comments below it that are indented deeper than its dash belong to it. */
export function endOfItem(text: string, item: unknown, dash: number): number {
  let end = endOfLine(text, endOf(item))
  for (let at = end; at < text.length; at = endOfLine(text, at + 1)) {
    const [, indent = '', comment] = /^([ \t]*)(#)?/.exec(text.slice(at, endOfLine(text, at + 1))) ?? []
    const isBlank = /^[ \t]*\r?\n/.test(text.slice(at, endOfLine(text, at + 1)))
    if (comment !== undefined && indent.length > dash) end = endOfLine(text, at + 1)
    else if (!isBlank) break
  }
  return end
}

function rangeOf(node: unknown): readonly number[] | undefined {
  return (node as { range?: readonly number[] | null } | null | undefined)?.range ?? undefined
}
