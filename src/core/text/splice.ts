/** A stretch of a text, by offsets in UTF-16 units, and what comes in its place. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Puts new stretches into a text. Of two that overlap the one that begins first is made, the other is left out. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const parts: string[] = []
  let done = 0
  for (const { start, end, text: put } of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < done) continue
    parts.push(text.slice(done, start), put)
    done = end
  }
  return parts.join('') + text.slice(done)
}
