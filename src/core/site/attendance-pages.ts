import type { Element } from 'hast'
import { h } from 'hastscript'
import type { TeamAttendance } from '../record/attendance.ts'
import { isInactive, quorumOf } from '../record/charter-attendance.ts'
import { lastsOn } from '../people/roster.ts'
import { plainLine } from '../text/plain-line.ts'
import { attendanceChartSvg } from './attendance-chart.ts'
import { figure } from './chart-figure.ts'
import { dataTable } from './data-table.ts'
import { showDay } from './show-time.ts'
import type { LinkFrom, Site, SitePage } from './site.ts'
import { attendanceChart, attendancePage, linkFrom, PART_PAGES } from './site-paths.ts'

/** Who was there: a page of all teams, and one for each with its chart, of those that `attendanceCharts` has drawn. */
export function attendancePages(site: Site, charts: ReadonlyMap<string, string>): readonly SitePage[] {
  return [
    overview(site),
    ...counted(site).map((attendance) => teamPage(attendance, charts.get(attendance.team) ?? '', site)),
  ]
}

/** The charts of attendance, by team. */
export function attendanceCharts(site: Site): ReadonlyMap<string, string> {
  return new Map(
    counted(site).map((attendance) => {
      const title = attendanceTitle(attendance.team, site)
      return [attendance.team, attendanceChartSvg({ title, attendance })] as const
    }),
  )
}

/** The teams of whose meetings it is written down who was there. */
function counted({ attendance }: Site): readonly TeamAttendance[] {
  return attendance.filter(({ meetings, people }) => meetings.length > 0 && people.length > 0)
}

/** The title of the chart of a team. */
function attendanceTitle(team: string, { teams }: Site): string {
  return `Attendance of ${plainLine(teams.find(({ id }) => id === team)?.name ?? team)}`
}

function overview(site: Site): SitePage {
  const link = linkFrom(PART_PAGES.attendance)
  const teams = counted(site)
  return {
    path: PART_PAGES.attendance,
    part: 'attendance',
    title: 'Attendance',
    description: `Who comes to the meetings of ${site.workspace.group.name}, team by team.`,
    content:
      teams.length === 0
        ? [h('p', 'No minutes say who of a team was there while serving on it.')]
        : [
            dataTable({
              label: 'Attendance by team',
              heading: ['Team', 'Meetings counted', 'Last meeting', 'Members there'],
              rows: teams.map((attendance) => overviewRow(attendance, site, link)),
            }),
          ],
  }
}

function overviewRow(
  { team, meetings }: TeamAttendance,
  site: Site,
  link: LinkFrom,
): readonly (string | Element)[] {
  const last = meetings.at(-1)
  const name = site.teams.find(({ id }) => id === team)?.name ?? team
  return [
    h('a', { href: link(attendancePage(team)) }, plainLine(name)),
    String(meetings.length),
    last === undefined ? '' : showDay(last.record.date),
    last === undefined ? '' : `${last.present.length} of ${last.present.length + last.missed.length}`,
  ]
}

function teamPage(attendance: TeamAttendance, svg: string, site: Site): SitePage {
  const path = attendancePage(attendance.team)
  const link = linkFrom(path)
  const title = attendanceTitle(attendance.team, site)
  const limit = site.workspace.charters.get(attendance.team)?.membership.missedMeetings
  return {
    path,
    part: 'attendance',
    title,
    description: `${title}: who was at which meeting.`,
    content: [
      h(
        'p',
        'A meeting counts for those who served on its day, and only where its minutes say who was there.',
        ...(limit === undefined
          ? []
          : [` By the charter, ${limit} meetings missed in a row make somebody inactive.`]),
      ),
      h(
        'p',
        { className: 'counts' },
        'A full square: was there. An empty one: was not. None: did not serve.',
      ),
      figure({
        svg,
        address: link(attendanceChart(attendance.team)),
        title,
        words:
          'A full square: was there. An empty one: was not. None: did not serve. The tables below say the same.',
      }),
      h('h2', 'By person'),
      peopleTable(attendance, site),
      h('h2', 'By meeting'),
      meetingTable(attendance, site, link),
    ],
  }
}

function peopleTable({ team, people }: TeamAttendance, { workspace, today }: Site): Element {
  const charter = workspace.charters.get(team)
  return dataTable({
    label: 'By person',
    heading: ['Name', 'There', 'Missed in a row', 'Last there', 'State'],
    rows: people.map((person) => {
      const { member, attended, held, missedInARow, lastAttended } = person
      const serves = member.terms.some((term) => term.team === team && lastsOn(term, today))
      return [
        plainLine(member.name),
        `${attended} of ${held}`,
        String(missedInARow),
        lastAttended === undefined ? 'never' : showDay(lastAttended),
        isInactive(person, charter, today) ? 'inactive' : serves ? 'serves' : 'has served',
      ]
    }),
  })
}

function meetingTable({ team, meetings }: TeamAttendance, site: Site, link: LinkFrom): Element {
  const charter = site.workspace.charters.get(team)
  return dataTable({
    label: 'By meeting',
    heading: ['Meeting', 'Members there', 'Guests', 'Quorum'],
    rows: meetings.toReversed().map((meeting) => {
      const { record, present, missed, guests } = meeting
      const entry = site.entryOf.get(record.key)
      const quorum = quorumOf(meeting, charter)
      return [
        entry === undefined ? showDay(record.date) : h('a', { href: link(entry.path) }, showDay(record.date)),
        `${present.length} of ${present.length + missed.length}`,
        String(guests.length),
        quorum === undefined ? '' : quorum.met ? 'met' : `not met, ${quorum.present} of ${quorum.needed}`,
      ]
    }),
  })
}
