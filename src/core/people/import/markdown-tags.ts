import type { InlineCode, Nodes, Text } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { readHtml } from './html-tags.ts'
import type { Attributes, Tag } from './tag-stream.ts'

/** Deeper than any page that has been tamed; a page made to exhaust the stack must not. */
const DEEPEST = 300

/** How each part of Markdown is called in HTML; parts that are not here only hold other parts. Code is left out: it is no roster. */
const NAMES: Readonly<Partial<Record<Nodes['type'], string>>> = {
  delete: 'del',
  link: 'a',
  linkReference: 'a',
  listItem: 'li',
  paragraph: 'p',
  strong: 'strong',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
}

interface Page {
  readonly text: string
  /** Addresses of `[label]: address` lines, by label. */
  readonly definitions: ReadonlyMap<string, string>
  readonly tags: Tag[]
}

/** Reads a page of GitHub's Markdown, with the HTML in it, into one stream of tags. */
export function readMarkdownTags(text: string): readonly Tag[] {
  const root = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const definitions = new Map<string, string>()
  for (const node of root.children.toReversed()) {
    if (node.type === 'definition') definitions.set(node.identifier, node.url)
  }
  const page: Page = { text, definitions, tags: [] }
  addNode(page, root, 0)
  return page.tags
}

function addNode(page: Page, node: Nodes, depth: number): void {
  const offset = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? offset
  if (depth > DEEPEST || node.type === 'code' || node.type === 'footnoteDefinition') return
  if (node.type === 'html') page.tags.push(...readHtml(page.text.slice(offset, end), offset))
  else if (node.type === 'text' || node.type === 'inlineCode') addText(page, node)
  else if (node.type === 'break') addEmpty(page, { name: 'br', offset, given: {} })
  else if (node.type === 'image')
    addEmpty(page, { name: 'img', offset, given: { src: node.url, alt: node.alt ?? '' } })
  else addParent(page, node, depth)
}

function addParent(page: Page, node: Nodes, depth: number): void {
  const name = node.type === 'heading' ? `h${String(node.depth)}` : NAMES[node.type]
  const offset = node.position?.start.offset ?? 0
  const children: readonly Nodes[] = 'children' in node ? node.children : []
  if (name !== undefined) {
    page.tags.push({ kind: 'open', name, offset, html: false, given: attributesOf(page, node) })
  }
  for (const child of children) addNode(page, child, depth + 1)
  if (name !== undefined)
    page.tags.push({ kind: 'close', name, offset: node.position?.end.offset ?? offset, html: false })
}

function attributesOf(page: Page, node: Nodes): Attributes {
  const href =
    node.type === 'link'
      ? node.url
      : node.type === 'linkReference'
        ? page.definitions.get(node.identifier)
        : undefined
  return href === undefined ? {} : { href }
}

/** One tag per line of text, because a line is what a person would look for. */
function addText({ text, tags }: Page, node: Text | InlineCode): void {
  const offset = node.position?.start.offset ?? 0
  const source = text.slice(offset, node.position?.end.offset)
  let from = 0
  for (const [index, line] of node.value.split('\n').entries()) {
    const at = Math.max(from, source.indexOf(line, from))
    tags.push({ kind: 'text', text: index === 0 ? line : `\n${line}`, offset: offset + at })
    from = at + line.length
  }
}

function addEmpty(
  { tags }: Page,
  tag: Pick<Extract<Tag, { kind: 'open' }>, 'name' | 'offset' | 'given'>,
): void {
  tags.push({ kind: 'open', html: false, ...tag })
}
