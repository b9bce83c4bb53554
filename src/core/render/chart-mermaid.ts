import type { Chart, ChartEdge, ChartNode } from '../charters/chart.ts'
import { plainLine } from '../text/plain-line.ts'

/** A chart as lines of Mermaid, which GitHub draws in a code block of that name. */
export function chartAsMermaid({ title, description, nodes, edges }: Chart): readonly string[] {
  return [
    'flowchart BT',
    `  accTitle: ${accessible(title)}`,
    `  accDescr: ${accessible(description)}`,
    ...nodes.map((node) => `  ${nodeId(node.id)}${shape(node)}`),
    ...edges.map(edge),
    '  classDef gone stroke-dasharray: 2 2',
    '  classDef open stroke-dasharray: 6 4',
    ...(['gone', 'open'] as const).flatMap((kind) => {
      const ids = nodes.filter((node) => node.kind === kind).map(({ id }) => nodeId(id))
      return ids.length === 0 ? [] : [`  class ${ids.join(',')} ${kind}`]
    }),
  ]
}

/** Words such as `end` mean something to Mermaid. */
function nodeId(id: string): string {
  return `n_${id.replaceAll('-', '_')}`
}

function shape({ kind, name, detail }: ChartNode): string {
  const text = `"${escaped(name)}${detail === '' ? '' : `<br/>${escaped(detail)}`}"`
  return kind === 'team' ? `[${text}]` : `([${text}])`
}

function edge({ from, to, kind }: ChartEdge): string {
  const arrow = { 'part of': '-->', 'reports to': '-.->', 'merged into': '==>' }[kind]
  return `  ${nodeId(from)} ${arrow}|${kind}| ${nodeId(to)}`
}

/** Foreign text in a label: every sign that Mermaid or HTML could read as something else becomes a number. */
function escaped(text: string): string {
  return (
    plainLine(text, 120)
      .replace(/["#&<>`;\\|[\]{}()*_~@]|:\/\//g, (sign) =>
        Array.from(sign, (one) => `#${one.charCodeAt(0)};`).join(''),
      )
      // Two of them would begin mathematics, also when they are written as numbers.
      .replaceAll('$', '#36;#8203;')
  )
}

/** In a title nothing is decoded, so what Mermaid could read as something else is left out. */
function accessible(text: string): string {
  return plainLine(text, Infinity)
    .replace(/[#;{}<>"`%]/g, '')
    .trim()
}
