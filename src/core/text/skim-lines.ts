const BLANK = /^[ \t]*$/
// Neither code, HTML, links nor tables can begin or end in such a line.
const PROSE = /^[A-Za-z][^`<>\\|[\]]*$/
const ITEM = /^( *[-*+] )[A-Za-z[](?!\^)[^<>]*$/
const WITHOUT_SPANS = /^[^`|\\[\]]*$/
// Indented by four or more, what looks like an item may be the rest of a paragraph, through which code spans run on.
const DEEP = 4
const ROW = /^\|[^`<>\\]*[A-Za-z][^`<>\\]*\|$/

/**
 * The indexes of the lines that a Markdown reader must see in order to know which other lines are code. A line that
 * repeats the shape of the line before it (an item after an item, prose after prose, a row after rows) leaves the
 * reader where it was, whatever it was in, and is left out; a list of 10,000 items becomes a list of a few.
 */
export function skimLines(lines: readonly string[]): readonly number[] {
  const kept: number[] = []
  for (let index = 0; index < lines.length; index += 1) {
    if (repeatsParagraph(lines, index)) index += 1
    else if (!repeatsShape(lines, index)) kept.push(index)
  }
  return kept
}

function repeatsShape(lines: readonly string[], index: number): boolean {
  const [line, before, after] = [lines[index] ?? '', lines[index - 1] ?? '', lines[index + 1] ?? '']
  if (PROSE.test(line)) return PROSE.test(before)
  if (ROW.test(line)) return ROW.test(before) && ROW.test(lines[index - 2] ?? '') && ROW.test(after)
  const shape = itemShape(line)
  if (shape === undefined || itemShape(before) !== shape) return false
  if (WITHOUT_SPANS.test(line)) return true
  return itemShape(after) === shape && !shape.startsWith(' '.repeat(DEEP))
}

/** Whether a blank line and prose follow upon a blank line and prose: the first pair has closed all that a pair can close. */
function repeatsParagraph(lines: readonly string[], index: number): boolean {
  const [blankBefore, proseBefore, blank, prose] = [-2, -1, 0, 1].map((step) => lines[index + step])
  if (blankBefore === undefined || proseBefore === undefined || blank === undefined || prose === undefined)
    return false
  return BLANK.test(blankBefore) && PROSE.test(proseBefore) && BLANK.test(blank) && PROSE.test(prose)
}

function itemShape(line: string): string | undefined {
  return ITEM.exec(line)?.[1]
}
