/** Chance that is the same for the same seed. */
export interface Random {
  /** A whole number from 0, less than `limit`. */
  readonly below: (limit: number) => number
  readonly chance: (share: number) => boolean
  /** Undefined only when there is nothing to pick from. */
  readonly pick: <Thing>(things: readonly Thing[]) => Thing | undefined
}

/** Makes chance from a seed (the generator is Marsaglia's xorshift32). */
export function makeRandom(seed: number): Random {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0 || 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 2 ** 32
  }
  for (let warm = 0; warm < 20; warm += 1) next()
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    chance: (share) => next() < share,
    pick: (things) => things[below(things.length)],
  }
}
