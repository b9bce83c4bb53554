/** A line of a feed after unfolding. */
export interface FeedLine {
  readonly text: string
  /** Where it begins in the feed, counted from 1. */
  readonly number: number
}

/** Characters that cannot stand in a calendar (RFC 5545 §3.1); the tab can. */
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]+/g

/** The lines of a feed with their folds undone (RFC 5545 §3.1), without blank lines, controls and byte order mark. Takes any line end. */
export function unfoldLines(text: string): readonly FeedLine[] {
  const lines: FeedLine[] = []
  let parts: string[] = []
  let begins = 1
  let number = 0
  for (const line of physicalLines(text)) {
    number += 1
    if (line.startsWith(' ') || line.startsWith('\t')) {
      parts.push(line.slice(1))
      continue
    }
    keep(lines, { text: parts.join(''), number: begins })
    parts = [line]
    begins = number
  }
  keep(lines, { text: parts.join(''), number: begins })
  return lines
}

function keep(lines: FeedLine[], line: FeedLine): void {
  if (line.text.trim() !== '') lines.push(line)
}

/** One at a time: a hostile feed may have millions. */
function* physicalLines(text: string): Generator<string> {
  const clean = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
  let from = 0
  for (let end = clean.indexOf('\n'); end !== -1; end = clean.indexOf('\n', from)) {
    yield clean.slice(from, end)
    from = end + 1
  }
  yield clean.slice(from)
}
