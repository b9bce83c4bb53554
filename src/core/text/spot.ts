/** A spot in a text: an offset in UTF-16 units from 0, line and column from 1. */
export interface Spot {
  readonly offset: number
  readonly line: number
  readonly column: number
}

/** The offsets at which the lines of a text begin. Lines end with CRLF, LF or CR, as in CommonMark §2.1. */
export function findLineStarts(text: string): readonly number[] {
  const starts = [0]
  for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length)
  return starts
}

/** Where an offset stands. A byte order mark takes no column, since no editor shows one. */
export function spotAt(text: string, lineStarts: readonly number[], offset: number): Spot {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const unseen = low === 0 && text.startsWith('\uFEFF') ? 1 : 0
  return { offset, line: low + 1, column: offset - (lineStarts[low] ?? 0) - unseen + 1 }
}
