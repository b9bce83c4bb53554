import type { Attributes, Tag } from './tag-stream.ts'

const TOKEN = /<!--[\s\S]*?(?:-->|$)|<\/?[A-Za-z][^<>]*>|[^<]+|</gu
const NAME = /^<\/?([A-Za-z][A-Za-z0-9-]*)/u
const ATTRIBUTE = /\b(href|src|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/giu

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  copy: '©',
  gt: '>',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
}

/** Cuts a piece of HTML into tags, texts and comments; text that is no tag stays text. `base` is where the piece begins. */
export function readHtml(html: string, base: number): Tag[] {
  return [...html.matchAll(TOKEN)].flatMap((found) => readToken(found[0], base + found.index))
}

function readToken(token: string, offset: number): Tag[] {
  if (token.startsWith('<!--')) return [{ kind: 'comment', text: token.replace(/^<!--|-->$/gu, ''), offset }]
  const name = NAME.exec(token)?.[1]?.toLowerCase()
  if (name === undefined) return readLines(token, offset)
  if (token.startsWith('</')) return [{ kind: 'close', name, offset, html: true }]
  return [{ kind: 'open', name, offset, html: true, given: readAttributes(token) }]
}

/** One tag per line of text, because a line is what a person would look for. */
function readLines(text: string, offset: number): Tag[] {
  return [...text.matchAll(/^[^\n]*|\n[^\n]*/gu)].map((found) => {
    return { kind: 'text', text: decodeEntities(found[0].replace('\r', '')), offset: offset + found.index }
  })
}

function readAttributes(token: string): Attributes {
  const found = [...token.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
    name.toLowerCase(),
    decodeEntities(double ?? single ?? bare ?? ''),
  ])
  return Object.fromEntries(found) as Attributes
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/giu, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole
    const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
