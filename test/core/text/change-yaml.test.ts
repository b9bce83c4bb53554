import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { changeYaml } from '../../../src/core/text/change-yaml.ts'
import { runs } from '../../thoroughness.ts'

const ORDER = ['login', 'name', 'serves', 'team', 'role', 'since', 'until', 'reason']
const TERM = { team: 'core', since: '2026-01-01' }

const append = (text: string, path: readonly (string | number)[] = ['members', 0, 'serves']) =>
  changeYaml(text, { kind: 'append', path, values: [TERM] })
const set = (
  text: string,
  [key, value]: [string, string],
  path: readonly (string | number)[] = ['members', 0],
) => changeYaml(text, { kind: 'set', path, key, value, order: ORDER })

describe('an item is added to a list', () => {
  test.each([
    [
      'with the dashes, and on as many lines, as the others',
      'members:\n- login: ada\n  serves:\n  - team: policy\n    role: chair # elected\n  # she will be back\n# the end\n',
      'members:\n- login: ada\n  serves:\n  - team: policy\n    role: chair # elected\n  - team: core\n    since: 2026-01-01\n  # she will be back\n# the end\n',
    ],
    [
      'behind comments that belong to the last one',
      'members:\n  - login: ada\n    serves:\n      - team: policy\n        # until May\n\n        # or June\n  # next\n  - login: bob\n',
      'members:\n  - login: ada\n    serves:\n      - team: policy\n        # until May\n\n        # or June\n      - team: core\n        since: 2026-01-01\n  # next\n  - login: bob\n',
    ],
    [
      'between braces where the others are',
      'members:\n  - login: ada\n    serves:\n      - { team: policy } # one\n  - login: bob\n',
      'members:\n  - login: ada\n    serves:\n      - { team: policy } # one\n      - { team: core, since: 2026-01-01 }\n  - login: bob\n',
    ],
    [
      'on the line of the others',
      'members:\n  - { login: ada, serves: [{ team: policy }] } # one\n',
      'members:\n  - { login: ada, serves: [{ team: policy }, { team: core, since: 2026-01-01 }] } # one\n',
    ],
    [
      'to one that is empty',
      'members:\n  - login: ada\n    serves: [] # none yet\n    name: Ada\n',
      'members:\n  - login: ada\n    serves: # none yet\n      - team: core\n        since: 2026-01-01\n    name: Ada\n',
    ],
    [
      'to a key without a value',
      'members:\n  - login: ada\n    serves:\n',
      'members:\n  - login: ada\n    serves:\n      - team: core\n        since: 2026-01-01\n',
    ],
    [
      'to one that does not exist, as a neighbour has it',
      'members:\n  - login: ada\n  - login: bob\n    serves:\n    -   { team: policy }\n',
      'members:\n  - login: ada\n    serves:\n    -   { team: core, since: 2026-01-01 }\n  - login: bob\n    serves:\n    -   { team: policy }\n',
    ],
    [
      'to an entry between braces',
      'members: [{ login: ada }]',
      'members: [{ login: ada, serves: [{ team: core, since: 2026-01-01 }] }]',
    ],
    [
      'after a last line without an end',
      'members:\n  - login: ada\n    serves:\n      - team: policy',
      'members:\n  - login: ada\n    serves:\n      - team: policy\n      - team: core\n        since: 2026-01-01\n',
    ],
    [
      'with Windows line ends and a byte order mark',
      '\uFEFFmembers:\r\n  - login: ada\r\n    serves:\r\n      - team: policy\r\n',
      '\uFEFFmembers:\r\n  - login: ada\r\n    serves:\r\n      - team: policy\r\n      - team: core\r\n        since: 2026-01-01\r\n',
    ],
  ])('%s', (_name, before, after) => {
    expect(append(before)).toBe(after)
  })

  test('with a blank line before it where the others have one', () => {
    const text = 'members:\n  - team: a\n\n  - team: b\n\n# the end\n'
    expect(append(text, ['members'])).toBe(
      'members:\n  - team: a\n\n  - team: b\n\n  - team: core\n    since: 2026-01-01\n\n# the end\n',
    )
  })
})

