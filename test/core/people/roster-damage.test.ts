import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runChecks } from '../../../src/core/checks/check-table.ts'
import type { Problem } from '../../../src/core/problem.ts'
import { readWorkspace } from '../../../src/core/workspace.ts'
import { runs } from '../../thoroughness.ts'

const charter = (name: string) =>
  `---\nname: ${name}\nroles:\n  - id: chair\nhistory:\n  - { date: 2020-01-01, state: proposed }\n---\n\n# ${name}\n`

const person = (n: number) => `  - login: person-${n}x
    name: Person ${n}
    id: ${n}
    time-zone: Europe/Vienna
    employer:
      - name: Example ${n}
        since: 2020-01-01
        until: 2021-01-01
    serves:
      - team: core
        role: chair
        since: 2020-01-01
        until: 2021-12-31
      - team: docs
        since: 2022-01-01
        term-ends: 2030-01-01
`
const ROSTER = `members:\n${[2, 3, 4, 5, 6, 7, 8, 9, 22, 23, 24].map(person).join('')}`

function problemsOf(roster: string): readonly Problem[] {
  const { workspace, problems } = readWorkspace(
    new Map([
      ['wg.yml', 'name: G\n'],
      ['members.yml', roster],
      ['charters/core.md', charter('Core')],
      ['charters/docs.md', charter('Docs')],
    ]),
  )
  return [...problems, ...runChecks({ workspace, now: new Date('2026-06-01T00:00:00Z') })]
}

interface Damage {
  /** The lines that can be damaged so. */
  readonly of: RegExp
  readonly by: (line: string) => string
  /** How many lines away from the damage the problem may stand. */
  readonly near: number
}

const replaced = (of: RegExp, what: RegExp | string, by: string): Damage => ({
  of,
  by: (line) => line.replace(what, by),
  near: 0,
})

const DAY = /\d{4}-\d\d-\d\d/
const FACT = /^ {4,}[a-z-]+: \S/

const DAMAGES: readonly Damage[] = [
  replaced(DAY, DAY, '2026-02-30'),
  replaced(DAY, DAY, 'last May'),
  replaced(/until:/, /\d{4}/, '1999'),
  replaced(/since: 2022/, '2022', '2027'),
  replaced(/term-ends:/, '2030', '2025'),
  replaced(/team:/, /team: .*/, 'team: kernel'),
  replaced(/team:/, /team: .*/, 'team: The Core'),
  replaced(/role:/, 'chair', 'king'),
  replaced(/login:/, /login: .*/, 'login: ada@example.org'),
  replaced(/login:/, 'person', 'pers\u043En'),
  replaced(/login:/, /login: .*/, 'login: "@someone"'),
  replaced(/login: person-[3-9]/, /person-\d/, 'PERSON-2'),
  replaced(/time-zone:/, 'Vienna', 'Wien'),
  replaced(/ id:/, /id: .*/, 'id: many'),
  replaced(/ id: [3-9]$/, /id: .*/, 'id: 2'),
  replaced(/name:/, /name: .*/, 'name:'),
  replaced(FACT, /: (.*)/, ': !odd $1'),
  replaced(FACT, /: (.*)/, ': { a: 1 }'),
  { of: /^ {4,}[a-z]/, by: (line) => line.replace(/([a-z-]+):/, '$1x:'), near: 3 },
  { of: FACT, by: (line) => `\t${line}`, near: 1 },
  { of: FACT, by: (line) => `${line}\n${line}`, near: 1 },
  // What is never closed is missed where the file ends, or where something does not fit any more.
  { of: FACT, by: (line) => line.replace(/: (.*)/, ': "$1'), near: Infinity },
  { of: FACT, by: (line) => line.replace(/: (.*)/, ': [$1'), near: Infinity },
  { of: /serves:/, by: (line) => line.replace('serves:', 'serves: everybody'), near: 1 },
]

test('the undamaged roster has no problem', () => {
  expect(problemsOf(ROSTER)).toEqual([])
})

test('every damage to the roster is a problem with its line, and never a crash', () => {
  const lines = ROSTER.split('\n')
  const places = DAMAGES.map(({ of }) => lines.flatMap((line, index) => (of.test(line) ? [index] : [])))
  for (const found of places) expect(found.length).toBeGreaterThan(0)
  const damage = fc
    .nat(DAMAGES.length - 1)
    .chain((which) => fc.tuple(fc.constant(which), fc.constantFrom(...places[which]!)))
  fc.assert(
    fc.property(damage, ([which, index]) => {
      const { by, near } = DAMAGES[which]!
      const damaged = lines.with(index, by(lines[index]!)).join('\n')
      expect(damaged).not.toBe(ROSTER)
      const found = problemsOf(damaged).map(({ place }) => place)
      expect(found.length).toBeGreaterThan(0)
      for (const place of found) {
        expect(place?.file).toBe('members.yml')
        expect(place?.line).toBeGreaterThanOrEqual(1)
        expect(place?.line).toBeLessThanOrEqual(lines.length + 1)
      }
      const away = found.map((place) => Math.abs((place?.line ?? 0) - index - 1))
      expect(Math.min(...away)).toBeLessThanOrEqual(near)
    }),
    { numRuns: runs(300) },
  )
})

test('any text at all is read without a crash', () => {
  const words = ['members:', 'login: ada', 'serves:', 'since: 2026-01-01', 'unknown', '!!int', '---']
  const signs = [
    '\n',
    '  ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    ':',
    '&a',
    '*a',
    '"',
    "'",
    '|',
    '#',
    '\t',
    '\u0000',
    '\uFEFF',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words, ...signs), { maxLength: 25 }), (pieces) => {
      for (const { place } of problemsOf(pieces.join(''))) expect(place).toBeDefined()
    }),
    { numRuns: runs(200) },
  )
})
