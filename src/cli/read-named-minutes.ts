import { groupBy } from '../core/group-by.ts'
import type { MinutesRecord } from '../core/minutes/minutes-record.ts'
import { folderOf, type MinutesText } from '../core/minutes/read-folder.ts'
import type { Problem } from '../core/problem.ts'
import { type App, unusable } from './app.ts'
import { loadMinutes, needsNeighbours } from './load-minutes.ts'
import { MARKDOWN, type NamedFile } from './minutes-paths.ts'
import { type MinutesGroup, repositoryOf } from './minutes-workspace.ts'

/** A file that was named, and what it says, or why it could not be read. */
export interface NamedMinutes {
  readonly path: string
  readonly record?: MinutesRecord
  readonly problem?: Problem
}

/** What a run knows before it reads. */
export interface NamedMinutesMatter {
  readonly app: App
  readonly group: MinutesGroup
  /** `owner/name` from the command line. */
  readonly repository: string | undefined
}

type Opened = NamedFile & { readonly text?: MinutesText; readonly problem?: Problem }

/**
 * Reads the minutes that somebody has named, through the cache. The other minutes of their folder are read too when somebody
 * stands in these without a login.
 */
export async function readNamedMinutes(
  named: readonly NamedFile[],
  matter: NamedMinutesMatter,
): Promise<readonly NamedMinutes[]> {
  const { app, group } = matter
  const opened = await Promise.all(named.map((file) => openFile(file, matter)))
  const read = new Map<string, MinutesRecord>()
  for (const [, files] of groupBy(opened, ({ files: { root }, path }) => `${root} ${folderOf(path)}`)) {
    const [first] = files
    if (!first) continue
    const texts = files.flatMap(({ text }) => (text ? [text] : []))
    const all = [...texts, ...(await neighboursOf(files, matter))]
    const records = await loadMinutes(all, { world: app.world, files: first.files }, group)
    for (const { path } of texts) {
      const record = records.get(path)
      if (record) read.set(path, record)
    }
  }
  return opened.map(({ path, problem }) => {
    const record = read.get(path)
    return { path, ...(record && { record }), ...(problem && { problem }) }
  })
}

async function openFile(file: NamedFile, { app, group, repository }: NamedMinutesMatter): Promise<Opened> {
  const { files, name, path } = file
  const content = await files.read(name)
  const text =
    content.kind === 'text' ? content.text : content.kind === 'unusable' ? content.loose : undefined
  if (text === undefined) {
    const problem = unusable(path, content.kind === 'unusable' ? content.why : 'does not exist')
    return { ...file, problem: { ...problem, hint: 'Name a Markdown file, or a folder that holds some.' } }
  }
  const home = repository ?? (await repositoryOf({ path, files }, group, app))
  return { ...file, text: { text, path, ...(home === undefined ? {} : { repository: home }) } }
}

/** The other minutes of the folder, when one of these files has a name that only they can resolve. */
async function neighboursOf(opened: readonly Opened[], matter: NamedMinutesMatter): Promise<MinutesText[]> {
  const [first] = opened
  if (!first || !opened.some(({ text }) => text && needsNeighbours(text, matter.group))) return []
  const known = new Set(opened.map(({ name }) => name))
  const folder = folderOf(first.name)
  const others = (await first.files.list(folder)).filter(
    (name) => MARKDOWN.test(name) && !known.has(name) && folderOf(name) === folder,
  )
  const texts = await Promise.all(
    others.map(async (name) => (await openFile({ files: first.files, name, path: name }, matter)).text),
  )
  return texts.flatMap((text) => (text ? [text] : []))
}
