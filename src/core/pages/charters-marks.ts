import { bodyNameOn, fateOn } from '../charters/body-on.ts'
import { chartOn } from '../charters/chart.ts'
import { type Charter, charterFile } from '../charters/charter.ts'
import { existsOn, orNotRecorded, stateOn } from '../charters/history.ts'
import { leadersOf } from '../charters/leaders.ts'
import { UNDECIDED } from '../charters/written-charter.ts'
import { membersOf } from '../people/roster.ts'
import { chartAsMermaid } from '../render/chart-mermaid.ts'
import { markdownText } from '../text/inline-markdown.ts'
import type { Day } from '../time/day.ts'
import { todayAt } from '../time/today.ts'
import type { Workspace } from '../workspace.ts'
import type { PageMark } from './page-matter.ts'
import { noTeam } from './roster-marks.ts'
import { tableLines } from './table-lines.ts'
import { teamLink } from './team-link.ts'

/** The mark `wg:charters`: a table of the teams that have not ended, all or the parts of one. */
export const chartersMark: PageMark = {
  name: 'charters',
  needsCharters: true,
  attributes: { 'part-of': undefined, kind: undefined },
  lines: ({ 'part-of': whole, kind }, { workspace, now, file }) => {
    if (whole !== undefined && !workspace.teamNames.has(whole)) return noTeam(whole, workspace)
    const today = todayAt(now)
    const teams = [...workspace.charters.values()].filter(
      (charter) =>
        existsOn(charter, today) &&
        (whole ?? charter.partOf) === charter.partOf &&
        (kind ?? charter.kind) === charter.kind,
    )
    if (teams.length === 0) return [{ text: '_None._' }]
    return tableLines(
      ['Team', 'State', 'Reports to', 'Chairs', 'Members', 'Next review'],
      teams.map((charter) => ({
        cells: [teamLink(charter, file), ...cellsOf(charter, today, workspace)],
        identity: charterFile(charter.team),
      })),
    )
  },
}

function cellsOf(charter: Charter, today: Day, workspace: Workspace): string[] {
  return [
    stateOn(charter, today) ?? '',
    reportingLine(charter, today, workspace),
    leadersOf(charter, today, workspace.members)
      .map(({ name }) => markdownText(name))
      .join(', '),
    String(membersOf(workspace.members, charter.team, today).length),
    charter.reviewBy ?? (charter.open.includes('review-by') ? UNDECIDED : ''),
  ]
}

function reportingLine(charter: Charter, today: Day, workspace: Workspace): string {
  const { reportsTo } = charter
  if (reportsTo === undefined || reportsTo === UNDECIDED)
    return orNotRecorded(charter, 'reports-to', reportsTo) ?? ''
  const heir = fateOn(reportsTo, today, workspace)?.successor
  const name = markdownText(bodyNameOn(reportsTo, today, workspace))
  return heir === undefined ? name : `${name} (now ${markdownText(bodyNameOn(heir, today, workspace))})`
}

/** The mark `wg:chart`: which team is part of which, and who reports to whom, as a picture that GitHub draws. */
export const chartMark: PageMark = {
  name: 'chart',
  needsCharters: true,
  attributes: {},
  lines: (_, { workspace, now }) => {
    const chart = chartOn(todayAt(now), `${workspace.group.name}: teams`, workspace)
    return ['```mermaid', ...chartAsMermaid(chart), '```'].map((text) => ({ text }))
  },
}
