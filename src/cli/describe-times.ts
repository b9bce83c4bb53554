import { groupBy } from '../core/group-by.ts'
import type { Burden, HourChoice, SessionBurden } from '../core/meetings/meeting-times.ts'
import { weekdayName } from '../core/time/print-time.ts'
import { localTimeIn, parseZone, UTC, type ZoneId } from '../core/time/zone.ts'
import type { Terminal } from '../ports.ts'
import { printTable } from './print-table.ts'

/** What is known of the hours that suit people. */
export interface Times {
  readonly people: number
  /** The logins of those of whom no zone is known, and who are not counted. */
  readonly withoutZone: readonly string[]
  readonly hours: readonly HourChoice[]
  readonly burden: readonly Burden[]
  readonly sessions: readonly SessionBurden[]
  /** The logins for whom every meeting lies at night. */
  readonly always: readonly string[]
}

const SHOWN = 8

/** The hours and the burdens as tables; an hour that suits alike on several days stands once. */
export function describeTimes(
  { people, withoutZone, hours, burden, sessions, always }: Times,
  terminal: Terminal,
): string {
  const viewer = parseZone(terminal.zone) ?? UTC
  const zones = [...new Set([UTC, viewer])]
  const shares = burden.map(({ login, zone, day, edge, night }) => [
    login,
    zone,
    ...[day, edge, night].map(String),
  ])
  return [
    `The hours that suit ${people} ${people === 1 ? 'person' : 'people'} best next week (day is 9 to 18, edge 7 to 22, weekends count as night):\n\n`,
    printTable([...zones, 'Day', 'Edge', 'Night', 'Night for'], bestHours(hours, zones), terminal),
    '\nHow the meetings of the next year fall:\n\n',
    printTable(['Who', 'Zone', 'Day', 'Edge', 'Night'], shares, terminal),
    ...(sessions.length === 0
      ? []
      : [
          '\nHow rotations share the night:\n\n',
          printTable(['Series', 'Session', 'Meetings', 'Night for'], sessions.map(sessionRow), terminal),
        ]),
    always.length === 0 ? '' : `\nAlways up at night: ${always.join(', ')}.\n`,
    withoutZone.length === 0
      ? ''
      : `\nNot counted, since members.yml has no \`time-zone\` for them: ${firstOf(withoutZone)}.\n`,
  ].join('')
}

function bestHours(hours: readonly HourChoice[], zones: readonly ZoneId[]): readonly (readonly string[])[] {
  const alike = groupBy(hours, ({ startsAt, day, edge, night, nightFor }) =>
    JSON.stringify([localTimeIn(UTC, startsAt).time, day, edge, night, nightFor]),
  )
  return [...alike.values()].slice(0, SHOWN).flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { day, edge, night, nightFor } = first
    return [
      [...zones.map((zone) => hourIn(zone, same)), ...[day, edge, night].map(String), nightFor.join(', ')],
    ]
  })
}

/** `15:00 Mon Tue Wed`. */
function hourIn(zone: ZoneId, same: readonly HourChoice[]): string {
  const local = same.map(({ startsAt }) => localTimeIn(zone, startsAt))
  const days = local.map(({ weekday }) => weekday).sort((a, b) => a - b)
  return [local[0]?.time ?? '', ...days.map((weekday) => weekdayName(weekday).slice(0, 3))].join(' ')
}

const NAMED = 10

/** The first names, and how many more there are. */
function firstOf(logins: readonly string[]): string {
  const more = logins.length - NAMED
  return `${logins.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function sessionRow({ series, session, meetings, night }: SessionBurden): readonly string[] {
  const who = Object.entries(night).map(
    ([login, count]) => `${login} (${count === meetings ? 'always' : count})`,
  )
  return [series, session, String(meetings), who.join(', ')]
}
