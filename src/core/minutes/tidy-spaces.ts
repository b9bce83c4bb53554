import type { Splice } from '../text/splice.ts'
import type { Stretch } from './notes-tree.ts'

const ODD = /[\u00A0\u2002\u2003\u2007\u202F\u200B\u2060\uFEFF\u00AD]+/g
const UNSEEN = /[\u200B\u2060\uFEFF\u00AD]/g
// What stands beside unseen characters that may go without making a mark, a link or emphasis of what was none.
const HARMLESS = /^[\p{L}\p{N}\s.,;?'"/()]?$/u
const AN_ITEM = /^(?:[-*+•●‣–◦○▪■]|\d{1,3}[.)])(?:\s|$)/
const BELOW_ITEM = /^\s*(?:[-*+•●‣–◦○▪■]|\d{1,3}[.)])\s/

/** The splices that make ordinary spaces of odd ones, and take away characters that nobody sees. */
export function tidySpaces(text: string, prose: readonly Stretch[]): Splice[] {
  return prose.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(ODD)].flatMap((match): Splice[] => {
      const from = start + match.index
      const to = from + match[0].length
      const put = replacement(text, from, to)
      return put === undefined ? [] : [{ ...put, text: put.text }]
    }),
  )
}

function replacement(text: string, from: number, to: number): Splice | undefined {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1
  const line = text.slice(lineStart, (text.indexOf('\n', from) + text.length + 1) % (text.length + 1))
  const before = text.slice(lineStart, from)
  if (line.includes('<') || /\]:$/.test(before)) return undefined
  if (/^\s*$/.test(before)) return atLineStart(text, { start: lineStart, end: to })
  const spaces = text.slice(from, to).replace(UNSEEN, '').length
  const next = text.charAt(to)
  if (spaces === 0 && !(HARMLESS.test(text.charAt(from - 1)) && HARMLESS.test(next))) return undefined
  return { start: from, end: to, text: ' '.repeat(spaces) }
}

/** Odd spaces that indent: an item below an item stays below it; a line of words would become code. */
function atLineStart(text: string, { start, end }: Stretch): Splice {
  const white = /^[^\S\n]*/.exec(text.slice(end))?.[0].length ?? 0
  const rest = text.slice(end + white, end + white + 40)
  const above = text.slice(text.lastIndexOf('\n', start - 2) + 1, Math.max(0, start - 1))
  const width = text.slice(start, end + white).replace(UNSEEN, '').length
  const keeps = AN_ITEM.test(rest) && BELOW_ITEM.test(above)
  return { start, end: end + white, text: keeps ? ' '.repeat(width) : '' }
}
