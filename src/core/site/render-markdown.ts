import type { Element, Root, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Html, Nodes } from 'mdast'
import rehypeSanitize from 'rehype-sanitize'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype, { type Options } from 'remark-rehype'
import { unified } from 'unified'
import { hastText } from './hast-text.ts'
import { htmlAsText } from './html-as-text.ts'
import { ANCHOR_PREFIX, SAFE_SCHEMA } from './safe-schema.ts'
import { type LeadTo, tameTree, type TextPlace } from './tame-tree.ts'

/** The text of a Markdown file as a part of a page. */
export interface RenderedMarkdown {
  /** Sanitised HTML. */
  readonly html: string
  /** The heading with which the text begins; it does not stand in `html`. */
  readonly title: string | null
  /** The words alone, as one line. */
  readonly words: string
  /** Each link that was met, and where it leads; null where nowhere. */
  readonly links: readonly (readonly [target: string, href: string | null])[]
}

const BLOCKS = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition'])

/** HTML that people wrote is shown as its words: a page has no element that wg did not make. */
function showHtml(_: unknown, { value }: Html, parent: Nodes | undefined) {
  if (/^<br\s*\/?>$/i.test(value.trim())) return h('br')
  const words = htmlAsText(value)
  if (words === '') return undefined
  const text = { type: 'text' as const, value: words }
  return parent !== undefined && BLOCKS.has(parent.type) ? h('p', [text]) : text
}

const OPTIONS: Options = {
  clobberPrefix: ANCHOR_PREFIX,
  handlers: { html: showHtml },
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze()
const transformer = unified().use(remarkRehype, OPTIONS).freeze()
const sanitizer = unified().use(rehypeSanitize, SAFE_SCHEMA).freeze()

/**
 * Renders the Markdown of a file. What people wrote there can load, run, style and ask nothing; pictures become links, HTML becomes its
 * words. Text that is nested deeper than a page can be is shown as it was written.
 */
export function renderMarkdown(text: string, place: TextPlace): RenderedMarkdown {
  try {
    return renderTree(transformer.runSync(parser.parse(text)), place)
  } catch (error) {
    // Each step calls itself for what is nested, and each ends at another depth.
    if (!(error instanceof RangeError)) throw error
    return renderTree({ type: 'root', children: [h('pre', text)] }, place)
  }
}

function renderTree(read: Root, { leadTo, under }: TextPlace): RenderedMarkdown {
  const links = new Map<string, string | null>()
  const noting: LeadTo = (target) => {
    const href = leadTo(target)
    links.set(target, href ?? null)
    return href
  }
  const { title, rest } = splitTitle(read)
  const tree = sanitizer.runSync(tameTree(rest, { leadTo: noting, under }))
  return { html: toHtml(tree), title, words: hastText(tree), links: [...links] }
}

/** The first heading goes to the head of the page, where it is of the highest level. */
function splitTitle(tree: Root): { readonly title: string | null; readonly rest: Root } {
  const index = tree.children.findIndex((node) => node.type !== 'text' || node.value.trim() !== '')
  const first = tree.children[index]
  if (first === undefined || !isTitle(first)) return { title: null, rest: tree }
  const title = hastText(first)
  if (title === '') return { title: null, rest: tree }
  return { title, rest: { ...tree, children: tree.children.toSpliced(index, 1) } }
}

function isTitle(node: RootContent): node is Element {
  return node.type === 'element' && node.tagName === 'h1'
}
