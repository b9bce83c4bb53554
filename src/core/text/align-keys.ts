import { LCS } from 'node-diff3'

/** Which entries of two lists are the same. */
export interface Alignment {
  /** For an index of the first list, the index in the second. */
  readonly second: ReadonlyMap<number, number>
  /** For an index of the second list, the index in the first. */
  readonly first: ReadonlyMap<number, number>
  /** Indexes of the second list whose entries stand elsewhere in the order than in the first. */
  readonly moved: ReadonlySet<number>
}

type Pair = readonly [first: number, second: number]

// The longest common subsequence takes time by the product of the repetitions.
const TOO_OFTEN = 16

/** Pairs equal keys of two lists: first those that keep their order (longest common subsequence), then those that have moved. */
export function alignKeys(firstKeys: readonly string[], secondKeys: readonly string[]): Alignment {
  const steady = alignInOrder(firstKeys, secondKeys)
  const [inFirst, inSecond] = [new Set(steady.map(([a]) => a)), new Set(steady.map(([, b]) => b))]
  const left = indexesOf(firstKeys).filter((a) => !inFirst.has(a))
  const waiting = groupByKey(left.reverse(), firstKeys)
  const moved: Pair[] = []
  for (const b of indexesOf(secondKeys)) {
    const a = inSecond.has(b) ? undefined : waiting.get(secondKeys[b] ?? '')?.pop()
    if (a !== undefined) moved.push([a, b])
  }
  const all = [...steady, ...moved]
  return {
    second: new Map(all),
    first: new Map(all.map(([a, b]) => [b, a])),
    moved: new Set(moved.map(([, b]) => b)),
  }
}

/** Aligns the ends that are equal, then what is rare, then what is frequent and stands between the same rare ones. */
function alignInOrder(a: readonly string[], b: readonly string[]): readonly Pair[] {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start += 1
  let end = 0
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const middle = alignMiddle({ a: a.slice(start, a.length - end), b: b.slice(start, b.length - end) })
  const first = indexesOf(a.slice(0, start)).map((index): Pair => [index, index])
  const last = indexesOf(a.slice(0, end)).map((index): Pair => [
    a.length - end + index,
    b.length - end + index,
  ])
  return [...first, ...middle.map(([x, y]): Pair => [x + start, y + start]), ...last]
}

interface Lists {
  readonly a: readonly string[]
  readonly b: readonly string[]
}

function alignMiddle(lists: Lists): readonly Pair[] {
  const pairs: Pair[] = []
  let from: Pair = [0, 0]
  for (const rare of [...alignRare(lists), undefined]) {
    const to = rare ?? [lists.a.length, lists.b.length]
    pairs.push(...alignGap(lists, from, to))
    if (rare !== undefined) pairs.push(rare)
    from = [to[0] + 1, to[1] + 1]
  }
  return pairs
}

function alignRare({ a, b }: Lists): readonly Pair[] {
  const counts = [groupByKey(indexesOf(a), a), groupByKey(indexesOf(b), b)]
  const rareIn = (keys: readonly string[]) =>
    indexesOf(keys).filter((index) =>
      counts.every((count) => (count.get(keys[index] ?? '')?.length ?? 0) <= TOO_OFTEN),
    )
  const [rareA, rareB] = [rareIn(a), rareIn(b)]
  const pairs: Pair[] = []
  const result = LCS(
    rareA.map((index) => a[index]),
    rareB.map((index) => b[index]),
  )
  for (let at = result; at.chain !== null; at = at.chain) {
    pairs.push([rareA[at.buffer1index] ?? 0, rareB[at.buffer2index] ?? 0])
  }
  return pairs.reverse()
}

/** Pairs what is equal between two places of both lists, from the top. */
function alignGap({ a, b }: Lists, from: Pair, to: Pair): readonly Pair[] {
  const pairs: Pair[] = []
  if (from[0] >= to[0] || from[1] >= to[1]) return pairs
  const waiting = groupByKey(indexesOf(a.slice(from[0], to[0])).reverse(), a.slice(from[0], to[0]))
  let last = -1
  for (const [step, key] of b.slice(from[1], to[1]).entries()) {
    const same = waiting.get(key)
    while (same?.length && (same.at(-1) ?? 0) <= last) same.pop()
    const found = same?.pop()
    if (found === undefined) continue
    pairs.push([from[0] + found, from[1] + step])
    last = found
  }
  return pairs
}

function indexesOf(list: readonly unknown[]): number[] {
  return Array.from(list.keys())
}

function groupByKey(indexes: readonly number[], keys: readonly string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const index of indexes) {
    const key = keys[index] ?? ''
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [index])
    else group.push(index)
  }
  return groups
}
