import { feedSpan } from '../calendar/feed-span.ts'
import { allMeetingsIn } from '../meetings/meeting.ts'
import { charterFile } from '../charters/charter.ts'
import { attendanceByTeam } from '../record/attendance.ts'
import { knowMembers } from '../record/know-members.ts'
import { listDecisions } from '../record/list-decisions.ts'
import { withMinutes } from '../record/meeting-record.ts'
import { trackActions } from '../record/track-actions.ts'
import { todayAt } from '../time/today.ts'
import type { MinutesEntry, Site, SiteMatter, SiteTeam } from './site.ts'
import { minutesPage, teamPage } from './site-paths.ts'

/** Reads out of the matter all that pages show. */
export function makeSite(matter: SiteMatter): Site {
  const { workspace, now, records, texts } = matter
  const read = withMinutes(records)
  const span = feedSpan(workspace, now)
  const entries = read.flatMap((record): MinutesEntry[] => {
    const text = texts.get(record.file)
    return text === undefined ? [] : [{ record, text, path: minutesPage(record.key) }]
  })
  const attendance = attendanceByTeam(read, workspace.members)
  const actions = trackActions(read, workspace.members)
  return {
    ...matter,
    span,
    entryOf: new Map(entries.map((entry) => [entry.record.key, entry])),
    attendance,
    attendanceOf: new Map(
      attendance.flatMap(({ meetings }) => meetings.map((meeting) => [meeting.record.key, meeting] as const)),
    ),
    actions,
    actionAt: new Map(
      actions.flatMap((action) =>
        action.mentions.map(({ file, line }) => [`${file}:${line}`, action] as const),
      ),
    ),
    entries,
    today: todayAt(now),
    meetings: allMeetingsIn(workspace.series, span),
    teams: teamsOf(matter),
    decisions: listDecisions(read),
    known: knowMembers(workspace.members),
    pages: new Map([
      ...entries.toReversed().map(({ record, path }) => [record.file, path] as const),
      ...[...workspace.charters.keys()].map((team) => [charterFile(team), teamPage(team)] as const),
    ]),
  }
}

function teamsOf({ workspace: { charters, series } }: SiteMatter): readonly SiteTeam[] {
  const ids = [...new Set([...charters.keys(), ...series.map(({ team }) => team)])].sort()
  return ids.map((id) => ({ id, name: charters.get(id)?.name ?? id }))
}
