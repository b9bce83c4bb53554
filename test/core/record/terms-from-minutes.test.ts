import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFolder } from '../../../src/core/minutes/read-folder.ts'
import { NO_WORDS } from '../../../src/core/minutes/minutes-words.ts'
import { readWithoutMemory } from '../../../src/core/minutes/readings.ts'
import { lastsOn, type Member } from '../../../src/core/people/roster.ts'
import { termsFromMinutes } from '../../../src/core/record/terms-from-minutes.ts'
import type { Day } from '../../../src/core/time/day.ts'
import { groupOf } from './group.ts'
import { runs } from '../../thoroughness.ts'

const TODAY = '2026-12-31' as Day

/** Minutes by the day of their file; each text is the lines below `Present`, and perhaps more sections. */
function termsOf(minutes: Readonly<Record<string, string>>, members: readonly Member[] = []) {
  const texts = Object.entries(minutes).map(([name, people]) => ({
    path: `minutes/${name}.md`,
    text: `# Core\n\n## Present\n\n${people}\n`,
  }))
  const read = readFolder(texts, { members, read: readWithoutMemory(NO_WORDS) })
  const files = texts.flatMap(({ path }, index) => {
    const record = read[index]
    return record ? [{ file: path, minutes: record }] : []
  })
  return termsFromMinutes({ files, team: 'core', members, today: TODAY })
}

const ADA = '- Ada Example (@ada-example)'
const BEN = '- Ben Example (@ben-example)'
const CYD = '- Cyd Example (@cyd-example)'

describe('a term', () => {
  const cases: readonly [what: string, minutes: Record<string, string>, ben: unknown][] = [
    ['has no first day when the first minutes list the person', { '2026-01-01': BEN, '2026-02-01': ADA }, {}],
    [
      'begins on the day of the first minutes that list the person, in whatever order the files come',
      { '2026-03-01': BEN, '2026-01-01': ADA, '2026-02-01': BEN },
      { since: '2026-02-01' },
    ],
    [
      'begins also where the person is listed as absent',
      { '2026-01-01': ADA, '2026-02-01': `${ADA}\n\n## Absent\n\n${BEN}`, '2026-03-01': BEN },
      { since: '2026-02-01' },
    ],
    [
      'does not begin where the person is a guest',
      { '2026-01-01': ADA, '2026-02-01': `${ADA}\n- Ben Example (@ben-example, guest)`, '2026-03-01': BEN },
      { since: '2026-03-01' },
    ],
    [
      'begins where a name stands whose login other minutes have',
      { '2026-01-01': ADA, '2026-02-01': '- Ben Example\n- Cyd Example', '2026-03-01': BEN },
      { since: '2026-02-01' },
    ],
    [
      'is one, in whatever letters the login stands',
      { '2026-01-01': ADA, '2026-02-01': '- Ben Example (@BEN-Example)', '2026-03-01': BEN },
      { since: '2026-02-01' },
    ],
  ]
  test.each(cases)('%s', (_, minutes, ben) => {
    const found = termsOf(minutes).members.filter(({ login }) => login === 'ben-example')
    expect(found.map(({ serves }) => serves)).toEqual([
      [{ team: 'core', role: 'member', ...(ben as object) }],
    ])
  })
})

test('terms cover every day on which their minutes list the person, and never end', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-05-${String(n).padStart(2, '0')}`)
  const people = fc.subarray([ADA, BEN, CYD], { minLength: 1 })
  fc.assert(
    fc.property(fc.dictionary(day, people, { minKeys: 1, maxKeys: 6 }), (lists) => {
      const { members } = termsOf(
        Object.fromEntries(Object.entries(lists).map(([on, lines]) => [on, lines.join('\n')])),
      )
      for (const [on, lines] of Object.entries(lists)) {
        for (const line of lines) {
          const member = members.find(({ login }) => line.includes(`@${login})`))
          expect(member?.serves.filter((term) => lastsOn(term, on as Day))).toHaveLength(1)
        }
      }
      expect(members.flatMap(({ serves }) => serves).filter(({ until }) => until !== undefined)).toEqual([])
    }),
    { numRuns: runs(40) },
  )
})

test('whoever does not stand in the newest minutes is named with the day and the command, and keeps the term', () => {
  const { notes } = termsOf({ '2026-01-01': `${ADA}\n${BEN}`, '2026-02-01': BEN, '2026-03-01': ADA })
  expect(notes).toHaveLength(2)
  expect(notes[1]).toContain('`wg member retire ben-example --team core --until 2026-02-01`')
})

test('who has no login is named once, at the first place', () => {
  const { members, problems } = termsOf({
    '2026-02-01': `${ADA}\n- Dee Example`,
    '2026-01-01': '- Dee Example',
  })
  expect(members.map(({ login }) => login)).toEqual(['ada-example'])
  expect(problems.map(({ rule, place }) => [rule, place?.file, place?.line])).toEqual([
    ['minutes-no-login', 'minutes/2026-01-01.md', 5],
  ])
})

describe('what is said of', () => {
  const cases: readonly [what: string, minutes: Record<string, string>, rule: string, severity: string][] = [
    ['a guest', { '2026-01-01': `${ADA}\n- Ben Example (observer)` }, 'minutes-guest', 'warning'],
    ['a file without a day', { notes: ADA }, 'minutes-no-date', 'error'],
    ['a day that has not come', { '2027-01-01': ADA }, 'minutes-to-come', 'warning'],
    [
      'a login that is none',
      { '2026-01-01': '- Ada Example (@ada_ex_ample)' },
      'minutes-no-login',
      'warning',
    ],
    [
      'a name with two logins',
      { '2026-01-01': ADA, '2026-02-01': '- Ada Example (@ada-exampel)' },
      'minutes-two-logins',
      'warning',
    ],
    ['minutes without people', { '2026-01-01': '' }, 'minutes-no-attendees', 'warning'],
  ]
  test.each(cases)('%s', (_, minutes, rule, severity) => {
    expect(termsOf(minutes).problems.map((problem) => [problem.rule, problem.severity])).toEqual([
      [rule, severity],
    ])
  })
})

describe('people of members.yml', () => {
  const serving = (since: string, until: string) =>
    groupOf(
      `  - { login: ada-example, name: Ada Example, serves: [{ team: core, since: ${since}${until} }] }`,
    ).members

  test('keep their terms, and days outside of these are said', () => {
    const { members, notes } = termsOf(
      { '2026-01-01': ADA, '2026-02-01': ADA },
      serving('2026-01-15', ', until: 2026-03-01'),
    )
    expect(members).toEqual([])
    expect(notes).toEqual([expect.stringMatching(/^`ada-example` has terms .* on 2026-01-01\.$/)])
  })

  test('are not said to be gone when they have left already', () => {
    const left = serving('2025-01-01', ', until: 2026-03-01')
    expect(termsOf({ '2026-01-01': ADA, '2026-04-01': BEN }, left).notes).toEqual([])
  })

  test('are known by their name where the login is another one, and that is said', () => {
    const { members, problems } = termsOf(
      { '2026-02-01': '- Ada Example (@old-ada)' },
      serving('2026-01-01', ''),
    )
    expect(members).toEqual([])
    expect(problems.map(({ rule }) => rule)).toEqual(['minutes-other-login'])
  })
})
