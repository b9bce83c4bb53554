import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coversDay } from '../../../../src/core/people/import/imported-member.ts'
import { readRosterText } from '../../../../src/core/people/import/read-roster-text.ts'
import type { RosterVersion } from '../../../../src/core/people/import/roster-version.ts'
import { termsFromVersions } from '../../../../src/core/people/import/terms-from-versions.ts'
import { addDays, parseDay, type Day } from '../../../../src/core/time/day.ts'
import { runs } from '../../../thoroughness.ts'

const day = (text: string): Day => parseDay(text)!
const D1 = '2020-01-10'
const D2 = '2020-03-20'
const D3 = '2020-06-30'
const D4 = '2020-09-01'

/** A page from a short hand: `ada bob:chair / cyd` are two members and one past one. */
function version(on: string, people: string): RosterVersion {
  const [serving = '', past = ''] = people.split('/').map((part) =>
    part
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => `* @${word.replace(/:(.*)/u, ' ($1)')}`)
      .join('\n'),
  )
  const text = `## Members\n\n${serving || 'None'}\n\n## Emeritus\n\n${past || 'None'}\n`
  const file = `${on}.md`
  return { day: day(on), file, reading: readRosterText({ file, text }) }
}

function terms(...versions: readonly RosterVersion[]): Record<string, string[]> {
  const { members } = termsFromVersions({ versions, team: 'policy' })
  return Object.fromEntries(
    members.map(({ login, serves }) => [
      login,
      serves.map(({ team, role, since, until, reason }) => {
        expect(team).toBe('policy')
        return [since ?? '?', until ?? 'lasts', role, reason].filter((part) => part !== undefined).join(' ')
      }),
    ]),
  )
}

describe('terms', () => {
  test.each<[law: string, versions: RosterVersion[], expected: Record<string, string[]>]>([
    ['of the first version have no first day', [version(D1, 'ada')], { ada: ['? lasts member'] }],
    [
      'begin on the day of the version that first lists them',
      [version(D1, 'ada'), version(D2, 'ada bob')],
      { ada: ['? lasts member'], bob: [`${D2} lasts member`] },
    ],
    [
      'end on the day before the version that does not',
      [version(D1, 'ada bob'), version(D2, 'bob')],
      { ada: ['? 2020-03-19 member'], bob: ['? lasts member'] },
    ],
    [
      'end with a reason when the person becomes emeritus',
      [version(D1, 'ada'), version(D2, ' / ada')],
      { ada: ['? 2020-03-19 member emeritus'] },
    ],
    [
      'get that reason later too',
      [version(D1, 'ada'), version(D2, ''), version(D3, '/ ada')],
      { ada: ['? 2020-03-19 member emeritus'] },
    ],
    [
      'of people only seen as emeritus have no days',
      [version(D1, 'ada'), version(D2, 'ada / bob')],
      { ada: ['? lasts member'], bob: ['? unknown member emeritus'] },
    ],
    [
      'begin again when somebody returns',
      [version(D1, 'ada'), version(D2, '/ ada'), version(D3, 'ada')],
      { ada: ['? 2020-03-19 member emeritus', `${D3} lasts member`] },
    ],
    [
      'begin when an emeritus returns',
      [version(D1, '/ ada'), version(D2, 'ada')],
      { ada: ['? unknown member emeritus', `${D2} lasts member`] },
    ],
    [
      'belong to a login in any letters',
      [version(D1, 'ada'), version(D2, 'ADA')],
      { ADA: ['? lasts member'] },
    ],
    [
      'of a renamed account are of two people',
      [version(D1, 'ada'), version(D2, 'ada-new')],
      { ada: ['? 2020-03-19 member'], 'ada-new': [`${D2} lasts member`] },
    ],
    [
      'change with the role',
      [version(D1, 'ada bob:chair'), version(D2, 'ada:chair bob')],
      {
        ada: ['? 2020-03-19 member', `${D2} lasts chair`],
        bob: ['? 2020-03-19 chair', `${D2} lasts member`],
      },
    ],
    [
      'go on where a version says no roles',
      [version(D1, 'ada bob:chair'), version(D2, 'ada bob')],
      { ada: ['? lasts member'], bob: ['? lasts chair'] },
    ],
    [
      'need no order of versions',
      [version(D3, 'ada'), version(D1, ''), version(D2, 'ada bob')],
      { ada: [`${D2} lasts member`], bob: [`${D2} 2020-06-29 member`] },
    ],
    [
      'follow the last version of a day',
      [version(D1, 'ada'), version(D1, 'bob')],
      { bob: ['? lasts member'] },
    ],
    [
      'follow the members when somebody stands in both lists',
      [version(D1, 'ada / ada')],
      { ada: ['? lasts member'] },
    ],
  ])('%s', (_, versions, expected) => {
    expect(terms(...versions)).toEqual(expected)
  })

  test('have the latest name', () => {
    const named = (on: string, line: string) => ({
      day: day(on),
      file: on,
      reading: readRosterText({ file: on, text: `## Members\n\n${line}` }),
    })
    const versions = [
      named(D1, '* @ada - Ada Sample'),
      named(D2, '* @ada - Ada Example'),
      named(D3, '* @ada'),
    ]
    expect(termsFromVersions({ versions, team: 'policy' }).members).toMatchObject([{ name: 'Ada Example' }])
  })

  test('end when the line or a role column says emeritus', () => {
    const text = '## Members\n\n| Name | Role |\n| - | - |\n| Ada Example @ada | Emeritus |\n'
    const table = { day: day(D2), file: 'table.md', reading: readRosterText({ file: 'table.md', text }) }
    for (const later of [table, version(D2, 'ada:Emeritus')]) {
      expect(terms(version(D1, 'ada'), later)).toEqual({ ada: ['? 2020-03-19 member emeritus'] })
    }
  })
})

