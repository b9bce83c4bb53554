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

/** What stands under a heading, up to the next one. */
export interface Section extends ProseText {
  readonly level: number
  /** The sections in which it stands, the outermost first. */
  readonly parents: readonly Section[]
  /** The outermost items of its lists, without what is nested in them. */
  readonly items: readonly ProseText[]
  /** Whether neither it nor a section in it says anything. */
  readonly isEmpty: boolean
  /** Whether the heading holds HTML, or is written in HTML alone. */
  readonly html: 'none' | 'within' | 'only'
}

/** The prose of a charter, taken apart. */
export interface CharterProse {
  readonly sections: readonly Section[]
  readonly links: readonly ProseText[]
  /** Paragraphs, items and headings, in order; not code. */
  readonly texts: readonly ProseText[]
}

const known = new WeakMap<ProseSource, CharterProse>()

/** Takes the prose of a charter apart; the same prose only once. Never throws. */
export function readProse(source: ProseSource): CharterProse {
  const read = known.get(source) ?? takeApart(source)
  known.set(source, read)
  return read
}

function takeApart({ text, firstLine }: ProseSource): CharterProse {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const place = (node: Nodes) => ({
    line: (node.position?.start.line ?? 1) + firstLine - 1,
    column: node.position?.start.column ?? 1,
  })
  const said = (node: Nodes): ProseText => ({ text: wordsOf(node), ...place(node) })
  const sections: Draft[] = []
  const links: ProseText[] = []
  const texts: ProseText[] = []
  for (const block of tree.children) {
    collect(block, { links, texts, said, place })
    const heading = headingOf(block)
    if (heading) sections.push({ ...said(block), ...heading, items: [], hasText: false, parents: [] })
    else fillSection(sections.at(-1), block, said)
  }
  return { sections: nest(sections), links, texts }
}

type Draft = Omit<Section, 'isEmpty' | 'items' | 'parents'> & {
  items: ProseText[]
  hasText: boolean
  parents: readonly Section[]
}

const HTML_HEADING = /^\s*<h([1-6])[\s>]/i

function headingOf(block: RootContent): Pick<Section, 'level' | 'html'> | undefined {
  if (block.type === 'heading')
    return {
      level: block.depth,
      html: block.children.some(({ type }) => type === 'html') ? 'within' : 'none',
    }
  const level = block.type === 'html' ? HTML_HEADING.exec(block.value)?.[1] : undefined
  return level === undefined ? undefined : { level: Number(level), html: 'only' }
}

function fillSection(section: Draft | undefined, block: RootContent, said: (node: Nodes) => ProseText): void {
  if (section === undefined || block.type === 'thematicBreak' || isComment(block)) return
  section.hasText = true
  if (block.type !== 'list') return
  for (const item of block.children) {
    const [first] = item.children
    if (first) section.items.push({ ...said(item), text: wordsOf(first) })
  }
}

function isComment(block: RootContent): boolean {
  return block.type === 'html' && /^(?:\s*<!--[^]*?-->)+\s*$/.test(block.value)
}

/** A section is empty when neither it nor one below it, before the next of its own level, says anything. */
function nest(drafts: readonly Draft[]): readonly Section[] {
  const open: Section[] = []
  return drafts.map((draft, index) => {
    while ((open.at(-1)?.level ?? 0) >= draft.level) open.pop()
    const after = drafts.slice(index + 1)
    const end = after.findIndex(({ level }) => level <= draft.level)
    const below = end === -1 ? after : after.slice(0, end)
    const { hasText, ...section } = draft
    const made: Section = { ...section, parents: [...open], isEmpty: !hasText && below.length === 0 }
    open.push(made)
    return made
  })
}

interface Collected {
  readonly links: ProseText[]
  readonly texts: ProseText[]
  readonly said: (node: Nodes) => ProseText
  readonly place: (node: Nodes) => Omit<ProseText, 'text'>
}

function collect(root: Nodes, { links, texts, said, place }: Collected): void {
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'link' || node.type === 'definition' || node.type === 'image')
      links.push({ text: node.url, ...place(node) })
    if (node.type === 'paragraph' || node.type === 'heading') texts.push(said(node))
    if ('children' in node) waiting.push(...node.children.toReversed())
  }
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
