import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import type { YearSeries } from './year-series.ts'

/** A meeting as another engine than wg's computes it from what the file says. */
export interface ExpectedMeeting {
  readonly key: string
  readonly series: YearSeries
  /** The day first planned, that of the key. */
  readonly planned: string
  /** The day on which it takes place, in its session's zone. */
  readonly date: string
  readonly zone: string
  /** Milliseconds since the epoch. */
  readonly first: number
  readonly startsAt: number
  readonly endsAt: number
  readonly status: 'planned' | 'moved' | 'cancelled'
}

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** The days of a series in a span, computed once for a whole simulation. */
export function daysIn(
  { starts, rule }: YearSeries,
  { from, to }: { readonly from: string; readonly to: string },
): readonly { readonly day: string; readonly index: number }[] {
  const at = (day: string) => Temporal.ZonedDateTime.from(`${day}T12:00[UTC]`)
  const engine = new RRuleTemporal({ rruleString: `RRULE:${rule}`, dtstart: at(starts) })
  return engine
    .between(at(starts), at(to), true)
    .map((found, index) => ({ day: found.toPlainDate().toString(), index }))
    .filter(({ day }) => day >= from)
}

/** The meeting of one day, with what the file says of it now. */
export function expectedMeeting(
  series: YearSeries,
  { day, index }: { readonly day: string; readonly index: number },
): ExpectedMeeting {
  const session = series.sessions[index % series.sessions.length]!
  const change = series.changes.get(day)
  const first = instantOf(day, session.time, session.zone)
  const [date, startsAt] =
    change?.kind === 'moved' ? [change.day, instantOf(change.day, change.time, session.zone)] : [day, first]
  return {
    key: `${series.id}/${day}`,
    series,
    planned: day,
    date,
    zone: session.zone,
    first,
    startsAt,
    endsAt: startsAt + HOUR,
    status: change?.kind ?? 'planned',
  }
}

function instantOf(day: string, time: string, zone: string): number {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds
}

/** The day of an instant in a zone. */
export function dayAt(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()
}

export function dayPlus(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** The two lines by which a reader of the issue knows the hour: in UTC, and in the zone of the session. */
export function timesToRead({ startsAt, zone }: ExpectedMeeting): readonly string[] {
  const at = Temporal.Instant.fromEpochMilliseconds(startsAt)
  const [utc, local] = [at.toZonedDateTimeISO('UTC'), at.toZonedDateTimeISO(zone)]
  const clock = (time: Temporal.ZonedDateTime) => time.toPlainTime().toString().slice(0, 5)
  const weekday = (time: Temporal.ZonedDateTime) => WEEKDAYS[time.dayOfWeek - 1]!
  const month = (time: Temporal.ZonedDateTime) => MONTHS[time.month - 1]!
  return [
    `**${weekday(utc)}, ${utc.day} ${month(utc)} ${utc.year}, ${clock(utc)} UTC**`,
    `| ${zone} | ${weekday(local).slice(0, 3)} ${local.day} ${month(local).slice(0, 3)} ${local.year}, ${clock(local)} |`,
  ]
}
