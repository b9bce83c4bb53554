import type { Part } from '../core/chores/chore.ts'
import { seriesConflicts } from '../core/chores/series-conflicts.ts'
import { type Problem, refuse, Refusal } from '../core/problem.ts'
import { repositoryPath, type Workspace } from '../core/workspace.ts'
import type { App } from './app.ts'
import { changeAsJson } from './change-as-json.ts'
import { counted } from './counted.ts'
import { doChores, type DoneTask, type Manner, type Outcome, type Task } from './do-chores.ts'
import { type LoadedChores, loadChores } from './load-chores.ts'
import type { GroupFolder } from './load-groups.ts'
import { paint } from './paint.ts'
import { announceDue } from './prepare-issues.ts'
import { isAbsolute } from './read-outside.ts'
import { say } from './report.ts'
import { writeFeeds } from './write-feeds.ts'

/** What is done for several workspaces. */
export interface GroupWork {
  readonly parts: ReadonlySet<Part>
  /** The app of the workspace in which wg was called. */
  readonly app: App
  readonly dryRun: boolean
  /** The folder of the calendars. */
  readonly out: string
  readonly previous: unknown
}

/** What became of one chore, as `--json` prints it. */
export interface ChoreReport {
  /** `groups/web`, or `.`. */
  readonly group: string
  readonly part: Part
  /** The series, or the group. */
  readonly of: string
  readonly changes: readonly ReturnType<typeof changeAsJson>[]
  readonly notes: readonly string[]
  readonly urls: readonly string[]
}

/** What became of all. */
export interface DoneGroups {
  readonly chores: readonly ChoreReport[]
  /** The folder into which the calendars were written; null when they were not. */
  readonly feeds: string | null
  readonly problems: readonly Problem[]
}

interface LoadedGroup extends LoadedChores {
  readonly folder: GroupFolder
}

interface GroupTask extends Task {
  readonly folder: GroupFolder
  readonly workspace: Workspace
}

/** Does the chores of several workspaces with one question to GitHub for all. A workspace that is broken does not hinder the others. */
export async function doGroups(folders: readonly GroupFolder[], work: GroupWork): Promise<DoneGroups> {
  const loaded: LoadedGroup[] = []
  for (const folder of folders) loaded.push(await loadGroup(folder, work))
  const placed = loaded.flatMap(({ folder, workspace, chores }) =>
    workspace ? [{ folder, path: folder.path, workspace, chores }] : [],
  )
  const conflicts = seriesConflicts(placed)
  const tasks = placed.flatMap(({ folder, path, workspace, chores }) =>
    chores
      .filter(({ of }) => !conflicts.some((each) => each.series === of && each.path === path))
      .map((chore): GroupTask => ({ app: folder.app, chore, folder, workspace })),
  )
  const { reports, problems } = await doTasks(tasks, work)
  const calendars = work.parts.has('calendar') ? await doCalendars(loaded, work) : NO_CALENDARS
  return {
    chores: [...reports, ...calendars.reports],
    feeds: calendars.reports.length > 0 ? work.out : null,
    problems: [
      ...loaded.flatMap(({ folder, problems: own }) => inFolder(own, folder)),
      ...conflicts.map(({ problem }) => problem),
      ...problems,
      ...calendars.problems,
    ],
  }
}

async function loadGroup(folder: GroupFolder, { parts }: GroupWork): Promise<LoadedGroup> {
  try {
    return { ...(await loadChores(folder.app, parts)), folder }
  } catch (error) {
    if (error instanceof Refusal) return { folder, chores: [], problems: error.problems }
    throw error
  }
}

/** Problems name files from the folder in which wg was called. */
function inFolder(problems: readonly Problem[], { path }: GroupFolder): readonly Problem[] {
  if (path === '.') return problems
  return problems.map((problem) =>
    problem.place
      ? {
          ...problem,
          place: { ...problem.place, file: repositoryPath({ folder: path }, problem.place.file) },
        }
      : problem,
  )
}

interface Reported {
  readonly reports: readonly ChoreReport[]
  readonly problems: readonly Problem[]
}

const NO_CALENDARS: Reported = { reports: [], problems: [] }

