import type { Element } from 'hast'
import { h } from 'hastscript'
import { stateOn } from '../charters/history.ts'
import { bodyNameOn } from '../charters/body-on.ts'
import { membersOf } from '../people/roster.ts'
import { plainLine } from '../text/plain-line.ts'
import { chartFigure, siteChart } from './chart-figure.ts'
import type { LinkFrom, Site, SitePage, SiteTeam } from './site.ts'
import { linkFrom, PART_PAGES, teamPage, TEAMS_CHART } from './site-paths.ts'
import { dataTable } from './data-table.ts'

/** The page of all teams: their states, whom they report to, and the chart. */
export function teamsPage(site: Site): SitePage {
  const link = linkFrom(PART_PAGES.teams)
  const { group } = site.workspace
  const chart = siteChart(site)
  return {
    path: PART_PAGES.teams,
    part: 'teams',
    title: 'Teams',
    description: `The teams of ${group.name}: their states, whom they report to, and who serves on them.`,
    content: [
      ...(site.teams.length === 0
        ? [h('p', 'There is no team yet.')]
        : [
            dataTable({
              label: 'Teams',
              heading: ['Team', 'State', 'Reports to', 'Members'],
              rows: site.teams.map((team) => row(team, site, link)),
            }),
          ]),
      ...(chart.nodes.length === 0
        ? []
        : [h('h2', 'Who reports to whom'), chartFigure(chart, link(TEAMS_CHART), site)]),
    ],
  }
}

function row({ id, name }: SiteTeam, site: Site, link: LinkFrom): readonly (string | Element)[] {
  const { workspace, today } = site
  const charter = workspace.charters.get(id)
  const body = charter?.reportsTo
  return [
    h('a', { href: link(teamPage(id)) }, plainLine(name)),
    charter === undefined ? 'no charter' : (stateOn(charter, today) ?? 'not yet'),
    body === undefined ? '' : plainLine(bodyNameOn(body, today, workspace)),
    String(membersOf(workspace.members, id, today).length),
  ]
}
