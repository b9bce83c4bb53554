import type { BlockLine } from './block-lines.ts'
import type { LineMatch } from './match-lines.ts'

const HEADING = /^(#{1,6})(?:\s|$)/
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s/
const BEGINS_A_BLOCK = /^\s*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|[>`~|<])/

/** A line of the block, and whose it will be after the merge; `nobody` when it leaves. */
interface Judged extends BlockLine {
  readonly owner: 'wg' | 'person' | 'nobody'
}

/**
 * The lines between the marks that go: those that wg wrote, nobody touched, and wg has no more or has elsewhere today. One
 * under which somebody has written stays, and so does a heading under which only people's lines are left.
 */
export function findLeavingLines(
  lines: readonly BlockLine[],
  matches: readonly LineMatch[],
): ReadonlySet<number> {
  const leaving = new Set<number>()
  const judged: Judged[] = []
  for (const [index, line] of [...lines.entries()].reverse()) {
    const owner = judge(line, matches[index], judged)
    judged.push({ ...line, owner })
    if (owner === 'nobody') leaving.add(index)
  }
  return leaving
}

/** `below` has the lines after this one, the nearest last. */
function judge(line: BlockLine, match: LineMatch | undefined, below: readonly Judged[]): Judged['owner'] {
  if (match?.owner !== 'wg') return 'person'
  if (match.our !== undefined && !match.displaced) return 'wg'
  if (mayLeave(line, below)) return 'nobody'
  return match.our === undefined ? 'person' : 'wg'
}

function mayLeave(line: BlockLine, below: readonly Judged[]): boolean {
  const level = HEADING.exec(line.text)?.[1]?.length
  if (level === undefined) return !someoneWroteUnder(line, below)
  const section = takeWhile(below, (next) => (HEADING.exec(next.text)?.[1]?.length ?? 7) > level)
  return section.some((next) => next.owner === 'wg') || !section.some((next) => next.owner === 'person')
}

function someoneWroteUnder(line: BlockLine, below: readonly Judged[]): boolean {
  const next = below.at(-1)
  const runsOn = next?.owner === 'person' && next.gap === '' && !BEGINS_A_BLOCK.test(next.text)
  if (runsOn && ITEM.test(line.text)) return true
  return takeWhile(below, (deeper) => deeper.indent > line.indent).some((deeper) => deeper.owner === 'person')
}

function takeWhile(below: readonly Judged[], test: (line: Judged) => boolean): readonly Judged[] {
  let end = below.length
  for (let next = below[end - 1]; next !== undefined && test(next); next = below[end - 1]) end -= 1
  return below.slice(end)
}
