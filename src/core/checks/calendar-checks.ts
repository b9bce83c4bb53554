import { localTimeIn } from '../time/zone.ts'
import { printDay } from '../time/print-time.ts'
import type { Day } from '../time/day.ts'
import type { Check } from './check.ts'
import { eachSeries, type SeriesRule } from './each-series.ts'

const daysAreShared: SeriesRule = ({ source, zone }, { now }) => {
  const reading = source?.reading
  if (!reading || 'problems' in reading) return []
  const days = new Map<Day, number>()
  for (const { planned, startsAt, status } of reading.occurrences) {
    if (status === 'cancelled' || startsAt < now) continue
    const { day } = localTimeIn(zone, planned)
    days.set(day, (days.get(day) ?? 0) + 1)
  }
  return [...days]
    .filter(([, count]) => count > 1)
    .slice(0, 1)
    .map(([day, count]) => ({
      path: ['calendar', 'match'],
      message: `The calendar has ${count} meetings of this series on \`${day}\` (${printDay(day)}); only the first of a day is taken, since their keys would be the same.`,
      hint: 'Make `match` longer, and let another series take the rest.',
    }))
}

/** Longer ones are cut in calendars and refused by GitHub, which takes 256 characters with the date. */
const LONGEST_TITLE = 200

const titleFits: SeriesRule = ({ title }) =>
  title.length <= LONGEST_TITLE
    ? []
    : [
        {
          path: ['title'],
          message: `The title has ${title.length} characters; calendars show the first ${LONGEST_TITLE}, and an issue takes no more either.`,
          hint: 'Shorten it.',
        },
      ]

/** The checks of what calendars get from a series, and give to it. */
export const calendarChecks: readonly Check[] = [
  {
    name: 'calendar-has-one-meeting-a-day',
    severity: 'warning',
    sentence: 'A calendar from which a series takes its dates has one meeting of it a day.',
    find: eachSeries(daysAreShared, 'calendar'),
  },
  {
    name: 'title-fits',
    severity: 'warning',
    sentence: 'The title of every series fits into a calendar and an issue.',
    find: eachSeries(titleFits, 'title'),
  },
]
