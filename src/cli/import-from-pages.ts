import type { ImportedMember } from '../core/people/import/imported-member.ts'
import { termsFromVersions } from '../core/people/import/terms-from-versions.ts'
import type { Problem } from '../core/problem.ts'
import type { Day } from '../core/time/day.ts'
import type { Workspace } from '../core/workspace.ts'
import type { App } from './app.ts'
import { counted } from './counted.ts'
import { readRosterPages } from './roster-pages.ts'

/** What an import starts from. */
export interface ImportMatter {
  readonly app: App
  readonly workspace: Workspace
  readonly team: string
}

/** What was read, and who stands there. */
export interface ReadImport {
  /** `3 pages`. */
  readonly what: string
  readonly members: readonly ImportedMember[]
  readonly notes: readonly string[]
  /** Line by line what could not be read or is in doubt. With an error nothing may be written: who is missing may still serve. */
  readonly problems: readonly Problem[]
}

/** Reads the rosters of a page, or of a folder of its versions. */
export async function importFromPages(
  path: string,
  { app, team, group, on }: ImportMatter & { readonly group: string; readonly on: Day },
): Promise<ReadImport> {
  const versions = await readRosterPages(path, app, on)
  const { members, problems } = termsFromVersions({
    versions,
    team,
    listed: (section) => section.group === group,
  })
  const found = versions.flatMap(({ reading }) => [...reading.unread, ...reading.doubts])
  return { what: counted(versions.length, 'page'), members, notes: [], problems: [...found, ...problems] }
}
