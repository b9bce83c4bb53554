import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import type { Nodes } from 'mdast'
import { skimLines } from './skim-lines.ts'
import { findLineStarts, spotAt } from './spot.ts'
import type { Spot } from './spot.ts'

/** An HTML comment of a Markdown text, from `<!--` to `-->`. */
export interface HtmlComment extends Spot {
  /** The comment with its delimiters, as it stands in the text. */
  readonly source: string
}

interface Span {
  readonly start: number
  readonly end: number
}

const SYNTAX = [gfm(), frontmatter()]
const TREE = [frontmatterFromMarkdown()]

/** The comments of a Markdown text, in order. What stands in fenced, indented or inline code or behind a backslash is none. */
export function findHtmlComments(text: string): readonly HtmlComment[] {
  if (!text.includes('<!--')) return []
  const starts = findLineStarts(text)
  return findHtml(text, starts).flatMap((span) =>
    findInHtml(text, span).map(({ start, end }) => ({
      ...spotAt(text, starts, start),
      source: text.slice(start, end),
    })),
  )
}

function findHtml(text: string, starts: readonly number[]): readonly Span[] {
  const lines = starts.map((start, index) => text.slice(start, starts[index + 1]))
  // The parser leaves a byte order mark out of its columns.
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  lines[0] = text.slice(mark, starts[1])
  const kept = skimLines(lines.map((line) => line.replace(/[\r\n]+$/, '')))
  const tree = fromMarkdown(kept.map((index) => lines[index]).join(''), {
    extensions: SYNTAX,
    mdastExtensions: TREE,
  })
  const offset = (point: { line: number; column: number }) => {
    const line = kept[point.line - 1] ?? lines.length
    return (starts[line] ?? text.length) + (line === 0 ? mark : 0) + point.column - 1
  }
  return htmlNodes(tree).map(({ start, end }) => ({ start: offset(start), end: offset(end) }))
}

function htmlNodes(tree: Nodes) {
  const positions: NonNullable<Nodes['position']>[] = []
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'html' && node.position !== undefined) positions.push(node.position)
    if ('children' in node) waiting.push(...node.children.toReversed())
  }
  return positions
}

function findInHtml(text: string, { start, end }: Span): readonly Span[] {
  const spans: Span[] = []
  for (let at = text.indexOf('<!--', start); at !== -1 && at < end; at = text.indexOf('<!--', at)) {
    // `<!-->` and `<!--->` are whole comments: HTML standard §13.2.5.43.
    const close = text.indexOf('-->', at + 2)
    if (close === -1 || close + 3 > end) break
    spans.push({ start: at, end: close + 3 })
    at = close + 3
  }
  return spans
}
