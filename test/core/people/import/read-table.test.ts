import { describe, expect, test } from 'vitest'
import { readRosterText } from '../../../../src/core/people/import/read-roster-text.ts'

const read = (...lines: readonly string[]) => readRosterText({ file: 'README.md', text: lines.join('\n') })
const shape = (...lines: readonly string[]) =>
  read(...lines).sections.map(({ title, group, standing, entries }) => [
    title,
    group,
    standing,
    entries.map(({ login }) => login).join(' '),
  ])
const rules = (...lines: readonly string[]) =>
  read(...lines).unread.map(({ rule, place }) => `${String(place?.line)}:${String(place?.column)} ${rule}`)

describe('tables', () => {
  const ROW =
    '| <img src="https://github.com/ada-example.png" alt="@ada-example"> | Ada Example [@ada-example](https://github.com/ada-example) | **Chair** | CET (Vienna) |'

  test('in Markdown, with pictures, roles and time zones', () => {
    const { sections, unread } = read(
      '## Membership',
      '',
      '| Avatar | Name | Role | Time Zone |',
      '| - | - | - | - |',
      ROW,
    )
    expect(unread).toEqual([])
    expect(sections[0]?.entries).toEqual([
      { login: 'ada-example', name: 'Ada Example', role: 'chair', note: 'CET (Vienna)', line: 5 },
    ])
  })

  test('a column of logins needs no links', () => {
    const { sections, unread } = read(
      '## Members',
      '',
      '| GitHub | Name |',
      '| - | - |',
      '| ada-example | ada example |',
      '| bob example | Bob |',
    )
    expect(sections[0]?.entries).toEqual([{ login: 'ada-example', name: 'ada example', line: 5 }])
    expect(unread).toMatchObject([{ rule: 'roster-line', place: { line: 6, column: 1 } }])
  })

  test('a role that no table knows stays as it is written', () => {
    const { sections } = read(
      '## Members',
      '',
      '| Name | Role |',
      '| - | - |',
      '| Ada Example @ada-example | Keeper of Keys |',
    )
    expect(sections[0]?.entries).toMatchObject([{ role: 'Keeper of Keys' }])
  })

  test('in HTML, with Markdown inside, folded away', () => {
    const { sections, unread } = read(
      '## Members',
      '* @cyd-example',
      '<details>',
      '<summary>Emeritus</summary>',
      '<table>',
      '<tr><th>Name</th><th>Role</th></tr>',
      '<tr><td>Ada &amp; Example <a href="https://github.com/ada-example">@ada-example</a><td>Member',
      '<tr><td>',
      '',
      '**Bob Example** [@bob-example](https://github.com/bob-example)',
      '',
      '</td></tr>',
      '</table>',
      '</details>',
      '',
      '* @dee-example',
    )
    expect(unread).toEqual([])
    expect(sections).toMatchObject([
      { standing: 'serving', entries: [{ login: 'cyd-example' }, { login: 'dee-example', line: 16 }] },
      {
        standing: 'past',
        entries: [
          { login: 'ada-example', name: 'Ada & Example', role: 'member', line: 7 },
          { login: 'bob-example', name: 'Bob Example', line: 10 },
        ],
      },
    ])
  })

  test('of pictures, a person per cell', () => {
    const cell = (login: string, name: string) =>
      `<td align="center"><a href="https://github.com/${login}"><img src="https://avatars.githubusercontent.com/u/1?v=4" alt=""/><br /><sub><b>${name}</b></sub></a></td>`
    const { sections, unread } = read(
      '## Collaborators',
      '<table><tr>',
      cell('ada-example', 'Ada Example'),
      cell('bob-example', 'Bob Example'),
      '</tr></table>',
    )
    expect(unread).toEqual([])
    expect(sections[0]?.entries).toMatchObject([
      { login: 'ada-example', name: 'Ada Example' },
      { login: 'bob-example', name: 'Bob Example' },
    ])
  })

  test('in an HTML list', () => {
    expect(
      shape('<h3>Members</h3>', '<ul>', '<li>@ada-example - Ada', '<li>@bob-example</li>', '</ul>'),
    ).toEqual([['Members', 'members', 'serving', 'ada-example bob-example']])
  })

  test('must end', () => {
    expect(rules('## Members', '<table><tr><td>@ada-example</td></tr>')).toEqual(['2:1 roster-unclosed'])
    expect(rules('## Members', '<table><tr><td>@ada-example</td></tr>', '', '## Next')).toEqual([
      '2:1 roster-unclosed',
    ])
    expect(rules('<details><summary>Members</summary>', '', '* @ada-example')).toEqual([
      '1:1 roster-unclosed',
    ])
  })
})
