import { describe, expect, test } from 'vitest'
import { runChecks } from '../../../src/core/checks/check-table.ts'
import { findOverlaps } from '../../../src/core/meetings/overlaps.ts'
import type { Day } from '../../../src/core/time/day.ts'
import { workspaceOf } from '../calendar/publish.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const charter = (name: string) =>
  `---\nname: ${name}\nhistory:\n  - { date: 2025-01-01, state: chartered }\n---\n\n# ${name}\n\nIt meets.\n`

/** A weekly series of its own team; `at` is the first meeting and its zone. */
const series = (team: string, at: string, more = '') => {
  const [day = '', time = '', zone = 'UTC'] = at.split(' ')
  return `title: ${team}\nteam: ${team}\nstarts: ${day} ${time}\nzone: ${zone}\nrepeats: every week\n${more}`
}

type Settings = { readonly group?: string; readonly members?: string }

const found = (
  all: Readonly<Record<string, string>>,
  { group = '', members = 'members: []\n' }: Settings,
) => {
  const workspace = workspaceOf({
    'wg.yml': `name: Example\n${group}`,
    'members.yml': members,
    ...Object.fromEntries(['a', 'b', 'c', 'd'].map((team) => [`charters/${team}.md`, charter(team)])),
    ...Object.fromEntries(Object.entries(all).map(([id, text]) => [`meetings/${id}.yml`, text])),
  })
  return runChecks({ workspace, now: NOW }).filter(({ rule }) => /overlap|allowance/.test(rule))
}

/** What the checks of overlaps and of allowances say about two to four series of as many teams. */
const complaints = (all: Readonly<Record<string, string>>, settings: Settings = {}) =>
  found(all, settings).map(({ rule, severity, message }) => `${rule} ${severity} ${message}`)

const hints = (all: Readonly<Record<string, string>>, settings: Settings = {}) =>
  found(all, settings).map(({ hint }) => hint)

const THURSDAY = '2026-12-03'
const JOIN = 'join: https://example.org/j\n'
const ZOOM = 'resource: zoom-1\n'
const CHAIRS = `members:
  - { login: ada-example, name: Ada Example, serves: [{ team: a, role: chair, since: 2025-01-01 }, { team: b, role: co-chair, since: 2025-01-01, until: 2027-01-15 }] }
  - { login: bo-example, name: Bo Example, serves: [{ team: a }, { team: b, role: chair }] }
`

