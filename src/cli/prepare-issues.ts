import { homeAnswer } from '../core/github/home-answer.ts'
import { type Answer, joinQuestions } from '../core/github/question.ts'
import { nextMeeting } from '../core/meetings/meeting.ts'
import type { GitHubHome, Series } from '../core/meetings/series.ts'
import type { Plan } from '../core/plan/change.ts'
import { type DueMeeting, dueMeetings, opensAt } from '../core/plan/due.ts'
import { planMeetingIssue, questionFor } from '../core/plan/meeting-issue.ts'
import { type Problem, Refusal } from '../core/problem.ts'
import { printInstant } from '../core/time/print-time.ts'
import { seriesFile, type Workspace } from '../core/workspace.ts'
import type { GitHub } from '../ports.ts'
import type { App } from './app.ts'
import { carryOut, type Done } from './carry-out.ts'
import { changeAsJson } from './change-as-json.ts'
import { endsTheCommand } from './ends-the-command.ts'
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

/** What came of several series: a report for each that could be prepared, and why the others could not. */
export interface Prepared {
  readonly reports: readonly SeriesReport[]
  readonly problems: readonly Problem[]
}

/** Prepares the issues of several series with one question to GitHub; with none when nothing is due. What hinders one series does not hinder the others. */
export async function prepareIssues(task: Task): Promise<Prepared> {
  const { app, all, github } = task
  const reports: SeriesReport[] = []
  const problems: Problem[] = []
  const due: DueSeries[] = []
  for (const series of all) {
    const asked = await readDue(series, task)
    if (asked) due.push(asked)
    else reports.push(reportNotDue(series, app))
  }
  if (due.length === 0) return { reports, problems }
  let answer = await github.reader.ask(joinQuestions(due.map(({ home }) => questionFor(home))))
  for (const each of due) {
    try {
      const done = await prepareSeries(each, answer, task)
      answer = done.answer
      reports.push(report(each, done))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      problems.push(...error.problems.map((problem) => placed(problem, each.series, task)))
      if (endsTheCommand(error)) break
    }
  }
  return { reports, problems }
}

/** What GitHub refuses to a series is the matter of the repository that its file names. */
function placed(problem: Problem, { id }: Series, { workspace }: Task): Problem {
  if (problem.place || problem.rule !== 'github') return problem
  return { ...problem, place: workspace.placeOf(seriesFile(id, workspace), ['github', 'repository']) }
}

async function readDue(series: Series, { app, workspace }: Task): Promise<DueSeries | undefined> {
  const meetings = dueMeetings(series, app.now)
  if (!series.github || meetings.length === 0) return undefined
  const template = await loadTemplate(app, 'issue', { series, workspace })
  return { series, home: series.github, template, meetings }
}

async function prepareSeries(due: DueSeries, answer: Answer, task: Task): Promise<Done> {
  const { app, workspace, github, dryRun } = task
  const { series, home, template, meetings } = due
  meetings.filter((each) => each.due).forEach(({ meeting }) => announce(meeting, { app, workspace }))
  const plan = (known: Answer): Plan => {
    const found = homeAnswer(series, home, { answer: known, workspace })
    const plans = meetings.map((each) =>
      planMeetingIssue({ ...each, home, template, workspace, found, now: app.now }),
    )
    return { changes: plans.flatMap(({ changes }) => changes), notes: plans.flatMap(({ notes }) => notes) }
  }
  const done = await carryOut({ github, answer, question: questionFor(home), plan }, app, dryRun)
  if (done.changes.length === 0) say(app, 'Nothing to do.')
  return done
}

function report({ series, meetings }: DueSeries, { changes, notes, urls }: Done): SeriesReport {
  const meeting = (meetings.find((each) => each.due) ?? meetings[0])?.meeting
  return {
    series: series.id,
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
