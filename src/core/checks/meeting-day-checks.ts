import { plannedMeetings } from '../meetings/meeting.ts'
import type { Series } from '../meetings/series.ts'
import { addDays, type Day } from '../time/day.ts'
import { printDay } from '../time/print-time.ts'
import { localTimeIn } from '../time/zone.ts'
import type { Check } from './check.ts'
import { eachSeries, type SeriesRule } from './each-series.ts'

/** The values on which the days of a series rest. */
const DAYS = ['starts', 'zone', 'repeats', 'until', 'rotation', 'extra'] as const

const changesNameMeetings: SeriesRule = (series) =>
  [...series.changes.keys()]
    .filter((day) => plannedMeetings(series, { from: day, to: day }).length === 0)
    .map((day) => ({
      path: ['changes', day],
      at: 'key' as const,
      message: `\`${day}\` (${printDay(day)}) is no meeting of this series, so nothing can be changed about it.`,
      hint: nearestMeeting(series, day),
    }))

function nearestMeeting(series: Series, day: Day): string {
  const near = plannedMeetings(series, { from: addDays(day, -40), to: addDays(day, 40) }).map(
    ({ planned }) => planned,
  )
  const nearest = near.sort(
    (a, b) => Math.abs(Date.parse(a) - Date.parse(day)) - Math.abs(Date.parse(b) - Date.parse(day)),
  )[0]
  return nearest === undefined
    ? 'The series does not meet within forty days of it.'
    : `The nearest meeting is on ${nearest}.`
}

const extraIsExtra: SeriesRule = (series) => {
  const regular = { ...series, extra: [] }
  return series.extra.flatMap(({ day }, index) => {
    const twice = series.extra.findIndex((each) => each.day === day) < index
    if (!twice && plannedMeetings(regular, { from: day, to: day }).length === 0) return []
    return [
      {
        path: ['extra', index],
        message: `The series meets on \`${day}\` already; a second meeting on a day would have the same key.`,
        hint: 'Remove it, or move the regular meeting with `changes`.',
      },
    ]
  })
}

const startsOnCadence: SeriesRule = (series) => {
  const { starts, cadence } = series
  if (
    !cadence ||
    !starts ||
    plannedMeetings({ ...series, extra: [] }, { from: starts, to: starts }).length > 0
  )
    return []
  const first = plannedMeetings({ ...series, extra: [] }, { from: starts, to: addDays(starts, 800) })[0]
  return [
    {
      path: ['starts'],
      message: `The first day \`${starts}\` (${printDay(starts)}) is no day of the series' own cadence.`,
      hint: first
        ? `The first meeting is on ${first.planned}; let \`starts\` name that day.`
        : 'The cadence names no day at all after it.',
    },
  ]
}

const YEARS_AHEAD = 2 * 366

const clockShowsTheHourOnce: SeriesRule = (series, { now }) => {
  const today = localTimeIn(series.zone, now).day
  const from = series.starts && series.starts > addDays(today, -366) ? series.starts : addDays(today, -366)
  return plannedMeetings(series, { from, to: addDays(from > today ? from : today, YEARS_AHEAD) })
    .filter(({ clock, status }) => clock !== 'exact' && status !== 'cancelled')
    .map(({ date, session, clock, startsAt, planned }) => ({
      path: series.changes.has(planned) ? ['changes', planned] : ['starts'],
      message:
        clock === 'skipped'
          ? `On ${date} the clocks of ${session.zone} jump over ${session.time}; that meeting starts at ${localTimeIn(session.zone, startsAt).time}.`
          : `On ${date} the clocks of ${session.zone} show ${session.time} twice; that meeting starts at the first of the two.`,
      hint: `Move that meeting, or choose another hour: \`${planned}: moved to …\` under \`changes\`.`,
    }))
}

/** The checks of the days and hours of meetings. */
export const meetingDayChecks: readonly Check[] = [
  {
    name: 'change-names-meeting',
    severity: 'error',
    sentence: 'Every change names a meeting of its series.',
    find: eachSeries(changesNameMeetings, ...DAYS),
  },
  {
    name: 'extra-is-extra',
    severity: 'error',
    sentence: 'An extra meeting is on a day on which the series does not meet anyway.',
    find: eachSeries(extraIsExtra, ...DAYS),
  },
  {
    name: 'starts-on-cadence',
    severity: 'warning',
    sentence: 'The first day of a series is a day of its cadence.',
    find: eachSeries(startsOnCadence, ...DAYS),
  },
  {
    name: 'clock-shows-hour-once',
    severity: 'warning',
    sentence: 'No meeting is at an hour that the clocks skip or show twice.',
    find: eachSeries(clockShowsTheHourOnce, ...DAYS),
  },
]
