import { type Problem, Refusal } from '../../core/problem.ts'
import { type MeetingRecord, withMinutes } from '../../core/record/meeting-record.ts'
import { faultsOfMinutes } from '../../core/record/minutes-faults.ts'
import { describeOverdue, overdueMinutes } from '../../core/record/overdue-minutes.ts'
import { keepsMinutes } from '../../core/record/recent-places.ts'
import { todayAt } from '../../core/time/today.ts'
import { GROUP_FILE, seriesFile, type Workspace } from '../../core/workspace.ts'
import { type App, load, openApp } from '../app.ts'
import type { CommandModule } from '../command.ts'
import { counted } from '../counted.ts'
import { loadRecord } from '../load-record.ts'
import { findMinutesFiles, type NamedFile } from '../minutes-paths.ts'
import { loadMinutesGroup } from '../minutes-workspace.ts'
import { countProblems, FORMATS, printProblems } from '../print-problems.ts'
import { readFormat } from '../read-format.ts'
import { readNamedMinutes } from '../read-named-minutes.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('[path...]', 'files of minutes, or folders of them; every file of every series when left out')
    .option('--format <format>', 'text, json or github', world.environment.actions ? 'github' : 'text')
    .addHelpText('after', '\nExamples:\n  wg minutes check\n  wg minutes check meetings/2026-12-03.md')
  run(async ({ values, options }) => {
    const app = await openApp(world, options)
    const format = options.json ? 'json' : readFormat(String(options['format']), FORMATS)
    const typed = values.flatMap((path) => (path === undefined ? [] : [path]))
    const { problems, count } = typed.length === 0 ? await checkAll(app) : await checkNamed(typed, app)
    printProblems(problems, { terminal: world.terminal, format })
    if (format === 'text' && !options.quiet) {
      const files = counted(count, 'file')
      world.terminal.say(
        problems.length === 0 ? `No problems: ${files} read.\n` : `${countProblems(problems)} in ${files}.\n`,
      )
    }
    return problems.some(({ severity }) => severity === 'error') ? 1 : undefined
  })
}

interface Checked {
  readonly problems: readonly Problem[]
  /** How many files were read. */
  readonly count: number
}

async function checkAll(app: App): Promise<Checked> {
  const workspace = await load(app)
  const record = await loadRecord(app, workspace)
  const keeping = keepsMinutes(record)
  const overdue = overdueMinutes(
    record.filter(({ series }) => keeping.has(series.id)),
    { today: todayAt(app.now) },
  )
  const missing = overdue.map((each): Problem => ({
    rule: 'minutes-overdue',
    severity: 'warning',
    ...describeOverdue(each),
    place: workspace.placeOf(seriesFile(each.series.id, workspace), ['title']),
  }))
  return {
    problems: [...missing, ...problemsOf(record, workspace)],
    count: record.filter(({ exists }) => exists).length,
  }
}

function problemsOf(record: readonly MeetingRecord[], workspace: Workspace): readonly Problem[] {
  const unread = record.flatMap(({ problem }) => (problem ? [problem] : []))
  return [...unread, ...faultsOfMinutes(withMinutes(record), workspace, 'all')]
}

/** Files that are minutes of the workspace are held against it; others only against themselves. */
async function checkNamed(typed: readonly string[], app: App): Promise<Checked> {
  const { found } = await findMinutesFiles(typed, app)
  const isWorkspace = (await app.files.read(GROUP_FILE)).kind !== 'missing'
  const known = isWorkspace ? await checkKnown(found, app) : { problems: [], files: new Set<string>() }
  const others = found.filter(({ path }) => !known.files.has(path))
  const group = await loadMinutesGroup(app)
  const read = await readNamedMinutes(others, { app, group, repository: undefined })
  const problems = read.flatMap(({ record, problem }) => record?.problems ?? (problem ? [problem] : []))
  return { problems: [...known.problems, ...problems], count: found.length }
}

async function checkKnown(
  found: readonly NamedFile[],
  app: App,
): Promise<{ readonly problems: readonly Problem[]; readonly files: ReadonlySet<string> }> {
  const workspace = await loadOrNothing(app)
  const named = new Set(found.filter(({ files }) => files.root === app.files.root).map(({ path }) => path))
  if (!workspace || named.size === 0) return { problems: [], files: new Set() }
  const record = (await loadRecord(app, workspace)).filter(({ file, exists }) => exists && named.has(file))
  return { problems: problemsOf(record, workspace), files: new Set(record.map(({ file }) => file)) }
}

/** A workspace that cannot be read is for `wg check`; the files are still looked at by themselves. */
async function loadOrNothing(app: App): Promise<Workspace | undefined> {
  try {
    return await load(app)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
