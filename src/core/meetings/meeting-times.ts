import { lastsOn, type Member, membersOf } from '../people/roster.ts'
import { addDays, type Day, weekdayOf } from '../time/day.ts'
import type { ClockTime } from '../time/clock.ts'
import { localTimeIn, type ZoneId } from '../time/zone.ts'
import { readInvitee } from './invitees.ts'
import { type Meeting, meetingsIn } from './meeting.ts'
import type { Series, Session } from './series.ts'
import type { Workspace } from '../workspace.ts'

/** How an hour of the day suits a person who works by day. */
export type Comfort = 'day' | 'edge' | 'night'

/** 09:00 to 18:00 is day; from 07:00 and to 22:00 is the edge of it; the rest is night. */
export function comfortAt(time: ClockTime): Comfort {
  if (time >= '09:00' && time < '18:00') return 'day'
  return time >= '07:00' && time < '22:00' ? 'edge' : 'night'
}

/** A weekly hour in UTC, and how it suits the people. */
export interface HourChoice {
  /** An instant in the week that was looked at. */
  readonly startsAt: Date
  readonly day: number
  readonly edge: number
  readonly night: number
  /** The logins for whom it is night. */
  readonly nightFor: readonly string[]
}

/** A member of whom it is known on what clock they live. */
export type ZonedMember = Member & { readonly zone: ZoneId }

/** Whose zones count: those of a team's members today, or of everybody who serves anywhere today. */
export function peopleWithZones(
  workspace: Workspace,
  team: string | undefined,
  today: Day,
): readonly ZonedMember[] {
  return peopleServing(workspace, team, today).filter(
    (member): member is ZonedMember => member.zone !== undefined,
  )
}

/** Those who would count, had they a zone. */
export function peopleWithoutZones(
  workspace: Workspace,
  team: string | undefined,
  today: Day,
): readonly Member[] {
  return peopleServing(workspace, team, today).filter(({ zone }) => zone === undefined)
}

function peopleServing({ members }: Workspace, team: string | undefined, today: Day): readonly Member[] {
  if (team !== undefined) return membersOf(members, team, today)
  return members.filter(({ terms }) => terms.some((term) => lastsOn(term, today)))
}

/**
 * The hours of the working week after `today`, best first: as few people as possible at night, then as few as possible
 * at the edge of their day. Weekends of the people count as night.
 */
export function rankHours(people: readonly ZonedMember[], today: Day): readonly HourChoice[] {
  const monday = addDays(today, 8 - weekdayOf(today))
  const choices = Array.from({ length: 7 * 24 }, (_, hour): HourChoice => {
    const startsAt = new Date(
      Date.parse(`${addDays(monday, Math.floor(hour / 24))}T00:00:00Z`) + (hour % 24) * 3_600_000,
    )
    const found = people.map((member) => ({ login: member.login, comfort: comfortOf(startsAt, member.zone) }))
    const count = (comfort: Comfort) => found.filter((each) => each.comfort === comfort).length
    const nightFor = found.filter(({ comfort }) => comfort === 'night').map(({ login }) => login)
    return { startsAt, day: count('day'), edge: count('edge'), night: count('night'), nightFor }
  })
  return choices.sort(
    (a, b) => a.night - b.night || a.edge - b.edge || a.startsAt.getTime() - b.startsAt.getTime(),
  )
}

function comfortOf(at: Date, zone: ZoneId): Comfort {
  const { time, weekday } = localTimeIn(zone, at)
  return weekday > 5 ? 'night' : comfortAt(time)
}

/** How the meetings of a year fall for one person. */
export interface Burden {
  readonly login: string
  readonly zone: ZoneId
  readonly day: number
  readonly edge: number
  readonly night: number
}

/**
 * How the meetings of a team, or of all, share the night hours among the people over the year after `today`. For each person only
 * those count to which they come: they serve on the team today, or are invited.
 */
export function shareBurden(workspace: Workspace, team: string | undefined, today: Day): readonly Burden[] {
  const series = workspace.series.filter((each) => team === undefined || each.team === team)
  const meetings = series.map((each) => ({ each, starts: startsAhead(each, today) }))
  return peopleWithZones(workspace, team, today).map((member) => {
    const { login, zone } = member
    const found = meetings
      .filter(({ each }) => comesTo(each, member, today))
      .flatMap(({ starts }) => starts.map((startsAt) => comfortOf(startsAt, zone)))
    const count = (comfort: Comfort) => found.filter((each) => each === comfort).length
    return { login, zone, day: count('day'), edge: count('edge'), night: count('night') }
  })
}

function startsAhead(series: Series, today: Day): readonly Date[] {
  return meetingsAhead(series, today).map(({ startsAt }) => startsAt)
}

function comesTo(series: Series, { login, terms }: Member, today: Day): boolean {
  const teams = new Set(terms.filter((term) => lastsOn(term, today)).map(({ team }) => team))
  if (teams.has(series.team)) return true
  return series.invite.map(readInvitee).some((entry) => {
    if (entry.kind === 'team') return teams.has(entry.team)
    return entry.kind === 'login' && entry.login.toLowerCase() === login.toLowerCase()
  })
}

function meetingsAhead(series: Series, today: Day): readonly Meeting[] {
  const year = { from: today, to: addDays(today, 365) }
  return meetingsIn(series, year).filter(({ status }) => status !== 'cancelled')
}

/** How one session of a series falls for the people over the year after `today`. */
export interface SessionBurden {
  readonly series: string
  /** The name of the session, or where it has none its hour and zone. */
  readonly session: string
  readonly meetings: number
  /** How many of them lie at night, by login; those who are never up at night are left out. */
  readonly night: Readonly<Record<string, number>>
}

/** How the sessions of each rotation share the night among the people; none where nothing rotates. */
export function shareSessions(
  workspace: Workspace,
  team: string | undefined,
  today: Day,
): readonly SessionBurden[] {
  const people = peopleWithZones(workspace, team, today)
  const rotating = workspace.series.filter(
    (series) => series.sessions.length > 1 && (team === undefined || series.team === team),
  )
  return rotating.flatMap((series) => {
    const meetings = meetingsAhead(series, today)
    const coming = people.filter((member) => comesTo(series, member, today))
    return series.sessions.map((session) => {
      const own = meetings.filter((meeting) => sessionName(meeting.session) === sessionName(session))
      const nights = coming.map(
        ({ login, zone }) =>
          [login, own.filter(({ startsAt }) => comfortOf(startsAt, zone) === 'night').length] as const,
      )
      return {
        series: series.id,
        session: sessionName(session),
        meetings: own.length,
        night: Object.fromEntries(nights.filter(([, count]) => count > 0)),
      }
    })
  })
}

function sessionName({ name, time, zone }: Session): string {
  return name ?? `${time} ${zone}`
}
