import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PERSON_FORMS } from '../../../src/core/minutes/person-forms.ts'
import { readPerson } from '../../../src/core/minutes/read-person.ts'
import { runs } from '../../thoroughness.ts'

describe('the forms of roster lines', () => {
  test.each(PERSON_FORMS.map(({ form, example }) => [form, example] as const))('%s: %s', (form, example) => {
    const person = readPerson(example)
    expect(person?.form).toBe(form)
    expect(person?.login ?? null).toBe(example.includes('@ada-example') ? 'ada-example' : null)
    expect(person?.name ?? null).toBe(example.includes('Ada') ? 'Ada Example' : null)
  })
})

describe('lines as people write them', () => {
  test.each([
    ['Ada Example (@ada-example)', 'Ada Example', 'ada-example', null],
    ['Ada Example(@ada-example)', 'Ada Example', 'ada-example', null],
    ['Ada Example @ada-example (observer/Acme)', 'Ada Example', 'ada-example', 'observer/Acme'],
    ['Ada Example: @ada-example', 'Ada Example', 'ada-example', null],
    ['Ada Example:@ada-example', 'Ada Example', 'ada-example', null],
    ['Ada Example — @ada-example', 'Ada Example', 'ada-example', null],
    ['Ada Example, @ada-example', 'Ada Example', 'ada-example', null],
    ['**Ada Example** (@ada-example) - TSC', 'Ada Example', 'ada-example', 'TSC'],
    ['@ada-example', null, 'ada-example', null],
    ['@ada-example (Ada Example)', 'Ada Example', 'ada-example', null],
    ['[Ada Example](https://github.com/ada-example) (chair)', 'Ada Example', 'ada-example', 'chair'],
    ['[@ada-example](https://github.com/ada-example)', null, 'ada-example', null],
    [
      'Ada Example (@ada-example - GitHub, @ada_talks - twitter)',
      'Ada Example',
      'ada-example',
      'GitHub, @ada_talks - twitter',
    ],
    ['Ada Example (@ada_example_)', 'Ada Example', 'ada_example_', null],
    ['AE: Ada Example (@ada-example)', 'Ada Example', 'ada-example', null],
    ['Jean-Luc Example - Acme (AC)', 'Jean-Luc Example', null, 'Acme AC'],
    ['Ada Example, Acme Corporation', 'Ada Example', null, 'Acme Corporation'],
    ['Сорокина Анна Петровна @anna-example', 'Сорокина Анна Петровна', 'anna-example', null],
    ['Ada de la Example', 'Ada de la Example', null, null],
    ['Ada E.', 'Ada E', null, null],
    ['Ada Example: ada@example.org', 'Ada Example', null, 'ada@example.org'],
    ['Ada Example (@Ada Example)', 'Ada Example', null, null],
    ['Ada Example (@ada-example', 'Ada Example', 'ada-example', null],
    ['Ada Example (first half only)', 'Ada Example', null, 'first half only'],
  ])('%s', (...[line, name, login, role]) => {
    expect(readPerson(line)).toMatchObject({ name, login, role, present: true })
  })

  test.each([
    'Build team: @example-org/build',
    '@example-org/observers',
    'Release team',
    'Example Foundation Board of Directors',
    'Example Council Maintainers',
    'others???',
    '+ several more via video',
    'a lot of people',
    'N/A, the meeting was cancelled.',
    'https://example.org/roster',
    'Feel free to add yourself',
    '',
  ])('nobody: %s', (line) => {
    expect(readPerson(line)).toBeUndefined()
  })

  test.each([
    'Ada Example (absent)',
    'Ada Example (attempted to join but was unable)',
    '~~Ada Example~~',
    'Ada Example - could not attend',
  ])('not there: %s', (line) => {
    expect(readPerson(line)).toMatchObject({ name: 'Ada Example', present: false })
  })
})

test('any text is read without an error, and a login has the shape of one', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (text) => {
      const login = readPerson(text)?.login
      if (login !== null && login !== undefined) expect(login).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]*$/)
    }),
    { numRuns: runs(300) },
  )
})
