import { describe, expect, test } from 'vitest'
import { readRosterText } from '../../../../src/core/people/import/read-roster-text.ts'
import type { RosterEntry } from '../../../../src/core/people/import/roster-section.ts'
import { ROSTER_WORDS } from '../../../../src/core/people/import/roster-words.ts'

const ADA = 'https://github.com/ada-example'

const read = (line: string) => readRosterText({ file: 'README.md', text: `## Members\n\n${line}\n` })
const entry = (more: Partial<RosterEntry>): RosterEntry => ({ login: 'ada-example', line: 3, ...more })

describe('a line of a list', () => {
  test.each<[line: string, expected: Partial<RosterEntry>]>([
    [`* [ada-example](${ADA}) - **Ada Example**`, { name: 'Ada Example' }],
    [`- [ada-example](${ADA}) - **Ada Example**`, { name: 'Ada Example' }],
    [`+ [ada-example](${ADA}) **Ada Example**`, { name: 'Ada Example' }],
    [`1. [ada-example](${ADA})- **Ada Example**`, { name: 'Ada Example' }],
    [`* [ada-example](${ADA}) -  __Ada Example__`, { name: 'Ada Example' }],
    [`* [@ada-example](${ADA}) - Ada Example`, { name: 'Ada Example' }],
    [`* [@ada-example](${ADA}) – Ada Example`, { name: 'Ada Example' }],
    [`* [@ada-example](${ADA}) Ada Example`, { name: 'Ada Example' }],
    [`* [@ada-example](${ADA}): Ada Example`, { name: 'Ada Example' }],
    [`* [ada-example](github.com/ada-example) - Ada Example`, { name: 'Ada Example' }],
    [`* [ada-example](www.github.com/ada-example/) - Ada Example`, { name: 'Ada Example' }],
    [`* [ada-example](http://github.com/ada-example?tab=repositories) - Ada`, { name: 'Ada' }],
    [`* [Ada Example](${ADA})`, { name: 'Ada Example' }],
    [`* [**Ada Example**](${ADA}), Example Corp`, { name: 'Ada Example', note: 'Example Corp' }],
    [`* Ada Example ([@ada-example](${ADA}))`, { name: 'Ada Example' }],
    [`* **Ada Example** ([@ada-example](${ADA}))`, { name: 'Ada Example' }],
    [`* Ada van der Example [@ada-example](${ADA})`, { name: 'Ada van der Example' }],
    [`* Ada O'Neil-Example Jr. (@ada-example)`, { name: "Ada O'Neil-Example Jr." }],
    ['* Ada Example @ada-example', { name: 'Ada Example' }],
    ['* Ada Example - @ada-example', { name: 'Ada Example' }],
    ['* @ada-example - Ada Example', { name: 'Ada Example' }],
    ['* @ada-example - ada example', { name: 'ada example' }],
    ['* @ada-example (Ada Example)', { name: 'Ada Example' }],
    ['* @ada-example', {}],
    ['* `@ada-example`', {}],
    ['* @ada-example,', {}],
    [`* ${ADA}`, {}],
    [`* <${ADA}> - Ada Example`, { name: 'Ada Example' }],
    ['* github.com/ada-example - Ada Example', { name: 'Ada Example' }],
    ['- [x] @ada-example - Ada Example', { name: 'Ada Example' }],
    [`* <a href="${ADA}">@ada-example</a> - <b>Ada Example</b>`, { name: 'Ada Example' }],
    [`* [ada-example](${ADA}) - **Ада Примерова**`, { name: 'Ада Примерова' }],
    [
      `* [ada-example](${ADA}) -\n  **Ada Example** <<ada@example.org>> (she/her)`,
      { name: 'Ada Example', pronouns: 'she/her', note: 'ada@example.org' },
    ],
    [
      `* [ada-example](${ADA}) - **Ada Example** - [Support me](https://github.com/sponsors/ada-example)`,
      { name: 'Ada Example', note: 'Support me' },
    ],
    [`* [ada-example](${ADA}) - **Ada Example** (Chair)`, { name: 'Ada Example', role: 'chair' }],
    [
      `* [ada-example](${ADA}) - **Ada Example**, Co-Chair, Example Corp`,
      { name: 'Ada Example', role: 'co-chair', note: 'Example Corp' },
    ],
    ['* Chair: Ada Example (@ada-example)', { name: 'Ada Example', role: 'chair' }],
    [
      '* @ada-example - Ada Example - **chair** - they/them',
      { name: 'Ada Example', role: 'chair', pronouns: 'they/them' },
    ],
    ['* Ada Example, Example Corp (@ada-example)', { name: 'Ada Example', note: 'Example Corp' }],
    [
      '* @ada-example — Ada Example; in Vienna since 2019',
      { name: 'Ada Example', note: 'in Vienna since 2019' },
    ],
    [`* @ada-example - Ada Example (joined in March)`, { name: 'Ada Example', note: 'joined in March' }],
    [`* [ada-example][] - **Ada Example**\n\n[ada-example]: ${ADA}`, { name: 'Ada Example' }],
  ])('%s', (line, expected) => {
    const { sections, unread, doubts } = read(line)
    expect({ entries: sections[0]?.entries, unread, doubts }).toEqual({
      entries: [entry(expected)],
      unread: [],
      doubts: [],
    })
  })
})

