import type { Charter } from '../charters/charter.ts'
import { lastsOn, type Member } from '../people/roster.ts'
import type { Day } from '../time/day.ts'
import type { MeetingAttendance, PersonAttendance } from './attendance.ts'

/** The roles of a charter whose holders do not count for the quorum, nor for the rule about attendance. */
function silentRoles({ roles }: Charter): ReadonlySet<string> {
  return new Set(roles.filter(({ voting }) => !voting).map(({ id }) => id))
}

/** Whether somebody serves on the team in a role that counts, on a day. */
export function isVoter({ terms }: Member, charter: Charter, day: Day): boolean {
  const silent = silentRoles(charter)
  return terms.some((term) => term.team === charter.team && lastsOn(term, day) && !silent.has(term.role))
}

/** Whether the charter's rule makes somebody inactive who serves today: so many meetings missed in a row. */
export function isInactive(
  { member, missedInARow }: PersonAttendance,
  charter: Charter | undefined,
  today: Day,
): boolean {
  const limit = charter?.membership.missedMeetings
  return (
    charter !== undefined && limit !== undefined && missedInARow >= limit && isVoter(member, charter, today)
  )
}

/** How many had to be there, and how many were. */
export interface Quorum {
  readonly needed: number
  readonly present: number
  readonly met: boolean
}

/** The quorum of a meeting by the charter; undefined where the charter asks for none. A share is rounded up. */
export function quorumOf(
  { record, present, missed }: MeetingAttendance,
  charter: Charter | undefined,
): Quorum | undefined {
  const quorum = charter?.quorum
  if (charter === undefined || quorum === undefined) return undefined
  const voters = (people: readonly Member[]) =>
    people.filter((member) => isVoter(member, charter, record.date)).length
  const all = voters(present) + voters(missed)
  const needed = typeof quorum === 'number' ? quorum : Math.ceil((all * quorum.part) / quorum.whole)
  return { needed, present: voters(present), met: voters(present) >= needed }
}
