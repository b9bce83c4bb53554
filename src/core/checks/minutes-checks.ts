import { attendanceByTeam } from '../record/attendance.ts'
import { isInactive } from '../record/charter-attendance.ts'
import { withMinutes } from '../record/meeting-record.ts'
import { faultsOfMinutes } from '../record/minutes-faults.ts'
import { describeOverdue, overdueMinutes } from '../record/overdue-minutes.ts'
import { recentSince } from '../record/recent-places.ts'
import { todayAt } from '../time/today.ts'
import { ROSTER_FILE, seriesFile } from '../workspace.ts'
import type { Check, Finding } from './check.ts'

const minutesAreWritten: Check['find'] = ({ workspace, now, record = [] }) => {
  const today = todayAt(now)
  return overdueMinutes(record, { today, since: recentSince(today) }).map((overdue) => ({
    ...describeOverdue(overdue),
    place: workspace.placeOf(seriesFile(overdue.series.id, workspace), ['title']),
  }))
}

const minutesAreComplete: Check['find'] = ({ workspace, now, record = [] }) => {
  const since = recentSince(todayAt(now))
  const recent = withMinutes(record).filter(({ date }) => date >= since)
  return faultsOfMinutes(recent, workspace, 'text').map(({ message, hint, place }): Finding => ({
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(place && { place }),
  }))
}

const membersCome: Check['find'] = ({ workspace, now, record = [] }) => {
  if (workspace.unread.has(ROSTER_FILE) || workspace.isDamaged(ROSTER_FILE, 'members')) return []
  const today = todayAt(now)
  return attendanceByTeam(withMinutes(record), workspace.members).flatMap(({ team, people }) => {
    const charter = workspace.charters.get(team)
    const limit = charter?.membership.missedMeetings ?? 0
    return people
      .filter((person) => isInactive(person, charter, today))
      .map(({ member }) => ({
        message: `${member.name} has missed the last ${limit} meetings of \`${team}\` that have minutes, and its charter calls that inactive.`,
        hint: `Ask them; when they do not come back: \`wg member retire ${member.login} --team ${team} --reason inactive\`.`,
        place: workspace.placeOf(ROSTER_FILE, ['members', workspace.members.indexOf(member), 'login']),
      }))
  })
}

/** The checks of recent minutes. They are warnings, and silent about what is long past: `wg minutes check` reads all minutes. */
export const minutesChecks: readonly Check[] = [
  {
    name: 'minutes-are-written',
    severity: 'warning',
    sentence: 'The meetings of the last 90 days have minutes, in the time that their series allows.',
    find: minutesAreWritten,
  },
  {
    name: 'minutes-are-complete',
    severity: 'warning',
    sentence:
      'Nothing of a template, no empty section and no misspelt login stands in minutes of the last 90 days.',
    find: minutesAreComplete,
  },
  {
    name: 'members-come',
    severity: 'warning',
    sentence: 'Nobody has missed as many meetings in a row as the charter calls inactive.',
    find: membersCome,
  },
]
