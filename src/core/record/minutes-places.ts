import { type Meeting, type MeetingKey, plannedMeetings } from '../meetings/meeting.ts'
import { dateInPath } from '../minutes/dates-in-text.ts'
import { minutesPathOf } from '../meetings/minutes-path.ts'
import type { Series } from '../meetings/series.ts'
import { addDays, type Day, parseDay } from '../time/day.ts'
import { latestToday } from '../time/today.ts'

/** A meeting that took place, or of which there are minutes, and where these lie or should lie. */
export interface MinutesPlace {
  readonly series: Series
  readonly key: MeetingKey
  /** The day on which it took place. */
  readonly date: Day
  /** Undefined where the series does not meet on the day: minutes that are older than its dates, or astray. */
  readonly meeting?: Meeting
  readonly file: string
  readonly exists: boolean
}

/** What the places of minutes are found from. */
export interface PlacesQuestion {
  readonly series: readonly Series[]
  /** Every file below the folders of minutes. */
  readonly files: ReadonlySet<string>
  readonly now: Date
}

/** A meeting may be moved to an earlier day, by at most so many days. */
const MOVED_AHEAD = 60

/**
 * Every meeting that is over and was not cancelled, and every other file of minutes, by day. A meeting that moved has its file at
 * the day first planned, or at the new one where people have put it there.
 */
export function minutesPlaces({ series, files, now }: PlacesQuestion): readonly MinutesPlace[] {
  const calendars = series.map((one) => calendarOf(one, now))
  const held = calendars.flatMap((calendar) => heldIn(calendar, files, now))
  const taken = new Set(held.map(({ file }) => file))
  const others = [...files].flatMap((file): MinutesPlace[] => {
    const found = taken.has(file) ? undefined : ownerOf(file, calendars)
    if (!found) return []
    const { calendar, day } = found
    const meeting = calendar.byDay.get(day)
    if (day > latestToday(now) || (meeting && meeting.endsAt > now)) return []
    return [
      {
        series: calendar.series,
        key: `${calendar.series.id}/${day}`,
        date: meeting?.date ?? day,
        file,
        exists: true,
        ...(meeting && { meeting }),
      },
    ]
  })
  return [...held, ...others].sort((a, b) => (placeKey(a) < placeKey(b) ? -1 : 1))
}

function placeKey({ date, key }: MinutesPlace): string {
  return `${date} ${key}`
}

/** A series with its meetings by the day first planned. */
interface SeriesCalendar {
  readonly series: Series
  readonly byDay: ReadonlyMap<Day, Meeting>
}

function calendarOf(series: Series, now: Date): SeriesCalendar {
  const from = series.starts ?? ('0000-01-01' as Day)
  const meetings = plannedMeetings(series, { from, to: addDays(latestToday(now), MOVED_AHEAD) })
  return { series, byDay: new Map(meetings.map((meeting) => [meeting.planned, meeting])) }
}

function heldIn({ series, byDay }: SeriesCalendar, files: ReadonlySet<string>, now: Date): MinutesPlace[] {
  return [...byDay.values()]
    .filter(({ status, endsAt }) => status !== 'cancelled' && endsAt <= now)
    .map((meeting) => {
      const planned = minutesPathOf(meeting)
      const moved = minutesPathOf({ series, planned: meeting.date })
      const file = !files.has(planned) && files.has(moved) && !byDay.has(meeting.date) ? moved : planned
      return { series, key: meeting.key, date: meeting.date, meeting, file, exists: files.has(file) }
    })
}

/** Of several series that keep their minutes in one folder the one that meets on that day, or else the first. */
function ownerOf(
  file: string,
  calendars: readonly SeriesCalendar[],
): { readonly calendar: SeriesCalendar; readonly day: Day } | undefined {
  const fitting = calendars.flatMap((calendar) => {
    const day = dayOfMinutes(calendar.series, file)
    return day ? [{ calendar, day }] : []
  })
  return (
    fitting.find(({ calendar, day }) => calendar.byDay.has(day)) ?? fitting[0] ?? olderOwner(file, calendars)
  )
}

/** Before a series began to meet as it does, its minutes may have had other names; they lie in its folder, and have a day. */
function olderOwner(
  file: string,
  calendars: readonly SeriesCalendar[],
): { readonly calendar: SeriesCalendar; readonly day: Day } | undefined {
  const { day } = dateInPath(file)
  const calendar = calendars.find(({ series: { minutesPath, starts } }) => {
    const folder = minutesPath.replace(/\{.*$/s, '').replace(/[^/]*$/, '')
    return folder !== '' && file.startsWith(folder) && day !== null && starts !== undefined && day < starts
  })
  return calendar && day && file.endsWith('.md') ? { calendar, day } : undefined
}

/** The first series whose minutes may lie at a path. */
export function seriesOfMinutes(all: readonly Series[], path: string): Series | undefined {
  return all.find((series) => dayOfMinutes(series, path) !== undefined)
}

const VALUES: Readonly<Record<string, string>> = {
  date: '(?<date>\\d{4}-\\d{2}-\\d{2})',
  year: '(?<year>\\d{4})',
}

/** The day of minutes at a path, by the pattern of the series; undefined where the path does not fit. */
export function dayOfMinutes({ id, minutesPath }: Series, path: string): Day | undefined {
  const seen = new Set<string>()
  const source = minutesPath
    .replaceAll('{series}', id)
    .replace(/\{(date|year)\}|[.*+?^${}()|[\]\\]/g, (part: string, name?: string) => {
      if (name === undefined) return `\\${part}`
      if (seen.has(name)) return `\\k<${name}>`
      seen.add(name)
      return VALUES[name] ?? ''
    })
  const found = new RegExp(`^${source}$`).exec(path)?.groups
  const day = parseDay(found?.['date'] ?? '')
  return day && (found?.['year'] ?? day.slice(0, 4)) === day.slice(0, 4) ? day : undefined
}
