const BLANK = /^[ \t]*$/
// Neither code, HTML, links nor tables can begin or end in such a line.
const PROSE = /^[A-Za-z][^`<>\\|[\]]*$/
const ITEM = /^( *[-*+] )[A-Za-z[](?!\^)[^<>]*$/
const WITHOUT_SPANS = /^[^`|\\[\]]*$/
// Indented by four or more, what looks like an item may be the rest of a paragraph, through which code spans run on.
const DEEP = 4
const ROW = /^\|[^`<>\\]*[A-Za-z][^`<>\\]*\|$/
// What can begin or end a code block, an HTML block or front matter, none of which ends at a blank line.
const LOUD = /[<>]|```|~~~|^---/
// At the left margin and opening neither list nor quote nor footnote.
const AT_MARGIN = /^(?:[A-Za-z|(_`]|\*\*|\[(?!\^)|#{1,6} )/

/**
 * The indexes of the lines that a Markdown reader must see in order to know which other lines are code. Left out is what leaves
 * the reader where it was, whatever it was in: a line that repeats the shape of the line before it (an item after items, a
 * row after rows), and everything between two plain paragraphs when no line in between can begin a code or HTML block.
 */
export function skimLines(lines: readonly string[]): readonly number[] {
  const kept: number[] = []
  let settled = -1
  for (const [index, line] of lines.entries()) {
    if (LOUD.test(line)) settled = -1
    if (endsParagraph(lines, index)) {
      while (settled !== -1 && (kept.at(-1) ?? -1) > settled) kept.pop()
      if (settled !== -1) continue
      settled = index
    }
    if (!repeatsShape(lines, index)) kept.push(index)
  }
  return kept
}

/** Whether a blank line ends a paragraph, heading or table at the left margin; whatever list or quote stood before it is closed then. */
function endsParagraph(lines: readonly string[], index: number): boolean {
  if (!BLANK.test(lines[index] ?? '')) return false
  let start = index - 1
  while (isAtMargin(lines[start])) start -= 1
  return start < index - 1 && BLANK.test(lines[start] ?? '?')
}

function isAtMargin(line: string | undefined): boolean {
  return line !== undefined && AT_MARGIN.test(line) && !LOUD.test(line)
}

function repeatsShape(lines: readonly string[], index: number): boolean {
  const [line, before, after] = [lines[index] ?? '', lines[index - 1] ?? '', lines[index + 1] ?? '']
  if (PROSE.test(line)) return PROSE.test(before)
  if (ROW.test(line)) return ROW.test(before) && ROW.test(lines[index - 2] ?? '') && ROW.test(after)
  const shape = itemShape(line)
  if (shape === undefined || itemShape(before) !== shape || itemShape(after) !== shape) return false
  return !shape.startsWith(' '.repeat(DEEP)) || WITHOUT_SPANS.test(line)
}

function itemShape(line: string): string | undefined {
  return ITEM.exec(line)?.[1]
}
