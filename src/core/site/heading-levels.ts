const DEEPEST = 6

/**
 * The levels that the headings of a file get below the heading `under` which the file stands on its page: none is left out on the way down, which is what screen
 * readers go by (WCAG 2.2, technique G141). `depths` as written, 1 to 6, in order.
 */
export function headingLevels(depths: readonly number[], under: number): readonly number[] {
  const open: number[] = []
  return depths.map((depth) => {
    while ((open.at(-1) ?? 0) >= depth) open.pop()
    open.push(depth)
    return Math.min(under + open.length, DEEPEST)
  })
}
