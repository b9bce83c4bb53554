import { describe, expect, test } from 'vitest'
import { readRosterText } from '../../../../src/core/people/import/read-roster-text.ts'

const read = (...lines: readonly string[]) => readRosterText({ file: 'README.md', text: lines.join('\n') })
const shape = (...lines: readonly string[]) =>
  read(...lines).sections.map(({ title, group, standing, entries, mark }) => [
    title,
    group,
    standing,
    entries.map(({ login }) => login).join(' '),
    ...(mark === undefined ? [] : [mark]),
  ])
const rules = (...lines: readonly string[]) =>
  read(...lines).unread.map(({ rule, place }) => `${String(place?.line)}:${String(place?.column)} ${rule}`)

describe('headings', () => {
  test.each<[heading: string, group: string, standing: string]>([
    ['## Members', 'members', 'serving'],
    ['## Current Project Team Members', 'members', 'serving'],
    ['### Working Group Members (12)', 'members', 'serving'],
    ['Members\n-------', 'members', 'serving'],
    ['## 👥 Members:', 'members', 'serving'],
    ['## Members of the Policy Team', 'members', 'serving'],
    ['## Membership', 'members', 'serving'],
    ['## People', 'members', 'serving'],
    ['<h2>Members</h2>', 'members', 'serving'],
    ['Members:', 'members', 'serving'],
    ['**Members**', 'members', 'serving'],
    ['## Emeritus', 'members', 'past'],
    ['## Emeritus Members', 'members', 'past'],
    ['## Steering emeriti members', 'members', 'past'],
    ['## Alumni', 'members', 'past'],
    ['## Former members', 'members', 'past'],
    ['## Collaborators', 'collaborators', 'serving'],
    ['## Collaborator Emeriti', 'collaborators', 'past'],
    ['## Triage team', 'triagers', 'serving'],
    ['## Observers', 'observers', 'serving'],
  ])('%s', (heading, group, standing) => {
    const { sections, unread } = read(heading, '', '* @ada-example')
    expect(sections).toMatchObject([{ group, standing, entries: [{ login: 'ada-example' }] }])
    expect(unread).toEqual([])
  })

  test.each([
    '## Charter',
    '## Becoming a member',
    '## How to add members',
    '## Processes for members',
    '## Membership policy',
    '- [Members](#members)\n- [Emeritus](#emeritus)',
    '```\n## Members\n```',
    '<!--\n## Members\n-->',
  ])('%s is none', (heading) => {
    expect(rules(heading, '', '* Ask @ada-example')).toEqual(['1:1 roster-none'])
  })

  test('an unsure heading over prose is none', () => {
    expect(
      rules('## Triage team', '', '* [Reports](https://example.org) are read by the @example/triage team'),
    ).toEqual(['1:1 roster-none'])
  })

  test('a part of a roster may be headed in any words, the rest of the page may not', () => {
    expect(
      shape(
        '# Example Team',
        '## Work',
        '* @bob-example - Tests',
        '## Members',
        '### Vienna',
        '* @ada-example',
        '## More',
        '* @cyd-example',
      ),
    ).toEqual([['Vienna', 'members', 'serving', 'ada-example']])
  })

  test('a line in bold ends the members and begins the past ones', () => {
    expect(shape('## Members', '* @ada-example', '', '**Emeritus**', '', '* @bob-example')).toEqual([
      ['Members', 'members', 'serving', 'ada-example'],
      ['Emeritus', 'members', 'past', 'bob-example'],
    ])
  })

  test('a summary may have its heading inside the fold', () => {
    const fold = [
      '<details>',
      '',
      '<summary>Emeriti</summary>',
      '',
      '#### Collaborator emeriti',
      '',
      '* @bob-example',
      '',
    ]
    const page = [
      '### Collaborators',
      '* @ada-example',
      '',
      ...fold,
      '</details>',
      '',
      '### Triagers',
      '* @cyd-example',
    ]
    expect(rules(...page)).toEqual([])
    expect(shape(...page)).toEqual([
      ['Collaborators', 'collaborators', 'serving', 'ada-example'],
      ['Collaborator emeriti', 'collaborators', 'past', 'bob-example'],
      ['Triagers', 'triagers', 'serving', 'cyd-example'],
    ])
  })

  test('items that head a list give the role or the standing of those below', () => {
    const page = read(
      '## Members',
      '* Chair',
      '  * @ada-example',
      '* Emeritus',
      '  * @bob-example',
      '* @cyd-example',
    )
    expect(page.unread).toEqual([])
    expect(page.sections).toMatchObject([
      { standing: 'serving', entries: [{ login: 'cyd-example' }] },
      { standing: 'serving', entries: [{ login: 'ada-example', role: 'chair' }] },
      { standing: 'past', entries: [{ login: 'bob-example' }] },
    ])
  })

  test('what stands below a person is about that person', () => {
    expect(rules('## Members', '* @ada-example', '  * likes tea', '  * @bob-example')).toEqual([
      '4:3 roster-nested',
    ])
  })
})

describe('synchronised blocks', () => {
  const BLOCK = [
    '<!-- ncu-team-sync.team(example/policy) -->',
    '',
    '- [@ada-example](https://github.com/ada-example) - Ada',
  ]
  const END = ['', '<!-- ncu-team-sync end -->']

  test('name the team, below a heading and without one', () => {
    expect(shape('## Members', ...BLOCK, ...END)).toEqual([
      ['Members', 'members', 'serving', 'ada-example', 'example/policy'],
    ])
    expect(shape(...BLOCK, ...END)).toEqual([
      ['example/policy', 'members', 'serving', 'ada-example', 'example/policy'],
    ])
  })

  test('a list after the block belongs to the heading', () => {
    expect(shape('## Members', ...BLOCK, ...END, '', '* @bob-example')).toEqual([
      ['Members', 'members', 'serving', 'bob-example'],
      ['Members', 'members', 'serving', 'ada-example', 'example/policy'],
    ])
  })

  test('must end, and must have begun', () => {
    expect(rules('## Members', ...BLOCK)).toEqual(['2:1 roster-unclosed'])
    expect(rules('## Members', ...BLOCK, '', '## Next', '* @bob-example')).toEqual(['2:1 roster-unclosed'])
    expect(rules(...BLOCK, '', ...BLOCK, ...END)).toEqual(['1:1 roster-unclosed'])
    expect(rules('## Members', '* @ada-example', ...END)).toEqual(['4:1 roster-unopened'])
  })

  test('an empty one is a team without members, and a doubt', () => {
    const { sections, unread, doubts } = read('## Members', BLOCK[0] ?? '', ...END)
    expect(sections).toMatchObject([{ mark: 'example/policy', entries: [], empty: 'nobody' }])
    expect(unread).toEqual([])
    expect(doubts).toMatchObject([{ rule: 'roster-empty-block' }])
  })

  test('an example in a fence is none', () => {
    expect(rules('```', ...BLOCK, ...END, '```')).toEqual(['1:1 roster-none'])
  })
})
