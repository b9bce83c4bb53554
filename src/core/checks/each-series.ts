import type { Series } from '../meetings/series.ts'
import { seriesFile } from '../workspace.ts'
import type { ValuePath } from '../text/yaml.ts'
import type { Check, CheckMatter, Finding } from './check.ts'

/** Finds faults of one series; each finding names the value's way in its file. */
export type SeriesRule = (
  series: Series,
  matter: CheckMatter,
) => readonly (Omit<Finding, 'place'> & { readonly path: ValuePath; readonly at?: 'key' })[]

/** Runs a rule on every series of which the values that it needs could be read. */
export function eachSeries(rule: SeriesRule, ...needs: readonly string[]): Check['find'] {
  return (matter) => {
    const { workspace } = matter
    return workspace.series.flatMap((series) => {
      const file = seriesFile(series.id, workspace)
      if (needs.some((key) => workspace.isDamaged(file, key))) return []
      return rule(series, matter).map(({ path, at, ...finding }) => ({
        ...finding,
        place: workspace.placeOf(file, path, at),
      }))
    })
  }
}
