import { termsFromMinutes } from '../core/record/terms-from-minutes.ts'
import { refuse } from '../core/problem.ts'
import { todayAt } from '../core/time/today.ts'
import { counted } from './counted.ts'
import type { ImportMatter, ReadImport } from './import-from-pages.ts'
import { findMinutesFiles } from './minutes-paths.ts'
import { readNamedMinutes } from './read-named-minutes.ts'

/** Reads the lists of people of a file of minutes, or of all in a folder. Refuses a path without any. */
export async function importFromMinutes(
  path: string,
  { app, workspace, team }: ImportMatter,
): Promise<ReadImport> {
  const { found } = await findMinutesFiles([path], app)
  if (found.length === 0)
    throw refuse(
      'import',
      `There are no minutes to import at \`${path}\`.`,
      'Name a Markdown file of minutes, or a folder that holds some.',
    )
  const { group, members, series } = workspace
  const known = { words: group.minutes, members, series, workspace }
  const read = await readNamedMinutes(found, { app, group: known, repository: undefined })
  const files = read.flatMap(({ path: file, record }) => (record ? [{ file, minutes: record }] : []))
  const terms = termsFromMinutes({ files, team, members, today: todayAt(app.now) })
  return {
    what: `${counted(files.length, 'file')} of minutes with ${counted(terms.people, 'login')}`,
    members: terms.members,
    notes: terms.notes,
    problems: [...read.flatMap(({ problem }) => problem ?? []), ...terms.problems],
  }
}