describe('a line that gives nobody', () => {
  test.each<[line: string, rule: string, column: number]>([
    ['* Ada Example', 'roster-line', 1],
    ['* ada-example - Ada Example', 'roster-line', 1],
    ['* [ada-example](https://example.org/ada-example)', 'roster-line', 1],
    ['* [ada-example](https://github.com/example/ada-example)', 'roster-line', 1],
    ['* [ada-example](https://github.com/sponsors/ada-example)', 'roster-line', 1],
    ['* [ada-example](https://github.com/orgs)', 'roster-line', 1],
    ['* [ada-example](https://gіthub.com/ada-example)', 'roster-line', 1],
    ['* @example/triage', 'roster-line', 1],
    ['* ada@example.org - Ada Example', 'roster-mail', 3],
    ['* [Ada Example](mailto:ada@example.org)', 'roster-mail', 3],
    ['* @аda-example - Ada Example', 'roster-login', 3],
    ['* Ada Example (@ada\u200B-example)', 'roster-login', 16],
    ['* [ada-example](https://github.com/%D0%B0da-example) - Ada Example', 'roster-login', 3],
    ['* [ada](https://github.com/ada.example) - Ada Example', 'roster-login', 3],
    [`* @${'a'.repeat(40)}`, 'roster-login', 3],
    ['* @ada-example, @bob-example', 'roster-several', 1],
    [`* [@ada-example](${ADA}) and [@bob-example](https://github.com/bob-example)`, 'roster-several', 1],
    ['* ~~@ada-example - Ada Example~~', 'roster-struck', 5],
    ['* @ada-example joined us in March', 'roster-sentence', 1],
    ['* Please ask @ada-example', 'roster-sentence', 1],
    ['* Thanks to [Ada Example](https://github.com/ada-example) for the list', 'roster-sentence', 1],
    [`[@ada-example](${ADA}) - Ada Example`, 'roster-prose', 1],
    ['@ada-example @bob-example', 'roster-prose', 1],
  ])('%s', (line, rule, column) => {
    const { sections, unread } = read(line)
    expect(sections.flatMap(({ entries }) => entries)).toEqual([])
    expect(unread).toMatchObject([{ rule, severity: 'error', place: { file: 'README.md', line: 3, column } }])
    expect(unread[0]?.hint).toMatch(/\w/)
  })

  test('names the characters that no login holds', () => {
    expect(read('* @аda-example').unread[0]?.message).toContain('а (U+0430)')
  })

  test('a sentence outside a list is prose', () => {
    expect(read('* @ada-example\n\nNew members are welcome; ask @bob-example.').unread).toEqual([])
  })
})

describe('a line that says two things', () => {
  test.each<[line: string, rule: string, login: string]>([
    ['* [bob-example](https://github.com/ada-example) - **Ada Example**', 'roster-label', 'ada-example'],
    ['* [ada-example](github.com/Ada-Example) - **Ada Example**', 'roster-case', 'Ada-Example'],
    ['* Ada Example @ADA-example (https://github.com/ada-example)', 'roster-case', 'ada-example'],
    ['* ![@bob-example](https://github.com/bob-example.png) @ada-example', 'roster-picture', 'ada-example'],
    ['* @ada-example\n* @ADA-EXAMPLE', 'roster-twice', 'ada-example'],
  ])('%s', (line, rule, login) => {
    const { sections, unread, doubts } = read(line)
    expect(sections[0]?.entries.map((one) => one.login)).toEqual([login])
    expect(unread).toEqual([])
    expect(doubts).toMatchObject([{ rule, severity: 'warning' }])
  })
})

test('a group gives its own words', () => {
  const words = { ...ROSTER_WORDS, roles: { ...ROSTER_WORDS.roles, 'release shepherd': 'shepherd' } }
  const text = '## Members\n\n* @ada-example - Ada Example (Release Shepherd)\n'
  const [section] = readRosterText({ file: 'README.md', text, words }).sections
  expect(section?.entries).toEqual([entry({ name: 'Ada Example', role: 'shepherd' })])
})