/** What is needed twice at once, or not: the second series, and a part of the message; none where all is well. */
const CASES: readonly (readonly [string, Readonly<Record<string, string>>, string | undefined])[] = [
  [
    'one link at one time',
    { a: series('a', `${THURSDAY} 15:00`, JOIN), b: series('b', `${THURSDAY} 15:30`, JOIN) },
    'they have one join link, `https://example.org/j`',
  ],
  [
    'one link, one after the other',
    { a: series('a', `${THURSDAY} 15:00`, JOIN), b: series('b', `${THURSDAY} 16:00`, JOIN) },
    undefined,
  ],
  [
    'one link, overlapping by a minute',
    {
      a: series('a', `${THURSDAY} 15:00`, `${JOIN}duration: 61 minutes\n`),
      b: series('b', `${THURSDAY} 16:00`, JOIN),
    },
    'they have one join link',
  ],
  [
    'two links at one time',
    {
      a: series('a', `${THURSDAY} 15:00`, JOIN),
      b: series('b', `${THURSDAY} 15:00`, 'join: https://example.org/k\n'),
    },
    undefined,
  ],
  [
    'no link at one time',
    { a: series('a', `${THURSDAY} 15:00`), b: series('b', `${THURSDAY} 15:00`) },
    undefined,
  ],
  [
    'one link at one instant in two zones',
    {
      a: series('a', `${THURSDAY} 15:00 Europe/Vienna`, JOIN),
      b: series('b', `${THURSDAY} 19:30 Asia/Kolkata`, JOIN),
    },
    '`a`: Thu 3 Dec 2026, 14:00–15:00 UTC = Thu 3 Dec 2026, 15:00–16:00 Europe/Vienna; `b`: Thu 3 Dec 2026, 14:00–15:00 UTC = Thu 3 Dec 2026, 19:30–20:30 Asia/Kolkata',
  ],
  // Vienna and New York are six hours apart, and five from 14 to 27 March 2027 and from 31 October to 6 November.
  [
    'one link, together only while one of two zones has changed its clocks',
    {
      a: series('a', `${THURSDAY} 20:00 Europe/Vienna`, JOIN),
      b: series('b', `${THURSDAY} 15:00 America/New_York`, JOIN),
    },
    '`a/2027-03-18` and `b/2027-03-18`',
  ],
  [
    'one link, across midnight',
    { a: series('a', `${THURSDAY} 23:30`, JOIN), b: series('b', `2026-12-04 00:15`, JOIN) },
    '`a`: Thu 3 Dec 2026, 23:30–Fri 4 Dec 2026, 00:30 UTC; `b`: Fri 4 Dec 2026, 00:15–01:15 UTC',
  ],
  [
    'one link, of which one meeting was cancelled',
    {
      a: series('a', `${THURSDAY} 15:00`, `until: 2026-12-03\n${JOIN}changes:\n  2026-12-03: cancelled\n`),
      b: series('b', `${THURSDAY} 15:00`, JOIN),
    },
    undefined,
  ],
  [
    'one link, of which one meeting was moved away',
    {
      a: series(
        'a',
        `${THURSDAY} 15:00`,
        `until: 2026-12-03\n${JOIN}changes:\n  2026-12-03: moved to 17:00\n`,
      ),
      b: series('b', `${THURSDAY} 15:00`, JOIN),
    },
    undefined,
  ],
  [
    'one link, onto which one meeting was moved',
    {
      a: series('a', `${THURSDAY} 11:00`, `${JOIN}changes:\n  2026-12-03: moved to 2026-12-10 15:20\n`),
      b: series('b', `${THURSDAY} 15:00`, JOIN),
    },
    '`b/2026-12-10` and `a/2026-12-03`',
  ],
  [
    'one link, over a year from now',
    { a: series('a', '2028-01-06 15:00', JOIN), b: series('b', '2028-01-06 15:00', JOIN) },
    undefined,
  ],
  [
    'one resource that holds one',
    { a: series('a', `${THURSDAY} 15:00`, ZOOM), b: series('b', `${THURSDAY} 15:30`, ZOOM) },
    '`zoom-1` can hold only one',
  ],
  [
    'a link of a rotation',
    {
      a: series(
        'a',
        `${THURSDAY} 15:00`,
        'rotation:\n  - { name: E, time: 15:00, join: https://example.org/j }\n  - { name: W, time: 20:00, join: https://example.org/w }\n',
      ),
      b: series('b', `2026-12-10 20:30`, 'join: https://example.org/w\n'),
    },
    '`a/2026-12-10` and `b/2026-12-10`',
  ],
]

