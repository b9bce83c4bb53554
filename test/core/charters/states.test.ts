import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ENDED,
  FIRST_STATES,
  nextStates,
  type State,
  STATES,
  statesBefore,
} from '../../../src/core/charters/states.ts'
import { lastStepOn, ratificationOn, stateOn } from '../../../src/core/charters/history.ts'
import { runChecks } from '../../../src/core/checks/check-table.ts'
import { planStep } from '../../../src/core/plan/charter-step.ts'
import { Refusal } from '../../../src/core/problem.ts'
import { addDays, type Day, parseDay } from '../../../src/core/time/day.ts'
import { readWorkspace } from '../../../src/core/workspace.ts'
import { runs } from '../../thoroughness.ts'

const day = (text: string) => parseDay(text)!
const now = new Date('2026-11-22T12:00:00Z')

/** Every step that a team may take, written down by hand from the lives of real groups; whatever is not here is illegal. */
const LEGAL: Readonly<Record<State, string>> = {
  proposed: 'in-review chartered concluded replaced',
  'in-review': 'proposed chartered concluded replaced',
  chartered: 'chartered re-chartering dormant concluded replaced dechartered',
  're-chartering': 'chartered dormant concluded replaced dechartered',
  dormant: 'chartered re-chartering concluded replaced dechartered',
  concluded: 'proposed in-review',
  replaced: '',
  dechartered: 'proposed in-review chartered concluded replaced',
}

type Written = readonly { readonly date: string; readonly state: string }[]

function workspaceWith(history: Written) {
  const steps = history.map(
    ({ date, state }) => `  - { date: ${date}, state: ${state}, body: board, link: https://example.org/1 }\n`,
  )
  const heir = history.at(-1)?.state === 'replaced' ? 'replaced-by: board\n' : ''
  return readWorkspace(
    new Map([
      ['wg.yml', 'name: Example\nbodies: { board: Example Board }\n'],
      [
        'charters/core.md',
        `---\nname: Core\n${heir}history:\n${steps.join('')}---\n\n# Core\n\nIt keeps the core.\n`,
      ],
    ]),
  ).workspace
}

const rulesOf = (history: Written) =>
  runChecks({ workspace: workspaceWith(history), now }).map(({ rule }) => rule)

/** A legal life that ends in a state. */
const WAYS: Readonly<Record<State, readonly State[]>> = {
  proposed: ['proposed'],
  'in-review': ['in-review'],
  chartered: ['chartered'],
  're-chartering': ['chartered', 're-chartering'],
  dormant: ['chartered', 'dormant'],
  concluded: ['chartered', 'concluded'],
  replaced: ['chartered', 'replaced'],
  dechartered: ['chartered', 'dechartered'],
}

const lived = (states: readonly State[]): Written =>
  states.map((state, index) => ({ date: addDays(day('2020-01-01'), index * 30), state }))

const pairs = STATES.flatMap((from) => STATES.map((to) => [from, to] as const))

describe('a step', () => {
  test.each(pairs)(
    'from %s to %s is allowed or refused as the table says, by check and by command',
    (from, to) => {
      const isLegal = LEGAL[from].split(' ').includes(to)
      expect(rulesOf(lived([...WAYS[from], to]))).toEqual(isLegal ? [] : ['step-is-legal'])

      const workspace = workspaceWith(lived(WAYS[from]))
      const step = {
        to,
        day: day('2026-11-01'),
        planned: false,
        body: 'board',
        link: 'https://example.org/2',
      }
      const facts = to === 'replaced' ? { 'replaced-by': 'board' } : {}
      const plan = () => planStep('core', { step, facts }, { workspace, now })
      if (!isLegal) expect(plan).toThrow(Refusal)
      else {
        const [change] = plan().changes
        const after = readWorkspace(new Map(workspace.texts).set('charters/core.md', change!.after)).workspace
        expect(stateOn(after.charters.get('core')!, day('2026-11-01'))).toBe(to)
        expect(stateOn(after.charters.get('core')!, day('2026-10-31'))).toBe(from)
        expect(runChecks({ workspace: after, now })).toEqual([])
      }
    },
  )

  test.each(STATES)('can begin a life with %s or not', (state) => {
    const isFirst = ['proposed', 'in-review', 'chartered'].includes(state)
    expect(rulesOf(lived([state]))).toEqual(isFirst ? [] : ['step-is-legal'])
  })

  test('leads into every state from the first ones', () => {
    const reached = new Set<State>(FIRST_STATES)
    for (const state of reached) nextStates(state).forEach((next) => reached.add(next))
    expect([...reached].sort()).toEqual([...STATES].sort())
    expect(
      STATES.filter((state) => !FIRST_STATES.includes(state) && statesBefore(state).length === 0),
    ).toEqual([])
  })
})

/** A walk through legal steps, with days that rise. */
const life = fc
  .array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 400 })), { minLength: 1, maxLength: 12 })
  .map((choices) => {
    const history: { date: Day; state: State }[] = []
    let date = day('2010-01-01')
    for (const [choice, days] of choices) {
      const states = nextStates(history.at(-1)?.state)
      if (states.length === 0) break
      date = addDays(date, days)
      history.push({ date, state: states[choice % states.length]! })
    }
    return history
  })

describe('a random life', () => {
  test('of legal steps has no fault of its history, and one that is turned round has', () => {
    fc.assert(
      fc.property(life, (history) => {
        expect(rulesOf(history).filter((rule) => /^(history|step)-/.test(rule))).toEqual([])
        const first = history[0]!
        if (history.every(({ date }) => date === first.date)) return
        expect(rulesOf(history.toReversed())).toContain('history-rises')
      }),
      { numRuns: runs(60) },
    )
  })

  test('is on every day what its last step by then says', () => {
    fc.assert(
      fc.property(life, fc.integer({ min: -100, max: 6000 }), (history, offset) => {
        const on = addDays(day('2010-01-01'), offset)
        let expected: State | undefined
        for (const { date, state } of history) if (date <= on) expected = state
        expect(stateOn({ history }, on)).toBe(expected)
        expect(lastStepOn({ history }, on)?.state).toBe(expected)
        const ratified = ratificationOn({ history }, on)
        const inForce = expected === 'chartered' || expected === 're-chartering' || expected === 'dormant'
        expect(ratified !== undefined).toBe(inForce)
        if (ratified) expect(ratified.state).toBe('chartered')
      }),
      { numRuns: runs(200) },
    )
  })

  test('can end from every state in which it has not ended for good', () => {
    for (const state of STATES)
      if (!ENDED.includes(state))
        expect(nextStates(state)).toEqual(expect.arrayContaining(['concluded', 'replaced']))
  })
})
