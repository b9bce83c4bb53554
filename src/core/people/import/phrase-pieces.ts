import { readAddress, readPicture } from './account-address.ts'
import { isLogin } from './login-shape.ts'
import type { Tag } from './tag-stream.ts'

/** What a line is made of, once links and mentions are understood. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly strong: boolean; readonly offset: number }
  | AccountPiece
  | { readonly kind: 'mail'; readonly text: string; readonly offset: number }
  /** A link that leads to no account. */
  | { readonly kind: 'link'; readonly text: string; readonly offset: number }
  /** Something that stands where a login belongs and cannot be one. */
  | { readonly kind: 'odd'; readonly raw: string; readonly offset: number }

export interface AccountPiece {
  readonly kind: 'account'
  readonly login: string
  readonly via: 'address' | 'mention' | 'picture'
  /** The text of the link, when it has one that is not an address. */
  readonly label?: string
  readonly struck: boolean
  readonly offset: number
}

const STRONG = new Set(['strong', 'b', 'th'])
const STRUCK = new Set(['del', 's', 'strike'])

/** Between words: an e-mail, a mention (perhaps of a team, `@org/team`), or an address of GitHub without its scheme. */
const SPOTS =
  /(?<![\w.+-])(?<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)|(?<![\p{L}\p{N}_./@-])@(?<mention>[\p{L}\p{N}_][\p{L}\p{M}\p{N}\p{Cf}_-]*)(?<team>\/[\w.-]+)?|(?<![\w./-])(?<address>(?:https?:\/\/)?(?:www\.)?github\.com\/[^\s<>()[\]|,;]+)/gu

interface Reading {
  readonly pieces: Piece[]
  strong: number
  struck: number
  link?: { readonly href: string; readonly offset: number; label: string }
}

/** Reads the tags inside one line into pieces. */
export function readPhrase(tags: readonly Tag[]): readonly Piece[] {
  const reading: Reading = { pieces: [], strong: 0, struck: 0 }
  for (const tag of tags) {
    if (tag.kind === 'text') readText(reading, tag.text, tag.offset)
    else if (tag.kind === 'open') openTag(reading, tag)
    else if (tag.kind === 'close') closeTag(reading, tag.name)
  }
  closeLink(reading)
  return reading.pieces
}

function openTag(reading: Reading, { name, given, offset }: Extract<Tag, { kind: 'open' }>): void {
  if (STRONG.has(name)) reading.strong += 1
  if (STRUCK.has(name)) reading.struck += 1
  if (name === 'br') readText(reading, ' | ', offset)
  if (name === 'img') readImage(reading, readPicture(given.src ?? '', given.alt ?? ''), offset)
  if (name !== 'a' || given.href === undefined) return
  closeLink(reading)
  reading.link = { href: given.href, offset, label: '' }
}

function closeTag(reading: Reading, name: string): void {
  if (STRONG.has(name)) reading.strong = Math.max(0, reading.strong - 1)
  if (STRUCK.has(name)) reading.struck = Math.max(0, reading.struck - 1)
  if (name === 'a') closeLink(reading)
}

function readImage({ pieces, link, struck }: Reading, login: string | undefined, offset: number): void {
  if (login === undefined || link !== undefined) return
  pieces.push({ kind: 'account', login, via: 'picture', struck: struck > 0, offset })
}

function closeLink(reading: Reading): void {
  const { link, pieces, struck } = reading
  if (link === undefined) return
  delete reading.link
  const { offset } = link
  const label = link.label.replace(/\s+/gu, ' ').trim()
  const address = readAddress(link.href)
  if (address.kind === 'mail') pieces.push({ kind: 'mail', text: address.text, offset })
  else if (address.kind === 'odd') pieces.push({ kind: 'odd', raw: address.raw, offset })
  else if (address.kind === 'elsewhere') pieces.push({ kind: 'link', text: label, offset })
  else pieces.push({ ...accountOf(address.login, 'address', offset), struck: struck > 0, ...labelled(label) })
}

function accountOf(login: string, via: AccountPiece['via'], offset: number): AccountPiece {
  return { kind: 'account', login, via, struck: false, offset }
}

function labelled(label: string): { label?: string } {
  const bare = label
    .replace(/^@/u, '')
    .replace(/^\|\s*|\s*\|$/gu, '')
    .trim()
  return bare === '' || /github\.com\//iu.test(bare) ? {} : { label: bare }
}

function readText(reading: Reading, text: string, offset: number): void {
  if (reading.link !== undefined) {
    reading.link.label += text
    return
  }
  let from = 0
  for (const found of text.matchAll(SPOTS)) {
    addText(reading, text.slice(from, found.index), offset + from)
    reading.pieces.push(readSpot(reading, found, offset + found.index))
    from = found.index + found[0].length
  }
  addText(reading, text.slice(from), offset + from)
}

function addText({ pieces, strong }: Reading, text: string, offset: number): void {
  if (text !== '') pieces.push({ kind: 'text', text, strong: strong > 0, offset })
}

function readSpot(reading: Reading, found: RegExpMatchArray, offset: number): Piece {
  const { mail, mention, team, address } = found.groups ?? {}
  const struck = reading.struck > 0
  if (mail !== undefined) return { kind: 'mail', text: mail, offset }
  if (address !== undefined) {
    const read = readAddress(address.replace(/[.:]+$/u, ''))
    if (read.kind === 'account') return { ...accountOf(read.login, 'address', offset), struck }
    return read.kind === 'odd'
      ? { kind: 'odd', raw: read.raw, offset }
      : { kind: 'link', text: address, offset }
  }
  if (team !== undefined) return { kind: 'link', text: found[0], offset }
  const login = (mention ?? '').replace(/-+$/u, '')
  return isLogin(login)
    ? { ...accountOf(login, 'mention', offset), struck }
    : { kind: 'odd', raw: login, offset }
}
