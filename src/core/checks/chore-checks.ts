import { CANCEL_NOTICE, choresOf, type StatedChores } from '../chores/written-chores.ts'
import { describeMinutes } from '../time/span.ts'
import { GROUP_FILE, seriesFile } from '../workspace.ts'
import type { Check, CheckMatter, Finding } from './check.ts'

/** A series that says nothing of it gets the fault of the group only once, at the group's own lines. */
function cancellingLeavesTime({ workspace }: CheckMatter): readonly Finding[] {
  const { group, series } = workspace
  const own = series.filter(({ chores }) => saysSomething(chores))
  const stated = [
    ...(saysSomething(group.chores) ? [{ file: GROUP_FILE, chores: group.chores }] : []),
    ...own.map(({ id, chores }) => ({ file: seriesFile(id, workspace), chores })),
  ]
  return stated.flatMap(({ file, chores }) => {
    const { cancelEmpty, cancelGrace } = choresOf({ chores }, group)
    if (cancelEmpty === false || cancelEmpty >= cancelGrace + CANCEL_NOTICE) return []
    const key = chores.cancelEmpty === undefined ? 'cancel-grace' : 'cancel-empty'
    return [
      {
        message: `No meeting can be cancelled ${describeMinutes(cancelEmpty)} before it begins: the proposal has to stand for ${describeMinutes(cancelGrace)}, and ${describeMinutes(CANCEL_NOTICE)} before the meeting it is too late.`,
        hint: 'Let `cancel-empty` be earlier, or `cancel-grace` shorter.',
        place: workspace.placeOf(file, ['chores', key]),
      },
    ]
  })
}

function saysSomething({ cancelEmpty, cancelGrace }: StatedChores): boolean {
  return cancelEmpty !== undefined || cancelGrace !== undefined
}

/** The checks of what the scheduled run is told to do. */
export const choreChecks: readonly Check[] = [
  {
    name: 'cancelling-leaves-time',
    severity: 'warning',
    sentence: 'A meeting that is cancelled for its agenda is proposed early enough.',
    find: cancellingLeavesTime,
  },
]
