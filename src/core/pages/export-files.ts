import * as z from 'zod'
import { feedSpan } from '../calendar/feed-span.ts'
import { allMeetingsIn } from '../meetings/meeting.ts'
import { meetingAsJson } from '../meetings/meeting-as-json.ts'
import { memberAsJson, termAsJson } from '../people/member-as-json.ts'
import { actionAsJson, type TrackedAction } from '../record/track-actions.ts'
import { lastsOn, type Member } from '../people/roster.ts'
import type { Day } from '../time/day.ts'
import { todayAt } from '../time/today.ts'
import type { Workspace } from '../workspace.ts'
import { exportTeam } from './export-team.ts'
import { EXPORT_SHAPES, type ExportName } from './export-shapes.ts'

/** A file of the export: its path below the folder, and its text. */
export interface ExportFile {
  readonly path: string
  readonly text: string
}

/** What is exported besides the workspace, and as of when. */
export interface ExportMatter {
  readonly now: Date
  readonly actions: readonly TrackedAction[]
}

/**
 * The workspace as static JSON for pages and bots, version 1: `v1/people.json`, `teams.json`, `terms.json`, `meetings.json`, `actions.json`, and a JSON
 * Schema beside each. How to reach people is left out, where to reach teams is not, since an export is more public than a repository may be.
 */
export function exportFiles(workspace: Workspace, { now, actions }: ExportMatter): readonly ExportFile[] {
  const today = todayAt(now)
  const { members, charters, series } = workspace
  const contents: Readonly<Record<ExportName, readonly unknown[]>> = {
    people: members.map(personOf),
    teams: [...charters.values()].map((charter) => exportTeam(charter, today)),
    terms: members.flatMap((member) => termsOf(member, today)),
    meetings: allMeetingsIn(series, feedSpan(workspace, now)).map((meeting) => ({
      ...meetingAsJson(meeting),
      team: meeting.series.team,
    })),
    actions: actions.map(actionAsJson),
  }
  return (Object.keys(EXPORT_SHAPES) as ExportName[]).flatMap((name) => {
    const value = EXPORT_SHAPES[name].parse({
      version: 1,
      group: workspace.group.name,
      [name]: contents[name],
    })
    return [
      { path: `v1/${name}.json`, text: print(value) },
      { path: `v1/${name}.schema.json`, text: print(z.toJSONSchema(EXPORT_SHAPES[name], { io: 'input' })) },
    ]
  })
}

function print(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function personOf(member: Member) {
  const { login, name, id, timeZone, pronouns, employers } = memberAsJson(member, [])
  return { login, name, id, timeZone, pronouns, employers }
}

function termsOf({ login, terms }: Member, today: Day) {
  return terms.map((term) => ({ login, ...termAsJson(term), serves: lastsOn(term, today) }))
}
