import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Charter } from '../../../src/core/charters/charter.ts'
import { chartOn } from '../../../src/core/charters/chart.ts'
import { charterOn, stateSince } from '../../../src/core/charters/history.ts'
import { runChecks } from '../../../src/core/checks/check-table.ts'
import { renderPage } from '../../../src/core/pages/render-page.ts'
import { planStep } from '../../../src/core/plan/charter-step.ts'
import { addDays, type Day, parseDay } from '../../../src/core/time/day.ts'
import { readWorkspace } from '../../../src/core/workspace.ts'
import { runs } from '../../thoroughness.ts'

const day = (text: string) => parseDay(text)!
const START = day('2020-01-01')
const now = new Date('2026-11-22T12:00:00Z')

const GROUP = 'name: Example\nbodies: { board: Example Board, tsc: Steering, ctc: Core }\n'

function workspaceOf(head: string, steps: readonly string[]) {
  const text = `---\n${head}history:\n${steps.map((step) => `  - { ${step} }\n`).join('')}---\n\n# Core\n\nIt keeps.\n`
  return readWorkspace(
    new Map([
      ['wg.yml', GROUP],
      ['charters/core.md', text],
    ]),
  )
}

function charterOf(head: string, steps: readonly string[]): Charter {
  const { workspace, problems } = workspaceOf(head, steps)
  expect(problems).toEqual([])
  return workspace.charters.get('core')!
}

const HEAD = 'name: Core\nreports-to: tsc\nmission: Keep it.\n'

/** Each row: the steps, a day, and what the charter said then; `?` where nobody has written it down. */
const TABLE: readonly (readonly [string, readonly string[], string, readonly [string, string, string]])[] = [
  [
    'no step states anything',
    ['date: 2020-01-01, state: proposed'],
    '2020-06-01',
    ['Core', 'tsc', 'Keep it.'],
  ],
  ['before the first step', ['date: 2020-01-01, state: proposed'], '2019-12-31', ['Core', 'tsc', 'Keep it.']],
  [
    'the day before a statement',
    [
      'date: 2020-01-01, state: proposed, reports-to: ctc',
      'date: 2021-01-01, state: in-review, reports-to: tsc',
    ],
    '2020-12-31',
    ['Core', 'ctc', 'Keep it.'],
  ],
  [
    'the day of a statement',
    [
      'date: 2020-01-01, state: proposed, reports-to: ctc',
      'date: 2021-01-01, state: in-review, reports-to: tsc',
    ],
    '2021-01-01',
    ['Core', 'tsc', 'Keep it.'],
  ],
  [
    'only a later step states it',
    ['date: 2020-01-01, state: proposed', 'date: 2021-01-01, state: in-review, reports-to: tsc, name: Core'],
    '2020-12-31',
    ['?', '?', 'Keep it.'],
  ],
  [
    'before the first step, which states it',
    ['date: 2020-01-01, state: proposed, mission: Keep it.'],
    '2019-12-31',
    ['Core', 'tsc', '?'],
  ],
  [
    'two steps of one day: the later one',
    [
      'date: 2020-01-01, state: proposed, reports-to: ctc',
      'date: 2020-01-01, state: in-review, reports-to: tsc',
    ],
    '2020-01-01',
    ['Core', 'tsc', 'Keep it.'],
  ],
  [
    'a step that says nothing keeps what was said',
    [
      'date: 2020-01-01, state: proposed, name: Old',
      'date: 2020-02-01, state: in-review',
      'date: 2021-01-01, state: proposed, name: Core',
    ],
    '2020-03-01',
    ['Old', 'tsc', 'Keep it.'],
  ],
]

describe('what a charter said on a day', () => {
  test.each(TABLE)('%s', (_, steps, on, [name, reportsTo, mission]) => {
    const then = charterOn(charterOf(HEAD, steps), day(on))
    const told = (key: string, value: string | undefined) => (then.unrecorded.includes(key) ? '?' : value)
    expect([
      told('name', then.name),
      told('reports-to', then.reportsTo),
      told('mission', then.mission),
    ]).toEqual([name, reportsTo, mission])
  })

  test('a team whose name nobody has written down goes by its key, and no value of today shows', () => {
    const steps = [
      'date: 2020-01-01, state: proposed',
      'date: 2021-01-01, state: in-review, name: Core, reports-to: tsc',
    ]
    const then = charterOn(charterOf(HEAD, steps), day('2020-05-05'))
    expect(then.name).toBe('core')
    expect('reportsTo' in then).toBe(false)
  })

  test('what was undecided then is open then, and what is undecided now was not', () => {
    const steps = [
      'date: 2020-01-01, state: proposed, reports-to: undecided',
      'date: 2021-01-01, state: in-review, reports-to: ctc',
      'date: 2022-01-01, state: proposed, reports-to: undecided',
    ]
    const charter = charterOf('name: Core\nreports-to: undecided\nreview-by: undecided\n', steps)
    const open = (on: string) => [...charterOn(charter, day(on)).open].sort()
    expect(open('2020-05-05')).toEqual(['reports-to', 'review-by'])
    expect(open('2021-05-05')).toEqual(['review-by'])
    expect(open('2022-05-05')).toEqual(['reports-to', 'review-by'])
  })
})

