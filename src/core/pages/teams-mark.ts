import { type Charter, charterFile } from '../charters/charter.ts'
import { existsOn, stateOn } from '../charters/history.ts'
import { membersOf } from '../people/roster.ts'
import { leadersOf } from '../charters/leaders.ts'
import { teamLink } from './team-link.ts'
import { markdownText } from '../text/inline-markdown.ts'
import type { Line } from '../text/line.ts'
import type { Day } from '../time/day.ts'
import { todayAt } from '../time/today.ts'
import type { PageMark, PageMatter } from './page-matter.ts'
import { noTeam } from './roster-marks.ts'
import { tableLines } from './table-lines.ts'

/** The mark `wg:teams`: the teams that have not ended, all or the parts of one. */
export const teamsMark: PageMark = {
  name: 'teams',
  needsCharters: true,
  attributes: { 'part-of': undefined, style: ['list', 'table'] },
  lines: (attributes, matter) => {
    const whole = attributes['part-of']
    const { workspace, now } = matter
    if (whole !== undefined && !workspace.teamNames.has(whole)) return noTeam(whole, workspace)
    const today = todayAt(now)
    const teams = [...workspace.charters.values()].filter(
      (charter) => (whole ?? charter.partOf) === charter.partOf && existsOn(charter, today),
    )
    if (teams.length === 0) return [{ text: '_None._' }]
    return attributes['style'] === 'table'
      ? table(teams, matter, today)
      : teams.map((charter) => listLine(charter, matter))
  },
}

function listLine(charter: Charter, { file }: PageMatter): Line {
  const mission = charter.mission === undefined ? '' : `: ${markdownText(charter.mission)}`
  return { text: `- ${teamLink(charter, file)}${mission}`, identity: charterFile(charter.team) }
}

function table(teams: readonly Charter[], { workspace, file }: PageMatter, today: Day): readonly Line[] {
  return tableLines(
    ['Team', 'State', 'Led by', 'Members'],
    teams.map((charter) => {
      const serving = membersOf(workspace.members, charter.team, today)
      const leaders = leadersOf(charter, today, workspace.members)
      return {
        cells: [
          teamLink(charter, file),
          stateOn(charter, today) ?? '',
          leaders.map(({ name }) => markdownText(name)).join(', '),
          String(serving.length),
        ],
        identity: charterFile(charter.team),
      }
    }),
  )
}
