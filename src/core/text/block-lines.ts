/** A line that stands between marks and is not blank. */
export interface BlockLine {
  /** The line as it stands, without its end. */
  readonly raw: string
  /** The line without the prefix of the quote or list item in which the block stands, and without white space at its end. */
  readonly text: string
  /** Columns of white space before the text; a tab leads to the next multiple of four. */
  readonly indent: number
  /** The line's end; empty when the closing mark stands on the same line. */
  readonly ending: string
  /** The blank lines before it, as they stand. */
  readonly gap: string
  /** Whether it belongs to a code block or comment that a line before it has opened: nothing may come between. */
  readonly inside: boolean
}

/** What stands between two marks; the parts joined again are the content, byte for byte. */
export interface BlockContent {
  /** From the opening mark to the end of its line; empty when text follows on the same line. */
  readonly head: string
  readonly lines: readonly BlockLine[]
  /** The blank lines after the last line. */
  readonly lastGap: string
  /** White space and quote signs before the closing mark, on its own line. */
  readonly tail: string
}

const LINE = /([^\r\n]*)(\r\n|\n|\r|$)/g
const OPENS = /^\s*(?:[-*+]\s+|\d+[.)]\s+|>\s?)*(`{3,}(?=[^`]*$)|~{3,}|<!--(?!.*-->))/

/** Takes the content between two marks apart; `prefix` is what every line of the block begins with, see `prefixOf`. */
export function readBlockLines(content: string, prefix: string): BlockContent {
  const head = /^[ \t]*(?:\r\n|\n|\r)/.exec(content)?.[0] ?? ''
  const body = content.slice(head.length)
  const tail = tailOf(body, head !== '')
  const lines: BlockLine[] = []
  let gap = ''
  let opened: string | undefined
  for (const [whole, raw = '', ending = ''] of body.slice(0, body.length - tail.length).matchAll(LINE)) {
    const text = withoutPrefix(raw, prefix)
    if (text === '') {
      gap += whole
      continue
    }
    lines.push({ raw, text, indent: indentOf(text), ending, gap, inside: opened !== undefined })
    opened = stillOpen(text, opened)
    gap = ''
  }
  return { head, lines, lastGap: gap, tail }
}

/** What the lines of a block begin with when its opening mark stands after `before` on its line: quote signs and a list item's width. */
export function prefixOf(before: string): string {
  const [, quote = '', marker = ''] = /^([\s>]*)((?:[-*+]|\d{1,9}[.)])\s+)?/.exec(before) ?? []
  return quote + (quote.length + marker.length === before.length ? ' '.repeat(marker.length) : '')
}

function tailOf(body: string, begunOnNewLine: boolean): string {
  const lastBreak = Math.max(body.lastIndexOf('\n'), body.lastIndexOf('\r'))
  const rest = body.slice(lastBreak + 1)
  return (begunOnNewLine || lastBreak !== -1) && /^[\s>]*$/.test(rest) ? rest : ''
}

function withoutPrefix(raw: string, prefix: string): string {
  const line = raw.trimEnd()
  if (line.startsWith(prefix)) return line.slice(prefix.length)
  return line === prefix.trimEnd() ? '' : line
}

function indentOf(text: string): number {
  let columns = 0
  for (const sign of text) {
    if (sign === ' ') columns += 1
    else if (sign === '\t') columns += 4 - (columns % 4)
    else break
  }
  return columns
}

/** What is open after a line: the fence of a code block, or a comment; undefined when nothing is. */
function stillOpen(text: string, opened: string | undefined): string | undefined {
  if (opened === '<!--') return text.includes('-->') ? undefined : opened
  if (opened !== undefined) {
    const closing = text.replace(/^[\s>]*/, '')
    return closing.startsWith(opened) && /^(`+|~+)$/.test(closing) ? undefined : opened
  }
  return OPENS.exec(text)?.[1]
}
