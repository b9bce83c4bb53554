import type { Element, ElementContent, Root, RootContent } from 'hast'
import { h } from 'hastscript'
import { hastText } from './hast-text.ts'
import { headingLevels } from './heading-levels.ts'
import { headingSlugs } from './heading-slugs.ts'
import { ANCHOR_PREFIX } from './safe-schema.ts'

/** The place that a text gets on its page. */
export interface TextPlace {
  readonly leadTo: LeadTo
  /** The level of the heading under which it stands. */
  readonly under: number
}

/** Where a link leads; undefined where it leads nowhere, so that its words become text. */
export type LeadTo = (target: string) => string | undefined

interface Headings {
  readonly levels: ReadonlyMap<Element, number>
  readonly slugs: ReadonlyMap<Element, string>
  readonly anchors: ReadonlySet<string>
}

interface Taming {
  readonly headings: Headings
  readonly leadTo: LeadTo
  readonly insideLink: boolean
}

/**
 * Makes the tree of a Markdown text fit for a page: headings stand below the one they are put under and can be linked to, pictures are links, boxes
 * are signs, wide tables can be scrolled by keyboard, and links lead to where `leadTo` says.
 */
export function tameTree(tree: Root, { leadTo, under }: TextPlace): Root {
  const headings = findHeadings(tree, under)
  const children = tree.children.flatMap((node) => tame(node, { headings, leadTo, insideLink: false }))
  return { type: 'root', children }
}

const HEADING = /^h([1-6])$/
const FOOTNOTES = 'footnote-label'

function findHeadings(tree: Root, under: number): Headings {
  const found: Element[] = []
  const look = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue
      if (HEADING.test(node.tagName) && node.properties['id'] !== FOOTNOTES) found.push(node)
      look(node.children)
    }
  }
  look(tree.children)
  const levels = headingLevels(
    found.map(({ tagName }) => Number(tagName.slice(1))),
    under,
  )
  const slugs = headingSlugs(found.map(hastText))
  return {
    levels: new Map(found.map((node, index) => [node, levels[index] ?? 2])),
    slugs: new Map(found.map((node, index) => [node, slugs[index] ?? ''])),
    anchors: new Set(slugs),
  }
}

function tame(node: RootContent, taming: Taming): ElementContent[] {
  if (node.type === 'text') return [node]
  if (node.type !== 'element') return []
  const rule = Object.hasOwn(RULES, node.tagName) ? RULES[node.tagName] : undefined
  if (rule) return rule(node, taming)
  const level = taming.headings.levels.get(node)
  return [level === undefined ? inner(node, taming) : heading(node, level, taming)]
}

function inner(node: Element, taming: Taming): Element {
  return { ...node, children: node.children.flatMap((child) => tame(child, taming)) }
}

function heading(node: Element, level: number, taming: Taming): Element {
  const slug = taming.headings.slugs.get(node) ?? ''
  const properties = slug === '' ? {} : { id: `${ANCHOR_PREFIX}${slug}` }
  return { ...inner(node, taming), tagName: `h${level}`, properties }
}

const RULES: Readonly<Record<string, (node: Element, taming: Taming) => ElementContent[]>> = {
  a: link,
  img: picture,
  input: (node) => [box(node.properties['checked'] === true)],
  table: (node, taming) => [
    h('div', { className: 'wide', role: 'region', tabIndex: 0, ariaLabel: 'Table' }, inner(node, taming)),
  ],
  td: (node, taming) => [aligned(inner(node, taming))],
  th: (node, taming) => [headCell(aligned(inner(node, taming)))],
}

function link(node: Element, taming: Taming): ElementContent[] {
  const children = node.children.flatMap((child) => tame(child, { ...taming, insideLink: true }))
  const target = written(node, 'href')
  if (
    node.properties['dataFootnoteRef'] !== undefined ||
    node.properties['dataFootnoteBackref'] !== undefined
  )
    return [{ ...node, children }]
  const href = target.startsWith('#') ? anchor(target.slice(1), taming.headings) : taming.leadTo(target)
  if (href === undefined || taming.insideLink || hastText(children) === '') return children
  return [h('a', { href, ...(/^https?:/.test(href) ? { rel: 'nofollow' } : {}) }, children)]
}

function written({ properties }: Element, name: string): string {
  const value = properties[name]
  return typeof value === 'string' ? value : ''
}

function anchor(slug: string, { anchors }: Headings): string | undefined {
  const wanted = slug.toLowerCase()
  return anchors.has(wanted) ? `#${ANCHOR_PREFIX}${wanted}` : undefined
}

/** A picture from anywhere would tell its host who reads this page, and when. */
function picture(node: Element, { leadTo, insideLink }: Taming): ElementContent[] {
  const words = written(node, 'alt').trim() || 'picture'
  const href = insideLink ? undefined : leadTo(written(node, 'src'))
  if (href === undefined) return [{ type: 'text', value: words }]
  return [h('a', { href, ...(/^https?:/.test(href) ? { rel: 'nofollow' } : {}) }, words)]
}

function box(checked: boolean): Element {
  return h(
    'span',
    { className: 'box', role: 'img', ariaLabel: checked ? 'done' : 'open' },
    checked ? '☑' : '☐',
  )
}

/** How the columns of a table are aligned is for the style to say. */
function aligned(cell: Element): Element {
  const { align } = cell.properties
  return { ...cell, properties: typeof align === 'string' ? { className: [`to-${align}`] } : {} }
}

function headCell(cell: Element): Element {
  if (hastText(cell) === '') return { ...cell, tagName: 'td' }
  return { ...cell, properties: { ...cell.properties, scope: 'col' } }
}
