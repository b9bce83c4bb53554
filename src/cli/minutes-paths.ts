import type { Files } from '../ports.ts'
import type { App } from './app.ts'
import { isAbsolute } from './read-outside.ts'

/** A file of minutes that somebody has named, alone or by its folder. */
export interface NamedFile {
  readonly files: Files
  /** Its path below the root of `files`. */
  readonly name: string
  /** How it is called: from the root of the workspace where it lies in one, else as it was typed. */
  readonly path: string
}

/** The files that arguments name, and whether one of them is a folder. */
export interface NamedFiles {
  readonly found: readonly NamedFile[]
  readonly hasFolder: boolean
}

/** The names of files that may be minutes. */
export const MARKDOWN = /\.(?:md|markdown)$/i
const NO_MINUTES = /(?:^|\/)(?:readme|contributing|template)\.(?:md|markdown)$/i

/** Finds the Markdown files that arguments name. Paths start at the folder in which wg was called; a folder is searched to its depth. */
export async function findMinutesFiles(paths: readonly string[], app: App): Promise<NamedFiles> {
  const here = await app.world.openFiles(app.options.cwd, 'here')
  const named = await Promise.all(paths.map((path) => openPath(path, { app, here })))
  const found = await Promise.all(named.map(filesAt))
  return { found: found.flatMap((each) => each.files), hasFolder: found.some((each) => each.isFolder) }
}

async function openPath(typed: string, { app, here }: { app: App; here: Files }): Promise<NamedFile> {
  const path = typed.replaceAll('\\', '/').replace(/(?!^)\/+$/, '')
  const whole = withoutDots(isAbsolute(path) ? path : `${here.root.replaceAll('\\', '/')}/${path}`)
  for (const files of [app.files, here]) {
    const name = below(files.root.replaceAll('\\', '/'), whole)
    if (name !== undefined) return { files, name, path: name === '' ? '.' : name }
  }
  const [, folder = '', name = ''] = /^(.*\/)([^/]*)$/s.exec(whole) ?? []
  return { files: await app.world.openFiles(folder, 'here'), name, path }
}

/** What stands of a path below a root; undefined when it lies elsewhere. */
function below(root: string, whole: string): string | undefined {
  if (whole === root) return ''
  const start = root.endsWith('/') ? root : `${root}/`
  return whole.startsWith(start) ? whole.slice(start.length) : undefined
}

function withoutDots(path: string): string {
  const steps: string[] = []
  const [, start = '', rest = ''] = /^([A-Za-z]:\/|\/)?(.*)$/s.exec(path) ?? []
  for (const step of rest.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return `${start}${steps.join('/')}`
}

async function filesAt({ files, name, path }: NamedFile): Promise<{ files: NamedFile[]; isFolder: boolean }> {
  const listed = await files.list(name)
  if (listed.length === 0) return { files: [{ files, name, path }], isFolder: false }
  const inside = listed.filter((each) => MARKDOWN.test(each) && !NO_MINUTES.test(each))
  const prefix = name === '' ? '' : `${name}/`
  const shown = path === '.' ? '' : `${path}/`
  return {
    files: inside.map((each) => ({ files, name: each, path: `${shown}${each.slice(prefix.length)}` })),
    isFolder: true,
  }
}
