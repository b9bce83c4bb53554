import { nearest } from '../text/nearest.ts'
import type { Attendee } from '../minutes/minutes-record.ts'
import type { Problem } from '../problem.ts'
import { servesOn } from '../people/roster.ts'
import type { Workspace } from '../workspace.ts'
import { attendanceByTeam } from './attendance.ts'
import { quorumOf } from './charter-attendance.ts'
import { isGuest } from './guest.ts'
import { type KnownMembers, knowMembers } from './know-members.ts'
import type { ReadMeeting } from './meeting-record.ts'

/** A fault of minutes that only a workspace can know. */
type Fault = Omit<Problem, 'place' | 'severity'> & { readonly line: number }

/** What is known beside one file of minutes. */
interface Matter {
  readonly workspace: Workspace
  readonly known: KnownMembers
}

type FaultRule = (record: ReadMeeting, matter: Matter) => readonly Fault[]

/** Whoever takes the notes need not be a member. */
function isNoMember(attendee: Attendee): boolean {
  return isGuest(attendee) || /\bscribe\b/i.test(attendee.role ?? '')
}

/** A login that members.yml does not have, though it has one that is nearly so, or the person by another. */
const loginsAreKnown: FaultRule = ({ minutes }, { known }) =>
  minutes.attendees.flatMap((attendee) => {
    const { github, line } = attendee
    if (github === null || isNoMember(attendee) || known.find({ name: null, github })) return []
    const meant = known.find(attendee)
    const near = nearest(
      github,
      known.roster.map(({ login }) => login),
    )
    if (!meant && near === undefined) return []
    return [
      {
        rule: 'minutes-unknown-login',
        message: `\`${github}\` is nobody's login in members.yml.`,
        hint: meant
          ? `members.yml has ${meant.name} as \`${meant.login}\`. Put right whichever is wrong; a renamed account: \`wg member rename ${meant.login} ${github}\`.`
          : `Did you mean \`${near ?? ''}\`?`,
        line,
      },
    ]
  })

const attendeesAreMembers: FaultRule = ({ minutes, series, date }, { known }) => {
  const { team } = series
  if (!known.roster.some((member) => servesOn(member, team, date))) return []
  const others = minutes.attendees.filter((attendee) => {
    const member = known.find(attendee)
    return attendee.present && !isNoMember(attendee) && !(member && servesOn(member, team, date))
  })
  const [first] = others
  if (!first) return []
  const [was, did] = others.length === 1 ? ['was', 'is'] : ['were', 'are']
  return [
    {
      rule: 'minutes-not-a-member',
      message: `${others.map(nameOf).join(', ')} ${was} present, did not serve on \`${team}\` on ${date}, and ${did} not marked as ${others.length === 1 ? 'a guest' : 'guests'}.`,
      hint: 'Write `(guest)` or `(observer)` behind the name, or the term into members.yml.',
      line: first.line,
    },
  ]
}

function nameOf({ name, github }: Attendee): string {
  return name === null ? `\`@${github ?? ''}\`` : `\`${name}\``
}

const quorumWasMet: FaultRule = (record, { workspace }) => {
  const [attendance] = attendanceByTeam([record], workspace.members)
  const charter = workspace.charters.get(record.series.team)
  const [meeting] = attendance?.meetings ?? []
  const quorum = meeting && quorumOf(meeting, charter)
  if (!quorum || quorum.met) return []
  return [
    {
      rule: 'minutes-no-quorum',
      message: `${quorum.present} of the ${quorum.needed} members of \`${record.series.team}\` who make a quorum were present: nothing could be decided.`,
      hint:
        record.minutes.decisions.length > 0
          ? 'Confirm the decisions of this meeting in another one.'
          : 'If somebody is missing on the list, add them.',
      line: record.minutes.attendees[0]?.line ?? 1,
    },
  ]
}

/** Minutes of a day on which the series does not meet, since it began. */
const dayIsAMeeting: FaultRule = (record) => {
  const { meeting, series, date } = record
  if (isOnlyANote(record)) return []
  if (meeting?.status === 'cancelled')
    return [
      {
        rule: 'minutes-of-cancelled',
        message: `\`${series.id}\` was cancelled on ${meeting.planned}, and here are minutes of it.`,
        hint: 'Take the line out of `changes` if it took place after all.',
        line: 1,
      },
    ]
  if (meeting || series.starts === undefined || date < series.starts) return []
  return [
    {
      rule: 'minutes-no-meeting',
      message: `\`${series.id}\` does not meet on ${date}.`,
      hint: `Put the day of the file right, or add the meeting: \`extra: [${date}]\`.`,
      line: 1,
    },
  ]
}

/** What is wrong with the file, whoever reads it: its own faults, names that are misspelt, a day that is none. */
const OF_THE_FILE: readonly FaultRule[] = [loginsAreKnown, dayIsAMeeting]
/** What the file says of the meeting and the charter does not allow; years later nobody can do anything about it. */
const OF_THE_MEETING: readonly FaultRule[] = [attendeesAreMembers, quorumWasMet]

/** What is wrong with the text of minutes; `all` also with the meeting that they tell of. */
export function faultsOfMinutes(
  records: readonly ReadMeeting[],
  workspace: Workspace,
  which: 'text' | 'all',
): readonly Problem[] {
  const matter = { workspace, known: knowMembers(workspace.members) }
  const rules = which === 'all' ? [...OF_THE_FILE, ...OF_THE_MEETING] : OF_THE_FILE
  return records.flatMap((record) => [
    ...(isOnlyANote(record) ? [] : record.minutes.problems),
    ...rules
      .flatMap((rule) => rule(record, matter))
      .map(({ line, ...fault }): Problem => {
        return { ...fault, severity: 'warning', place: { file: record.file, line, column: 1 } }
      }),
  ])
}

/** A file that says that the meeting did not take place is no minutes. */
function isOnlyANote({ meeting, minutes }: ReadMeeting): boolean {
  return meeting?.status === 'cancelled' && !minutes.attendees.some(({ present }) => present)
}
