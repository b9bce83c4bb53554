import type { Attendee } from '../minutes/minutes-record.ts'
import { type Member, membersOf } from '../people/roster.ts'
import type { Day } from '../time/day.ts'
import { groupBy } from '../group-by.ts'
import { type KnownMembers, knowMembers } from './know-members.ts'
import type { ReadMeeting } from './meeting-record.ts'

/** Who was at one meeting. */
export interface MeetingAttendance {
  readonly record: ReadMeeting
  /** Members of the team on that day, in the order of the roster. */
  readonly present: readonly Member[]
  readonly missed: readonly Member[]
  /** Others who were there. */
  readonly guests: readonly Attendee[]
}

/** At which of the meetings held while a person served they were. */
export interface PersonAttendance {
  readonly member: Member
  /** By day: whether they were there; undefined where they did not serve. */
  readonly turns: readonly (boolean | undefined)[]
  readonly attended: number
  /** How many meetings were held while they served. */
  readonly held: number
  /** How many of the last ones they have missed in a row. */
  readonly missedInARow: number
  readonly lastAttended?: Day
}

/** The attendance of one team. */
export interface TeamAttendance {
  readonly team: string
  /** By day. */
  readonly meetings: readonly MeetingAttendance[]
  /** Those who served at one of the meetings at least, in the order of the roster. */
  readonly people: readonly PersonAttendance[]
}

/**
 * Who was there, team by team. A meeting of which nobody wrote down who was there says nothing about anybody. Somebody is counted on the
 * days on which they serve on the team, and on no other.
 */
export function attendanceByTeam(
  records: readonly ReadMeeting[],
  members: readonly Member[],
): readonly TeamAttendance[] {
  const known = knowMembers(members)
  return [...groupBy(records, ({ series }) => series.team)].map(([team, held]) => {
    const meetings = held
      .filter(({ minutes }) => minutes.attendees.some(({ present }) => present))
      .map((record) => attendanceOf(record, known))
    const ever = members.filter(({ terms }) => terms.some((term) => term.team === team))
    return { team, meetings, people: ever.flatMap((member) => turnsOf(member, meetings)) }
  })
}

function attendanceOf(record: ReadMeeting, { roster, find }: KnownMembers): MeetingAttendance {
  const { minutes, series, date } = record
  const serving = membersOf(roster, series.team, date)
  const came = minutes.attendees.filter(({ present }) => present)
  const known = came.map(find)
  const present = new Set(known)
  return {
    record,
    present: serving.filter((member) => present.has(member)),
    missed: serving.filter((member) => !present.has(member)),
    guests: came.filter((_, index) => {
      const member = known[index]
      return member === undefined || !serving.includes(member)
    }),
  }
}

function turnsOf(member: Member, meetings: readonly MeetingAttendance[]): PersonAttendance[] {
  const turns = meetings.map(({ present, missed }) =>
    present.includes(member) ? true : missed.includes(member) ? false : undefined,
  )
  const counted = turns.filter((turn) => turn !== undefined)
  if (counted.length === 0) return []
  const last = turns.lastIndexOf(true)
  const lastAttended = meetings[last]?.record.date
  return [
    {
      member,
      turns,
      attended: counted.filter(Boolean).length,
      held: counted.length,
      missedInARow: counted.length - 1 - counted.lastIndexOf(true),
      ...(lastAttended && { lastAttended }),
    },
  ]
}