describe('a value', () => {
  test.each([
    [
      'is put behind the key before it',
      'members:\n  - login: ada # first\n    serves: []\n',
      'members:\n  - login: ada # first\n    name: Grace\n    serves: []\n',
    ],
    [
      'replaces a value and nothing beside it',
      'members:\n  - login: ada\n    name:   "Ada"   # asked for\n',
      'members:\n  - login: ada\n    name:   "Grace"   # asked for\n',
    ],
    [
      'stands between braces',
      'members:\n  - { login: ada, serves: [] } # one\n',
      'members:\n  - { login: ada, name: Grace, serves: [] } # one\n',
    ],
    [
      'fills an empty place',
      'members:\n  - login: ada\n    name: # which?\n',
      'members:\n  - login: ada\n    name: Grace # which?\n',
    ],
    [
      'follows a value of several lines',
      'members:\n  - login: >-\n      ada\n\n    serves: []\n',
      'members:\n  - login: >-\n      ada\n    name: Grace\n\n    serves: []\n',
    ],
  ])('%s', (_name, before, after) => {
    expect(set(before, ['name', 'Grace'])).toBe(after)
  })

  test('changes the one item that was meant where an alias repeats it, or the edit is refused', () => {
    const text = 'members:\n  - &a\n    login: ada\n    name: Ada\n  - *a\n'
    expect(() => set(text, ['name', 'Grace'])).toThrow('without changing something else')
  })
})

test('any changes in any order keep every comment, and the file says what plain data would say', () => {
  const word = fc.oneof(
    fc.constantFrom('x, y', '# no', 'a: b', "it's", '{', '- 1', 'true', '2026-01-01', '12'),
    fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text.trim() === text),
  )
  const index = fc.nat(2)
  const deed = fc.oneof(
    fc.record({ kind: fc.constant('join' as const), index, team: word }),
    fc.record({ kind: fc.constant('name' as const), index, name: word }),
    fc.record({ kind: fc.constant('add' as const), login: word, team: word }),
    fc.record({ kind: fc.constant('end' as const), index, until: word }),
  )
  const texts = [
    '# top\nmembers: # all\n  # first\n  - login: ada # a\n    serves:\n      - team: core # b\n        # c\n      - team: policy\n\n  # second\n  - login: bob\n    name: "Bob" # d\n\n  - { login: cyd, serves: [{ team: core }] } # e\n\n# the end\nmore: 1 # f\n',
    'members:\n- login: ada # a\n  # b\n- login: bob\n  serves: [] # c\n# d\n- login: cyd\n  serves:\n  - { team: core } # e\n',
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(deed, { maxLength: 7 }),
      fc.constantFrom('\n', '\r\n'),
      (start, deeds, eol) => {
        let text = start.replaceAll('\n', eol)
        const comments = start.match(/# ?[a-z ]+$/gm)!
        const data = parse(start) as {
          members: { name?: string; login: string; serves?: { team: string; until?: string }[] }[]
        }
        for (const each of deeds) {
          const person = data.members['index' in each ? each.index : 0]!
          if (each.kind === 'add') {
            const added = { login: each.login, serves: [{ team: each.team }] }
            data.members.push(added)
            text = changeYaml(text, { kind: 'append', path: ['members'], values: [added] })
          } else if (each.kind === 'join') {
            ;(person.serves ??= []).push({ team: each.team })
            text = changeYaml(text, {
              kind: 'append',
              path: ['members', each.index, 'serves'],
              values: [{ team: each.team }],
            })
          } else if (each.kind === 'name') {
            person.name = each.name
            text = set(text, ['name', each.name], ['members', each.index])
          } else if (person.serves && person.serves.length > 0) {
            const at = person.serves.length - 1
            person.serves[at]!.until = each.until
            text = set(text, ['until', each.until], ['members', each.index, 'serves', at])
          }
        }
        expect(parse(text)).toEqual(data)
        for (const comment of comments) expect(text).toContain(comment.trim())
        if (eol === '\r\n') expect(text).not.toMatch(/[^\r]\n/)
      },
    ),
    { numRuns: runs(150) },
  )
})
