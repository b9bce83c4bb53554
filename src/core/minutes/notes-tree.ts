import type { Nodes } from 'mdast'
import { type Extension, fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'

/** A stretch of the notes, by offsets. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** What of a text of notes is prose, and what must stay as it is. Each list is in the order of the text. */
export interface NotesTree {
  /** Words: neither code nor HTML nor a link nor a table. */
  readonly prose: readonly Stretch[]
  /** Code, HTML, links, images, tables, definitions, front matter. */
  readonly kept: readonly Stretch[]
  /** Line ends that break the line on the page. */
  readonly breaks: readonly Stretch[]
  /** List items, with what stands in them. */
  readonly items: readonly Stretch[]
}

const KEPT: ReadonlySet<Nodes['type']> = new Set([
  'code',
  'definition',
  'footnoteReference',
  'html',
  'image',
  'imageReference',
  'inlineCode',
  'link',
  'linkReference',
  'table',
  'yaml',
])

const SYNTAX = [gfm(), frontmatter()]

/** Reads where what stands in notes with LF line ends. */
export function readNotesTree(text: string): NotesTree {
  const tree = fromMarkdown(text, {
    extensions: SYNTAX,
    mdastExtensions: [
      frontmatterFromMarkdown(),
      ...gfmFromMarkdown().filter(isNeeded).map(withoutTransforms),
    ],
  })
  const found = {
    prose: [] as Stretch[],
    kept: [] as Stretch[],
    breaks: [] as Stretch[],
    items: [] as Stretch[],
  }
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const stretch = stretchOf(node)
    if (stretch && KEPT.has(node.type)) found.kept.push(stretch)
    else if (stretch && node.type === 'text') found.prose.push(stretch)
    else if (stretch && node.type === 'break') found.breaks.push(stretch)
    else if (stretch && node.type === 'listItem') found.items.push(stretch)
    if ('children' in node && !KEPT.has(node.type)) waiting.push(...node.children.toReversed())
  }
  return found
}

/** Boxes are not asked for, and the extension that reads them stumbles over a box below an empty item. */
function isNeeded({ exit }: Extension): boolean {
  return exit?.['taskListCheckValueChecked'] === undefined
}

/** The transforms would cut words at bare addresses, and leave pieces that stand nowhere. */
function withoutTransforms(extension: Extension): Extension {
  return { ...extension, transforms: [] }
}

function stretchOf({ position }: Nodes): Stretch | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset]
  return start === undefined || end === undefined ? undefined : { start, end }
}

/** Whether an offset lies in one of the stretches, which are in order and do not overlap. */
export function isWithin(offset: number, stretches: readonly Stretch[]): boolean {
  let [low, high] = [0, stretches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return (stretches[low]?.start ?? Infinity) <= offset
}
