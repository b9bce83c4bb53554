import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/** The prose of a charter as it stands in its file. */
export interface ProseSource {
  readonly text: string
  /** The line of the file on which it starts. */
  readonly firstLine: number
}

/** Words of the prose, and where they stand in the file. */
export interface ProseText {
  /** Without marks of Markdown, on one line. */
  readonly text: string
  readonly line: number
  readonly column: number
}

/** A heading, as it stands in its file. */
export interface ProseHeading extends ProseText {
  readonly level: number
  /** Whether the heading holds HTML, or is written in HTML alone. */
  readonly html: 'none' | 'within' | 'only'
}

/** A block of the prose: what there is in it to check. */
export interface ProsePart {
  readonly heading?: ProseHeading
  /** Whether it says something to readers, as comments and rules do not. */
  readonly speaks: boolean
  /** The outermost items of a list. */
  readonly items: readonly ProseText[]
  readonly links: readonly ProseText[]
  /** Paragraphs, items and headings, in order; not code. */
  readonly texts: readonly ProseText[]
}

/** Reads prose into its blocks with the whole tree of Markdown, which takes milliseconds; see `plainParts`. Never throws. */
export function treeParts({ text, firstLine }: ProseSource): readonly ProsePart[] {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  return tree.children.map((block) => partOf(block, firstLine))
}

type Say = (node: Nodes) => ProseText

function partOf(block: RootContent, firstLine: number): ProsePart {
  const say: Say = (node) => ({
    text: wordsOf(node),
    line: (node.position?.start.line ?? 1) + firstLine - 1,
    column: node.position?.start.column ?? 1,
  })
  const heading = headingOf(block)
  const collected = collect(block, say)
  if (heading) return { heading: { ...say(block), ...heading }, speaks: false, items: [], ...collected }
  return {
    speaks: block.type !== 'thematicBreak' && !isComment(block),
    items: itemsOf(block, say),
    ...collected,
  }
}

const HTML_HEADING = /^\s*<h([1-6])[\s>]/i

function headingOf(block: RootContent): Pick<ProseHeading, 'level' | 'html'> | undefined {
  if (block.type === 'heading')
    return {
      level: block.depth,
      html: block.children.some(({ type }) => type === 'html') ? 'within' : 'none',
    }
  const level = block.type === 'html' ? HTML_HEADING.exec(block.value)?.[1] : undefined
  return level === undefined ? undefined : { level: Number(level), html: 'only' }
}

function itemsOf(block: RootContent, say: Say): readonly ProseText[] {
  if (block.type !== 'list') return []
  return block.children.flatMap((item) => {
    const [first] = item.children
    return first ? [{ ...say(item), text: wordsOf(first) }] : []
  })
}

function isComment(block: RootContent): boolean {
  return block.type === 'html' && /^(?:\s*<!--[^]*?-->)+\s*$/.test(block.value)
}

function collect(root: Nodes, say: Say): Pick<ProsePart, 'links' | 'texts'> {
  const links: ProseText[] = []
  const texts: ProseText[] = []
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'link' || node.type === 'definition' || node.type === 'image')
      links.push({ ...say(node), text: node.url })
    if (node.type === 'paragraph' || node.type === 'heading') texts.push(say(node))
    if ('children' in node) waiting.push(...node.children.toReversed())
  }
  return { links, texts }
}

/** The words of a node, without code blocks, comments and tags. */
function wordsOf(node: Nodes): string {
  if (node.type === 'html') return node.value.replace(/<[^>]*>/g, ' ').trim()
  if (node.type === 'code') return ''
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'break') return ' '
  if (node.type === 'image') return node.alt ?? ''
  if (!('children' in node)) return ''
  const children = node.children as readonly (PhrasingContent | RootContent)[]
  return children.map(wordsOf).join('').replace(/\s+/g, ' ').trim()
}
