import { find, type Finding } from './roster-problems.ts'

/** Lists this deep and lines this long cost a Markdown parser more than time in proportion, and no roster needs them. */
const DEEP = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t]){100}/u
const RULE = /^[\s*_=-]*$/u
const LONGEST_LINE = 10_000
const LONGEST_PAGE = 2_000_000

/** A page of the same length that is read in time proportional to it, and what was taken out of it. */
export interface TamePage {
  readonly text: string
  readonly unread: readonly Finding[]
}

/** Puts spaces in place of lines that are too deep or too long; those that may name an account are reported. */
export function tamePage(text: string): TamePage {
  if (text.length > LONGEST_PAGE) return { text: '', unread: [find('roster-page', 0)] }
  const unread: Finding[] = []
  const tame = text.replace(/[^\r\n]+/gu, (line, offset: number) => {
    if (line.length <= LONGEST_LINE && (!DEEP.test(line) || RULE.test(line))) return line
    if (/@|github\.com/iu.test(line)) unread.push(find('roster-wild', offset))
    return ' '.repeat(line.length)
  })
  return { text: tame, unread }
}
