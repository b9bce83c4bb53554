import { plainParts } from './plain-parts.ts'
import {
  type ProseHeading,
  type ProsePart,
  type ProseSource,
  type ProseText,
  treeParts,
} from './prose-part.ts'

/** What stands under a heading, up to the next one. */
export interface Section extends ProseHeading {
  /** The sections in which it stands, the outermost first. */
  readonly parents: readonly Section[]
  /** The outermost items of its lists, without what is nested in them. */
  readonly items: readonly ProseText[]
  /** Whether neither it nor a section in it says anything. */
  readonly isEmpty: boolean
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
  const read = known.get(source) ?? assemble(plainParts(source) ?? treeParts(source))
  known.set(source, read)
  return read
}

/** Puts the blocks of a prose under their headings. */
export function assemble(parts: readonly ProsePart[]): CharterProse {
  const drafts: Draft[] = []
  for (const { heading, speaks, items } of parts) {
    const last = drafts.at(-1)
    if (heading) drafts.push({ heading, items: [], hasText: false })
    else if (last) {
      last.hasText ||= speaks
      last.items.push(...items)
    }
  }
  return {
    sections: nest(drafts),
    links: parts.flatMap(({ links }) => links),
    texts: parts.flatMap(({ texts }) => texts),
  }
}

interface Draft {
  readonly heading: ProseHeading
  readonly items: ProseText[]
  hasText: boolean
}

/** A section is empty when neither it nor one below it, before the next of its own level, says anything. */
function nest(drafts: readonly Draft[]): readonly Section[] {
  const open: Section[] = []
  return drafts.map(({ heading, items, hasText }, index) => {
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop()
    const hasBelow = (drafts[index + 1]?.heading.level ?? 0) > heading.level
    const made: Section = { ...heading, items, parents: [...open], isEmpty: !hasText && !hasBelow }
    open.push(made)
    return made
  })
}
