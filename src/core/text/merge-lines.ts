import type { BlockLine } from './block-lines.ts'
import { findLeavingLines } from './leaving-lines.ts'
import type { Line } from './line.ts'
import { matchLines } from './match-lines.ts'
import type { LineMatch } from './match-lines.ts'
import { hashText } from './memory.ts'
import type { RememberedLine } from './memory.ts'

/** A line of the merged block: the one that stands there (`their`), the one of today's that it is (`our`), or both. */
export interface MergedLine {
  readonly their?: number
  readonly our?: number
  /** Whether today's text replaces what stands there. */
  readonly rewritten: boolean
}

interface Sides {
  /** What wg wrote the last time. */
  readonly memory: readonly RememberedLine[]
  /** What stands there now. */
  readonly theirs: readonly BlockLine[]
  /** What wg has to say today, without blank lines. */
  readonly ours: readonly Line[]
}

/**
 * Merges three ways, by lines. What a person wrote or changed stays at its place, what a person deleted stays deleted as long as
 * wg has it, new lines join after the line that they follow, untouched ones are brought up to date or leave.
 */
export function mergeLines({ memory, theirs, ours }: Sides): readonly MergedLine[] {
  const { theirs: matches, added } = matchLines({ memory, theirs, ours })
  const leaving = findLeavingLines(theirs, matches)
  const homes = new Map(
    matches.flatMap(({ our }, their): [number, number][] =>
      our === undefined || leaving.has(their) ? [] : [[our, their]],
    ),
  )
  const displaced = new Set(
    matches.flatMap(({ our }, their) => (our !== undefined && leaving.has(their) ? [our] : [])),
  )
  const joining = ours.map((_, our) => added.has(our) || displaced.has(our))
  const places = findPlaces({ theirs, ours, matches, homes, joining })
  const merged: MergedLine[] = [...(places.get(-1) ?? [])]
  for (const [their, match] of matches.entries()) {
    if (!leaving.has(their)) merged.push(mergedLine(their, match, { theirs, ours }))
    merged.push(...(places.get(their) ?? []))
  }
  return merged
}

function mergedLine(
  their: number,
  { owner, our }: LineMatch,
  { theirs, ours }: Omit<Sides, 'memory'>,
): MergedLine {
  if (our === undefined) return { their, rewritten: false }
  const changed = hashText(theirs[their]?.text ?? '') !== hashText(ours[our]?.text ?? '')
  return { their, our, rewritten: owner === 'wg' && changed }
}

interface Placing {
  readonly theirs: readonly BlockLine[]
  readonly ours: readonly Line[]
  readonly matches: readonly LineMatch[]
  /** For a line of today's that stands there already, where. */
  readonly homes: ReadonlyMap<number, number>
  /** For each line of today's whether it is to be put in. */
  readonly joining: readonly boolean[]
}

/** The lines that join, by the index of the line after which they come; -1 is the top of the block. */
function findPlaces(placing: Placing): ReadonlyMap<number, readonly MergedLine[]> {
  const { ours, homes, joining } = placing
  const places = new Map<number, MergedLine[]>()
  let after = topFor(placing) - 1
  let anchored = false
  for (const [our, line] of ours.entries()) {
    const home = homes.get(our)
    if (home !== undefined) [after, anchored] = [home, true]
    if (joining[our] !== true) continue
    if (anchored) after = endOfWhatIsUnder(after, line, placing)
    places.set(after, [...(places.get(after) ?? []), { our, rewritten: true }])
  }
  return places
}

/** The line before which comes what follows no other line: the first that wg has today, or the paragraph of a person's that it stands in. */
function topFor({ theirs, matches, homes }: Placing): number {
  const firstOur = [...homes.keys()].reduce((first, our) => Math.min(first, our), Infinity)
  let top = homes.get(firstOur) ?? 0
  if (matches[top]?.owner === 'wg') return top
  while (top > 0 && theirs[top]?.gap === '' && matches[top - 1]?.item !== true) top -= 1
  return top
}

/** The last of the people's lines that belong to a line: written right under it, or deeper than the line that is to come next. */
function endOfWhatIsUnder(their: number, coming: Line, { theirs, matches }: Placing): number {
  const indent = coming.text.length - coming.text.trimStart().length
  let end = their
  for (let next = theirs[end + 1]; next !== undefined; next = theirs[end + 1]) {
    const belongs = matches[end + 1]?.item !== true && (next.gap === '' || next.indent > indent)
    if (!belongs && !next.inside) break
    end += 1
  }
  return end
}
