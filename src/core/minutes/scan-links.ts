/** A link as it stands in a line of Markdown. */
export interface FoundLink {
  /** What stands between the brackets; for a bare address, the address. */
  readonly text: string
  readonly url: string
  readonly start: number
  /** The first character after the link. */
  readonly end: number
  readonly bare: boolean
  readonly image: boolean
}

const BARE = /<?(?:https?:\/\/|www\.)[^\s<>"'`|\])}]+|<?\bgithub\.com\/[^\s<>"'`|\])}]+/gy
const ENDS_A_SENTENCE = /[.,;:!?*_'’”"]+$/
const LONGEST_ADDRESS = 1000
const MOST_LINKS = 400

/** Finds the links of a line: `[text](address)`, `<address>` and bare addresses, in order. Time grows with the length of the line. */
export function scanLinks(line: string): FoundLink[] {
  if (!line.includes('](') && !line.includes('] (') && !/https?:|www\.|github\.com\//.test(line)) return []
  const found: FoundLink[] = []
  const open: number[] = []
  let at = 0
  let attempts = 0
  while (at < line.length && attempts < MOST_LINKS) {
    const link = linkAt(line, at, open)
    if (link !== undefined) {
      attempts += 1
      while ((found.at(-1)?.start ?? -1) >= link.start) found.pop()
      found.push(link)
      at = link.end
      continue
    }
    at += line[at] === '\\' ? 2 : 1
  }
  return found
}

function linkAt(line: string, at: number, open: number[]): FoundLink | undefined {
  const char = line[at]
  if (char === '[') open.push(at)
  if (char === ']') return closedLink(line, at, open.pop())
  if (char === 'h' || char === 'w' || char === '<' || char === 'g') return bareLink(line, at)
  return undefined
}

function closedLink(line: string, at: number, start: number | undefined): FoundLink | undefined {
  const paren = line[at + 1] === '(' ? at + 1 : line.startsWith(' (http', at + 1) ? at + 2 : -1
  if (start === undefined || paren < 0) return undefined
  const end = closingParen(line, paren)
  if (end === undefined) return undefined
  const inside = line.slice(paren + 1, end).trim()
  const url = /^<?([^\s>]*)>?(?:\s|$)/.exec(inside)?.[1] ?? ''
  const image = line[start - 1] === '!'
  return {
    text: line.slice(start + 1, at),
    url,
    start: image ? start - 1 : start,
    end: end + 1,
    bare: false,
    image,
  }
}

function closingParen(line: string, paren: number): number | undefined {
  let depth = 0
  const last = Math.min(line.length, paren + LONGEST_ADDRESS)
  for (let at = paren; at < last; at += 1) {
    if (line[at] === '(') depth += 1
    if (line[at] === ')') depth -= 1
    if (depth === 0) return at
  }
  return undefined
}

function bareLink(line: string, at: number): FoundLink | undefined {
  BARE.lastIndex = at
  const match = BARE.exec(line)?.[0]
  if (match === undefined) return undefined
  const angled = match.startsWith('<')
  const url = (angled ? match.slice(1) : match).replace(ENDS_A_SENTENCE, '')
  const end = at + (angled ? 1 : 0) + url.length
  return {
    text: url,
    url,
    start: at,
    end: angled && line[end] === '>' ? end + 1 : end,
    bare: true,
    image: false,
  }
}
