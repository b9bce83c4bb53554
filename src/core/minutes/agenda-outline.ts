import { findReferences, type Reference, type ReferenceScope } from './find-references.ts'
import type { Block } from './read-blocks.ts'
import { endsOrStartsAsTitle, isBlank, isItemLine, isOnlyReferences, without } from './reference-lines.ts'

/** The blocks of a section with the references in each, and how the items nest. */
export interface Outline {
  readonly blocks: readonly Block[]
  readonly references: readonly (readonly Reference[])[]
  readonly parents: readonly number[]
  /** By the item around: how many blocks it holds, and how many of them are clear titles with a number. */
  readonly lists: ReadonlyMap<number, { readonly items: number; readonly clear: number }>
  /** The blocks right below the heading that are nothing but references. */
  readonly opening: ReadonlySet<number>
  /** The bullet of the first item with a number; another bullet at the same depth means notes. */
  readonly marker: string | undefined
}

/** Reads the references of the blocks of a section, and how its items nest. */
export function makeOutline(blocks: readonly Block[], scope: ReferenceScope): Outline {
  const references = blocks.map((block) => findReferences(block.text, scope))
  const open: number[] = []
  const parents = blocks.map((block, index) => {
    open.length = Math.min(open.length, block.level)
    const parent = open.at(-1) ?? -1
    if (block.kind === 'item') open[block.level] = index
    return parent
  })
  const lists = new Map<number, { items: number; clear: number }>()
  parents.forEach((parent, index) => {
    const list = lists.get(parent) ?? { items: 0, clear: 0 }
    const clear = endsOrStartsAsTitle(blocks[index]?.text ?? '', references[index] ?? [])
    lists.set(parent, { items: list.items + 1, clear: list.clear + (clear ? 1 : 0) })
  })
  const first = blocks.findIndex(
    (block, index) =>
      block.kind === 'item' && block.level === 0 && isItemLine(block.text, references[index] ?? []),
  )
  const opening = blocks.findIndex((block, index) => !isOnlyReferences(block.text, references[index] ?? []))
  const run = blocks.slice(0, opening < 0 ? blocks.length : opening)
  return { blocks, references, parents, lists, marker: blocks[first]?.marker, opening: new Set(run.keys()) }
}

/** An issue of an item that lists several: none of the items around has a number, and most of its neighbours are such lines too. */
export function isSubItem(index: number, { blocks, references, parents, lists }: Outline): boolean {
  const found = references[index] ?? []
  const block = blocks[index]
  if (block?.kind !== 'item' || !endsOrStartsAsTitle(block.text, found)) return false
  for (let at = parents[index] ?? -1; at >= 0; at = parents[at] ?? -1) {
    if ((references[at] ?? []).length > 0) return false
  }
  if (found[0]?.form !== 'url' && isBlank(without(block.text, found))) return true
  const list = lists.get(parents[index] ?? -1)
  return list !== undefined && list.clear * 2 >= list.items
}
