import { type StatedChores, statedChores } from '../chores/written-chores.ts'
import { given } from '../given.ts'
import type { Cadence } from '../time/cadence.ts'
import type { ClockTime } from '../time/clock.ts'
import { type Day, parseDay } from '../time/day.ts'
import type { ZoneId } from '../time/zone.ts'
import type { FeedReading } from '../calendar/read-feed.ts'
import type { Exception } from './exception.ts'
import type { WrittenSeries } from './written-series.ts'

/** One of the sessions of a series that take turns. */
export interface Session {
  readonly name?: string
  readonly time: ClockTime
  readonly zone: ZoneId
  readonly join?: string
  readonly watch?: string
}

/** Where a series lives on GitHub. */
export interface GitHubHome {
  /** `owner/name`. */
  readonly repository: string
  /** The labels of a meeting's issue; by the first of them it is found again. */
  readonly labels: readonly string[]
  readonly agenda?: { readonly label: string; readonly from: readonly string[] }
  /** The pattern of an issue's title. */
  readonly title: string
  readonly pin: boolean
}

/** A calendar of somebody else that says when a series meets. */
export interface DateSource {
  /** An address, or a path of the workspace. */
  readonly url: string
  /** What the summary or description of its events contains. */
  readonly match: string
  /** What it said when it was read; undefined before that. */
  readonly reading?: FeedReading
}

/** The texts of a series that may have templates of their own. */
export type TemplateName = 'issue' | 'agenda' | 'minutes'

/** Meetings that recur: when, where, for whom. */
export interface Series {
  /** The name of its file. */
  readonly id: string
  readonly title: string
  readonly team: string
  /** The first day of the cadence; undefined when the dates come from a feed. */
  readonly starts?: Day
  /** Undefined when the series meets once, or as a feed says. */
  readonly cadence?: Cadence
  /** The last day on which it may meet. */
  readonly until?: Day
  /** The sessions that take turns; one when nothing rotates. */
  readonly sessions: readonly [Session, ...Session[]]
  /** The zone in which the days of the cadence are counted. */
  readonly zone: ZoneId
  /** How long a meeting lasts, in minutes. */
  readonly length: number
  readonly changes: ReadonlyMap<Day, Exception>
  readonly extra: readonly { readonly day: Day; readonly time?: ClockTime }[]
  readonly github?: GitHubHome
  /** Where the dates come from, when it is not the cadence. */
  readonly source?: DateSource
  /** How many minutes before a meeting its issue appears. */
  readonly opens: number
  readonly invite: readonly string[]
  readonly location?: string
  /** What a meeting occupies while it lasts. */
  readonly resource?: string
  readonly standing: readonly string[]
  /** The path of the minutes, with `{date}` in it. */
  readonly minutesPath: string
  /** How many days after a meeting its minutes should be there. */
  readonly minutesDue: number
  readonly templates: Readonly<Partial<Record<TemplateName, string>>>
  /** What this series says of the chores of the scheduled run. */
  readonly chores: StatedChores
}

const A_WEEK = 7 * 24 * 60

/** What `meetings/<series>.yml` means. */
export function makeSeries(id: string, written: WrittenSeries): Series {
  const { title, team, starts, zone, duration, repeats, until, extra, github, invite, location, standing } =
    written
  return {
    id,
    title,
    team,
    zone,
    sessions: makeSessions(written),
    length: duration,
    changes: new Map(
      Object.entries(written.changes).map(([key, change]) => [parseDay(key) ?? (key as Day), change]),
    ),
    extra: extra.map(({ day, ...rest }) => ('time' in rest ? { day, time: rest.time } : { day })),
    opens: written.open ?? A_WEEK,
    invite,
    standing,
    minutesPath: written.minutes ?? `meetings/${id}/{date}.md`,
    minutesDue: written['minutes-due'],
    templates: given(written.templates),
    chores: statedChores(written.chores),
    ...given({
      starts: starts?.day,
      source: written.calendar,
      cadence: repeats,
      until,
      location,
      resource: written.resource,
      github: github && makeHome(github),
    }),
  }
}

function makeSessions(written: WrittenSeries): Series['sessions'] {
  const { starts, zone, join, watch, rotation } = written
  const alone: Session = { time: starts?.time ?? ('00:00' as ClockTime), zone, ...given({ join, watch }) }
  const [first, ...others] = (rotation ?? []).map((session): Session => ({ ...alone, ...given(session) }))
  return first ? [first, ...others] : [alone]
}

function makeHome(written: NonNullable<WrittenSeries['github']>): GitHubHome {
  const { repository, labels, agenda, title, pin } = written
  const from = agenda?.from ?? [`repo:${repository}`]
  return {
    repository,
    labels,
    title,
    pin,
    ...given({ agenda: agenda && { label: agenda.label, from: typeof from === 'string' ? [from] : from } }),
  }
}
