import { alignKeys } from './align-keys.ts'
import type { BlockLine } from './block-lines.ts'
import { hashIdentity, hashText } from './memory.ts'
import type { RememberedLine } from './memory.ts'
import type { Line } from './line.ts'
import { urlsIn } from './urls-in.ts'

/** What a line that stands between the marks is. */
export interface LineMatch {
  /** `wg` for a line that stands as wg wrote it, `person` for one that somebody wrote or changed. */
  readonly owner: 'wg' | 'person'
  /** Whether it counts as one of wg's items, edited or not. */
  readonly item: boolean
  /** The line of today's that it counts as; undefined when wg has none such any more. */
  readonly our?: number
  /** Whether wg has it at another place today, and nobody else has moved it. */
  readonly displaced: boolean
}

export interface LineMatches {
  /** One for each line that stands between the marks. */
  readonly theirs: readonly LineMatch[]
  /** The lines of today's that were not there the last time and that no person's line stands for. */
  readonly added: ReadonlySet<number>
}

interface Sides {
  readonly memory: readonly RememberedLine[]
  readonly theirs: readonly BlockLine[]
  readonly ours: readonly Line[]
}

/** Says of every line between the marks who owns it and which line of today's it is; no blank lines on any side. */
export function matchLines({ memory, theirs, ours }: Sides): LineMatches {
  const untouched = alignKeys(
    memory.map((line) => line.text),
    theirs.map((line) => hashText(line.text)),
  )
  const today = alignKeys(memory.map(keyOfMemory), ours.map(keyOfLine))
  const edited = findEdited({ memory, theirs, ours }, untouched.first, untouched.second)
  const strangers = theirs.flatMap((_, their) =>
    untouched.first.has(their) || edited.has(their) ? [] : [their],
  )
  const news = ours.flatMap((_, our) => (today.first.has(our) ? [] : [our]))
  const claims = findClaims({ memory, theirs, ours }, strangers, news)
  const matches = theirs.map((_, their): LineMatch => {
    const remembered = untouched.first.get(their)
    const source = remembered ?? edited.get(their)
    const our = source === undefined ? claims.ourOf.get(their) : today.second.get(source)
    return {
      owner: remembered === undefined ? 'person' : 'wg',
      item: source !== undefined || our !== undefined,
      ...(our === undefined ? {} : { our }),
      displaced: our !== undefined && today.moved.has(our) && !untouched.moved.has(their),
    }
  })
  return { theirs: matches, added: new Set(news.filter((our) => !claims.claimed.has(our))) }
}

/** Lines of wg's that somebody has changed, known by a box ticked or cleared, or by the item's address. */
function findEdited(
  { memory, theirs }: Sides,
  known: ReadonlyMap<number, number>,
  present: ReadonlyMap<number, number>,
) {
  const lost = memory.flatMap((line, index) => (present.has(index) ? [] : [{ ...line, index }]))
  const byText = new Map(lost.map((line) => [line.text, line.index]))
  const byIdentity = new Map(
    lost.flatMap(({ identity, index }) => (identity === undefined ? [] : [[identity, index]])),
  )
  const taken = new Set<number>()
  const edited = new Map<number, number>()
  for (const [their, line] of theirs.entries()) {
    if (known.has(their)) continue
    const candidates = [
      ...tickedOtherwise(line.text).map((text) => byText.get(hashText(text))),
      ...identities(line, byIdentity),
    ]
    const source = candidates.find((candidate) => candidate !== undefined && !taken.has(candidate))
    if (source === undefined) continue
    taken.add(source)
    edited.set(their, source)
  }
  return edited
}

/** New lines that stand there already, because somebody has written the item's address or the very same line. */
function findClaims({ theirs, ours }: Sides, strangers: readonly number[], news: readonly number[]) {
  const byText = new Map<string, number[]>()
  const byIdentity = new Map<string, number>()
  for (const their of [...strangers].reverse()) {
    const line = theirs[their]
    if (line === undefined) continue
    byText.set(line.text, [...(byText.get(line.text) ?? []), their])
    for (const url of urlsIn(line.text)) byIdentity.set(hashIdentity(url), their)
  }
  const ourOf = new Map<number, number>()
  const claimed = new Set<number>()
  for (const our of news) {
    const { text, identity } = ours[our] ?? { text: '' }
    const their =
      (identity === undefined ? undefined : byIdentity.get(hashIdentity(identity))) ??
      byText.get(text.trimEnd())?.pop()
    if (their === undefined) continue
    claimed.add(our)
    if (!ourOf.has(their)) ourOf.set(their, our)
  }
  return { ourOf, claimed }
}

function identities(line: BlockLine, known: ReadonlyMap<string, number>): readonly (number | undefined)[] {
  return known.size === 0 ? [] : urlsIn(line.text).map((url) => known.get(hashIdentity(url)))
}

function tickedOtherwise(text: string): readonly string[] {
  const box = /^(\s*(?:[-*+]|\d+[.)])\s+\[)([ xX])(?=\])/.exec(text)
  if (box === null) return []
  const [whole, before = '', mark = ''] = box
  const others = mark === ' ' ? ['x', 'X'] : [' ']
  return others.map((other) => before + other + text.slice(whole.length))
}

function keyOfMemory({ text, identity }: RememberedLine): string {
  return identity === undefined ? `text ${text}` : `item ${identity}`
}

function keyOfLine({ text, identity }: Line): string {
  return identity === undefined ? `text ${hashText(text)}` : `item ${hashIdentity(identity)}`
}
