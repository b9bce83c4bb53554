import type { Member } from '../people/roster.ts'
import { collectNames, nameKey } from './collect-names.ts'
import type { MinutesRecord, NameSource } from './minutes-record.ts'

/** One file of minutes as it lies in its folder. */
export interface MinutesText {
  readonly text: string
  /** From the root of the workspace, with forward slashes. */
  readonly path: string
  /** `owner/name`: whose issue a bare `#7` is. */
  readonly repository?: string
}

/** Logins of names, by `nameKey`. */
export type NameAnswers = ReadonlyMap<string, { readonly github: string; readonly from: NameSource }>

/** Reads one file with what is known of names; always gives the same for the same. */
export type MinutesReader = (file: MinutesText, answers: NameAnswers) => MinutesRecord

/** Who is known by name: by the roster of the workspace, and by the minutes of one folder. */
export interface KnownNames {
  /** Logins by `nameKey`. */
  readonly members: ReadonlyMap<string, string>
  readonly folder: ReadonlyMap<string, string>
}

const NO_ANSWERS: NameAnswers = new Map()

/** The logins of members by `nameKey`; a name that two of them have is nobody's. */
export function membersByName(members: readonly Member[]): ReadonlyMap<string, string> {
  const logins = new Map<string, string | undefined>()
  for (const { name, login } of members) {
    const key = nameKey(name)
    logins.set(key, logins.has(key) ? undefined : login)
  }
  return new Map([...logins].flatMap(([key, login]) => (login === undefined ? [] : [[key, login] as const])))
}

/** Whether somebody stands in the minutes without a login whom the roster does not know. */
export function lacksLogins({ attendees }: MinutesRecord, members: ReadonlyMap<string, string>): boolean {
  return attendees.some(({ name, github }) => github === null && name !== null && !members.has(nameKey(name)))
}

/**
 * Reads the minutes of one folder, in the order given. A name without a login takes that of the roster, or else the one with
 * which the other minutes of the folder write it, when that is always the same.
 */
export function readFolder(
  files: readonly MinutesText[],
  { members, read }: { readonly members: readonly Member[]; readonly read: MinutesReader },
): readonly MinutesRecord[] {
  const byName = membersByName(members)
  const first = files.map((file) => read(file, NO_ANSWERS))
  const known = { members: byName, folder: collectNames(first) }
  return first.map((record, index) => readAgain(files[index], record, { known, read }))
}

function readAgain(
  file: MinutesText | undefined,
  record: MinutesRecord,
  { known, read }: { readonly known: KnownNames; readonly read: MinutesReader },
): MinutesRecord {
  const answers = answersFor(record, known)
  return file === undefined || answers.size === 0 ? record : read(file, answers)
}

/** The logins of those who stand in a file without one. */
function answersFor({ attendees }: MinutesRecord, { members, folder }: KnownNames): NameAnswers {
  const nameless = attendees.flatMap(({ name, github }) =>
    name === null || github !== null ? [] : [nameKey(name)],
  )
  return new Map(
    nameless.flatMap((key): [string, { github: string; from: NameSource }][] => {
      const member = members.get(key)
      if (member !== undefined) return [[key, { github: member, from: 'members' }]]
      const other = folder.get(key)
      return other === undefined ? [] : [[key, { github: other, from: 'folder' }]]
    }),
  )
}

const DATED = /^\d{4}(?:[-._]?\d{2}){0,2}$/

/** The folder whose minutes belong together: that of the file, above folders for a year, a month or a day. */
export function folderOf(path: string): string {
  const parts = path.split('/').slice(0, -1)
  while (parts.length > 0 && DATED.test(parts.at(-1) ?? '')) parts.pop()
  return parts.join('/')
}
