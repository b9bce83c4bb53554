import { readRosterText } from '../core/people/import/read-roster-text.ts'
import type { RosterVersion } from '../core/people/import/roster-version.ts'
import { refuse, Refusal } from '../core/problem.ts'
import { type Day, parseDay } from '../core/time/day.ts'
import type { Files } from '../ports.ts'
import { type App, unusable } from './app.ts'

/** The pages at a path, each from its day on: a file, or the dated files of a folder. Refuses a path with nothing to read. */
export async function readRosterPages(path: string, app: App, today: Day): Promise<readonly RosterVersion[]> {
  const { files, names } = await locate(path, app)
  const versions: RosterVersion[] = []
  for (const name of names) {
    const content = await files.read(name)
    if (content.kind === 'unusable') throw new Refusal([unusable(name, content.why)])
    if (content.kind === 'missing') continue
    const day = dayIn(name) ?? today
    versions.push({ day, file: name, reading: readRosterText({ file: name, text: content.text }) })
  }
  if (versions.length > 0) return versions
  throw refuse(
    'import',
    `There is nothing to import at \`${path}\`.`,
    'Name a Markdown file, or a folder of files that begin with their day: `2024-03-14-README.md`.',
  )
}

interface Located {
  readonly files: Files
  readonly names: readonly string[]
}

/** A path is looked for in the workspace first; one that leads out of it is opened on its own. */
async function locate(path: string, { files, world }: App): Promise<Located> {
  const inside = path.replace(/^\.\//, '').replace(/\/+$/, '')
  const leadsOut = /^([/~]|[A-Za-z]:|\.\.)/.test(path) || inside.split('/').includes('..')
  if (!leadsOut) {
    const content = await files.read(inside)
    if (content.kind === 'text') return { files, names: [inside] }
    return { files, names: (await files.list(inside)).filter(isDated) }
  }
  const folder = await world.openFiles(path, 'here')
  const names = (await folder.list('')).filter(isDated)
  if (names.length > 0) return { files: folder, names }
  const parts = path.split('/')
  return { files: await world.openFiles(parts.slice(0, -1).join('/') || '/', 'here'), names: parts.slice(-1) }
}

const isDated = (name: string) => /\.(md|markdown)$/i.test(name) && dayIn(name) !== undefined

/** The day with which the name of a file begins. */
function dayIn(path: string): Day | undefined {
  return parseDay((path.split('/').at(-1) ?? '').slice(0, '2026-01-31'.length))
}
