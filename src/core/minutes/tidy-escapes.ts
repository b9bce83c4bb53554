import type { Splice } from '../text/splice.ts'
import type { Stretch } from './notes-tree.ts'

/** A back-slash before a sign, and what stands around it. */
interface Escape {
  readonly sign: string
  /** What stands on the line before and after the two signs. */
  readonly before: string
  readonly after: string
  /** How the next line begins. */
  readonly below: string
  /** The lines around it without a blank one between. */
  readonly paragraph: string
}

const BEGINS_LINE = /^[\s>]*$/
const BEGINS_BLOCK = /^[\s>]*(?:(?:\\?[-*+]|\d{1,9}\\?[.)])\s+)*$/
const TAG = /<(?!https?:)/
/** Words that a bullet or a number makes an item: five spaces or more before them would make code (CommonMark §5.2). */
const WORDS_OF_ITEM = /^(?: {1,4}|\t)\S/
const WORD = /[\p{L}\p{N}]/u

/** Whether the back-slash before a sign may go: the sign then shows as it did, or opens the item or heading that its writer meant. */
const MAY_GO: Readonly<Record<string, (escape: Escape) => boolean>> = {
  '-': (escape) => !isRule(escape) && mayBegin(escape),
  '+': mayBegin,
  '=': (escape) => !isRule(escape),
  '.': mayNumber,
  ')': (escape) => mayNumber(escape) && !escape.paragraph.includes(']('),
  '(': ({ before }) => !/\]$/.test(before),
  '#': (escape) => (beginsLine(escape) ? beginsHeading(escape) : !/^[\\#\s]*$/.test(escape.after)),
  '!': ({ after }) => !/^\\?\[/.test(after),
  '&': ({ after }) => !/^\\?(?:#|[a-z][a-z0-9]*;)/i.test(after),
  '>': (escape) => !beginsLine(escape) && !escape.paragraph.includes('<'),
  '~': isAlone,
  '*': (escape) => mayBegin(escape) && (beginsItem(escape) || isAlone(escape) || standsInSpace(escape)),
  _: (escape) => isAlone(escape) || isInsideWord(escape),
}

/** The splices that take away back-slashes which an editor has put before signs without a need. */
export function tidyEscapes(text: string, prose: readonly Stretch[]): Splice[] {
  return prose.flatMap(({ start, end }) => {
    const found = tidyBrackets(text, { start, end })
    for (let at = text.indexOf('\\', start); at !== -1 && at < end - 1; at = text.indexOf('\\', at + 2)) {
      const sign = text.charAt(at + 1)
      if (MAY_GO[sign]?.(escapeAt(text, at)) === true) found.push({ start: at, end: at + 1, text: '' })
    }
    return found
  })
}

/** A paragraph beyond this length is looked at only near the sign. */
const NEAR = 2000

function escapeAt(text: string, at: number): Escape {
  const lineStart = text.lastIndexOf('\n', at) + 1
  const lineEnd = (text.indexOf('\n', at) + text.length + 1) % (text.length + 1)
  const above = text.slice(Math.max(0, at - NEAR), at)
  const below = text.slice(at, at + NEAR)
  return {
    sign: text.charAt(at + 1),
    before: text.slice(Math.max(lineStart, at - NEAR), at),
    after: text.slice(at + 2, Math.min(lineEnd, at + NEAR)),
    below: text.slice(lineEnd + 1, lineEnd + 5),
    paragraph: (above.split(/\n\s*\n/).at(-1) ?? '') + (below.split(/\n\s*\n/)[0] ?? ''),
  }
}

function beginsLine({ before }: Escape): boolean {
  return BEGINS_LINE.test(before)
}

/** A bullet begins an item with words in it; after another bullet, and before a tag, which would hide its line, it stays as it is. */
function mayBegin(escape: Escape): boolean {
  if (!BEGINS_BLOCK.test(escape.before) || /^\S/.test(escape.after)) return true
  return beginsItem(escape)
}

function beginsItem(escape: Escape): boolean {
  return beginsLine(escape) && WORDS_OF_ITEM.test(escape.after) && !TAG.test(escape.after)
}

/** `\# of people` is a number of people, not a heading; what is indented below a heading would be code. */
function beginsHeading({ before, after, below }: Escape): boolean {
  return (
    BEGINS_LINE.test(before) &&
    !/^(?: {4}|\t)/.test(below) &&
    (/^\d/.test(after) || /^(?:\\?#){0,5} +[\p{Lu}[]/u.test(after))
  )
}

/** A line of nothing but such signs would draw a rule, or make a heading of the line above. */
function isRule({ before, after }: Escape): boolean {
  return /^[\s>\\=*_-]*$/.test(before + after)
}

/** `1\. First` is an item; `2026\. That year` and a bare number are none. */
function mayNumber({ before, after }: Escape): boolean {
  const digits = /^[\s>]*(\d+)$/.exec(before)?.[1]
  if (digits === undefined || /^\S/.test(after)) return true
  return digits.length < 4 && WORDS_OF_ITEM.test(after) && !TAG.test(after)
}

function isAlone({ sign, paragraph }: Escape): boolean {
  return paragraph.split(sign).length === 2
}

function standsInSpace({ before, after }: Escape): boolean {
  return /\s$/.test(before) && /^\s/.test(after)
}

function isInsideWord({ before, after }: Escape): boolean {
  const left = /(.)[\\_]*$/su.exec(before)?.[1] ?? ''
  const right = /^[\\_]*(.)/su.exec(after)?.[1] ?? ''
  return WORD.test(left) && WORD.test(right)
}

const ITEM = /^[\s>]*(?:[-*+]|\d{1,9}[.)])\s+$/
const BRACKETS = /\\\[([^\\[\]\n]*)\\\]/g
const DEFINITION = /^[\s>]*\[[^\]]+\]:/m

/** `\[x\]` before an item is its box; elsewhere brackets may stand bare where they make no link, reference, footnote or picture. */
function tidyBrackets(text: string, { start, end }: Stretch): Splice[] {
  const defined = DEFINITION.test(text)
  return [...text.slice(start, end).matchAll(BRACKETS)].flatMap((match) => {
    const [whole, inside = ''] = match
    const at = start + match.index
    const { before, after } = escapeAt(text, at)
    const next = after.slice(whole.length - '\\['.length)
    const isBox = /^[ xX]$/.test(inside) && ITEM.test(before) && /^\s+\S/.test(next)
    const isPlain =
      !defined &&
      /^[^\s^]/.test(inside) &&
      !/^\\?[([:]/.test(next) &&
      !/[\]!\\[]$/.test(before) &&
      !ITEM.test(before)
    if (!isBox && !isPlain) return []
    const close = at + whole.length - '\\]'.length
    return [at, close].map((offset) => ({ start: offset, end: offset + 1, text: '' }))
  })
}
