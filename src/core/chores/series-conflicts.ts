import { groupBy } from '../group-by.ts'
import type { Problem } from '../problem.ts'
import { seriesFile, type Workspace } from '../workspace.ts'

/** A workspace among others, and its path from the folder in which wg was called; `.` is that folder. */
export interface PlacedWorkspace {
  readonly path: string
  readonly workspace: Workspace
}

/** A series whose meetings cannot be told from those of another workspace. */
export interface SeriesConflict {
  readonly path: string
  readonly series: string
  readonly problem: Problem
}

/** Series of the same name whose issues are in the same repository: their meetings would have the same keys, and share issues. */
export function seriesConflicts(placed: readonly PlacedWorkspace[]): readonly SeriesConflict[] {
  const all = placed.flatMap(({ path, workspace }) =>
    workspace.series.flatMap(({ id, github }) =>
      github ? [{ path, workspace, series: id, repository: github.repository }] : [],
    ),
  )
  const shared = groupBy(all, ({ series, repository }) => `${repository.toLowerCase()} ${series}`)
  return [...shared.values()].flatMap((conflicting) =>
    conflicting.length < 2
      ? []
      : conflicting.map(({ path, workspace, series, repository }): SeriesConflict => {
          const others = conflicting.filter((each) => each.path !== path).map((each) => `\`${each.path}\``)
          const file = seriesFile(series, workspace)
          return {
            path,
            series,
            problem: {
              rule: 'groups',
              severity: 'error',
              message: `The series \`${series}\` is also one of ${others.join(', ')}, and the issues of both are in \`${repository}\`: their meetings would share keys and issues.`,
              hint: 'Give one of the files another name. Nothing was done for either.',
              place: { file: path === '.' ? file : `${path}/${file}`, line: 1, column: 1 },
            },
          }
        }),
  )
}
