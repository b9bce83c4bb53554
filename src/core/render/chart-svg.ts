import type { Chart, ChartEdge, ChartNode } from '../charters/chart.ts'
import { type Box, layOutGraph, type Route } from './lay-out-graph.ts'
import { plainLine } from '../text/plain-line.ts'

interface Drawn {
  readonly node: ChartNode
  readonly lines: readonly string[]
  readonly box: Box
}

const LINE_HEIGHT = 18
const LETTER = 8
const PADDING = 14
const LONGEST_LINE = 28

/** A chart as an SVG that needs no other file: text escaped, with title and description, in light and dark colours. */
export function chartAsSvg(chart: Chart): string {
  const texts = new Map(chart.nodes.map((node) => [node.id, linesOf(node)]))
  const lines = chart.edges.map((edge) => ({
    ...edge,
    label: { width: edge.kind.length * LETTER, height: LINE_HEIGHT },
  }))
  const laid = layOutGraph({ lines, boxes: new Map([...texts].map(([id, each]) => [id, sizeOf(each)])) })
  const drawn = chart.nodes.map((node): Drawn => ({
    node,
    lines: texts.get(node.id) ?? [],
    box: laid.box(node.id),
  }))
  return [
    opening(finite(laid.width), finite(laid.height)),
    `<title id="title">${escaped(chart.title)}</title>`,
    `<desc id="desc">${escaped(chart.description)}</desc>`,
    STYLE,
    ARROW,
    ...lines.map((line) => drawEdge(line, laid.route(line))),
    ...drawn.map(drawNode),
    '</svg>',
    '',
  ].join('\n')
}

function opening(width: number, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">`
}

const STYLE = `<style>
svg { color-scheme: light dark; --ink: #1f2328; --line: #59636e; --team: #ddf4ff; --body: #f6f8fa; --back: #ffffff; }
@media (prefers-color-scheme: dark) { svg { --ink: #f0f6fc; --line: #9198a1; --team: #0c2d6b; --body: #262c36; --back: #0d1117; } }
.back { fill: var(--back); }
text { font: 14px system-ui, sans-serif; fill: var(--ink); text-anchor: middle; }
.detail { font-size: 12px; }
.label { font-size: 12px; paint-order: stroke; stroke: var(--back); stroke-width: 4px; }
rect, path { stroke: var(--line); stroke-width: 1.5; }
rect.back { stroke: none; }
.team { fill: var(--team); }
.body, .gone, .open { fill: var(--body); }
.gone { stroke-dasharray: 2 2; }
.open { stroke-dasharray: 6 4; }
path { fill: none; }
.reports-to { stroke-dasharray: 5 4; }
.merged-into { stroke-width: 3; }
marker path { fill: var(--line); stroke: none; }
</style>
<rect class="back" width="100%" height="100%"/>`

const ARROW =
  '<defs><marker id="arrow" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 10 5 0 10z"/></marker></defs>'

function drawNode({ node, lines, box }: Drawn): string {
  const [x, y] = [finite(box.x - box.width / 2), finite(box.y - box.height / 2)]
  const round = node.kind === 'team' ? 4 : Math.round(box.height / 2)
  const first = box.y - ((lines.length - 1) * LINE_HEIGHT) / 2 + 5
  const text = lines.map((line, index) => {
    const isDetail = node.detail !== '' && index >= wrapped(node.name).length
    const style = isDetail ? ' class="detail"' : ''
    return `<text${style} x="${finite(box.x)}" y="${finite(first + index * LINE_HEIGHT)}">${escaped(line)}</text>`
  })
  return [
    `<g data-node="${node.id}"><rect class="${node.kind}" x="${x}" y="${y}" width="${finite(box.width)}" height="${finite(box.height)}" rx="${round}"/>`,
    ...text,
    '</g>',
  ].join('\n')
}

function drawEdge({ kind }: ChartEdge, { points, x, y }: Route): string {
  const way = points.map((point) => `${finite(point.x)} ${finite(point.y)}`).join(' L')
  const label = `<text class="label" x="${finite(x ?? points[0]?.x ?? 0)}" y="${finite((y ?? points[0]?.y ?? 0) + 4)}">${kind}</text>`
  return `<path class="${kind.replace(' ', '-')}" marker-end="url(#arrow)" d="M${way}"/>\n${label}`
}

function linesOf({ name, detail }: ChartNode): readonly string[] {
  return [...wrapped(name), ...(detail === '' ? [] : wrapped(detail))]
}

function sizeOf(lines: readonly string[]): { readonly width: number; readonly height: number } {
  const longest = Math.max(...lines.map(columnsOf), 6)
  return { width: longest * LETTER + 2 * PADDING, height: lines.length * LINE_HEIGHT + PADDING }
}

/** Foreign text in lines of at most so many columns; a word that is longer is broken. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = ['']
  for (const word of plainLine(text, 120).split(' ').flatMap(pieces)) {
    const last = lines.at(-1) ?? ''
    if (last === '') lines[lines.length - 1] = word
    else if (columnsOf(last) + 1 + columnsOf(word) <= LONGEST_LINE)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const graphemes = new Intl.Segmenter('en')

function pieces(word: string): readonly string[] {
  const signs = [...graphemes.segment(word)].map(({ segment }) => segment)
  const parts: string[] = []
  for (const sign of signs) {
    const last = parts.at(-1)
    if (last !== undefined && columnsOf(last) + columnsOf(sign) <= LONGEST_LINE)
      parts[parts.length - 1] = last + sign
    else parts.push(sign)
  }
  return parts
}

/** How wide a text is about, in letters. */
function columnsOf(text: string): number {
  return [...graphemes.segment(text)].reduce((sum, { segment }) => sum + widthOf(segment), 0)
}

/** Signs beyond the alphabets of Europe take the room of two, pictures more. */
function widthOf(sign: string): number {
  if (/^[\p{Lu}mw@%<>+=~#&—…]/u.test(sign)) return 1.35
  if (/^[\u0000-\u04FF\u2010-\u2027]/.test(sign)) return 1
  // Where the font has no picture of a family, its people stand side by side.
  return Math.max(2, (sign.match(/\p{Extended_Pictographic}/gu) ?? []).length * 2.6)
}

/** Two decimals at most, so that the same chart has the same bytes on every machine. */
function finite(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 100) / 100 : 0
}

function escaped(text: string): string {
  return plainLine(text, Infinity)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
