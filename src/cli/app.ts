import { type Problem, refuse, Refusal } from '../core/problem.ts'
import type { Series } from '../core/meetings/series.ts'
import {
  readWorkspace,
  seriesFile,
  teamOfFile,
  type Workspace,
  type WorkspaceTexts,
} from '../core/workspace.ts'
import type { Files } from '../ports.ts'
import type { GlobalOptions, World } from './world.ts'

/** One run of a command: the world, the files it works on, and the moment it takes for now. */
export interface App {
  readonly world: World
  readonly files: Files
  readonly now: Date
  readonly options: GlobalOptions
}

/** Opens the files and settles what `now` is. Refuses a `--now` that is no instant. */
export async function openApp(
  world: World,
  options: GlobalOptions,
  search: 'upward' | 'here' = 'upward',
): Promise<App> {
  return {
    world,
    options,
    now: readNow(options.now, world),
    files: await world.openFiles(options.cwd, search),
  }
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

function readNow(text: string | undefined, world: World): Date {
  if (text === undefined) return world.clock()
  const now = new Date(text)
  if (INSTANT.test(text) && !Number.isNaN(now.getTime())) return now
  throw refuse(
    'usage',
    `\`--now ${text}\` is no instant.`,
    'Write day, time and offset: `--now 2026-12-01T09:00Z`.',
  )
}

/** The folders and files of which a workspace is made. Minutes are read only by those who need them. */
const PARTS: readonly { readonly folder: string; readonly wants: RegExp }[] = [
  { folder: 'charters', wants: /^charters\/[^/]+\.md$/ },
  { folder: 'meetings', wants: /^meetings\/[^/]+\.ya?ml$/ },
  { folder: 'votes', wants: /^votes\/[^/]+\.ya?ml$/ },
  { folder: 'templates', wants: /\.md$/ },
]

/** What the files of the workspace say, with the problems of reading and of shape. */
export interface Loaded {
  readonly workspace: Workspace
  readonly problems: readonly Problem[]
}

/**
 * Reads the workspace as far as it can be read. Refuses when there is none. A series whose calendar cannot be read is a
 * problem, and missing.
 */
export async function loadLoosely(app: App, more: readonly string[] = []): Promise<Loaded> {
  const { workspace, problems } = await readFiles(app, more)
  const faults = workspace.series.flatMap(({ source }) => {
    const reading = source?.reading
    if (!reading) return []
    return 'problems' in reading ? reading.problems : reading.warnings
  })
  const unread = workspace.series.filter(isUnreadable)
  return {
    workspace: {
      ...workspace,
      series: workspace.series.filter((series) => !unread.includes(series)),
      unread: new Set([...workspace.unread, ...unread.map((series) => seriesFile(series.id, workspace))]),
    },
    problems: [...problems, ...faults],
  }
}

function isUnreadable({ source }: Series): boolean {
  return source?.reading !== undefined && 'problems' in source.reading
}

/** The reader of calendars is large, and few workspaces need it. */
async function withSources(workspace: Workspace, app: App): Promise<readonly Series[]> {
  if (workspace.series.every(({ source }) => source === undefined)) return workspace.series
  const { readSources } = await import('./read-sources.ts')
  return readSources(workspace, app)
}

async function readFiles(app: App, more: readonly string[]): Promise<Loaded> {
  const { files } = app
  const listed = await Promise.all(
    PARTS.map(async ({ folder, wants }) => (await files.list(folder)).filter((path) => wants.test(path))),
  )
  const paths = ['wg.yml', 'members.yml', ...listed.flat(), ...more]
  const { texts, problems } = await readTexts(files, [...new Set(paths)])
  const read = readWorkspace(texts, await app.world.folderOf(files))
  const series = await withSources(read.workspace, app)
  const workspace = withUnusable({ ...read.workspace, series }, problems)
  return { workspace, problems: [...problems, ...read.problems] }
}

/** A file that is no text is there all the same, and so is the team whose charter it should be. */
function withUnusable(workspace: Workspace, problems: readonly Problem[]): Workspace {
  const files = problems.flatMap(({ place }) => place?.file ?? [])
  return {
    ...workspace,
    teamNames: new Set([...workspace.teamNames, ...files.flatMap((file) => teamOfFile(file) ?? [])]),
    unread: new Set([...workspace.unread, ...files]),
  }
}

/**
 * Reads the workspace, and refuses with every problem of shape when there is one. A calendar that cannot be read stops
 * only those who ask for the meetings of its series.
 */
export async function load(app: App, more: readonly string[] = []): Promise<Workspace> {
  return (await loadAround(app, () => true, more)).workspace
}

/**
 * Reads the workspace around broken files: refuses with every problem of shape when one of them is in a file that is needed. Otherwise it
 * gives the problems of the others, which the command must tell.
 */
export async function loadAround(
  app: App,
  isNeeded: (file: string) => boolean,
  more: readonly string[] = [],
): Promise<Loaded> {
  const { workspace, problems } = await readFiles(app, more)
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.some(({ place }) => place === undefined || isNeeded(place.file))) throw new Refusal(errors)
  return { workspace, problems: errors }
}

async function readTexts(
  files: Files,
  paths: readonly string[],
): Promise<{ texts: WorkspaceTexts; problems: Problem[] }> {
  const texts = new Map<string, string>()
  const problems: Problem[] = []
  for (const path of paths) {
    const content = await files.read(path)
    if (content.kind === 'text') texts.set(path, content.text)
    if (content.kind === 'unusable') problems.push(unusable(path, content.why))
  }
  return { texts, problems }
}

/** The Markdown files of the workspace: minutes and pages may hold marks, and charters link to them. */
export async function markdownFiles({ files }: App): Promise<readonly string[]> {
  return (await files.list('')).filter((path) => path.endsWith('.md') && !/^(dist|public|test)\//.test(path))
}

/** The problem of a file that is there and cannot be used. */
export function unusable(path: string, why: string): Problem {
  return {
    rule: 'file',
    severity: 'error',
    message: `The file ${why}.`,
    hint: 'Replace it by a text file, or remove it.',
    place: { file: path, line: 1, column: 1 },
  }
}
