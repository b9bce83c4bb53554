import { describe, expect, test } from 'vitest'
import { people, read } from './minutes-fixtures.ts'

describe('rosters', () => {
  test.each([
    ['bullets', '## Present\n\n* Ada Example (@ada)\n* Ben Example', ['Ada Example/ada', 'Ben Example/']],
    ['numbers', '## Attendees\n1. Ada Example\n2. @ben', ['Ada Example/', '/ben']],
    ['no bullets', '## Attendees\n\nAda Example (@ada)\nBen Example', ['Ada Example/ada', 'Ben Example/']],
    [
      'a sentence',
      'Present: Ada Example, Ben Example and Cem Example',
      ['Ada Example/', 'Ben Example/', 'Cem Example/'],
    ],
    [
      'a heading with its value',
      '#### Present: Ada, Ben (ben)\n#### Regrets: Cem',
      ['Ada/', 'Ben/', '-Cem/'],
    ],
    ['a line in bold', '**Attendees**\n\n- Ada Example\n- Ben Example', ['Ada Example/', 'Ben Example/']],
    ['an underlined heading', 'Attendees\n=========\n\n* @ada - Ada Example', ['Ada Example/ada']],
    ['a label', 'Attendees:\n  * Ada Example\n  * Ben Example', ['Ada Example/', 'Ben Example/']],
    ['nicks with commas are names', '# Attending\n\nada, ben, cem7', ['ada/', 'ben/', 'cem7/']],
    [
      'bare logins in bullets',
      '### Attendees\n- adaex\n- benEx\n- cem-ex\n\n### Visitors\n- @dora',
      ['/adaex', '/benEx', '/cem-ex', '/dora'],
    ],
    ['first names in bullets', '## Present\n* Ada\n* Ben', ['Ada/', 'Ben/']],
    [
      'by company',
      '## Attendees\n- Acme\n  - Ada Example\n- Umbrella: Ben Example, Cem Example',
      ['Ada Example/', 'Ben Example/', 'Cem Example/'],
    ],
    [
      'observers below',
      '## Present\n* Ada Example (@ada)\n\n### Observers/Guests\n* Ben Example (@ben)',
      ['Ada Example/ada', 'Ben Example/ben'],
    ],
    [
      'at the end',
      '# Call\n\nNotes\n=====\n\n- hello\n\nAttendees (sign yourself in):\n=====\n\n- Ada Example (Acme)',
      ['Ada Example/'],
    ],
    [
      'login-like word in brackets',
      '## Present\n* Ada Example (@ada)\n* Ben Example (@ben)\n* Cem Example (cemex7)\n* Dora Example (observer)',
      ['Ada Example/ada', 'Ben Example/ben', 'Cem Example/cemex7', 'Dora Example/'],
    ],
  ])('%s', (_, text, expected) => {
    expect(people(text)).toEqual(expected)
  })

  test('boxes say who was there, and another list of the file can say otherwise', () => {
    const text =
      '## Voting Members\n- [x] Ada Example - Acme\n- [ ] Ben Example - Acme\n- [ ] Cem Example - Acme\n\n## Other Attendees\n- Ben Example, Acme'
    expect(people(text)).toEqual(['Ada Example/', 'Ben Example/', '-Cem Example/'])
  })

  test('tables are read by the heads of their columns', () => {
    const text =
      '## Attendees\n\n| Name | GitHub | Organization | Present |\n| :-- | :-- | -- | -- |\n| Ada Example | @ada | Acme | yes |\n| Ben Example | [ben](https://github.com/ben) | | no |\n'
    expect(people(text)).toEqual(['Ada Example/ada', '-Ben Example/ben'])
    expect(read(text).attendees[0]?.role).toBe('Acme')
  })

  test('who stands in comments, in teams and in lists of the invited is not there', () => {
    const text =
      '## Invited\n* Cem Example\n\n## Participants\n* Team: @example-org/all\n* Ada Example (@ada)\n<!--\n* Ben Example (@ben)\n-->\n'
    expect(people(text)).toEqual(['Ada Example/ada'])
  })

  test('invited people count where no other list is', () => {
    expect(people('## Invited\n* Ada Example (@ada)')).toEqual(['Ada Example/ada'])
  })

  test('notes below a roster without a heading are no people', () => {
    const text =
      '## Present\n\n* Ada Example\n\n* Change the name [#7](https://github.com/example-org/group/issues/7)\n  * Ada: fine\n'
    expect(people(text)).toEqual(['Ada Example/'])
    expect(read(text).agenda).toHaveLength(1)
  })

  test('a heading of its own below the roster ends it when no people follow', () => {
    expect(
      people(
        '## Participants\n\n* Ada Example\n\n### Upcoming releases\n\nBen: looking at a release soon\nCem: yes\nmore text here, and more\n',
      ),
    ).toEqual(['Ada Example/'])
  })

  test('speakers who are on no list are no attendees', () => {
    expect(people('## Present\n* Ada Example\n\n## Notes\n- Ben: hello\n')).toEqual(['Ada Example/'])
  })

  test('first names of a sentence are the people of the list', () => {
    expect(
      people('## Participants\n* Ada Example\n* Ben Example\n\n## Notes\n\nPresent: Ada, Cem\n'),
    ).toEqual(['Ada Example/', 'Ben Example/', 'Cem/'])
  })
})
