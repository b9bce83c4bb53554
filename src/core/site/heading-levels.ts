/** The level of the heading under which the text of a file stands on its page. */
const PAGE_HEADING = 1
const DEEPEST = 6

/**
 * The levels that the headings of a file get below the heading of their page: none is left out on the way down, which is what screen
 * readers go by (WCAG 2.2, technique G141). `depths` as written, 1 to 6, in order.
 */
export function headingLevels(depths: readonly number[]): readonly number[] {
  const open: number[] = []
  return depths.map((depth) => {
    while ((open.at(-1) ?? 0) >= depth) open.pop()
    open.push(depth)
    return Math.min(PAGE_HEADING + open.length, DEEPEST)
  })
}
