import { distance } from 'fastest-levenshtein'

const LONGEST_WORD = 100

/**
 * The candidates that may have been meant by a word, nearest first and at most `most` of them; empty when none is near. Case does
 * not count. Near means one wrong letter in a short word, two in a middling one, three in a long one.
 */
export function nearestOf(word: string, candidates: readonly string[], most = 3): readonly string[] {
  if (word.length > LONGEST_WORD) return []
  const reach = word.length <= 3 ? 1 : word.length <= 8 ? 2 : 3
  return candidates
    .map((candidate) => ({ candidate, away: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, away }) => away <= reach && away < Math.max(word.length, candidate.length))
    .sort((a, b) => a.away - b.away)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

/** The candidate whose spelling is nearest to a word; undefined when none is near. See `nearestOf`. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  return nearestOf(word, candidates, 1)[0]
}

/** The question "Did you mean `members`?" about a misspelt word; undefined when no candidate is near. */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const meant = nearest(word, candidates)
  return meant === undefined ? undefined : `Did you mean \`${meant}\`?`
}
