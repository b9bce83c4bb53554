import type { Meeting } from '../core/meetings/meeting.ts'
import type { OpenAction } from '../core/minutes/open-action-lines.ts'
import type { Problem } from '../core/problem.ts'
import { withMinutes } from '../core/record/meeting-record.ts'
import { openActionsBefore } from '../core/record/open-actions.ts'
import type { Workspace } from '../core/workspace.ts'
import type { App } from './app.ts'
import { loadRecord } from './load-record.ts'

/** What is open, and why it may not be all. */
export interface LoadedActions {
  readonly actions: readonly OpenAction[]
  /** Of earlier minutes that could not be read. */
  readonly problems: readonly Problem[]
}

/** What the minutes of the team before a meeting have left open in its series. */
export async function loadOpenActions(
  meeting: Meeting,
  workspace: Workspace,
  app: App,
): Promise<LoadedActions> {
  const records = await loadRecord(app, workspace)
  return {
    actions: openActionsBefore(meeting, withMinutes(records), workspace.members),
    problems: records.flatMap(({ series, date, problem }) =>
      problem && series.id === meeting.series.id && date < meeting.date ? [problem] : [],
    ),
  }
}
