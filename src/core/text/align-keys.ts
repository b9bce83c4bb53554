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

/** Pairs equal keys of two lists: first those that keep their order (longest common subsequence), then those that have moved. */
export function alignKeys(firstKeys: readonly string[], secondKeys: readonly string[]): Alignment {
  const pairs = inOrder(firstKeys, secondKeys)
  const [inFirst, inSecond] = [new Set(pairs.map(([a]) => a)), new Set(pairs.map(([, b]) => b))]
  const waiting = new Map<string, number[]>()
  for (const [a, key] of firstKeys.entries()) {
    if (inFirst.has(a)) continue
    const same = waiting.get(key)
    if (same === undefined) waiting.set(key, [a])
    else same.push(a)
  }
  const moved: [number, number][] = []
  for (const [b, key] of secondKeys.entries()) {
    const a = inSecond.has(b) ? undefined : waiting.get(key)?.shift()
    if (a !== undefined) moved.push([a, b])
  }
  const all = [...pairs, ...moved]
  return {
    second: new Map(all),
    first: new Map(all.map(([a, b]) => [b, a])),
    moved: new Set(moved.map(([, b]) => b)),
  }
}

function inOrder(a: readonly string[], b: readonly string[]): [number, number][] {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start += 1
  let end = 0
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const pairs: [number, number][] = []
  for (let index = 0; index < start; index += 1) pairs.push([index, index])
  const middle: [number, number][] = []
  const result = LCS(a.slice(start, a.length - end), b.slice(start, b.length - end))
  for (let at = result; at.chain !== null; at = at.chain) {
    middle.push([at.buffer1index + start, at.buffer2index + start])
  }
  pairs.push(...middle.reverse())
  for (let index = end; index > 0; index -= 1) pairs.push([a.length - index, b.length - index])
  return pairs
}