const FIELDS = { name: 'name', 'reports-to': 'reportsTo', mission: 'mission' } as const
const VALUES = {
  name: ['Core', 'Old'],
  'reports-to': ['tsc', 'ctc', 'undecided'],
  mission: ['Keep it.', 'Lose it.'],
}

const saidArbitrary = fc.record(
  {
    name: fc.constantFrom(...VALUES.name),
    'reports-to': fc.constantFrom(...VALUES['reports-to']),
    mission: fc.constantFrom(...VALUES.mission),
  },
  { requiredKeys: [] },
)

/** A life of amendments, each some days after the one before it, with what each states. */
const lifeArbitrary = fc.array(fc.record({ after: fc.integer({ min: 0, max: 40 }), said: saidArbitrary }), {
  minLength: 1,
  maxLength: 6,
})

type Life = readonly { readonly after: number; readonly said: Partial<Record<keyof typeof FIELDS, string>> }[]

function datedLife(life: Life) {
  let date = START
  return life.map(({ after, said }) => ({ date: (date = addDays(date, after)), said }))
}

const stepText = ({ date, said }: ReturnType<typeof datedLife>[number]) =>
  [
    `date: ${date}, state: chartered, body: board, link: https://example.org/1`,
    ...Object.entries(said).map(([key, value]) => `${key}: ${value}`),
  ].join(', ')

/** Written another way than the program: forward, day by day. */
function walked(life: ReturnType<typeof datedLife>, key: keyof typeof FIELDS, on: Day): string | undefined {
  let known: string | undefined
  for (const { date, said } of life) if (date <= on && said[key] !== undefined) known = said[key]
  return known
}

describe('laws of the past', () => {
  const dayArbitrary = fc.integer({ min: -20, max: 260 }).map((count) => addDays(START, count))

  test('a key that steps state has the value of the last of them by then, or none; another key has that of the head', () => {
    fc.assert(
      fc.property(lifeArbitrary, dayArbitrary, (written, on) => {
        const life = datedLife(written)
        const then = charterOn(charterOf(HEAD, life.map(stepText)), on)
        const head = { name: 'Core', 'reports-to': 'tsc', mission: 'Keep it.' }
        for (const key of ['name', 'reports-to', 'mission'] as const) {
          const isStated = life.some(({ said }) => said[key] !== undefined)
          const value = isStated ? walked(life, key, on) : head[key]
          expect(then.unrecorded.includes(key)).toBe(value === undefined)
          if (value !== undefined) expect(then[FIELDS[key]]).toBe(value)
        }
      }),
      { numRuns: runs(60) },
    )
  })

  test('a charter of one day still knows every other day', () => {
    fc.assert(
      fc.property(lifeArbitrary, dayArbitrary, dayArbitrary, (written, one, other) => {
        const charter = charterOf(HEAD, datedLife(written).map(stepText))
        const sorted = (each: Charter) => ({ ...each, open: [...each.open].sort() })
        expect(sorted(charterOn(charterOn(charter, one), other))).toEqual(sorted(charterOn(charter, other)))
      }),
      { numRuns: runs(60) },
    )
  })

  test('an amendment changes no day of the past, and holds from its day on', () => {
    fc.assert(
      fc.property(lifeArbitrary, saidArbitrary, fc.integer({ min: 1, max: 30 }), (written, facts, after) => {
        const life = datedLife(written)
        const last = life.at(-1)!.date
        const end = (key: keyof typeof FIELDS) => walked(life, key, last)
        const head = {
          name: end('name') ?? 'Core',
          'reports-to': end('reports-to') ?? 'tsc',
          mission: end('mission') ?? 'Keep it.',
        }
        const text = Object.entries(head)
          .map(([key, value]) => `${key}: ${value}\n`)
          .join('')
        const { workspace } = workspaceOf(text, life.map(stepText))
        const on = addDays(last, after)
        const step = {
          to: 'chartered',
          day: on,
          planned: false,
          body: 'board',
          link: 'https://example.org/2',
        } as const
        const plan = planStep('core', { step, facts }, { workspace, now })
        const read = readWorkspace(new Map(workspace.texts).set('charters/core.md', plan.changes[0]!.after))
        expect(read.problems).toEqual([])
        expect(runChecks({ workspace: read.workspace, now }).map(({ rule }) => rule)).not.toContain(
          'history-ends-with-charter',
        )
        const [before, now2] = [workspace.charters.get('core')!, read.workspace.charters.get('core')!]
        const said = (charter: Charter, when: Day) => {
          const { name, reportsTo, mission, unrecorded } = charterOn(charter, when)
          return { name, reportsTo, mission, unrecorded }
        }
        for (const when of [...life.map(({ date }) => date), addDays(on, -1)])
          expect(said(now2, when)).toEqual(said(before, when))
        const meant = { ...head, ...facts }
        expect(said(now2, on)).toEqual({
          name: meant.name,
          reportsTo: meant['reports-to'],
          mission: meant.mission,
          unrecorded: [],
        })
      }),
      { numRuns: runs(40) },
    )
  })
})

