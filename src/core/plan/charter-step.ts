import { bodyNameOn } from '../charters/body-on.ts'
import { charterFile, type Charter } from '../charters/charter.ts'
import { mayStay, type Statement, STATEMENTS } from '../charters/history.ts'
import { nextStates, type State, statesBefore, STATE_RULES } from '../charters/states.ts'
import { STEP_KEYS } from '../charters/written-charter.ts'
import { given } from '../given.ts'
import { refuse } from '../problem.ts'
import type { YamlChange } from '../text/yaml-change.ts'
import type { YamlData } from '../text/yaml-print.ts'
import type { Day } from '../time/day.ts'
import { latestToday, todayAt } from '../time/today.ts'
import { CHARTER_KEYS, charterOf, type CharterMatter, planCharterEdit } from './charter-file.ts'
import type { Plan, WriteFile } from './change.ts'

/** A step that a team takes. */
export interface NewStep {
  readonly to: State
  readonly day: Day
  /** Whether a day that has not come is meant so. */
  readonly planned: boolean
  readonly body?: string
  readonly link?: string
  readonly note?: string
}

/** Values of the front matter to be set, by their keys. */
export type CharterFacts = Readonly<Record<string, YamlData>>

/** Plans a step in the life of a team, with other facts that change with it. Refuses a step that is not legal, and one that does not say what it must. */
export function planStep(
  team: string,
  { step, facts = {} }: { readonly step: NewStep; readonly facts?: CharterFacts },
  matter: CharterMatter,
): Plan<WriteFile> {
  const charter = charterOf(team, matter.workspace)
  const said = statementsOf(charter, facts)
  if (said.length === 0 || !staysIn(charter, step.to)) refuseStep(charter, step)
  refuseDay(charter, step, matter.now)
  refuseUnfounded(step)
  const { to, day, body, link, note } = step
  const statements = Object.fromEntries(said.map(({ key, value }) => [key, value]))
  const value = given({ date: day, state: to, body, link, note, ...statements }) as YamlData
  const changes: YamlChange[] = [
    ...setFacts(facts),
    ...keepPast(charter, said),
    { kind: 'append', path: ['history'], values: [value] },
  ]
  const by = body === undefined ? '' : `, by ${bodyNameOn(body, day, matter.workspace)}`
  const isAmended = charter.history.at(-1)?.state === to
  const what = !isAmended
    ? STATE_RULES[to].says
    : to === 'chartered'
      ? 'has another charter'
      : `has another ${said.map(({ key }) => `\`${key}\``).join(', ')}`
  const notes = [`${charter.name} ${what} from ${day} on${by}.`]
  return planCharterEdit(team, { changes, notes }, { ...matter, now: later(matter.now, day) })
}

/** Whether changes of a charter are a step of their own: those of one in force, and what the history of a team that works on without one tells. */
export function needsStep(charter: Charter, facts: CharterFacts): boolean {
  const state = charter.history.at(-1)?.state
  if (state === undefined || DRAFTS.includes(state)) return false
  return nextStates(state).includes(state) || (mayStay(state) && statementsOf(charter, facts).length > 0)
}

/** The states in which a charter may be rewritten without anybody's leave. */
const DRAFTS: readonly State[] = ['proposed', 'in-review']

/** Plans changes of a charter that are no step: those of a draft. What the history states of a draft is put right with it. */
export function planFacts(team: string, facts: CharterFacts, matter: CharterMatter): Plan<WriteFile> {
  const charter = charterOf(team, matter.workspace)
  const { name, history } = charter
  const stated = statementsOf(charter, facts)
    .filter(({ field }) => history.some((step) => step[field] !== undefined))
    .map((statement) => stateAt(history.length - 1, statement))
  const keys = Object.keys(facts).map((key) => `\`${key}\``)
  return planCharterEdit(
    team,
    {
      changes: [...setFacts(facts), ...stated],
      notes: [`The charter of ${name} has another ${keys.join(', ')}.`],
    },
    matter,
  )
}

function setFacts(facts: CharterFacts): YamlChange[] {
  return Object.entries(facts).map(([key, value]) => ({
    kind: 'set',
    path: [],
    key,
    value,
    order: CHARTER_KEYS,
  }))
}

/** What a step must state: the facts of the history that change. */
type Said = Statement & { readonly value: YamlData }

function statementsOf(charter: Charter, facts: CharterFacts): readonly Said[] {
  return STATEMENTS.flatMap(({ key, field }): Said[] => {
    const value = facts[key]
    return value === undefined || value === charter[field] ? [] : [{ key, field, value } as Said]
  })
}

/** What held until now is written into the first step where none states it, or nobody could say later what it was. */
function keepPast(charter: Charter, said: readonly Said[]): YamlChange[] {
  return said.flatMap((statement): YamlChange[] => {
    const { field } = statement
    const value = charter[field]
    const isKnown = charter.history.some((step) => step[field] !== undefined)
    return isKnown || value === undefined ? [] : [stateAt(0, { ...statement, value })]
  })
}

function stateAt(index: number, { key, value }: Said): YamlChange {
  return { kind: 'set', path: ['history', index], key, value, order: STEP_KEYS }
}

function staysIn({ history }: Charter, to: State): boolean {
  return mayStay(to) && history.at(-1)?.state === to
}

function refuseStep({ team, name, history }: Charter, { to }: NewStep): void {
  const from = history.at(-1)?.state
  const legal = nextStates(from)
  if (legal.includes(to)) return
  const ways = legal.map((state) => `\`${state}\``).join(', ')
  throw refuse(
    'charter',
    `${name} is \`${from ?? ''}\`, and from there no team can become \`${to}\` in one step.`,
    legal.length === 0
      ? `Nothing comes after \`${from ?? ''}\`. A team that takes its work up again has a charter of its own: \`wg charter new …\`.`
      : `It can become: ${ways}. \`${to}\` comes after: ${statesBefore(to)
          .map((state) => `\`${state}\``)
          .join(', ')}. See \`wg charter history ${team}\`.`,
  )
}

const OPTIONS = {
  body: 'who decided it, `--by <body>`',
  link: 'where that can be read, `--link <address or file>`',
}

function refuseUnfounded(step: NewStep): void {
  const missing = STATE_RULES[step.to].needs.filter((fact) => step[fact] === undefined)
  if (missing.length === 0) return
  throw refuse(
    'charter',
    `A step to \`${step.to}\` must say ${missing.map((fact) => OPTIONS[fact]).join(', and ')}.`,
    'The body is a team, or a body of `bodies` in wg.yml.',
  )
}

function refuseDay({ team, history }: Charter, { day, planned }: NewStep, now: Date): void {
  const last = history.at(-1)
  if (last && day < last.date) {
    throw refuse(
      'charter',
      `The last step of \`${team}\` is of ${last.date}, so the next one cannot be of ${day}.`,
      `Name a later day, \`--on ${last.date}\`; a step that was forgotten is written into ${charterFile(team)} by hand.`,
    )
  }
  if (day <= latestToday(now) || planned) return
  throw refuse(
    'charter',
    `${day} has not come yet.`,
    'If the step is meant for that day, say so with `--planned`.',
  )
}

/** What a step of a day ahead makes true is seen on that day. */
function later(now: Date, day: Day): Date {
  return day > todayAt(now) ? new Date(`${day}T12:00:00Z`) : now
}
