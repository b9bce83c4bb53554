import type { Element } from 'hast'
import { h } from 'hastscript'

/** A table of a page. */
export interface DataTable {
  /** What it holds, for those who cannot see it. */
  readonly label: string
  readonly heading: readonly string[]
  /** Rows of cells; the first cell of each says of whom or what it is. */
  readonly rows: readonly (readonly (string | Element)[])[]
}

/** A table that can be scrolled sideways by keyboard where the screen is narrow. */
export function dataTable({ label, heading, rows }: DataTable): Element {
  return h(
    'div',
    { className: 'wide', role: 'region', tabIndex: 0, ariaLabel: label },
    h(
      'table',
      h('thead', h('tr', ...heading.map((each) => h('th', { scope: 'col' }, each)))),
      h(
        'tbody',
        ...rows.map((cells) =>
          h(
            'tr',
            ...cells.map((cell, index) => (index === 0 ? h('th', { scope: 'row' }, cell) : h('td', cell))),
          ),
        ),
      ),
    ),
  )
}