const CHARTERED = 'date: 2020-01-01, state: chartered, body: board, link: https://example.org/1'

test('a page says what holds today of a change that is planned for a day ahead', () => {
  const { workspace } = workspaceOf('name: Core\nreports-to: tsc\n', [
    `${CHARTERED}, reports-to: ctc, name: Old Core`,
    'date: 2027-01-01, state: chartered, body: board, link: https://example.org/2, reports-to: tsc, name: Core',
  ])
  const page = '<!-- wg:charters -->\n<!-- /wg:charters -->\n'
  const at = (moment: string) =>
    renderPage(page, { workspace, now: new Date(moment), file: 'README.md' }).text ?? ''
  expect(at('2026-12-31T12:00Z')).toMatch(/Old Core.*\| Core +\|/)
  expect(at('2027-01-01T12:00Z')).toMatch(/\[Core\].*\| Steering/)
})

test('a chart draws a line to what is not recorded, not to the body of today', () => {
  const { workspace } = workspaceOf('name: Core\nreports-to: tsc\n', [
    CHARTERED,
    'date: 2021-01-01, state: chartered, body: board, link: https://example.org/2, reports-to: tsc',
  ])
  const edgesOn = (on: string) =>
    chartOn(day(on), 'Teams', workspace).edges.map(({ from, to, kind }) => `${from} ${kind} ${to}`)
  expect(edgesOn('2020-05-05')).toEqual(['core reports to not--recorded'])
  expect(edgesOn('2021-05-05')).toEqual(['core reports to tsc'])
  const { nodes, description } = chartOn(day('2020-05-05'), 'Teams', workspace)
  expect(nodes.at(-1)).toMatchObject({ kind: 'open', name: 'not recorded' })
  expect(description).toContain('To whom Core reports is not recorded.')
})

describe('steps that stay in a state', () => {
  const life = (...steps: readonly string[]) =>
    workspaceOf('name: Core\nreports-to: tsc\n', [CHARTERED, ...steps]).workspace
  const LOST = 'date: 2021-01-01, state: dechartered, body: board, link: https://example.org/2'
  const rules = (workspace: ReturnType<typeof life>) => runChecks({ workspace, now }).map(({ rule }) => rule)

  test.each([
    ['dechartered', LOST, ', body: board, link: https://example.org/3'],
    ['re-chartering', 'date: 2021-01-01, state: re-chartering', ''],
    ['dormant', 'date: 2021-01-01, state: dormant', ''],
  ])('a team that is %s may stay so by saying what changed, and only then', (state, entry, why) => {
    const step = `date: 2022-01-01, state: ${state}${why}`
    expect(rules(life(entry, `${step}, reports-to: tsc`))).not.toContain('step-is-legal')
    expect(rules(life(entry, step))).toContain('step-is-legal')
    expect(stateSince(life(entry, `${step}, reports-to: tsc`).charters.get('core')!, day('2023-01-01'))).toBe(
      day('2021-01-01'),
    )
  })

  test('a team that has ended stays ended without a word', () => {
    const end = 'date: 2021-01-01, state: concluded, body: board, link: https://example.org/2'
    expect(rules(life(end, 'date: 2022-01-01, state: concluded, link: x, reports-to: tsc'))).toContain(
      'step-is-legal',
    )
  })
})

test.each([
  ['reports-to: tsc', 'reports-to: ctc', true],
  ['reports-to: tsc', 'reports-to: tsc', false],
  ['mission: Keep it.', 'reports-to: ctc', true],
  ['mission: Keep it.', 'mission: Lose it.', true],
  ['reports-to: tsc', 'name: Other', true],
  ['reports-to: tsc', 'name: Core', false],
])('a head with `%s` and a history that ends with `%s`', (head, said, isFault) => {
  const { workspace } = workspaceOf(`name: Core\n${head}\n`, [`${CHARTERED}, ${said}`])
  const found = runChecks({ workspace, now }).filter(({ rule }) => rule === 'history-ends-with-charter')
  expect(found.map(({ place }) => place?.line)).toEqual(isFault ? [5] : [])
})