describe('two meetings', () => {
  test.each(CASES)('%s', (_, all, part) => {
    const found = complaints(all)
    expect(found.length).toBe(part === undefined ? 0 : 1)
    expect(found[0] ?? '').toContain(part ?? '')
  })

  test('of one team cannot be at once, whatever their links', () => {
    const [found, ...others] = complaints({
      a1: series('a', `${THURSDAY} 15:00`),
      a2: series('a', `${THURSDAY} 15:30`),
    })
    expect(others).toEqual([])
    expect(found).toMatch(
      /^meetings-do-not-overlap error `a1\/2026-12-03` and `a2\/2026-12-03`.*the team `a` cannot be in both/,
    )
    expect(found).toContain('The same happens 50 more times within a year.')
  })

  test('are named once, with every cause', () => {
    const [found, ...others] = complaints({
      a1: series('a', `${THURSDAY} 15:00`, JOIN + ZOOM),
      a2: series('a', `${THURSDAY} 15:30`, JOIN + ZOOM),
    })
    expect(others).toEqual([])
    expect(found).toContain(
      'they have one join link, `https://example.org/j`; `zoom-1` can hold only one; the team `a` cannot be in both.',
    )
  })

  test('cannot have one chair at once, while both terms last', () => {
    const found = complaints(
      { a: series('a', `${THURSDAY} 15:00`), b: series('b', `${THURSDAY} 15:30`) },
      { members: CHAIRS },
    )
    expect(found).toEqual([expect.stringContaining('`ada-example` leads both')])
    // The first is on 3 December and the last within the term on 14 January.
    expect(found[0]).toContain('happens 6 more times')
    const after = { a: series('a', '2027-01-21 15:00'), b: series('b', '2027-01-21 15:30') }
    expect(complaints(after, { members: CHAIRS })).toEqual([])
  })
})

describe('a resource that holds two', () => {
  const group = 'resources: { zoom-1: 2 }\n'
  const three = {
    a: series('a', `${THURSDAY} 15:00`, ZOOM),
    b: series('b', `${THURSDAY} 15:10`, ZOOM),
    c: series('c', `${THURSDAY} 15:20`, ZOOM),
  }

  test('takes two meetings, and one after another', () => {
    const { a, b } = three
    expect(complaints({ a, b, c: series('c', `${THURSDAY} 16:00`, ZOOM) }, { group })).toEqual([])
  })

  test('does not take a third, which is named once', () => {
    expect(complaints(three, { group })).toEqual([
      expect.stringContaining(
        '`a/2026-12-03` and `c/2026-12-03` are at the same time: `zoom-1` can hold only 2, and `b/2026-12-03` has it too',
      ),
    ])
  })

  test('does not take a third that is allowed beside one of them alone', () => {
    expect(complaints(three, { group: `${group}overlaps: [[c, a]]\n` })).toEqual([
      expect.stringContaining('`b/2026-12-03` and `c/2026-12-03` are at the same time: `zoom-1`'),
    ])
    expect(complaints(three, { group: `${group}overlaps: [[b, c]]\n` })).toEqual([
      expect.stringContaining('`a/2026-12-03` and `c/2026-12-03` are at the same time: `zoom-1`'),
    ])
  })

  test('takes a third that is allowed beside both, as the hint says', () => {
    expect(hints(three, { group })).toEqual([
      'Move or cancel one of them; if it is meant so, add `[a/2026-12-03, c/2026-12-03]` and `[b/2026-12-03, c/2026-12-03]` to `overlaps` in wg.yml, or `[a, c]` and `[b, c]` for all of them.',
    ])
    expect(complaints(three, { group: `${group}overlaps: [[a, c], [b, c]]\n` })).toEqual([])
  })

  test('hides nothing when a pair is allowed for another reason', () => {
    const four = {
      a: series('a', `${THURSDAY} 15:00`, ZOOM + JOIN),
      b: three.b,
      c: series('c', `${THURSDAY} 15:20`, ZOOM + JOIN),
      d: series('d', `${THURSDAY} 15:30`, ZOOM),
    }
    expect(complaints(four, { group: `${group}overlaps: [[a, c]]\n` })).toEqual([
      expect.stringContaining('`b/2026-12-03` and `c/2026-12-03` are at the same time: `zoom-1`'),
      expect.stringContaining(
        '`a/2026-12-03` and `d/2026-12-03` are at the same time: `zoom-1` can hold only 2, and `b/2026-12-03` and `c/2026-12-03` have it too',
      ),
    ])
  })
})

