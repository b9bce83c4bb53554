import type { Splice } from '../text/splice.ts'
import { isWithin, type NotesTree } from './notes-tree.ts'

/** One line of the notes, without its end. */
interface NotesLine {
  readonly text: string
  readonly start: number
  /** Whether it stands as it must, because it belongs to code, HTML or a table. */
  readonly kept: boolean
}

/** What the rules for lines are given. */
export interface LinesToTidy {
  readonly text: string
  readonly tree: NotesTree
  /** Items of the template that say nothing yet, `- TBD`. */
  readonly placeholders: ReadonlySet<string>
}

/** The splices that take away blank lines, white space at line ends, odd bullets and items in which nothing stands. */
export function tidyLines(given: LinesToTidy): Splice[] {
  const lines = linesOf(given)
  return [
    ...tidyBlankLines(lines),
    ...tidyLineEnds(lines, given),
    ...tidyBullets(lines, given),
    ...dropEmptyItems(lines, given),
  ]
}

function linesOf({ text, tree }: LinesToTidy): NotesLine[] {
  let start = 0
  return text.split('\n').map((line) => {
    const found = {
      text: line,
      start,
      kept: isWithin(start, tree.kept) && isWithin(start + line.length, tree.kept),
    }
    start += line.length + 1
    return found
  })
}

const BLANK = /^\s*$/

function tidyBlankLines(lines: readonly NotesLine[]): Splice[] {
  return lines.flatMap((line, index) => {
    const above = lines[index - 1]
    const isRepeated =
      !line.kept && BLANK.test(line.text) && (!above || (!above.kept && BLANK.test(above.text)))
    return isRepeated && index + 1 < lines.length
      ? [{ start: line.start, end: line.start + line.text.length + 1, text: '' }]
      : []
  })
}

/** So many lines that end with a back-slash are an editor's way to end lines. */
const A_HABIT = 3

function tidyLineEnds(lines: readonly NotesLine[], { tree }: LinesToTidy): Splice[] {
  const isBreak = (offset: number) => isWithin(offset, tree.breaks)
  const ends = lines.filter(({ text, kept }) => !kept && /(?<!\\)(?:\\\\)*\\\s*$/.test(text))
  const habit = ends.length >= A_HABIT
  return lines.flatMap(({ text, start }) => {
    const end = start + text.length
    const [white = ''] = /\s*$/.exec(text) ?? []
    const slash = habit && /(?<!\\)(?:\\\\)*\\\s*$/.test(text) ? white.length + 1 : white.length
    const from = end - slash
    if (from === end || isBreak(from) || isWithin(from, tree.kept) || isWithin(end - 1, tree.kept)) return []
    return [{ start: from, end, text: '' }]
  })
}

/** Bullets of word processors, and how deep they stand where nothing else says so. */
const BULLETS: ReadonlyMap<string, number> = new Map([
  ['•', 0],
  ['●', 0],
  ['‣', 0],
  ['–', 0],
  ['◦', 1],
  ['○', 1],
  ['▪', 2],
  ['■', 2],
])
const BULLET = /^([ \t>]*)((?:[-*+][ \t]+)?)([•●‣–◦○▪■])(?:[ \t]+(?!.*<(?!https?:))|$)/
const ITEM = /^([ \t>]*)(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/

function tidyBullets(lines: readonly NotesLine[], { tree }: LinesToTidy): Splice[] {
  let depth = -1
  return lines.flatMap(({ text, start }, index): Splice[] => {
    const [whole, indent = '', marker = '', sign = ''] = BULLET.exec(text) ?? []
    const at = start + indent.length + marker.length
    const above = lines[index - 1]?.text ?? ''
    if (whole === undefined || !isWithin(at, tree.prose) || (sign === '–' && !mayFollow(above))) {
      depth = ITEM.test(text) ? 0 : BLANK.test(text) || /^\s/.test(text) ? depth : -1
      return []
    }
    if (marker !== '') return [{ start: at, end: start + whole.length, text: '' }]
    depth = indent === '' ? Math.min(BULLETS.get(sign) ?? 0, depth + 1) : depth
    const deeper = indent === '' ? '  '.repeat(Math.max(0, depth)) : ''
    return [{ start: at, end: start + whole.length, text: `${deeper}- ` }]
  })
}

/** A dash begins an item only after a blank line, a heading or another item. */
function mayFollow(above: string): boolean {
  return BLANK.test(above) || ITEM.test(above) || BULLET.test(above) || /^#{1,6} /.test(above)
}

const EMPTY_ITEM = /^[-*+](?:\s+\[ ?\])?(?:\s*(?:…|\.\.\.))?\s*$/

function dropEmptyItems(lines: readonly NotesLine[], { text, tree, placeholders }: LinesToTidy): Splice[] {
  const starts = new Map(lines.map((line, index) => [line.start, index]))
  return tree.items.flatMap((item): Splice[] => {
    const lineStart = text.lastIndexOf('\n', item.start) + 1
    const index = starts.get(lineStart) ?? 0
    const source = text.slice(item.start, item.end).trim()
    const alone = BLANK.test(text.slice(lineStart, item.start))
    if (!alone || !(EMPTY_ITEM.test(source) || placeholders.has(source))) return []
    const line = lines[index]
    const below = lines[index + 1]
    if (line === undefined || source.includes('\n')) return []
    const joins =
      below !== undefined && !BLANK.test(below.text) && !ITEM.test(below.text) && !/^#{1,6} /.test(below.text)
    const end = line.start + line.text.length
    return [{ start: line.start, end: joins || below === undefined ? end : end + 1, text: '' }]
  })
}

/** The items of a template that say nothing yet: `- TBD`. */
export function placeholdersOf(template: string): ReadonlySet<string> {
  const lines = template.split('\n').map((line) => line.trim())
  return new Set(
    lines.filter((line) =>
      /^(?:[-*+]|\d{1,9}[.)])\s+(?:\[ \]\s+)?(?:tb[dac]|n\/a|none(?: yet)?)\.?$/i.test(line),
    ),
  )
}
