import { day, kebabName } from '../../core/fields.ts'
import { unknownTeam } from '../../core/plan/roster-change.ts'
import { refuse } from '../../core/problem.ts'
import { readOption } from '../../core/read-option.ts'
import { attendanceByTeam, type TeamAttendance } from '../../core/record/attendance.ts'
import { attendanceAsJson } from '../../core/record/attendance-as-json.ts'
import { withMinutes } from '../../core/record/meeting-record.ts'
import { todayAt } from '../../core/time/today.ts'
import type { Workspace } from '../../core/workspace.ts'
import { load, openApp } from '../app.ts'
import type { CommandModule } from '../command.ts'
import { describeAttendance } from '../describe-attendance.ts'
import { loadRecord } from '../load-record.ts'
import { tellUnread } from '../tell-unread.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .option('--team <team>', 'only the meetings of this team')
    .option('--since <day>', 'only the meetings of this day and later')
    .addHelpText(
      'after',
      '\n● was there  ○ was not  · did not serve on the team then\n\nExamples:\n  wg attendance --since 2026-01-01\n  wg attendance --team core-response --json',
    )
  run(async ({ options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const team = readOption('--team', options['team'], kebabName)
    const since = readOption('--since', options['since'], day)
    const wanted = chooseTeams(workspace, team)
    const all = await loadRecord(app, workspace)
    const records = withMinutes(all).filter(
      ({ date, series }) => (since === undefined || date >= since) && wanted.includes(series.team),
    )
    const found = attendanceByTeam(records, workspace.members)
    const teams = wanted.map(
      (each): TeamAttendance =>
        found.find((one) => one.team === each) ?? { team: each, meetings: [], people: [] },
    )
    const matter = { charters: workspace.charters, today: todayAt(app.now) }
    if (options.json) {
      const shown = teams.map((each) => attendanceAsJson(each, matter))
      world.terminal.print(`${JSON.stringify({ since: since ?? null, teams: shown }, null, 2)}\n`)
    } else
      world.terminal.print(teams.map((each) => describeAttendance(each, matter, world.terminal)).join('\n'))
    return tellUnread(all, world.terminal)
  })
}

/** The teams that have meetings, each once. Refuses a team that has none. */
function chooseTeams(workspace: Workspace, name: string | undefined): readonly string[] {
  const teams = [...new Set(workspace.series.map(({ team }) => team))]
  if (name === undefined) return teams
  if (teams.includes(name)) return [name]
  if (!workspace.teamNames.has(name)) throw unknownTeam(name, workspace)
  throw refuse('team', `\`${name}\` has no series of meetings.`, `These have: ${teams.join(', ')}.`)
}
