import type { Element } from 'hast'
import { h } from 'hastscript'
import { groupBy } from '../group-by.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { addDays, type Day, daysInMonth, makeDay, parseDay, partsOf, weekdayOf } from '../time/day.ts'
import { WEEKDAY_NAMES } from '../time/day-names.ts'
import { isoInstant, printDay } from '../time/print-time.ts'
import { localTimeIn, UTC } from '../time/zone.ts'
import { meetingName } from './show-meeting.ts'

/** A month as a table of weeks, and what stands in it. */
export interface MonthGrid {
  /** `2026-12`. */
  readonly month: string
  /** How people call it: `December 2026`. */
  readonly name: string
  readonly today: Day
  /** The meetings of a longer span; each is shown on its day of UTC. */
  readonly meetings: readonly Meeting[]
  /** Where the details of a meeting stand. */
  readonly detailsOf: (meeting: Meeting) => string
}

/** The first and the last day of the weeks in which a month lies. */
export function weeksOf(month: string): { readonly from: Day; readonly to: Day } {
  const first = parseDay(`${month}-01`) ?? ('2000-01-01' as Day)
  const { year, month: number } = partsOf(first)
  const last = makeDay(year, number, daysInMonth(year, number)) ?? first
  return { from: addDays(first, 1 - weekdayOf(first)), to: addDays(last, 7 - weekdayOf(last)) }
}

/**
 * The table. Meetings of the days before and after it lie hidden below, since in another zone they may fall into it: the script of the
 * site puts each meeting on the reader's own day.
 */
export function monthGrid(grid: MonthGrid): readonly Element[] {
  const { from, to } = weeksOf(grid.month)
  const byDay = groupBy(grid.meetings, dayOf)
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
  const spare = [addDays(from, -1), addDays(to, 1)].flatMap((day) => byDay.get(day) ?? [])
  return [
    h(
      'table',
      { className: 'month', dataMonth: grid.month },
      h('caption', grid.name),
      h('thead', h('tr', ...WEEKDAY_NAMES.map(weekdayHead))),
      h(
        'tbody',
        ...weeks.map((week) => h('tr', ...week.map((day) => cell(day, byDay.get(day) ?? [], grid)))),
      ),
    ),
    ...(spare.length === 0
      ? []
      : [h('ul', { hidden: true, dataSpare: true }, ...spare.map((meeting) => item(meeting, grid)))]),
  ]
}

function dayOf({ startsAt }: Meeting): Day {
  return localTimeIn(UTC, startsAt).day
}

function weekdayHead(name: string): Element {
  return h('th', { scope: 'col' }, h('abbr', { title: name }, name.slice(0, 3)))
}

function cell(day: Day, meetings: readonly Meeting[], grid: MonthGrid): Element {
  const classes = [
    ...(day.startsWith(grid.month) ? [] : ['outside']),
    ...(day === grid.today ? ['today'] : []),
  ]
  return h(
    'td',
    { dataDay: day, ...(classes.length > 0 ? { className: classes } : {}) },
    h('time', { dateTime: day, title: printDay(day) }, String(partsOf(day).date)),
    h('ul', ...meetings.map((meeting) => item(meeting, grid))),
  )
}

function item(meeting: Meeting, { detailsOf }: MonthGrid): Element {
  const { startsAt, series, status } = meeting
  const { time } = localTimeIn(UTC, startsAt)
  const name = meetingName(meeting)
  return h(
    'li',
    { className: status, dataTeam: series.team },
    h(
      'a',
      { href: detailsOf(meeting) },
      h('time', { dateTime: isoInstant(startsAt), dataClock: true }, time),
      ' ',
      ...(status === 'cancelled'
        ? [h('s', name), h('span', { className: 'sr-only' }, ', cancelled')]
        : [name]),
    ),
  )
}
