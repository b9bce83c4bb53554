import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillValues } from '../../../src/core/text/template-values.ts'

const VALUES = new Map([
  ['meeting.date', '2026-12-03'],
  ['meeting.title', 'Security {{ meeting.date }} $& $1'],
  ['series', ''],
])

describe('fillValues', () => {
  it.each([
    ['on {{ meeting.date }}.', 'on 2026-12-03.'],
    ['{{meeting.date}}{{  meeting.date  }}', '2026-12-032026-12-03'],
    ['`{{ meeting.date }}`', '`2026-12-03`'],
    ['```\n{{ meeting.date }}\n```', '```\n2026-12-03\n```'],
    ['{{ meeting.title }}', 'Security {{ meeting.date }} $& $1'],
    ['a{{ series }}b', 'ab'],
    ['\\{\\{ meeting.date }}', '\\{\\{ meeting.date }}'],
    ['{ { meeting.date } }', '{ { meeting.date } }'],
    ['\uFEFFx\r\n{{ meeting.date }}\r\n', '\uFEFFx\r\n2026-12-03\r\n'],
  ])('%j becomes %j', (template, text) => {
    expect(fillValues(template, VALUES)).toEqual({ text, faults: [] })
  })

  it.each([
    ['a\n  {{ meeting.dat }}', 'template-value', 2, 3, 'Did you mean `meeting.date`?'],
    [
      '\uFEFF{{ nonsense }}',
      'template-value',
      1,
      1,
      'The values are `meeting.date`, `meeting.title`, `series`.',
    ],
    ['x\r\n{{ }}', 'template-value', 2, 1, 'The values are `meeting.date`, `meeting.title`, `series`.'],
    ['{{ __proto__ }}', 'template-value', 1, 1, 'The values are `meeting.date`, `meeting.title`, `series`.'],
    [
      'x {{ meeting.date\n}}',
      'template-unclosed',
      1,
      3,
      'Write it as `{{ name }}`; to show two braces, write `\\{\\{`.',
    ],
  ])('%j has a fault and stays as it is', (template, ...[rule, line, column, hint]) => {
    const filled = fillValues(template, VALUES)
    expect(filled.text).toBe(template)
    expect(filled.faults).toMatchObject([{ rule, line, column, hint }])
  })

  it('puts every value in as it is, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (value) => fillValues('<{{ a }}|{{ a }}>', new Map([['a', value]])).text === `<${value}|${value}>`,
      ),
    )
  })
})