describe('a version that cannot be evidence', () => {
  const page = (on: string, text: string) => ({
    day: day(on),
    file: `${on}.md`,
    reading: readRosterText({ file: `${on}.md`, text }),
  })

  test.each([
    ['an unread line', '## Members\n\n* Bob Example\n', 'error'],
    ['no roster', '# Title\n', 'error'],
    ['no roster of this kind', '## Collaborators\n\n* @cyd\n', 'warning'],
    ['members to be named', '## Members\n\n*TBD*\n', 'warning'],
  ])('%s: it is left out and reported, and nobody leaves by it', (_, text, severity) => {
    const versions = [version(D1, 'ada bob'), page(D2, text), version(D3, 'ada')]
    expect(terms(...versions)).toEqual({ ada: ['? lasts member'], bob: ['? 2020-06-29 member'] })
    expect(termsFromVersions({ versions, team: 'policy' }).problems).toMatchObject([
      { rule: 'roster-version', severity, place: { file: `${D2}.md`, line: 1 } },
    ])
  })

  test('the first one that is evidence is the first version', () => {
    expect(terms(page(D1, '## Members\n\n*TBD*\n'), version(D2, 'ada'))).toEqual({ ada: ['? lasts member'] })
  })

  test('a list of nobody is evidence', () => {
    expect(terms(version(D1, ''), version(D2, 'ada'), version(D3, ''))).toEqual({
      ada: [`${D2} 2020-06-29 member`],
    })
  })

  test('no versions, no people', () => {
    expect(termsFromVersions({ versions: [], team: 'policy' })).toEqual({ members: [], problems: [] })
  })
})

test('another team of the page has terms of its own', () => {
  const text =
    '## Members\n\n* @ada\n\n## Triage team\n\n<!-- ncu-team-sync.team(example/triage) -->\n* @bob\n<!-- ncu-team-sync end -->\n'
  const versions = [{ day: day(D4), file: 'README.md', reading: readRosterText({ file: 'README.md', text }) }]
  const { members } = termsFromVersions({
    versions,
    team: 'triage',
    listed: ({ mark }) => mark === 'example/triage',
  })
  expect(members).toEqual([{ login: 'bob', serves: [{ team: 'triage', role: 'member' }] }])
})

const LOGINS = ['ada', 'bob', 'cyd', 'dee', 'eve'] as const
const PLACES = ['gone', 'member', 'chair', 'past'] as const

const history = fc
  .uniqueArray(
    fc.tuple(
      fc.integer({ min: 0, max: 900 }),
      fc.array(fc.constantFrom(...PLACES), { minLength: 5, maxLength: 5 }),
    ),
    {
      selector: ([offset]) => offset,
      minLength: 1,
      maxLength: 7,
    },
  )
  .map((versions) =>
    versions
      .toSorted(([a], [b]) => a - b)
      .map(([offset, places]) => ({ on: addDays(day(D1), offset), places })),
  )

test('on every day from the first version on, who serves by the terms is who the version in force lists', () => {
  fc.assert(
    fc.property(history, (story) => {
      const versions = story.map(({ on, places }) => {
        const those = (...wanted: readonly string[]) =>
          LOGINS.filter((_, index) => wanted.includes(places[index]!))
        const serving = those('member', 'chair').map((login) =>
          those('chair').includes(login) ? `${login}:Chair` : `${login}:Member`,
        )
        return version(on, `${serving.join(' ')} / ${those('past').join(' ')}`)
      })
      const { members, problems } = termsFromVersions({ versions, team: 'policy' })
      expect(problems).toEqual([])
      for (const [index, { on, places }] of story.entries()) {
        const last = addDays(story[index + 1]?.on ?? addDays(on, 400), -1)
        const listed = LOGINS.flatMap((login, at) =>
          /member|chair/u.test(places[at]!) ? [`${login} ${places[at]!}`] : [],
        )
        for (const date of [on, last]) {
          const serving = members.flatMap(({ login, serves }) =>
            serves.filter((term) => coversDay(term, date)).map(({ role }) => `${login} ${role}`),
          )
          expect(serving.toSorted()).toEqual(listed.toSorted())
        }
      }
      for (const { serves } of members) {
        expect(serves.slice(0, -1).every(({ until }) => until !== undefined)).toBe(true)
        expect(
          serves.every(({ since, until }) => since === undefined || until === undefined || since <= until),
        ).toBe(true)
      }
    }),
    { numRuns: runs(60) },
  )
})
