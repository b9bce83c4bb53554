import { type Chart, chartAround } from '../charters/chart.ts'
import { plainLine } from '../text/plain-line.ts'
import type { Site, SiteTeam } from './site.ts'

/** Whom a team reports to and what it is part of; undefined where there is nothing to draw. `all` is the chart of all teams. */
export function teamChartOf({ id, name }: SiteTeam, all: Chart): Chart | undefined {
  const chart = chartAround(id, `${plainLine(name)}: whom it reports to`, all)
  return chart.edges.length === 0 ? undefined : chart
}

/** The chart of each team that has one, by the team. */
export function teamCharts(site: Site, all: Chart): ReadonlyMap<string, Chart> {
  return new Map(
    site.teams.flatMap((team) => {
      const chart = teamChartOf(team, all)
      return chart === undefined ? [] : [[team.id, chart] as const]
    }),
  )
}
