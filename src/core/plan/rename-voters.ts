import type { Workspace } from '../workspace.ts'
import type { WriteFile } from './change.ts'

/** Plans the new logins, by the old ones in lower case, wherever somebody has voted; all else in the files of votes stays. */
export function renameVoters(
  logins: ReadonlyMap<string, string>,
  { votes, texts, placeOf }: Pick<Workspace, 'votes' | 'texts' | 'placeOf'>,
): WriteFile[] {
  return votes.flatMap(({ file, ballots }): WriteFile[] => {
    const before = texts.get(file) ?? ''
    const renamed = ballots.flatMap(({ login }): Slot[] => {
      const to = logins.get(login.toLowerCase())
      const { line, column } = placeOf(file, ['votes', login], 'key')
      return to === undefined ? [] : [{ line, column, login, to }]
    })
    const after = renamed.toSorted(lastFirst).reduce(writeLogin, before)
    return after === before ? [] : [{ kind: 'write-file', path: file, before, after }]
  })
}

/** Where a login stands as a key, from 1 on. */
interface Slot {
  readonly line: number
  readonly column: number
  readonly login: string
  readonly to: string
}

function lastFirst(a: Slot, b: Slot): number {
  return b.line - a.line || b.column - a.column
}

function writeLogin(text: string, { line, column, login, to }: Slot): string {
  const lines = text.split(/(?<=\n)/)
  const old = lines[line - 1] ?? ''
  // The key may stand in quotes.
  const start = old.indexOf(login, column - 1)
  if (start === -1) return text
  lines[line - 1] = `${old.slice(0, start)}${to}${old.slice(start + login.length)}`
  return lines.join('')
}