async function doTasks(tasks: readonly GroupTask[], { app, dryRun }: GroupWork): Promise<Reported> {
  if (tasks.length === 0) return NO_CALENDARS
  const github = await app.world.connect()
  if (!github) return { reports: [], problems: withoutToken(tasks.length) }
  const held = new Map<GroupTask, string[]>()
  const { done, problems, left } = await unlessRefused(tasks, {
    github,
    dryRun,
    begin: (task) => {
      const lines: string[] = []
      held.set(task, lines)
      const quiet = holding(task.app, lines)
      announceDue(task.chore, { app: quiet, workspace: task.workspace })
      return quiet
    },
    end: ({ task, done: { changes } }) => {
      if (changes.length > 0) show(task, held.get(task) ?? [])
    },
    fail: (task) => show(task, held.get(task) ?? []),
    placed: (found, { folder }) => inFolder(found, folder),
  })
  return { reports: done.map(reportOf), problems: [...problems, ...leftUndone(left)] }
}

/** A question that GitHub does not answer hinders all chores, and not what needs no GitHub. */
async function unlessRefused(
  tasks: readonly GroupTask[],
  manner: Manner<GroupTask>,
): Promise<Outcome<GroupTask>> {
  try {
    return await doChores(tasks, manner)
  } catch (error) {
    if (error instanceof Refusal) return { done: [], problems: error.problems, left: tasks }
    throw error
  }
}

function leftUndone(left: readonly GroupTask[]): readonly Problem[] {
  if (left.length === 0) return []
  const names = left.map((task) => titleOf(task)).join(', ')
  return refuse(
    'left-undone',
    `Therefore ${counted(left.length, 'chore was', 'chores were')} not done: ${names}.`,
    'Run the command again later: it does what is still missing.',
  ).problems
}

/** The same app, which keeps for later what it has to say: of a chore that changes nothing nobody needs to read. */
function holding(app: App, lines: string[]): App {
  const terminal = { ...app.world.terminal, print: (text: string) => void lines.push(text) }
  return { ...app, world: { ...app.world, terminal } }
}

function show({ app, chore, folder }: GroupTask, lines: readonly string[]): void {
  say(app, paint(app.world.terminal, 'bold', titleOf({ chore, folder })))
  lines.forEach((line) => app.world.terminal.print(line))
}

/** `groups/web: minutes of web-wg` */
function titleOf({ chore, folder }: Pick<GroupTask, 'chore' | 'folder'>): string {
  return `${folder.path === '.' ? '' : `${folder.path}: `}${chore.part} of ${chore.of}`
}

function reportOf({ task, done }: DoneTask<GroupTask>): ChoreReport {
  const { part, of } = task.chore
  return {
    group: task.folder.path,
    part,
    of,
    changes: done.changes.map(changeAsJson),
    notes: done.notes,
    urls: done.urls,
  }
}

function withoutToken(count: number): readonly Problem[] {
  return refuse(
    'github-token',
    `There is no token in \`GITHUB_TOKEN\`, and ${count === 1 ? 'one chore needs' : `${count} chores need`} GitHub.`,
    'Set `GITHUB_TOKEN`; or do by hand what files alone can hold: `wg meeting new`, `wg minutes new`, `wg calendar`.',
  ).problems
}

async function doCalendars(loaded: readonly LoadedGroup[], work: GroupWork): Promise<Reported> {
  const reports: ChoreReport[] = []
  const problems: Problem[] = []
  for (const { workspace, broken = [], folder } of loaded) {
    if (!workspace || workspace.series.length + broken.length === 0) continue
    try {
      if (broken.length > 0) throw calendarsKept(broken)
      reports.push(await doCalendar(workspace, folder, work))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      problems.push(...inFolder(error.problems, folder))
    }
  }
  return { reports, problems }
}

/** Without a series its subscribers would lose all its meetings, also those that were held. */
function calendarsKept(broken: readonly string[]): Refusal {
  return refuse(
    'calendars-kept',
    `The calendars are left as they are, since ${broken.map((file) => `\`${file}\``).join(', ')} cannot be read.`,
    'Mend it and run the command again.',
  )
}

/** The calendars of a group lie in a folder of its own. */
async function doCalendar(
  workspace: Workspace,
  { path, app }: GroupFolder,
  { out, previous, dryRun, app: { files } }: GroupWork,
): Promise<ChoreReport> {
  const shown = path === '.' ? out : `${out}/${path}`
  const folder = isAbsolute(shown) ? shown : `${files.root}/${shown}`
  const lines: string[] = []
  const written = await writeFeeds({ folder, previous, dryRun }, { app: holding(app, lines), workspace })
  if (written.changes.length > 0) {
    say(app, paint(app.world.terminal, 'bold', `calendar of ${workspace.group.name}, in ${shown}`))
    lines.forEach((line) => app.world.terminal.print(line))
  }
  const changes = written.changes.map((change) => ({ kind: change.kind, path: `${shown}/${change.path}` }))
  return { group: path, part: 'calendar', of: workspace.group.name, changes, notes: [], urls: [] }
}
