/** A share of a whole: above 0, 1 at most. */
export interface Share {
  readonly part: number
  readonly whole: number
}

/** Reads `1/3`, `33%` and `33.3%`; undefined for anything else, and for what is no share of a whole. */
export function parseShare(text: string): Share | undefined {
  const [, part, whole] = /^\s*(\d{1,4})\s*\/\s*(\d{1,4})\s*$/.exec(text) ?? []
  const percent = /^\s*(\d{1,3}(?:\.\d{1,2})?)\s*%\s*$/.exec(text)?.[1]
  const share =
    percent === undefined
      ? { part: Number(part ?? 0), whole: Number(whole ?? 0) }
      : { part: Math.round(Number(percent) * 100), whole: 10_000 }
  return share.part > 0 && share.part <= share.whole ? share : undefined
}

/** How many of a number of people are the share at most; rounded down. */
export function shareOf({ part, whole }: Share, people: number): number {
  return Math.floor((people * part) / whole)
}

/** The share as people write it: `1/3`, `33%`. */
export function printShare({ part, whole }: Share): string {
  return whole === 10_000 ? `${part / 100}%` : `${part}/${whole}`
}