describe('an allowance', () => {
  const both = { a: series('a', `${THURSDAY} 15:00`, JOIN), b: series('b', `${THURSDAY} 15:30`, JOIN) }
  const allowed = (...pairs: string[]) => complaints(both, { group: `overlaps: [${pairs.join(', ')}]\n` })

  test('by series covers every meeting, by keys in any order just those', () => {
    expect(allowed('[a, b]')).toEqual([])
    expect(allowed('[b, a]')).toEqual([])
    for (const pair of ['[a/2026-12-03, b/2026-12-03]', '[b/2026-12-03, a/2026-12-03]', '[b, a/2026-12-03]'])
      expect(allowed(pair)).toEqual([expect.stringContaining('`a/2026-12-10` and `b/2026-12-10`')])
  })

  test('between three meetings covers just the pair it names', () => {
    const three = { ...both, c: series('c', `${THURSDAY} 15:40`, JOIN) }
    const found = complaints(three, { group: 'overlaps: [[a, b], [a, c]]\n' })
    expect(found).toEqual([expect.stringContaining('`b/2026-12-03` and `c/2026-12-03`')])
  })

  test.each<readonly [string, string]>([
    [
      '[a/2026-12-03, b/2026-12-10]',
      'allowance-is-needed error `a/2026-12-03` and `b/2026-12-10` are allowed to overlap, and do not within the next year.',
    ],
    ['[a, a]', 'allowance-is-needed error `a` and `a` are allowed to overlap, and do not'],
    ['[a, bb]', 'allowance-is-needed error `bb` may overlap, and there is no series `bb`.'],
    [
      '[a/2026-12-04, b]',
      'allowance-is-needed error `a/2026-12-04` may overlap, and is no meeting: `a` does not meet on that day.',
    ],
  ])('%s that is needless is an error', (pair, message) => {
    expect(allowed('[a, b]', pair)).toEqual([expect.stringContaining(message)])
  })

  test('of meetings that are over is a warning, so that no build turns red by waiting', () => {
    const old = { a: series('a', '2026-11-05 15:00', JOIN), b: series('b', '2026-11-05 15:30', JOIN) }
    expect(complaints(old, { group: 'overlaps: [[a, b], [a/2026-11-05, b/2026-11-05]]\n' })).toEqual([
      expect.stringContaining(
        'allowance-is-ahead warning `a/2026-11-05` and `b/2026-11-05` are allowed to overlap, and `a/2026-11-05` is over.',
      ),
    ])
  })
})

describe('a meeting without length, as a calendar of others may have', () => {
  const at = (time: string) => new Date(`${THURSDAY}T${time}:00Z`)
  const texts = (id: string) => ({
    'wg.yml': 'name: Example\n',
    'charters/b.md': charter('b'),
    [`charters/${id}.md`]: charter(id),
    'meetings/b.yml': `title: b\nteam: b\nstarts: ${THURSDAY} 15:00\nzone: UTC\n${JOIN}`,
    [`meetings/${id}.yml`]: `title: ${id}\nteam: ${id}\nzone: UTC\ncalendar: { url: x.ics, match: x }\n${JOIN}`,
  })

  // The order of two that begin together is that of their names.
  test.each([
    ['a', '15:00', 1],
    ['c', '15:00', 1],
    ['a', '15:30', 1],
    ['a', '14:59', 0],
    ['a', '16:00', 0],
  ])('of the series %s at %s is in the way of %i', (id, time, count) => {
    const { series: all, ...workspace } = workspaceOf(texts(id))
    const planned = { planned: at(time), startsAt: at(time), endsAt: at(time), status: 'planned' } as const
    const reading = { occurrences: [{ ...planned, summary: 'x', uid: 'x' }], warnings: [] }
    const read = all.map(({ source, ...each }) =>
      source ? { ...each, source: { ...source, reading } } : each,
    )
    const span = { from: THURSDAY as Day, to: THURSDAY as Day }
    expect(findOverlaps({ ...workspace, series: read }, span)).toHaveLength(count)
  })
})
