import { diff3Merge } from 'node-diff3'

/** Two versions of a text made one, or the line of `theirs` (from 1) at which both changed the same place differently. */
export type MergedText =
  { readonly kind: 'merged'; readonly text: string } | { readonly kind: 'conflict'; readonly line: number }

/** Merges line by line what became of one text in two places. Nothing that either side wrote is lost: where both changed the same lines, it is a conflict. */
export function mergeTexts(versions: {
  readonly ancestor: string
  readonly theirs: string
  readonly ours: string
}): MergedText {
  const [ancestor, theirs, ours] = [versions.ancestor, versions.theirs, versions.ours].map(splitLines)
  const regions = diff3Merge(theirs ?? [], ancestor ?? [], ours ?? [], { excludeFalseConflicts: true })
  const merged: string[] = []
  for (const region of regions) {
    if (!region.ok) return { kind: 'conflict', line: (region.conflict?.aIndex ?? 0) + 1 }
    merged.push(...region.ok)
  }
  return { kind: 'merged', text: merged.join('') }
}

/** Lines with their ends, so that joining them gives the same text. */
function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}
