import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { seriesFeed, teamFeed } from '../calendar/feed-address.ts'
import type { Chart } from '../charters/chart.ts'
import { plainLine } from '../text/plain-line.ts'
import { chartFigure } from './chart-figure.ts'
import { keptHtml } from './kept-html.ts'
import { minutesList } from './minutes-list.ts'
import { renderCharter } from './render-texts.ts'
import { showMeeting } from './show-meeting.ts'
import type { Alternate, LinkFrom, Site, SitePage, SiteTeam } from './site.ts'
import { attendancePage, linkFrom, PART_PAGES, teamChart, teamPage } from './site-paths.ts'
import { teamFacts } from './team-facts.ts'
import { teamRoster } from './team-roster.ts'
import { zoneNote } from './zone-note.ts'

const SHOWN_MEETINGS = 5
const SHOWN_MINUTES = 10

/** The page of a team: its charter, whom it reports to, who serves on it, when it meets, and its newest minutes. */
export function teamPageOf(team: SiteTeam, chart: Chart | undefined, site: Site): SitePage {
  const path = teamPage(team.id)
  const link = linkFrom(path)
  const charter = site.workspace.charters.get(team.id)
  const mission = plainLine(charter?.mission ?? '', 300)
  return {
    path,
    part: 'teams',
    title: team.name,
    description: mission === '' ? `${team.name}: charter, members, meetings and minutes.` : mission,
    alternates: alternatesOf(team, site),
    content: [
      ...(mission === '' ? [] : [h('p', { className: 'lead' }, plainLine(charter?.mission ?? '', Infinity))]),
      ...(charter ? [teamFacts(charter, site, link)] : [h('p', 'This team has no charter.')]),
      ...meetings(team, site, link),
      ...(chart
        ? [
            h('h2', { id: 'reports' }, 'Whom it reports to'),
            chartFigure(chart, link(teamChart(team.id)), site),
          ]
        : []),
      ...teamRoster(team.id, site),
      ...minutes(team, site, link),
      ...prose(team, site),
    ],
  }
}

function alternatesOf({ id, name }: SiteTeam, { workspace }: Site): readonly Alternate[] {
  const series = workspace.series.filter(({ team }) => team === id)
  return [
    { path: teamFeed(id), type: 'text/calendar', title: `${name}, for calendars` },
    ...series.map(({ id: own, title }) => ({
      path: seriesFeed(own),
      type: 'text/calendar',
      title: `${title}, for calendars`,
    })),
  ]
}

function meetings({ id, name }: SiteTeam, site: Site, link: LinkFrom): readonly ElementContent[] {
  const ahead = site.meetings.filter(({ series, endsAt }) => series.team === id && endsAt > site.now)
  const feed = h(
    'p',
    h(
      'a',
      { href: link(`${PART_PAGES.subscribe}#feed-teams-${id}`) },
      `Subscribe to the meetings of ${plainLine(name)}`,
    ),
  )
  if (ahead.length === 0) return [h('h2', 'Next meetings'), h('p', 'No meeting is planned.'), feed]
  return [
    h('h2', 'Next meetings'),
    zoneNote(),
    h(
      'ol',
      { className: 'meetings' },
      ...ahead
        .slice(0, SHOWN_MEETINGS)
        .map((meeting) =>
          showMeeting(meeting, { site, link, heading: 'h3', anchor: () => undefined, ownTeam: id }),
        ),
    ),
    feed,
  ]
}

function minutes({ id }: SiteTeam, site: Site, link: LinkFrom): readonly ElementContent[] {
  const own = site.entries.filter(({ record }) => record.series.team === id)
  if (own.length === 0) return []
  const counted = site.attendance.some(
    ({ team, meetings, people }) => team === id && meetings.length > 0 && people.length > 0,
  )
  return [
    h('h2', 'Minutes'),
    minutesList(own.toReversed().slice(0, SHOWN_MINUTES), link),
    h(
      'p',
      h('a', { href: link(PART_PAGES.minutes) }, 'All minutes'),
      ...(counted ? [' · ', h('a', { href: link(attendancePage(id)) }, 'Attendance')] : []),
    ),
  ]
}

function prose({ id }: SiteTeam, site: Site): readonly Element[] {
  const rendered = renderCharter(id, site)
  if (rendered === undefined) return []
  return [
    h('h2', { id: 'charter' }, 'Charter'),
    h('article', { className: 'prose' }, keptHtml(rendered.html)),
  ]
}
