import { type Meeting, nextMeeting } from '../core/meetings/meeting.ts'
import { minutesPathOf } from '../core/meetings/minutes-path.ts'
import type { Series } from '../core/meetings/series.ts'
import { issueDraft, planMeetingFile } from '../core/plan/meeting-file.ts'
import { Refusal } from '../core/problem.ts'
import { newIssueLink } from '../core/render/issue-link.ts'
import { meetingTitle } from '../core/render/titles.ts'
import { terminalText } from '../core/text/terminal-text.ts'
import { printInstant } from '../core/time/print-time.ts'
import { parseZone, type ZoneId } from '../core/time/zone.ts'
import type { Workspace } from '../core/workspace.ts'
import { type App, unusable } from './app.ts'
import { applyPlan } from './apply.ts'
import type { Plan, WriteFile } from '../core/plan/change.ts'
import { loadTemplate } from './load-template.ts'
import { changeAsJson } from './change-as-json.ts'
import { meetingAsJson } from '../core/meetings/meeting-as-json.ts'
import type { SeriesReport } from './series-report.ts'
import { say } from './report.ts'

interface Task {
  readonly app: App
  readonly workspace: Workspace
  readonly series: Series
  readonly dryRun: boolean
}

/** Prepares the next meeting of a series where files are the tracker: its agenda goes to the path of the minutes. */
export async function prepareFile(task: Task): Promise<SeriesReport> {
  const { app, series, dryRun } = task
  const meeting = nextMeeting(series, app.now)
  if (!meeting) return reportEnd(task)
  announce(meeting, task)
  const plan = await planFile(meeting, task)
  await applyPlan(plan, app, dryRun)
  const link = await linkToOpen(meeting, task)
  if (plan.changes.length === 0) say(app, 'Nothing to do.')
  else {
    const made = dryRun ? 'would hold' : 'holds'
    say(app, `\`${minutesPathOf(meeting)}\` ${made} the agenda. To open it as an issue on GitHub:\n  ${link}`)
    if (link.includes('/OWNER/REPOSITORY/'))
      say(
        app,
        'Put your repository in place of OWNER/REPOSITORY, or write `repository: owner/name` into wg.yml.',
      )
  }
  return {
    series: series.id,
    meeting: meetingAsJson(meeting),
    changes: plan.changes.map(changeAsJson),
    notes: plan.notes,
    link,
    urls: [],
  }
}

/** What there is to say of a series without a meeting ahead. */
export function reportEnd({ app, series }: Pick<Task, 'app' | 'series'>): SeriesReport {
  const note = `The series \`${series.id}\` has ended: no meeting lies ahead.`
  say(app, note)
  return { series: series.id, meeting: null, changes: [], notes: [note], link: null, urls: [] }
}

/** Says which meeting it is about, and when it is: on its own clock, on the reader's and in UTC. */
export function announce(meeting: Meeting, { app, workspace }: Pick<Task, 'app' | 'workspace'>): void {
  const viewer = parseZone(app.world.terminal.zone)
  const zones = [...new Set([meeting.session.zone, ...(viewer ? [viewer] : []), parseZone('UTC') as ZoneId])]
  const times = zones.map((zone) => `  ${printInstant(meeting.startsAt, zone)}  ${zone}`)
  say(app, [terminalText(meetingTitle(meeting, workspace)), ...times].join('\n'))
}

async function planFile(meeting: Meeting, { app, workspace, series }: Task): Promise<Plan<WriteFile>> {
  const path = minutesPathOf(meeting)
  const content = await app.files.read(path)
  if (content.kind === 'unusable') throw new Refusal([unusable(path, content.why)])
  const existing = content.kind === 'text' ? content.text : undefined
  const template = await loadTemplate(app, 'agenda', { series, workspace })
  return planMeetingFile({ meeting, workspace, template, existing, now: app.now })
}

async function linkToOpen(meeting: Meeting, { app, workspace, series }: Task): Promise<string> {
  const template = await loadTemplate(app, 'issue', { series, workspace })
  const repository =
    series.github?.repository ?? workspace.group.repository ?? (await app.world.remoteOf(app.files))
  return newIssueLink(repository, issueDraft({ meeting, workspace, template }))
}
