/** What was opened and never closed, with its line. */
export interface LeftOpen {
  readonly what: 'comment' | 'fence'
  readonly line: number
}

/** Takes HTML comments out of the lines, in place; gives the line of the first that is never closed. */
export function hideComments(lines: string[]): LeftOpen[] {
  const lastEnd = lines.findLastIndex((line) => line.includes('-->'))
  const leftOpen: LeftOpen[] = []
  let inside = false
  lines.forEach((line, index) => {
    if (!inside && !line.includes('<!--')) return
    const { kept, open } = withoutComments(line, inside)
    inside = open && index < lastEnd
    if (open && !inside && leftOpen.length === 0) leftOpen.push({ what: 'comment', line: index + 1 })
    lines[index] = kept.trimEnd()
  })
  return leftOpen
}

function withoutComments(line: string, startsInside: boolean): { kept: string; open: boolean } {
  let kept = ''
  let open = startsInside
  let at = 0
  while (at < line.length) {
    const next = line.indexOf(open ? '-->' : '<!--', at)
    if (next < 0) break
    if (!open) kept += line.slice(at, next)
    at = next + (open ? 3 : 4)
    open = !open
  }
  return { kept: open ? kept : kept + line.slice(at), open }
}
