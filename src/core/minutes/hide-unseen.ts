import { hideComments, type LeftOpen } from './hide-comments.ts'

/** Lines in which comments, code fences and front matter are blank; and what was left open. */
export interface VisibleLines {
  readonly lines: readonly string[]
  readonly frontMatter: readonly string[]
  readonly leftOpen: readonly LeftOpen[]
}

const FENCE = /^ {0,12}(?:[-*+] +)?(`{3,}|~{3,})/
const FRONT_MATTER_LINE = /^(?:$|\s|#|-|[\w"'][^:]*:)/
const LONGEST_FRONT_MATTER = 200

/**
 * Blanks what a reader of the page does not see as text: YAML front matter, fenced code, HTML comments. The number of lines stays.
 * A comment or a fence that is never closed hides only its own mark, so that one slip does not swallow the rest of the minutes.
 */
export function hideUnseen(source: readonly string[]): VisibleLines {
  const lines = [...source]
  const frontMatter = takeFrontMatter(lines)
  const openFences = hideFences(lines)
  const openComments = hideComments(lines)
  return { lines, frontMatter, leftOpen: [...openFences, ...openComments] }
}

function takeFrontMatter(lines: string[]): string[] {
  if (lines[0] !== '---') return []
  const end = lines.slice(1, LONGEST_FRONT_MATTER).findIndex((line) => line === '---' || line === '...') + 1
  if (end === 0) return []
  const inside = lines.slice(1, end)
  if (!inside.every((line) => FRONT_MATTER_LINE.test(line))) return []
  lines.fill('', 0, end + 1)
  return inside
}

function hideFences(lines: string[]): LeftOpen[] {
  const leftOpen: LeftOpen[] = []
  const closers = lastClosers(lines)
  let at = 0
  while (at < lines.length) {
    const mark = FENCE.exec(lines[at] ?? '')?.[1]
    if (mark === undefined) {
      at += 1
      continue
    }
    const last = closers.get(mark[0] ?? '') ?? -1
    let end = at + 1
    while (end <= last && !closes(lines[end] ?? '', mark)) end += 1
    if (end > last) {
      if (leftOpen.length === 0) leftOpen.push({ what: 'fence', line: at + 1 })
      closers.set(mark[0] ?? '', -1)
      end = at
    }
    lines.fill('', at, end + 1)
    at = end + 1
  }
  return leftOpen
}

function closes(line: string, mark: string): boolean {
  const text = line.trim()
  return text.startsWith(mark) && text === (mark[0] ?? '').repeat(text.length)
}

/** Where the last line stands that could close a fence of a kind: nothing is searched beyond it. */
function lastClosers(lines: readonly string[]): Map<string, number> {
  const last = new Map<string, number>()
  lines.forEach((line, index) => {
    const text = line.trim()
    if (closes(line, '```') || closes(line, '~~~')) last.set(text[0] ?? '', index)
  })
  return last
}
