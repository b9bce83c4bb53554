import type { Charter } from '../charters/charter.ts'
import { servesOn } from '../people/roster.ts'
import type { Day } from '../time/day.ts'
import type { MeetingAttendance, PersonAttendance, TeamAttendance } from './attendance.ts'
import { isInactive, quorumOf } from './charter-attendance.ts'

/** By what attendance is judged. */
export interface AttendanceMatter {
  readonly charters: ReadonlyMap<string, Charter>
  readonly today: Day
}

/** The shape of a team's attendance for programs. People and meetings in the order of the value. */
export function attendanceAsJson({ team, people, meetings }: TeamAttendance, matter: AttendanceMatter) {
  const charter = matter.charters.get(team)
  return {
    team,
    missedMeetings: charter?.membership.missedMeetings ?? null,
    people: people.map((person) => personAsJson(person, charter, matter.today)),
    meetings: meetings.map((meeting) => meetingAsJson(meeting, charter)),
  }
}

function personAsJson(person: PersonAttendance, charter: Charter | undefined, today: Day) {
  const { member, attended, held, missedInARow, lastAttended } = person
  return {
    login: member.login,
    name: member.name,
    attended,
    held,
    missedInARow,
    lastAttended: lastAttended ?? null,
    serves: charter === undefined ? null : servesOn(member, charter.team, today),
    inactive: isInactive(person, charter, today),
  }
}

function meetingAsJson(meeting: MeetingAttendance, charter: Charter | undefined) {
  const { record, present, missed, guests } = meeting
  return {
    key: record.key,
    date: record.date,
    file: record.file,
    present: present.map(({ login }) => login),
    missed: missed.map(({ login }) => login),
    guests: guests.map(({ name, github }) => ({ name, github })),
    quorum: quorumOf(meeting, charter) ?? null,
  }
}
