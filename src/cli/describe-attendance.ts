import type { MeetingAttendance, PersonAttendance, TeamAttendance } from '../core/record/attendance.ts'
import type { AttendanceMatter } from '../core/record/attendance-as-json.ts'
import { isInactive, quorumOf } from '../core/record/charter-attendance.ts'
import type { Charter } from '../core/charters/charter.ts'
import { servesOn } from '../core/people/roster.ts'
import { terminalText } from '../core/text/terminal-text.ts'
import type { Terminal } from '../ports.ts'
import { counted } from './counted.ts'
import { paint } from './paint.ts'
import { printTable } from './print-table.ts'

/** So many meetings are drawn and listed; `--json` has all. */
const SHOWN = 20
const BAR = 10

/** The attendance of a team for a person: a line with a small chart for each member, and the last meetings. */
export function describeAttendance(
  attendance: TeamAttendance,
  matter: AttendanceMatter,
  terminal: Terminal,
): string {
  const { team, people, meetings } = attendance
  const charter = matter.charters.get(team)
  const heading = paint(terminal, 'bold', terminalText(charter?.name ?? team))
  const [first, last] = [meetings[0], meetings.at(-1)]
  if (!first || !last) return `${heading}\n  No minutes say who was there.\n`
  const span = first === last ? `on ${first.record.date}` : `from ${first.record.date} to ${last.record.date}`
  return [
    `${heading}: ${counted(meetings.length, 'meeting')} with minutes, ${span}\n`,
    ruleOf(charter),
    '\n',
    people.length === 0
      ? 'Nobody in members.yml served on the team on one of these days.\n'
      : printTable(
          ['Name', '', 'Attended', newest(meetings), ''],
          people.map((person) => personRow(person, charter, matter)),
          terminal,
        ),
    '\n',
    printTable(
      ['Meeting', 'Members', 'Guests', ''],
      meetings.slice(-SHOWN).map((meeting) => meetingRow(meeting, charter)),
      terminal,
    ),
    meetings.length > SHOWN ? `… and ${meetings.length - SHOWN} earlier ones; \`--json\` has all.\n` : '',
  ].join('')
}

function ruleOf(charter: Charter | undefined): string {
  const limit = charter?.membership.missedMeetings
  return limit === undefined
    ? ''
    : `By the charter, who misses ${counted(limit, 'meeting')} in a row is inactive.\n`
}

function newest(meetings: readonly MeetingAttendance[]): string {
  return meetings.length > SHOWN ? `Last ${SHOWN}` : 'Each meeting'
}

function personRow(
  person: PersonAttendance,
  charter: Charter | undefined,
  { today }: AttendanceMatter,
): string[] {
  const { member, attended, held, turns, missedInARow } = person
  const filled = Math.round((attended / held) * BAR)
  const chart = turns
    .slice(-SHOWN)
    .map((turn) => (turn === undefined ? '·' : turn ? '●' : '○'))
    .join('')
  const note = isInactive(person, charter, today)
    ? `inactive: missed the last ${missedInARow}`
    : charter !== undefined && !servesOn(member, charter.team, today)
      ? 'serves no more'
      : ''
  return [member.name, '█'.repeat(filled) + '░'.repeat(BAR - filled), `${attended} of ${held}`, chart, note]
}

function meetingRow(meeting: MeetingAttendance, charter: Charter | undefined): string[] {
  const { record, present, missed, guests } = meeting
  const quorum = quorumOf(meeting, charter)
  const all = present.length + missed.length
  return [
    record.key,
    all === 0 ? 'none yet' : `${present.length} of ${all}`,
    guests.length === 0 ? '' : String(guests.length),
    quorum === undefined || quorum.met ? '' : `no quorum: ${quorum.needed} had to be there`,
  ]
}
