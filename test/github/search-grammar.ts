/** A search as a tree. */
export type SearchTree =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly SearchTree[] }
  | { readonly kind: 'not'; readonly part: SearchTree }
  | { readonly kind: 'word'; readonly text: string; readonly exact: boolean }
  | { readonly kind: 'qualifier'; readonly name: string; readonly value: string }

interface Piece {
  readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'term'
  readonly term?: SearchTree
}

/** A search that is no sentence of the grammar; the message says why. */
export class SearchMistake extends Error {}

const PIECE = /\s*(?:([()])|(-?)([a-z-]+):(?:"([^"]*)"|([^\s()"]+))|(-?)"([^"]*)"|([^\s()"]+))/iy

/**
 * Reads a search of issues. `advanced` knows `AND`, `OR`, `NOT` and parentheses (`ISSUE_ADVANCED`); without it these are
 * refused, since what plain search makes of them is not known well enough.
 */
export function parseSearch(query: string, advanced: boolean): SearchTree {
  const pieces = readPieces(query.trim())
  if (!advanced && pieces.some((piece) => piece.kind !== 'term'))
    throw new SearchMistake('AND, OR, NOT and parentheses')
  const reader = { pieces, at: 0 }
  const tree = readOr(reader)
  if (reader.at < pieces.length) throw new SearchMistake('a parenthesis that closes nothing')
  return tree
}

function readPieces(query: string): Piece[] {
  const pieces: Piece[] = []
  PIECE.lastIndex = 0
  while (PIECE.lastIndex < query.length) {
    const start = PIECE.lastIndex
    const groups = PIECE.exec(query)
    if (groups === null) throw new SearchMistake(`what begins at \`${query.slice(start, start + 20)}\``)
    pieces.push(pieceOf(groups))
  }
  return pieces
}

function pieceOf(groups: readonly (string | undefined)[]): Piece {
  const [, parenthesis, minus, name, quoted, value, wordMinus, phrase, word] = groups
  if (parenthesis !== undefined) return { kind: parenthesis === '(' ? 'open' : 'close' }
  if (word === 'AND') return { kind: 'and' }
  if (word === 'OR') return { kind: 'or' }
  if (word === 'NOT') return { kind: 'not' }
  const term: SearchTree =
    name === undefined
      ? { kind: 'word', text: phrase ?? word?.replace(/^-/, '') ?? '', exact: phrase !== undefined }
      : { kind: 'qualifier', name: name.toLowerCase(), value: quoted ?? value ?? '' }
  const negated = minus === '-' || wordMinus === '-' || (word?.startsWith('-') ?? false)
  return { kind: 'term', term: negated ? { kind: 'not', part: term } : term }
}

interface Reader {
  readonly pieces: readonly Piece[]
  at: number
}

function readOr(reader: Reader): SearchTree {
  const parts = [readAnd(reader)]
  while (reader.pieces[reader.at]?.kind === 'or') {
    reader.at += 1
    parts.push(readAnd(reader))
  }
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'or', parts }
}

function readAnd(reader: Reader): SearchTree {
  const parts: SearchTree[] = []
  for (let piece = reader.pieces[reader.at]; piece && isInside(piece); piece = reader.pieces[reader.at]) {
    if (piece.kind === 'and') reader.at += 1
    else parts.push(readOne(reader))
  }
  return { kind: 'and', parts }
}

function isInside({ kind }: Piece): boolean {
  return kind !== 'or' && kind !== 'close'
}

function readOne(reader: Reader): SearchTree {
  const piece = reader.pieces[reader.at]
  reader.at += 1
  if (piece?.kind === 'not') return { kind: 'not', part: readOne(reader) }
  if (piece?.kind === 'open') {
    const inner = readOr(reader)
    if (reader.pieces[reader.at]?.kind !== 'close')
      throw new SearchMistake('a parenthesis that is not closed')
    reader.at += 1
    return inner
  }
  if (piece?.term === undefined) throw new SearchMistake('an operator without its other side')
  return piece.term
}
