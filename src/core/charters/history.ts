import { given } from '../given.ts'
import type { Day } from '../time/day.ts'
import type { Charter, Step } from './charter.ts'
import { ENDED, IN_FORCE, type State, STATE_RULES } from './states.ts'
import { UNDECIDED } from './written-charter.ts'

/** What a step may say of the charter from then on: the key as people write it, and the field. */
export const STATEMENTS = [
  { key: 'name', field: 'name' },
  { key: 'reports-to', field: 'reportsTo' },
  { key: 'mission', field: 'mission' },
] as const

export type Statement = (typeof STATEMENTS)[number]

/** What stands where nobody has written down what a charter said on a day. */
export const NOT_RECORDED = 'not recorded'

/** A value of a charter as it was on a day, for people; undefined when the charter did not state it. */
export function orNotRecorded(
  { unrecorded }: Charter,
  key: Statement['key'],
  value: string | undefined,
): string | undefined {
  return unrecorded.includes(key) ? NOT_RECORDED : value
}

/** Whether a step says what changed in the charter with it. */
function isStatement(step: Step): boolean {
  return STATEMENTS.some(({ field }) => step[field] !== undefined)
}

/**
 * A charter with the name, the reporting line and the mission that it had on a day: those of the last step by then that states
 * them. What no step states is taken to have always been so; what only later steps state was something else that nobody has
 * written down, so it is left out and stands in `unrecorded`; a team without a recorded name goes by its key.
 */
export function charterOn(charter: Charter, day: Day): Charter {
  const { team, history } = charter
  const past = history.filter(({ date }) => date <= day)
  const said = STATEMENTS.filter(({ field }) => history.some((step) => step[field] !== undefined)).map(
    ({ key, field }) => ({ key, field, value: past.findLast((step) => step[field] !== undefined)?.[field] }),
  )
  if (said.length === 0) return charter
  const values: Partial<Record<Statement['field'], string | undefined>> = Object.fromEntries(
    said.map(({ field, value }) => [field, value]),
  )
  const keysWith = (wanted: string | undefined) =>
    said.flatMap(({ key, value }) => (value === wanted ? [key] : []))
  const { name, reportsTo, mission } = { ...charter, ...values }
  return {
    ...given({ ...charter, reportsTo, mission }),
    name: name ?? team,
    open: [...charter.open.filter((key) => !said.some((each) => each.key === key)), ...keysWith(UNDECIDED)],
    unrecorded: keysWith(undefined),
  }
}

/** All charters as they were on a day. */
export function chartersOn(charters: ReadonlyMap<string, Charter>, day: Day): ReadonlyMap<string, Charter> {
  return new Map([...charters].map(([team, charter]) => [team, charterOn(charter, day)]))
}

/** The last step of a team's history by a day; undefined before its first. */
export function lastStepOn({ history }: Pick<Charter, 'history'>, day: Day): Step | undefined {
  return history.filter(({ date }) => date <= day).at(-1)
}

/** The state of a team on a day; undefined before its first step. */
export function stateOn(charter: Pick<Charter, 'history'>, day: Day): State | undefined {
  return lastStepOn(charter, day)?.state
}

/** The day since which a team has been in the state that it is in on a day: a step that stays in a state does not begin it anew, but a second charter does. */
export function stateSince({ history }: Pick<Charter, 'history'>, day: Day): Day | undefined {
  return history.filter(({ date }, index) => date <= day && !staysAt(history, index)).at(-1)?.date
}

/** Whether a step leaves a team in its state only to say what changed in the charter. */
export function staysAt(history: readonly Step[], index: number): boolean {
  const [before, step] = [history[index - 1]?.state, history[index]]
  return step !== undefined && step.state === before && mayStay(step.state) && isStatement(step)
}

/** Whether a team can stay in a state by a step that says what changed: while it is there, and where such a step is no second charter. */
export function mayStay(state: State): boolean {
  return !ENDED.includes(state) && !STATE_RULES[state].next.includes(state)
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
