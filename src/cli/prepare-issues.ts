import type { Chore } from '../core/chores/chore.ts'
import { meetingChore } from '../core/chores/meeting-chore.ts'
import { meetingAsJson } from '../core/meetings/meeting-as-json.ts'
import { nextMeeting } from '../core/meetings/meeting.ts'
import type { Series } from '../core/meetings/series.ts'
import { type DueMeeting, dueMeetings, opensAt } from '../core/plan/due.ts'
import type { Problem } from '../core/problem.ts'
import { printInstant } from '../core/time/print-time.ts'
import type { Workspace } from '../core/workspace.ts'
import type { GitHub } from '../ports.ts'
import type { App } from './app.ts'
import type { Done } from './carry-out.ts'
import { changeAsJson } from './change-as-json.ts'
import { doChores, type Task } from './do-chores.ts'
import { loadTemplate } from './load-template.ts'
import { announce, reportEnd } from './prepare-file.ts'
import { say } from './report.ts'
import type { SeriesReport } from './series-report.ts'

interface Preparing {
  readonly app: App
  readonly workspace: Workspace
  readonly all: readonly Series[]
  readonly github: GitHub
  readonly dryRun: boolean
}

/** What came of several series: a report for each that could be prepared, and why the others could not. */
export interface Prepared {
  readonly reports: readonly SeriesReport[]
  readonly problems: readonly Problem[]
}

/** Prepares the issues of several series. What hinders one series does not hinder the others. */
export async function prepareIssues(preparing: Preparing): Promise<Prepared> {
  const { app, workspace, all, github, dryRun } = preparing
  const tasks: Task[] = []
  const reports: SeriesReport[] = []
  for (const series of all) {
    const chore = await prepareChore(series, dueMeetings(series, app.now), { app, workspace })
    if (chore) tasks.push({ app, chore })
    else reports.push(reportNotDue(series, app))
  }
  const { done, problems } = await doChores(tasks, {
    github,
    dryRun,
    begin: ({ chore }) => {
      announceDue(chore, { app, workspace })
      return app
    },
    end: ({ done: { changes } }) => {
      if (changes.length === 0) say(app, 'Nothing to do.')
    },
  })
  return { reports: [...reports, ...done.map(({ task, done: each }) => report(task, each))], problems }
}

interface Place {
  readonly app: App
  readonly workspace: Workspace
}

/** The chore of the issues of a series; undefined when it has no home on GitHub, or no issue needs anything. */
export async function prepareChore(
  series: Series,
  meetings: readonly DueMeeting[],
  { app, workspace }: Place,
): Promise<Chore | undefined> {
  if (!series.github || meetings.length === 0) return undefined
  const template = await loadTemplate(app, 'issue', { series, workspace })
  return meetingChore({ series, meetings, workspace, template, now: app.now })
}

/** Says which meetings a chore is about whose issues are due. */
export function announceDue({ meetings = [] }: Chore, place: Place): void {
  meetings.filter(({ due }) => due).forEach(({ meeting }) => announce(meeting, place))
}

function report({ chore: { of, meetings = [] } }: Task, { changes, notes, urls }: Done): SeriesReport {
  const meeting = (meetings.find((each) => each.due) ?? meetings[0])?.meeting
  return {
    series: of,
    meeting: meeting ? meetingAsJson(meeting) : null,
    changes: changes.map(changeAsJson),
    notes,
    link: null,
    urls,
  }
}

function reportNotDue(series: Series, app: App): SeriesReport {
  const meeting = nextMeeting(series, app.now)
  if (!meeting) return reportEnd({ app, series })
  const note = `Nothing is due: the issue of \`${meeting.key}\` appears on ${printInstant(opensAt(meeting), series.zone)} (${series.zone}).`
  say(app, note)
  return {
    series: series.id,
    meeting: meetingAsJson(meeting),
    changes: [],
    notes: [note],
    link: null,
    urls: [],
  }
}
