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
  let text = ''
  let at = 0
  for (const link of scanLinks(markdown)) {
    text += markdown.slice(at, link.start) + (link.image ? '' : link.text)
    at = link.end
  }
  return withoutMarks(text + markdown.slice(at))
}

/** The same for text that has no links, or whose links were taken out. */
export function withoutMarks(markdown: string): string {
  if (!/[\\*_~`<&\s[]/.test(markdown)) return markdown
  return withoutUnderscores(markdown)
    .replace(/<\/?(?:[a-z][a-z0-9]{0,10})(?:\s[^<>]{0,200})?\/?>/gi, (tag) => (/^<br/i.test(tag) ? ' ' : ''))
    .replace(/&(amp|lt|gt|quot|nbsp|#39|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\*{1,3}|`+|~~/g, (mark, at: number, whole: string) =>
      whole[at - 1] === '\\' || isLoneStar(whole, at, mark) ? mark : '',
    )
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
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
