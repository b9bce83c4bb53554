import { pack, unpack, type Packable } from './message-pack.ts'
import { GitHubError } from './github-error.ts'

/** Where an item stands in its list: the values that the list is ordered by, the last of them unique. */
export type CursorKey = readonly (number | string)[]

const PREFIX = 'cursor:v2:'

/** A cursor as GitHub's lists give it: base64 of `cursor:v2:` and MessagePack of the key. */
export function listCursor(key: CursorKey): string {
  return Buffer.concat([Buffer.from(PREFIX), pack(key)]).toString('base64')
}

/** Reads a list cursor. A text that is none gives GitHub's INVALID_CURSOR_ARGUMENTS. */
export function readListCursor(cursor: string): CursorKey {
  const bytes = Buffer.from(cursor, 'base64')
  const key = bytes.toString('latin1').startsWith(PREFIX) ? unpack(bytes.subarray(PREFIX.length)) : undefined
  if (!Array.isArray(key)) throw invalidCursor(cursor)
  return (key as readonly Packable[]).filter((part) => typeof part !== 'object')
}

/** A cursor as search gives it: base64 of `cursor:` and the place, counted from 1. */
export function searchCursor(place: number): string {
  return Buffer.from(`cursor:${place}`).toString('base64')
}

/** Reads a search cursor. A text that is none gives GitHub's INVALID_CURSOR_ARGUMENTS. */
export function readSearchCursor(cursor: string): number {
  const place = /^cursor:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('latin1'))?.[1]
  if (place === undefined) throw invalidCursor(cursor)
  return Number(place)
}

function invalidCursor(cursor: string): GitHubError {
  return new GitHubError('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`)
}
