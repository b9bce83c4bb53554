import { joinQuestions } from '../core/github/question.ts'
import { nextMeeting } from '../core/meetings/meeting.ts'
import type { GitHubHome, Series } from '../core/meetings/series.ts'
import type { Plan } from '../core/plan/change.ts'
import { type DueMeeting, dueMeetings, opensAt } from '../core/plan/due.ts'
import { planMeetingIssue, questionFor } from '../core/plan/meeting-issue.ts'
import { printInstant } from '../core/time/print-time.ts'
import type { Workspace } from '../core/workspace.ts'
import type { GitHub } from '../ports.ts'
import type { App } from './app.ts'
import { carryOut } from './carry-out.ts'
import { loadTemplate } from './load-template.ts'
import { meetingAsJson } from '../core/meetings/meeting-as-json.ts'
import { announce, reportEnd } from './prepare-file.ts'
import { say } from './report.ts'
import type { SeriesReport } from './series-report.ts'

interface Task {
  readonly app: App
  readonly workspace: Workspace
  readonly all: readonly Series[]
  readonly github: GitHub
  readonly dryRun: boolean
}

/** A series of which GitHub has to be asked. */
interface DueSeries {
  readonly series: Series
  readonly home: GitHubHome
  readonly template: string
  readonly meetings: readonly DueMeeting[]
}

/** Prepares the issues of several series with one question to GitHub; with none when nothing is due. */
export async function prepareIssues({
  app,
  workspace,
  all,
  github,
  dryRun,
}: Task): Promise<readonly SeriesReport[]> {
  const due: DueSeries[] = []
  const reports: SeriesReport[] = []
  for (const series of all) {
    const meetings = dueMeetings(series, app.now)
    if (series.github && meetings.length > 0) {
      const template = await loadTemplate(app, 'issue', { series, workspace })
      due.push({ series, home: series.github, template, meetings })
      meetings.filter((each) => each.due).forEach(({ meeting }) => announce(meeting, { app, workspace }))
    } else reports.push(reportNotDue(series, app))
  }
  if (due.length === 0) return reports
  const question = joinQuestions(due.map(({ home }) => questionFor(home)))
  const plan = (answer: Parameters<Parameters<typeof carryOut>[0]['plan']>[0]): Plan => {
    const plans = due.flatMap(({ home, template, meetings }) =>
      meetings.map((each) => planMeetingIssue({ ...each, home, template, workspace, answer, now: app.now })),
    )
    return { changes: plans.flatMap(({ changes }) => changes), notes: plans.flatMap(({ notes }) => notes) }
  }
  const done = await carryOut({ github, question, plan }, app, dryRun)
  if (done.changes.length === 0) say(app, 'Nothing to do.')
  return [...reports, ...due.map((each) => report(each, done))]
}

function report(
  { series, meetings, home }: DueSeries,
  done: Awaited<ReturnType<typeof carryOut>>,
): SeriesReport {
  const meeting = (meetings.find((each) => each.due) ?? meetings[0])?.meeting
  const mine = done.changes.filter(
    (change) => 'repository' in change && change.repository.toLowerCase() === home.repository.toLowerCase(),
  )
  return {
    series: series.id,
    meeting: meeting ? meetingAsJson(meeting) : null,
    changes: mine,
    notes: done.notes,
    link: null,
    urls: done.urls,
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
