import { cancelChore } from '../core/chores/cancel-chore.ts'
import type { Chore, Part } from '../core/chores/chore.ts'
import { chartersDue, chartersPrefix, hasCharterDays } from '../core/chores/charters-due.ts'
import { dueChore } from '../core/chores/due-chore.ts'
import { minutesChore, needsPreparing, REMEMBERED } from '../core/chores/minutes-chore.ts'
import { hasTermEnds, termsDue, termsPrefix } from '../core/chores/terms-due.ts'
import { choresOf } from '../core/chores/written-chores.ts'
import type { Meeting } from '../core/meetings/meeting.ts'
import type { Series } from '../core/meetings/series.ts'
import type { OpenAction } from '../core/minutes/open-action-lines.ts'
import { dueMeetings } from '../core/plan/due.ts'
import { type Problem, Refusal } from '../core/problem.ts'
import { type MeetingRecord, withMinutes } from '../core/record/meeting-record.ts'
import { openActionsBefore } from '../core/record/open-actions.ts'
import { addDays } from '../core/time/day.ts'
import { todayAt } from '../core/time/today.ts'
import { seriesFile, type Workspace } from '../core/workspace.ts'
import { type App, loadLoosely } from './app.ts'
import { loadPlaces } from './load-places.ts'
import { loadRecord } from './load-record.ts'
import { loadTemplate } from './load-template.ts'
import { prepareChore } from './prepare-issues.ts'

/** What one workspace has to be done, as far as its files can be trusted. */
export interface LoadedChores {
  /** Undefined when a file is broken on which everything rests. */
  readonly workspace?: Workspace
  /** The files of series that cannot be read, which the workspace is without. */
  readonly broken?: readonly string[]
  readonly chores: readonly Chore[]
  /** What hinders a series, or all of them. */
  readonly problems: readonly Problem[]
}

/** A series file that is broken hinders that series; every other file is a matter of all, since what it does not say must not be taken for nothing. */
const OWN_FILE = /^(?:meetings\/[^/]+\.ya?ml|votes\/.*)$/

/** Reads a workspace and makes the chores of some parts. Nothing is asked of GitHub. */
export async function loadChores(app: App, parts: ReadonlySet<Part>): Promise<LoadedChores> {
  const { workspace, problems } = await loadLoosely(app)
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.some(({ place }) => !OWN_FILE.test(place?.file ?? ''))) return { chores: [], problems: errors }
  const broken = new Set(errors.map(({ place }) => place?.file))
  const sound = {
    ...workspace,
    series: workspace.series.filter(({ id }) => !broken.has(seriesFile(id, workspace))),
  }
  const loading = { app, workspace: sound }
  const made = [
    ...(parts.has('meetings') ? await meetingChores(loading) : []),
    ...(parts.has('minutes') ? await minutesChores(loading) : []),
    ...(await dueChores(loading, parts)),
  ]
  return {
    workspace: sound,
    broken: workspace.series.map(({ id }) => seriesFile(id, workspace)).filter((file) => broken.has(file)),
    chores: made.flatMap((each) => ('chore' in each ? [each.chore] : [])),
    problems: [...errors, ...made.flatMap((each) => ('problems' in each ? each.problems : []))],
  }
}

interface Loading {
  readonly app: App
  readonly workspace: Workspace
}

type Made = { readonly chore: Chore } | { readonly problems: readonly Problem[] }

/** What hinders one chore from being made does not hinder the others. */
async function makeOne(make: () => Promise<Chore | undefined>): Promise<readonly Made[]> {
  try {
    const chore = await make()
    return chore ? [{ chore }] : []
  } catch (error) {
    if (error instanceof Refusal) return [{ problems: error.problems }]
    throw error
  }
}

async function meetingChores({ app, workspace }: Loading): Promise<readonly Made[]> {
  const made: Made[] = []
  for (const series of workspace.series) {
    const { issues, ahead } = choresOf(series, workspace.group)
    if (!issues) continue
    made.push(
      ...(await makeOne(() =>
        prepareChore(series, dueMeetings(series, app.now, { ahead }), { app, workspace }),
      )),
      ...(await makeOne(async () => cancelChore({ series, workspace, now: app.now }))),
    )
  }
  return made
}

async function minutesChores({ app, workspace }: Loading): Promise<readonly Made[]> {
  const since = addDays(todayAt(app.now), -REMEMBERED)
  const places = await loadPlaces(app, workspace)
  const recent = await loadRecord(
    app,
    workspace,
    places.filter(({ date, meeting, series }) => date >= since && meeting && series.github),
  )
  const unreadable = recent.flatMap(({ problem }) => problem ?? [])
  const actions = recent.some((record) => needsPreparing(record, workspace, app.now))
    ? await loadActions(app, workspace)
    : () => []
  const made: Made[] = unreadable.length > 0 ? [{ problems: unreadable }] : []
  for (const series of workspace.series) {
    const records = recent.filter((record) => record.series.id === series.id)
    if (records.length === 0) continue
    made.push(...(await makeOne(() => makeMinutesChore(series, { app, workspace }, { records, actions }))))
  }
  return made
}

interface Held {
  readonly records: readonly MeetingRecord[]
  readonly actions: ActionsBefore
}

async function makeMinutesChore(
  series: Series,
  { app, workspace }: Loading,
  { records, actions }: Held,
): Promise<Chore | undefined> {
  const template = await loadTemplate(app, 'minutes', { series, workspace })
  return minutesChore({ series, workspace, records, template, actionsBefore: actions, now: app.now })
}

type ActionsBefore = (meeting: Meeting) => readonly OpenAction[]

/** What is left open before a meeting, by all minutes; those that cannot be read hinder nobody here, and are reported. */
async function loadActions(app: App, workspace: Workspace): Promise<ActionsBefore> {
  const records = withMinutes(await loadRecord(app, workspace))
  return (meeting) => openActionsBefore(meeting, records, workspace.members)
}

async function dueChores({ app, workspace }: Loading, parts: ReadonlySet<Part>): Promise<readonly Made[]> {
  const repository = workspace.group.repository ?? (await app.world.remoteOf(app.files))
  if (repository === undefined) return []
  const { terms, charters } = workspace.group.chores
  const { now } = app
  const common = { workspace, repository, now }
  const made = [
    parts.has('roster') && terms !== false
      ? dueChore({
          ...common,
          part: 'roster',
          prefix: termsPrefix(workspace),
          matters: termsDue(workspace, now),
          dated: hasTermEnds(workspace),
          lead: terms,
        })
      : undefined,
    parts.has('charters') && charters !== false
      ? dueChore({
          ...common,
          part: 'charters',
          prefix: chartersPrefix(workspace),
          matters: chartersDue(workspace, { repository, now }),
          dated: hasCharterDays(workspace),
          lead: charters,
        })
      : undefined,
  ]
  return made.flatMap((chore) => (chore ? [{ chore }] : []))
}
