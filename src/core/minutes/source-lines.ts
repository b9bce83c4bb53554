/** One line of the file; `line` counts from 1. */
export interface SourceLine {
  readonly text: string
  readonly line: number
}

/** Lines of a file in one encoding, and how much of it could not be read. */
export interface Source {
  readonly lines: readonly string[]
  /** The line from which on nothing was read, because the file is too long. */
  readonly cutAt?: number
  /** The first line that was shortened because it is too long. */
  readonly shortenedAt?: number
  /** The first line with characters that are not UTF-8. */
  readonly garbledAt?: number
  readonly binary: boolean
}

/** What is longer than this many characters is not minutes; only the first part is read. */
export const LONGEST_TEXT = 2_000_000

/** A line may have this many characters; the rest of it is not read. */
export const LONGEST_LINE = 10_000

const ODD_SPACES = /[\u00a0\u2007\u202f\u2003\u2002]/g
const INVISIBLE = /[\u200b\u2060\ufeff\u00ad]/g

/** Splits a text into lines without byte order mark, carriage returns, tabs, odd spaces and spaces at the end. Line numbers stay. */
export function readSource(text: string): Source {
  const binary = text.slice(0, 8000).includes('\u0000')
  if (binary) return { lines: [], binary }
  const read = text.length > LONGEST_TEXT ? wholeLines(text.slice(0, LONGEST_TEXT)) : text
  const raw = read.split(/\r\n|\n|\r/)
  const shortened = raw.findIndex((line) => line.length > LONGEST_LINE)
  const garbled = raw.findIndex((line) => line.includes('\ufffd'))
  return {
    lines: raw.map(normalizeLine),
    binary,
    ...(read.length < text.length ? { cutAt: raw.length + 1 } : {}),
    ...(shortened < 0 ? {} : { shortenedAt: shortened + 1 }),
    ...(garbled < 0 ? {} : { garbledAt: garbled + 1 }),
  }
}

/** Without the line that the cut went through. */
function wholeLines(text: string): string {
  const end = text.lastIndexOf('\n')
  return end < 0 ? text : text.slice(0, end)
}

function normalizeLine(line: string): string {
  const text = line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE) : line
  const spaced = text.replace(ODD_SPACES, ' ').replace(INVISIBLE, '').replaceAll('\t', '    ')
  return spaced.trimEnd()
}
