import { type Meeting, findMeeting } from '../core/meetings/meeting.ts'
import type { Series } from '../core/meetings/series.ts'
import { refuse, type Refusal } from '../core/problem.ts'
import { didYouMean } from '../core/text/nearest.ts'
import type { Workspace } from '../core/workspace.ts'

/** The series that an argument names, or all of them when there is none. Refuses an unknown name. */
export function chooseSeries({ series }: Workspace, name: string | undefined): readonly Series[] {
  if (name === undefined) {
    if (series.length > 0) return series
    throw refuse(
      'series',
      'This workspace has no series of meetings.',
      'Write one: `meetings/<name>.yml`, or make a workspace with `wg init` to see one.',
    )
  }
  const named = series.filter(({ id }) => id === name)
  if (named.length > 0) return named
  throw unknownSeries(name, series)
}

function unknownSeries(name: string, series: readonly Series[]): Refusal {
  const ids = series.map(({ id }) => id)
  const held = ids.length === 0 ? 'There is none in meetings/.' : `meetings/ holds: ${ids.join(', ')}.`
  return refuse(
    'series',
    `There is no series \`${name}\`.`,
    [didYouMean(name, ids), held].filter((part) => part !== undefined).join(' '),
  )
}

/** The meeting that a key names. Refuses a key that is none. */
export function chooseMeeting({ series }: Workspace, key: string): Meeting {
  const found = findMeeting(series, key)
  if (found) return found
  const [id = ''] = key.split('/')
  if (!series.some((each) => each.id === id)) throw unknownSeries(id, series)
  throw refuse(
    'meeting',
    `\`${key}\` is no meeting: the series \`${id}\` does not meet on that day.`,
    `\`wg meeting list ${id}\` prints the keys; a moved meeting keeps the day for which it was first planned.`,
  )
}
