import { allMeetingsIn } from '../meetings/meeting.ts'
import type { Series } from '../meetings/series.ts'
import { seriesFile } from '../workspace.ts'
import { markdownText } from '../text/inline-markdown.ts'
import type { Line } from '../text/line.ts'
import { addDays, weekdayOf } from '../time/day.ts'
import { describeCadence } from '../time/describe-cadence.ts'
import { printDay, printInstant, weekdayName } from '../time/print-time.ts'
import { describeMinutes } from '../time/span.ts'
import { todayAt } from '../time/today.ts'
import { parseZone, type ZoneId } from '../time/zone.ts'
import type { PageMark, PageMatter } from './page-matter.ts'
import { noTeam } from './roster-marks.ts'
import { type Row, tableLines } from './table-lines.ts'

const COUNTS = Array.from({ length: 20 }, (_, index) => String(index + 1))

/** How far ahead the next meetings are looked for. */
const HORIZON_DAYS = 400

/** The mark `wg:meetings`: when each series meets; with `next` the days of the next meetings, which change as time passes. */
export const meetingsMark: PageMark = {
  name: 'meetings',
  attributes: { team: undefined, style: ['list', 'table'], next: COUNTS },
  lines: (attributes, matter) => {
    const { team, next, style } = attributes
    if (team !== undefined && !matter.workspace.teamNames.has(team)) return noTeam(team, matter.workspace)
    const today = todayAt(matter.now)
    const series = matter.workspace.series.filter(
      (each) => (team ?? each.team) === each.team && (each.until === undefined || each.until >= today),
    )
    const [heading, rows] =
      next === undefined
        ? ([['Meeting', 'When', 'How long'], series.map((each) => seriesRow(each, matter))] as const)
        : ([['When', 'UTC', 'Meeting'], nextRows(series, Number(next), matter)] as const)
    if (rows.length === 0) return [{ text: '_None._' }]
    return style === 'table' ? tableLines(heading, rows) : rows.map(listLine)
  },
}

function listLine({ cells, identity }: Row): Line {
  const [first = '', second = '', third = ''] = cells
  return { text: `- ${first}: ${second}, ${third}`, ...(identity === undefined ? {} : { identity }) }
}

function seriesRow(series: Series, { workspace }: PageMatter): Row {
  return {
    cells: [markdownText(series.title), markdownText(whenOf(series)), describeMinutes(series.length)],
    identity: seriesFile(series.id, workspace),
  }
}

function whenOf({ cadence, starts, sessions, source }: Series): string {
  if (source || !starts) return 'as its calendar says'
  const hours = sessions.map(
    ({ time, zone, name }) => `${name === undefined ? '' : `${name} `}${time} ${zone}`,
  )
  if (!cadence) return `${printDay(starts)}, ${hours.join(', ')}`
  const words = describeCadence(cadence)
  const weekday =
    cadence.freq === 'weekly' && cadence.byWeekday.length === 0 ? ` on ${weekdayName(weekdayOf(starts))}` : ''
  const [head = words, ...rest] = words.split(/(?=, )/)
  return `${head}${weekday}${rest.join('')}, ${hours.length > 1 ? 'in turn ' : ''}${hours.join(', ')}`
}

const UTC = parseZone('UTC') as ZoneId

function nextRows(series: readonly Series[], count: number, { now }: PageMatter): readonly Row[] {
  const today = todayAt(now)
  return allMeetingsIn(series, { from: addDays(today, -2), to: addDays(today, HORIZON_DAYS) })
    .filter(({ startsAt, status }) => startsAt > now && status !== 'cancelled')
    .slice(0, count)
    .map(({ startsAt, session, series: { title }, key }) => ({
      cells: [
        `${printInstant(startsAt, session.zone)} ${markdownText(session.zone)}`,
        `${printInstant(startsAt, UTC).slice(-5)} UTC`,
        markdownText(title),
      ],
      identity: key,
    }))
}
