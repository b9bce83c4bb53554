import type { Workspace } from '../workspace.ts'

/** The path of the feed of all meetings, by which `--previous` remembers what was published. */
export const WHOLE_FEED = 'all.ics'

/** The path of a team's feed. */
export function teamFeed(team: string): string {
  return `teams/${team}.ics`
}

/** The path of a series' feed. */
export function seriesFeed(series: string): string {
  return `series/${series}.ics`
}

/** The address of a feed once it is published below the group's site; undefined when the group has none. */
export function feedAddress({ group }: Pick<Workspace, 'group'>, path: string): string | undefined {
  return group.site === undefined ? undefined : `${group.site.replace(/\/+$/, '')}/${path}`
}
