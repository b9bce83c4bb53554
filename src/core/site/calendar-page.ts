import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Meeting } from '../meetings/meeting.ts'
import { groupBy } from '../group-by.ts'
import { plainLine } from '../text/plain-line.ts'
import { addDays, type Day, daysBetween, makeDay, parseDay, partsOf } from '../time/day.ts'
import { MONTH_NAMES } from '../time/day-names.ts'
import { localTimeIn, UTC } from '../time/zone.ts'
import { monthGrid, weeksOf } from './month-grid.ts'
import { showMeeting } from './show-meeting.ts'
import type { LinkFrom, Site, SitePage } from './site.ts'
import { linkFrom, meetingAnchor, monthOf, monthPage, PART_PAGES } from './site-paths.ts'
import { zoneNote } from './zone-note.ts'

/** The calendar: a page for each month of the span, and the month of today where the calendar begins. */
export function calendarPages(site: Site): readonly SitePage[] {
  const months = monthsOf(site)
  const byDay = groupBy(site.meetings, dayOf)
  const now = monthOf(site.today)
  return [
    monthPageOf({ month: now, path: PART_PAGES.calendar, months, byDay }, site),
    ...months.map((month) => monthPageOf({ month, path: monthPage(month), months, byDay }, site)),
  ]
}

interface Month {
  readonly month: string
  readonly path: string
  /** Every month that has a page. */
  readonly months: readonly string[]
  /** The meetings by their day of UTC. */
  readonly byDay: ReadonlyMap<string, readonly Meeting[]>
}

function monthsOf({ span, today }: Site): readonly string[] {
  const months: string[] = []
  let first = parseDay(`${monthOf(span.from)}-01`) ?? today
  while (first <= span.to) {
    months.push(monthOf(first))
    const { year, month } = partsOf(first)
    first = makeDay(year + Math.floor(month / 12), (month % 12) + 1, 1) ?? addDays(first, 31)
  }
  return months
}

function nameOf(month: string): string {
  const { year, month: number } = partsOf(`${month}-01` as Day)
  return `${MONTH_NAMES[number - 1] ?? ''} ${year}`
}

function monthPageOf({ month, path, months, byDay }: Month, site: Site): SitePage {
  const link = linkFrom(path)
  const name = nameOf(month)
  const near = daysNear(month).flatMap((day) => byDay.get(day) ?? [])
  const own = near.filter((meeting) => monthOf(dayOf(meeting)) === month)
  const ownPage = (meeting: Meeting) => {
    const other = monthOf(dayOf(meeting))
    const anchor = `#${meetingAnchor(meeting.key)}`
    return other === month || !months.includes(other)
      ? link(`${path}${anchor}`)
      : link(`${monthPage(other)}${anchor}`)
  }
  return {
    path,
    part: 'calendar',
    title: `Calendar, ${name}`,
    description: `The meetings of ${site.workspace.group.name} in ${name}, as a month and as a list.`,
    content: [
      monthNav(month, months, link),
      zoneNote(),
      controls(site),
      ...monthGrid({
        month,
        name,
        today: site.today,
        meetings: near.filter((meeting) => own.includes(meeting) || months.includes(monthOf(dayOf(meeting)))),
        detailsOf: ownPage,
      }),
      h('h2', { dataListHeading: true }, `Meetings in ${name}`),
      ...list(own, site, link),
    ],
  }
}

/** The days that the grid of a month shows, and one more at each end, which may be another day elsewhere. */
function daysNear(month: string): readonly Day[] {
  const { from, to } = weeksOf(month)
  return Array.from({ length: daysBetween(from, to) + 3 }, (_, index) => addDays(from, index - 1))
}

const dayOf = ({ startsAt }: Meeting): Day => localTimeIn(UTC, startsAt).day

function monthNav(month: string, months: readonly string[], link: LinkFrom): Element {
  const index = months.indexOf(month)
  const [before, after] = [months[index - 1], months[index + 1]]
  const step = (other: string | undefined, rel: 'prev' | 'next') => {
    if (other === undefined) return []
    const words = rel === 'prev' ? `← ${nameOf(other)}` : `${nameOf(other)} →`
    return [h('li', h('a', { href: link(monthPage(other)), rel }, words))]
  }
  return h(
    'nav',
    { className: 'months', ariaLabel: 'Months' },
    h('ul', ...step(before, 'prev'), ...step(after, 'next')),
    h(
      'details',
      h('summary', 'All months'),
      h('ul', ...months.map((each) => h('li', h('a', { href: link(monthPage(each)) }, nameOf(each))))),
    ),
  )
}

/** What only works with the script of the site, which shows it. */
function controls(site: Site): Element {
  const meeting = new Set(site.meetings.map(({ series }) => series.team))
  const teams = site.teams.filter(({ id }) => meeting.has(id))
  return h(
    'div',
    { className: 'controls', hidden: true, dataControls: true },
    h(
      'label',
      'Team ',
      h(
        'select',
        { dataTeams: true },
        h('option', { value: '' }, 'All teams'),
        ...teams.map(({ id, name }) => h('option', { value: id }, plainLine(name))),
      ),
    ),
    h(
      'span',
      { role: 'group', ariaLabel: 'View' },
      h('button', { type: 'button', dataView: 'month', ariaPressed: 'false' }, 'Month'),
      h('button', { type: 'button', dataView: 'list', ariaPressed: 'false' }, 'List'),
    ),
  )
}

function list(meetings: readonly Meeting[], site: Site, link: LinkFrom): readonly ElementContent[] {
  if (meetings.length === 0) return [h('p', 'No meeting.')]
  const anchor = (meeting: Meeting) => meetingAnchor(meeting.key)
  return [
    h(
      'ol',
      { className: 'meetings', dataList: true },
      ...meetings.map((meeting) => showMeeting(meeting, { site, link, anchor, heading: 'h3' })),
    ),
  ]
}
