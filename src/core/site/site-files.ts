import { exportFiles } from '../pages/export-files.ts'
import { securityTxt } from '../pages/security-txt.ts'
import { actionsPage } from './actions-page.ts'
import { attendanceCharts, attendancePages } from './attendance-pages.ts'
import { calendarPages } from './calendar-page.ts'
import { drawChart, siteChart } from './chart-figure.ts'
import { homePage } from './home-page.ts'
import { makeSite } from './make-site.ts'
import { minutesIndexPages } from './minutes-index-pages.ts'
import { minutesPageOf } from './minutes-page.ts'
import { newsFeeds } from './news-feeds.ts'
import { notFoundPage } from './not-found-page.ts'
import { makeFramer } from './page-frame.ts'
import type { RenderedMarkdown } from './render-markdown.ts'
import { renderMinutes } from './render-texts.ts'
import { searchIndex } from './search-index.ts'
import { searchPage } from './search-page.ts'
import type { MinutesEntry, Site, SiteMatter, SitePage } from './site.ts'
import { assetPath, attendanceChart, teamChart, TEAMS_CHART } from './site-paths.ts'
import { sitemapFiles } from './sitemap.ts'
import { subscribePage } from './subscribe-page.ts'
import { teamCharts } from './team-charts.ts'
import { teamPageOf } from './team-page.ts'
import { teamsPage } from './teams-page.ts'

type Texts = ReadonlyMap<string, string>

/** Every file of the site with its text, by its path below the folder of the site. The same matter gives the same bytes. */
export function siteFiles(matter: SiteMatter): Texts {
  const site = makeSite(matter)
  const rendered = new Map(site.entries.map((entry) => [entry, renderMinutes(entry, site)] as const))
  const charts = siteChart(site)
  const ofTeams = teamCharts(site, charts)
  const ofAttendance = attendanceCharts(site)
  const pages: readonly SitePage[] = [
    homePage(site),
    ...calendarPages(site),
    subscribePage(site),
    teamsPage(site),
    ...site.teams.map((team) => teamPageOf(team, ofTeams.get(team.id), site)),
    ...minutesIndexPages(site),
    ...minutesPages(site, rendered),
    actionsPage(site),
    ...attendancePages(site, ofAttendance),
    searchPage(site),
    notFoundPage(site),
  ]
  const frame = makeFramer(site)
  return new Map([
    ...pages.map((page) => [page.path, frame(page)] as const),
    ...(charts.nodes.length === 0 ? [] : [[TEAMS_CHART, drawChart(charts, site)] as const]),
    ...[...ofTeams].map(([team, chart]) => [teamChart(team), drawChart(chart, site)] as const),
    ...[...ofAttendance].map(([team, svg]) => [attendanceChart(team), svg] as const),
    ...searchIndex(site, (entry) => rendered.get(entry)?.words ?? ''),
    ...newsFeeds(site),
    ...site.feeds,
    ...exported(site),
    ...sitemapFiles(pages, site),
    ...wellKnown(site),
    ...[...site.assets].map(([name, text]) => [assetPath(name), text] as const),
  ])
}

function minutesPages(
  site: Site,
  rendered: ReadonlyMap<MinutesEntry, RenderedMarkdown>,
): readonly SitePage[] {
  const last = new Map<string, MinutesEntry>()
  const before = new Map<MinutesEntry, MinutesEntry>()
  const after = new Map<MinutesEntry, MinutesEntry>()
  for (const entry of site.entries) {
    const { id } = entry.record.series
    const previous = last.get(id)
    if (previous) {
      before.set(entry, previous)
      after.set(previous, entry)
    }
    last.set(id, entry)
  }
  return [...rendered].map(([entry, text]) =>
    minutesPageOf({ entry, rendered: text, before: before.get(entry), after: after.get(entry) }, site),
  )
}

function exported(site: Site): Texts {
  const files = exportFiles(site.workspace, { now: site.now, actions: site.actions })
  return new Map(files.map(({ path, text }) => [`api/${path}`, text]))
}

/** GitHub Pages leaves out folders that begin with a dot, unless there is a file `.nojekyll`. */
function wellKnown({ workspace, now }: Site): Texts {
  const made = securityTxt(workspace, now)
  return new Map([
    ['.nojekyll', ''],
    ...('text' in made ? [['.well-known/security.txt', made.text] as const] : []),
  ])
}
