import { scanLinks } from './scan-links.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
  apos: "'",
}

/** The words of a line of Markdown: links as their text, no marks of emphasis or code, no escapes, no HTML tags, single spaces. */
export function plainText(markdown: string): string {
  const links = scanLinks(markdown)
  if (links.length === 0) return withoutMarks(markdown)
  let text = ''
  let at = 0
  for (const link of links) {
    text += markdown.slice(at, link.start) + (link.image ? '' : link.text)
    at = link.end
  }
  return withoutMarks(text + markdown.slice(at))
}

/** The same for text that has no links, or whose links were taken out. */
export function withoutMarks(markdown: string): string {
  let text = markdown
  if (text.includes('_')) text = withoutUnderscores(text)
  if (text.includes('<')) text = text.replace(TAG, (tag) => (/^<br/i.test(tag) ? ' ' : ''))
  if (text.includes('&')) text = text.replace(ENTITY, (whole, name: string) => ENTITIES[name] ?? whole)
  if (EMPHASIS_MARK.test(text)) text = text.replace(EMPHASIS, withoutEmphasis)
  if (text.includes('\\')) text = text.replace(ESCAPE, '$1')
  if (text.includes('  ')) text = text.replace(SPACES, ' ')
  return text.trim()
}

const TAG = /<\/?(?:[a-z][a-z0-9]{0,10})(?:\s[^<>]{0,200})?\/?>/gi
const ENTITY = /&(amp|lt|gt|quot|nbsp|#39|apos);/g
const EMPHASIS_MARK = /[*`~]/
const EMPHASIS = /\*{1,3}|`+|~~/g
const ESCAPE = /\\([!-/:-@[-`{-~])/g
const SPACES = / {2,}/g

function withoutEmphasis(mark: string, at: number, whole: string): string {
  return whole[at - 1] === '\\' || isLoneStar(whole, at, mark) ? mark : ''
}

const OPENING_UNDERSCORE = /(^|[^\w\\])_{1,3}(?=\S)/g

/** Underscores are emphasis only in pairs; `ada_` is a name. */
function withoutUnderscores(text: string): string {
  const opened = text.replace(OPENING_UNDERSCORE, '$1')
  return opened === text ? text : opened.replace(/(\S)_{1,3}(?!\w)/g, '$1')
}

/** `2 * 3`: a star between spaces is no emphasis. */
function isLoneStar(whole: string, at: number, mark: string): boolean {
  return mark === '*' && whole[at - 1] === ' ' && whole[at + 1] === ' '
}
