import type { Day } from '../time/day.ts'
import type { Charter, Step } from './charter.ts'
import { ENDED, IN_FORCE, type State } from './states.ts'

/** The last step of a team's history by a day; undefined before its first. */
export function lastStepOn({ history }: Pick<Charter, 'history'>, day: Day): Step | undefined {
  return history.filter(({ date }) => date <= day).at(-1)
}

/** The state of a team on a day; undefined before its first step. */
export function stateOn(charter: Pick<Charter, 'history'>, day: Day): State | undefined {
  return lastStepOn(charter, day)?.state
}

/** The day on which a team ended, when it has ended by a day. */
export function endedBy(charter: Pick<Charter, 'history'>, day: Day): Day | undefined {
  const last = lastStepOn(charter, day)
  return last && ENDED.includes(last.state) ? last.date : undefined
}

/** Whether a team is there on a day: it has been proposed, and has not ended. */
export function existsOn(charter: Pick<Charter, 'history'>, day: Day): boolean {
  return stateOn(charter, day) !== undefined && endedBy(charter, day) === undefined
}

/** The step that ratified the charter that is in force on a day; undefined when none is. */
export function ratificationOn({ history }: Pick<Charter, 'history'>, day: Day): Step | undefined {
  const past = history.filter(({ date }) => date <= day)
  const last = past.at(-1)
  if (last === undefined || !IN_FORCE.includes(last.state)) return undefined
  return past.findLast(({ state }) => state === 'chartered')
}
