import { sameLogin, isLogin } from './login-shape.ts'
import { readPhrase, type Piece } from './phrase-pieces.ts'
import { readEntry, textOf, type EntryReading } from './read-entry.ts'
import { readRole } from './entry-words.ts'
import type { TableBlock, TableCell } from './roster-blocks.ts'
import { plainWords, type Column, type RosterWords } from './roster-words.ts'

interface Cell {
  readonly pieces: readonly Piece[]
  readonly offset: number
}

type Row = readonly Cell[]

/** Reads a table of people: by its head when the tables know the words there, otherwise row by row or picture by picture. */
export function readTable(table: TableBlock, words: RosterWords): readonly EntryReading[] {
  const rows = table.rows.map((row) => row.map(readCell)).filter((row) => row.some(saysSomething))
  const [head, ...body] = rows
  if (head === undefined) return []
  const columns = readColumns(head, words)
  if (columns !== undefined) return body.map((row) => readRow(row, columns, words))
  const people = rows.some((row) => accountsOf(row).length > 0)
  return people
    ? rows.filter((row) => row !== head || accountsOf(row).length > 0).flatMap((row) => readGrid(row, words))
    : []
}

function readCell({ tags, offset }: TableCell): Cell {
  return { pieces: readPhrase(tags), offset }
}

function saysSomething({ pieces }: Cell): boolean {
  return pieces.some((piece) => piece.kind !== 'text' || piece.text.trim() !== '')
}

/** The meaning of each column; undefined when the head does not say where the login or the name is. */
function readColumns(head: Row, words: RosterWords): readonly Column[] | undefined {
  const columns = head.map(({ pieces }): Column => {
    const plain = plainWords(textOf(pieces))
    return (Object.hasOwn(words.columns, plain) ? words.columns[plain] : undefined) ?? 'note'
  })
  return columns.includes('login') || columns.includes('name') ? columns : undefined
}

function readRow(row: Row, columns: readonly Column[], words: RosterWords): EntryReading {
  const of = (...wanted: readonly Column[]) =>
    row.filter((_, index) => wanted.includes(columns[index] ?? 'note'))
  const who = [...of('avatar').map(onlyPictures), ...of('name').map(nameCell), ...of('login').map(loginCell)]
  const read = readEntry({ pieces: apart(who), offset: row[0]?.offset ?? 0 }, words)
  if ('unread' in read) return read
  const [role] = of('role')
    .map(({ pieces }) => textOf(pieces))
    .filter(hasWords)
  const [pronouns] = of('pronouns')
    .map(({ pieces }) => textOf(pieces))
    .filter(hasWords)
  const notes = [read.entry.note ?? '', ...of('note').map(({ pieces }) => textOf(pieces))].filter(hasWords)
  return {
    ...read,
    entry: {
      ...read.entry,
      ...(role === undefined ? {} : { role: readRole(role, words) ?? role }),
      ...(pronouns === undefined ? {} : { pronouns }),
      ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
    },
  }
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

function onlyPictures({ pieces, offset }: Cell): Cell {
  return { pieces: pieces.filter((piece) => piece.kind === 'account'), offset }
}

/** The head says that these words are a name, so they are one, in whatever letters. */
function nameCell({ pieces, offset }: Cell): Cell {
  const bare = pieces.every((piece) => piece.kind === 'text')
  return { pieces: bare ? [{ kind: 'text', text: textOf(pieces), strong: true, offset }] : pieces, offset }
}

/** The head says that here stands a login, so a bare word is one. */
function loginCell({ pieces, offset }: Cell): Cell {
  const word = textOf(pieces)
  if (pieces.some((piece) => piece.kind !== 'text') || !hasWords(word) || /\s/u.test(word))
    return { pieces, offset }
  const piece: Piece = isLogin(word)
    ? { kind: 'account', login: word, via: 'mention', struck: false, offset }
    : { kind: 'odd', raw: word, offset }
  return { pieces: [piece], offset }
}

/** Cells side by side make one line, with a separator between them. */
function apart(cells: Row): Piece[] {
  return cells.flatMap(({ pieces, offset }) => [
    ...pieces,
    { kind: 'text', text: ' | ', strong: false, offset },
  ])
}

/** A row of pictures holds a person per cell; any other row without a head holds one person. */
function readGrid(row: Row, words: RosterWords): EntryReading[] {
  const cells = row.filter(saysSomething)
  if (accountsOf(row).length > 1) return cells.map((cell) => readEntry(cell, words))
  return [readEntry({ pieces: apart(cells), offset: row[0]?.offset ?? 0 }, words)]
}

function accountsOf(row: Row): string[] {
  const logins = row.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.kind === 'account' ? [piece.login] : [])),
  )
  return logins.filter((login, index) => logins.findIndex((other) => sameLogin(other, login)) === index)
}
