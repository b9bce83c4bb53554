import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { editYamlEntry } from '../../../src/core/text/edit-yaml.ts'
import { runs } from '../../thoroughness.ts'

const set = (text: string, key: string, value?: string) =>
  editYamlEntry(text, { section: 'changes', key, value })

describe('an entry of a mapping', () => {
  test.each([
    [
      'is put where its day belongs',
      'changes:\n  2026-01-01: a\n  2026-03-01: c # why\n',
      'changes:\n  2026-01-01: a\n  2026-02-01: cancelled\n  2026-03-01: c # why\n',
    ],
    [
      'is put last',
      'changes:\n  2026-01-01: a # why\n\n# next\nextra: []\n',
      'changes:\n  2026-01-01: a # why\n  2026-02-01: cancelled\n\n# next\nextra: []\n',
    ],
    [
      'replaces a value and nothing beside it',
      'changes:\n    2026-02-01:   moved to 16:00   # asked for\nzone: UTC',
      'changes:\n    2026-02-01:   cancelled   # asked for\nzone: UTC',
    ],
    ['makes its section', 'a: 1 # one\n', 'a: 1 # one\nchanges:\n  2026-02-01: cancelled\n'],
    [
      'makes its section after a last line without an end',
      'a: 1',
      'a: 1\nchanges:\n  2026-02-01: cancelled\n',
    ],
    [
      'keeps the indentation of its section',
      'changes:\n      2026-01-01: a\n',
      'changes:\n      2026-01-01: a\n      2026-02-01: cancelled\n',
    ],
    [
      'keeps Windows line ends and a byte order mark',
      '\uFEFFchanges:\r\n  2026-01-01: a\r\nzone: UTC\r\n',
      '\uFEFFchanges:\r\n  2026-01-01: a\r\n  2026-02-01: cancelled\r\nzone: UTC\r\n',
    ],
    [
      'follows a value of several lines',
      'changes:\n  2026-01-01: >-\n    cancelled,\n    really\nzone: UTC\n',
      'changes:\n  2026-01-01: >-\n    cancelled,\n    really\n  2026-02-01: cancelled\nzone: UTC\n',
    ],
  ])('%s', (_name, before, after) => {
    expect(set(before, '2026-02-01', 'cancelled')).toBe(after)
  })

  test('joins a section that stands on one line, and an empty one, with every comment kept', () => {
    expect(parse(set('# top\nchanges: { 2026-01-01: a } # one line\n', '2026-02-01', 'b'))).toEqual({
      changes: { '2026-01-01': 'a', '2026-02-01': 'b' },
    })
    expect(set('# top\nchanges: { 2026-01-01: a } # one line\n', '2026-02-01', 'b')).toMatch(
      /# top[\s\S]*# one line/,
    )
    expect(parse(set('# top\nchanges:\nzone: UTC\n', '2026-02-01', 'b'))).toEqual({
      changes: { '2026-02-01': 'b' },
      zone: 'UTC',
    })
  })

  test('is taken out with its line', () => {
    expect(set('changes:\n  2026-01-01: a\n  2026-02-01: b # gone\n# end\n', '2026-02-01')).toBe(
      'changes:\n  2026-01-01: a\n# end\n',
    )
    expect(set('a: 1\n', '2026-02-01')).toBe('a: 1\n')
  })

  test('is quoted when YAML would read it as something else', () => {
    const text = set('', '2026-02-01', 'cancelled: # no, "really"')
    expect(parse(text)).toEqual({ changes: { '2026-02-01': 'cancelled: # no, "really"' } })
  })
})

test('any edits in any order keep every comment and every other value, and the last value of each key holds', () => {
  const key = fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01')
  const value = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((text) => text.trim() === text)
  const lines = [
    '# top',
    'title: Core # short',
    '',
    'changes:',
    '  # first',
    '  2026-02-01: moved to 16:00 # asked',
    '',
    '  # second',
    "  2026-03-01: 'cancelled'",
    '',
    '# the rest',
    'zone: UTC',
  ]
  fc.assert(
    fc.property(
      fc.array(fc.tuple(key, value), { maxLength: 8 }),
      fc.constantFrom('\n', '\r\n'),
      (edits, eol) => {
        let text = lines.join(eol)
        const expected: Record<string, string> = { '2026-02-01': 'moved to 16:00', '2026-03-01': 'cancelled' }
        for (const [day, words] of edits) {
          text = set(text, day, words)
          expected[day] = words
        }
        expect(parse(text)).toEqual({ title: 'Core', changes: expected, zone: 'UTC' })
        for (const comment of ['# top', '# short', '# first', '# asked', '# second', '# the rest'])
          expect(text).toContain(comment)
      },
    ),
    { numRuns: runs(300) },
  )
})
