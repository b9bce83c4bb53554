import { terminalText } from '../core/text/terminal-text.ts'
import { paint } from './paint.ts'
import type { Terminal } from '../ports.ts'

/** Rows under a heading, in columns as wide as their widest cell. Cells are foreign text. */
export function printTable(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  terminal: Terminal,
): string {
  const clean = rows.map((row) => row.map(terminalText))
  const widths = heading.map((title, column) =>
    Math.max(...[heading, ...clean].map((row) => widthOf(row[column] ?? '')), title.length),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd()
  return [paint(terminal, 'bold', line(heading)), ...clean.map(line)].map((text) => `${text}\n`).join('')
}

const graphemes = new Intl.Segmenter('en')

function widthOf(text: string): number {
  return [...graphemes.segment(text)].length
}
