import type { AccountPiece, Piece } from './phrase-pieces.ts'
import { plainWords, type RosterWords } from './roster-words.ts'

/** What a line says about its account. */
export interface EntryWords {
  readonly name?: string
  readonly role?: string
  readonly pronouns?: string
  readonly notes: readonly string[]
  /** Words run into the account that are neither a name nor set apart, so the line may be a sentence. */
  readonly sentence: boolean
}

interface Part {
  readonly text: string
  readonly kind: 'strong' | 'plain' | 'link' | 'mail'
  readonly before: boolean
  /** A dash or another separator stands before it, so a name may follow in any letters. */
  readonly apart: boolean
}

const SEPARATOR = /\s[-–]+(?=\s|$)|^\s*[-–:]+(?=\s|$)|—|[()<>|·•]|[,;:](?=\s|$)/gu
const PRONOUNS = /^(?:any pronouns|(?:she|he|they|ze|zie|xe|ey|it|any)(?:\s?\/\s?\p{L}{2,6})+)$/iu
const PARTICLES = new Set(
  [
    'af',
    'al',
    'am',
    'ap',
    'bin',
    'bint',
    'da',
    'dal',
    'das',
    'de',
    'del',
    'della',
    'den',
    'der',
    'di',
    'do',
    'dos',
  ].concat([
    'du',
    'e',
    'el',
    'ibn',
    'la',
    'le',
    'of',
    'ten',
    'ter',
    'und',
    'van',
    'vom',
    'von',
    'y',
    'zu',
    'zum',
    'zur',
  ]),
)
const MOST_WORDS = 6

/** Reads the words around the account of a line: bold words are the name, then the text of the link, then the first words that can be one. */
export function readEntryWords(
  pieces: readonly Piece[],
  account: AccountPiece,
  words: RosterWords,
): EntryWords {
  const parts = cutParts(pieces, account)
  const role = parts.map(({ text }) => readRole(text, words)).find((found) => found !== undefined)
  const pronouns = parts.find(({ text }) => PRONOUNS.test(text))?.text
  const open = parts.filter(({ text }) => readRole(text, words) === undefined && !PRONOUNS.test(text))
  const labelName = nameOfLabel(account)
  const chosen =
    open.find(({ kind }) => kind === 'strong') ?? (labelName === undefined ? choosePlain(open) : undefined)
  const name = chosen?.text ?? labelName
  const rest = open.filter((part) => part !== chosen)
  return {
    ...(name === undefined ? {} : { name }),
    ...(role === undefined ? {} : { role }),
    ...(pronouns === undefined ? {} : { pronouns }),
    notes: rest.map(({ text }) => text),
    sentence: rest.some((part) => isLoose(part, chosen)),
  }
}

/** The role id of some words, `co-chair` for `Co-Chair`; undefined when the table does not have them. */
export function readRole(text: string, words: RosterWords): string | undefined {
  const plain = plainWords(text)
  return Object.hasOwn(words.roles, plain) ? words.roles[plain] : undefined
}

/** A label of several words is a name; one word could be a login, and so is nobody's name. */
function nameOfLabel({ label }: AccountPiece): string | undefined {
  return label !== undefined && !/^[\w-]+$/u.test(label) && /\p{L}/u.test(label) ? label : undefined
}

function choosePlain(parts: readonly Part[]): Part | undefined {
  return parts.find((part) => {
    if (part.kind === 'mail' || (part.kind === 'link' && !part.before)) return false
    return !part.before && part.apart ? isShort(part.text) : isShort(part.text) && looksLikeName(part.text)
  })
}

/** Words that nothing sets apart from the account, and that are no name. Before the account only a name lets others follow. */
function isLoose({ kind, text, apart, before }: Part, chosen: Part | undefined): boolean {
  if (kind !== 'plain' || (isShort(text) && looksLikeName(text))) return false
  return !apart || (before && chosen?.before !== true)
}

function isShort(text: string): boolean {
  return /\p{L}/u.test(text) && text.split(/\s+/u).length <= MOST_WORDS
}

function looksLikeName(text: string): boolean {
  return text.split(/\s+/u).every((word) => !/^\p{Ll}/u.test(word) || PARTICLES.has(word.toLowerCase()))
}

function cutParts(pieces: readonly Piece[], account: AccountPiece): Part[] {
  const parts: Part[] = []
  let before = true
  let apart = false
  for (const piece of joinTexts(pieces)) {
    if (piece === account) [before, apart] = [false, false]
    const cut = cutPiece(piece, apart)
    parts.push(...cut.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).map((one) => ({ ...one, before })))
    apart = cut.at(-1)?.apart ?? apart
  }
  return parts
}

function cutPiece(piece: Piece, apart: boolean): Omit<Part, 'before'>[] {
  if (piece.kind === 'account' || piece.kind === 'odd') return []
  if (piece.kind !== 'text') return [{ text: bare(piece.text), kind: piece.kind, apart }]
  if (piece.strong) return [{ text: bare(piece.text), kind: 'strong', apart }]
  const texts = piece.text.replace(/\s+/gu, ' ').split(SEPARATOR)
  return texts.map((text, index) => ({ text: bare(text), kind: 'plain', apart: apart || index > 0 }))
}

/** Text that goes on over a line end, or past an entity, is one text. */
function joinTexts(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (piece.kind === 'text' && last?.kind === 'text' && last.strong === piece.strong) {
      joined[joined.length - 1] = { ...last, text: last.text + piece.text }
    } else joined.push(piece)
  }
  return joined
}

/** Without the white space and the punctuation around it; the point of `Jr.` stays. */
function bare(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/^[\s\-–—:,;*_/]+|[\s\-–—:,;*_/]+$/gu, '')
}
