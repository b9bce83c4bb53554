import type { Line } from '../text/line.ts'

/** A row of a table; the cells are Markdown. */
export interface Row {
  readonly cells: readonly string[]
  readonly identity?: string
}

/** A table of Markdown with its columns as wide as their widest cell, as formatters write them. */
export function tableLines(heading: readonly string[], rows: readonly Row[]): readonly Line[] {
  const widths = heading.map((title, column) =>
    Math.max(3, widthOf(title), ...rows.map(({ cells }) => widthOf(cells[column] ?? ''))),
  )
  const print = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => padded(cells[column] ?? '', width)).join(' | ')} |`
  return [
    { text: print(heading) },
    { text: `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |` },
    ...rows.map(({ cells, identity }) => ({
      text: print(cells),
      ...(identity === undefined ? {} : { identity }),
    })),
  ]
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - widthOf(cell)))
}

const graphemes = new Intl.Segmenter('en')

function widthOf(text: string): number {
  return [...graphemes.segment(text)].length
}
