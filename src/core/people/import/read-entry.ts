import { readEntryWords } from './entry-words.ts'
import { sameLogin } from './login-shape.ts'
import type { AccountPiece, Piece } from './phrase-pieces.ts'
import { find, type Finding } from './roster-problems.ts'
import type { RosterEntry } from './roster-section.ts'
import type { RosterWords } from './roster-words.ts'

/** An entry without its line, and what to look at; or why there is none. */
export type EntryReading =
  | {
      readonly entry: Omit<RosterEntry, 'line'>
      readonly offset: number
      readonly doubts: readonly Finding[]
    }
  | { readonly unread: Finding }

/** A line of a roster, and where it begins. */
export interface RosterLine {
  readonly pieces: readonly Piece[]
  readonly offset: number
}

/** Reads one line of a roster. Every line gives an entry or a finding that says why not. */
export function readEntry({ pieces, offset }: RosterLine, words: RosterWords): EntryReading {
  const odd = pieces.find((piece) => piece.kind === 'odd')
  if (odd !== undefined) return { unread: find('roster-login', odd.offset, odd.raw) }
  const accounts = pieces.filter((piece) => piece.kind === 'account')
  const account = chooseAccount(accounts)
  if (account === undefined) return { unread: withoutAccount(pieces, offset) }
  if (account.struck) return { unread: find('roster-struck', account.offset, account.login) }
  const others = accounts.filter(({ login, via }) => via !== 'picture' && !sameLogin(login, account.login))
  if (others.length > 0) return { unread: find('roster-several', offset, list([account, ...others])) }
  const { name, role, pronouns, notes, sentence } = readEntryWords(pieces, account, words)
  if (sentence) return { unread: find('roster-sentence', offset, textOf(pieces)) }
  return {
    entry: {
      login: account.login,
      ...(name === undefined ? {} : { name }),
      ...(role === undefined ? {} : { role }),
      ...(pronouns === undefined ? {} : { pronouns }),
      ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
    },
    offset: account.offset,
    doubts: [...doubtLabel(account), ...doubtSpellings(account, accounts)],
  }
}

/** What people see of a line. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(showPiece).join('').replace(/\s+/gu, ' ').trim()
}

function showPiece(piece: Piece): string {
  if (piece.kind === 'account') return piece.via === 'picture' ? '' : (piece.label ?? `@${piece.login}`)
  return piece.kind === 'odd' ? piece.raw : piece.text
}

/** The address is what counts; then a mention; a picture only when there is nothing else. */
function chooseAccount(accounts: readonly AccountPiece[]): AccountPiece | undefined {
  return (
    accounts.find(({ via }) => via === 'address') ??
    accounts.find(({ via }) => via === 'mention') ??
    accounts[0]
  )
}

function withoutAccount(pieces: readonly Piece[], offset: number): Finding {
  const mail = pieces.find((piece) => piece.kind === 'mail')
  if (mail !== undefined) return find('roster-mail', mail.offset, mail.text)
  return find('roster-line', offset, textOf(pieces))
}

function doubtLabel({ label, login, offset }: AccountPiece): Finding[] {
  if (label === undefined || label === login || !/^[\w-]+$/u.test(label)) return []
  const rule = sameLogin(label, login) ? 'roster-case' : 'roster-label'
  return [find(rule, offset, `\`${label}\` in the text, \`${login}\` in the address`)]
}

function doubtSpellings(account: AccountPiece, accounts: readonly AccountPiece[]): Finding[] {
  const other = accounts.find(({ login, via }) => via !== 'picture' && login !== account.login)
  const picture = accounts.find(({ login, via }) => via === 'picture' && !sameLogin(login, account.login))
  return [
    ...(other === undefined ? [] : [find('roster-case', other.offset, list([account, other]))]),
    ...(picture === undefined ? [] : [find('roster-picture', picture.offset, list([picture, account]))]),
  ]
}

function list(accounts: readonly AccountPiece[]): string {
  return [...new Set(accounts.map(({ login }) => `\`${login}\``))].join(', ')
}
