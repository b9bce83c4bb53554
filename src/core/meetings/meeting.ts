import { given } from '../given.ts'
import { daysOf } from '../time/cadence.ts'
import { addDays, type Day, parseDay } from '../time/day.ts'
import { localTimeIn, type ResolvedTime, toInstant } from '../time/zone.ts'
import type { DateSource, Series, Session } from './series.ts'
import type { FeedOccurrence } from '../calendar/feed-occurrence.ts'
import { Refusal } from '../problem.ts'

/** `<series>/<date>`: the identity of a meeting, whatever becomes of it. */
export type MeetingKey = `${string}/${Day}`

/** One meeting of a series. */
export interface Meeting {
  readonly key: MeetingKey
  readonly series: Series
  readonly session: Session
  /** The day as first planned, in the series' zone; the day of the key. */
  readonly planned: Day
  /** The day on which it takes place, in its session's zone. */
  readonly date: Day
  /** Instants. */
  readonly startsAt: Date
  readonly endsAt: Date
  readonly status: 'planned' | 'moved' | 'cancelled'
  /** The instant for which it was first planned; only when it was moved. */
  readonly was?: Date
  readonly reason?: string
  /** `skipped` when the clocks jump over its hour on that day, `repeated` when they show it twice. */
  readonly clock: ResolvedTime['kind']
}

/** Both days belong to the span. */
export interface DaySpan {
  readonly from: Day
  readonly to: Day
}

const MINUTE = 60_000

/** The meetings of a series that were first planned for a day of the span, by that day. */
export function plannedMeetings(series: Series, span: DaySpan): readonly Meeting[] {
  if (series.source) return feedMeetingsIn(series, series.source, span)
  const to = lastDayOf(series, span)
  const regular = cadenceDays(series, { from: span.from, to }).map(({ day, index }) =>
    makeMeeting(series, {
      day,
      session: series.sessions[index % series.sessions.length] ?? series.sessions[0],
    }),
  )
  const extra = series.extra
    .filter(({ day }) => span.from <= day && day <= span.to)
    .map(({ day, time }) =>
      makeMeeting(series, { day, session: { ...series.sessions[0], ...given({ time }) } }),
    )
  return [...regular, ...extra].sort((a, b) => (a.planned < b.planned ? -1 : a.planned > b.planned ? 1 : 0))
}

/** The days that the cadence alone names, each with its number in the series. */
function cadenceDays(
  series: Series,
  span: DaySpan,
): readonly { readonly day: Day; readonly index: number }[] {
  const { cadence, starts } = series
  if (!starts) return []
  if (cadence) return daysOf(cadence, starts, span)
  return span.from <= starts && starts <= span.to ? [{ day: starts, index: 0 }] : []
}

/** The meetings of a series that take place on a day of the span, by their beginning: moved ones by their new day. */
export function meetingsIn(series: Series, span: DaySpan): readonly Meeting[] {
  if (series.source) return movedIn(series, series.source, span)
  const changed = [...series.changes.keys()].filter((day) => day < span.from || span.to < day)
  const movedHere = changed.flatMap((day) => plannedMeetings(series, { from: day, to: day }))
  return [...plannedMeetings(series, span), ...movedHere]
    .filter(({ date }) => span.from <= date && date <= span.to)
    .sort(byBeginning)
}

/** A feed may move a meeting to any day, so all of them are looked at. */
function movedIn(series: Series, source: DateSource, span: DaySpan): readonly Meeting[] {
  const all = feedMeetingsIn(series, source, { from: '0000-01-01' as Day, to: '9999-12-31' as Day })
  return all.filter(({ date }) => span.from <= date && date <= span.to)
}

/** The meetings of several series in a span, by their beginning and then by key. */
export function allMeetingsIn(all: readonly Series[], span: DaySpan): readonly Meeting[] {
  return all.flatMap((series) => meetingsIn(series, span)).sort(byBeginning)
}

/**
 * The meetings that a feed names, the one that takes place where two would have one key. Refuses when the feed could not
 * be read: unreadable is not empty.
 */
function feedMeetingsIn(series: Series, { url, reading }: DateSource, span: DaySpan): readonly Meeting[] {
  if (!reading) throw new Error(`the feed of ${series.id} was not read: ${url}`)
  if ('problems' in reading) throw new Refusal(reading.problems)
  const byKey = new Map<MeetingKey, Meeting>()
  for (const meeting of reading.occurrences.map((occurrence) => feedMeeting(series, occurrence))) {
    const other = byKey.get(meeting.key)
    if (!other || (other.status === 'cancelled' && meeting.status !== 'cancelled'))
      byKey.set(meeting.key, meeting)
  }
  const to = lastDayOf(series, span)
  return [...byKey.values()].filter(({ planned }) => span.from <= planned && planned <= to).sort(byBeginning)
}

function lastDayOf({ until }: Series, { to }: DaySpan): Day {
  return until && until < to ? until : to
}

function feedMeeting(series: Series, { planned, startsAt, endsAt, status, url }: FeedOccurrence): Meeting {
  const [session] = series.sessions
  const first = localTimeIn(series.zone, planned)
  const local = localTimeIn(series.zone, startsAt)
  return {
    key: `${series.id}/${first.day}`,
    series: { ...series, length: Math.round((endsAt.getTime() - startsAt.getTime()) / MINUTE) },
    session: { ...session, time: local.time, ...given({ join: session.join ?? url }) },
    planned: first.day,
    date: local.day,
    startsAt,
    endsAt,
    status,
    clock: 'exact',
    ...given({ was: status === 'moved' ? planned : undefined }),
  }
}

function byBeginning(a: Meeting, b: Meeting): number {
  return a.startsAt.getTime() - b.startsAt.getTime() || (a.key < b.key ? -1 : 1)
}

/** Finds a meeting by its key. */
export function findMeeting(all: readonly Series[], key: string): Meeting | undefined {
  const slash = key.lastIndexOf('/')
  const series = all.find(({ id }) => id === key.slice(0, slash))
  const day = parseDay(key.slice(slash + 1))
  return series && day && plannedMeetings(series, { from: day, to: day })[0]
}

/** How far ahead the next meeting of a series is looked for: the rarest cadence in use is the yearly one, and leap days. */
const HORIZON_DAYS = 8 * 366 + 1

/** The next meeting that has not begun and is not cancelled; undefined when the series has ended. */
export function nextMeeting(series: Series, now: Date): Meeting | undefined {
  const today = parseDay(now.toISOString().slice(0, 10)) as Day
  for (const days of [35, 400, HORIZON_DAYS]) {
    const ahead = meetingsIn(series, { from: addDays(today, -2), to: addDays(today, days) })
    const next = ahead.find(({ startsAt, status }) => startsAt > now && status !== 'cancelled')
    if (next) return next
  }
  return undefined
}

function makeMeeting(series: Series, planned: { readonly day: Day; readonly session: Session }): Meeting {
  const { day, session } = planned
  const change = series.changes.get(day)
  const first = toInstant({ day, time: session.time, zone: session.zone })
  const moved =
    change?.kind === 'moved' ? { day: change.day ?? day, time: change.time ?? session.time } : undefined
  const { at, kind } = moved ? toInstant({ ...moved, zone: session.zone }) : first
  return {
    key: `${series.id}/${day}`,
    series,
    session,
    planned: day,
    date: moved?.day ?? day,
    startsAt: at,
    endsAt: new Date(at.getTime() + series.length * MINUTE),
    status: change?.kind ?? 'planned',
    clock: kind,
    ...given({ was: moved && first.at, reason: change?.reason }),
  }
}
