import { describe, expect, test } from 'vitest'
import { agenda, read } from './minutes-fixtures.ts'

const G = 'https://github.com'

describe('the forms of agenda items', () => {
  test.each([
    ['title and number', `### other/repo\n\n* Name it [#7](${G}/other/repo/issues/7)`, ['other/repo#7']],
    ['bare address', `* ${G}/other/repo/pull/7`, ['other/repo#7']],
    ['address in angles', `* <${G}/other/repo/discussions/7>`, ['other/repo#7']],
    ['address and words', `- ${G}/other/repo/issues/7 - we ping some folks`, ['other/repo#7']],
    ['topic heading', `### Name it [#7](${G}/other/repo/issues/7)\n\n* note`, ['other/repo#7']],
    ['heading as a link', `### [Name it](${G}/other/repo/issues/7)\n`, ['other/repo#7']],
    ['plain number below a repository', '### other/repo\n\n* Name it #7', ['other/repo#7']],
    ['plain number of this repository', '* Name it #7', ['example-org/group#7']],
    ['number in brackets', '### Name it [#7]', ['example-org/group#7']],
    ['owner and name', '- Name it [other/repo#7]', ['other/repo#7']],
    [
      'name alone',
      `* Name it [repo#7](${G}/other/repo/issues/7) and group#8`,
      ['other/repo#7', 'example-org/group#8'],
    ],
    ['link with words', `* [Name it](${G}/other/repo/issues/7)`, ['other/repo#7']],
    ['box', `- [ ] Name it [#7](${G}/other/repo/issues/7)`, ['other/repo#7']],
    ['label and address', `* Name it: ${G}/other/repo/pull/7`, ['other/repo#7']],
    ['address on the next line', `* Name it [#7](\n  ${G}/other/repo/issues/7)`, ['other/repo#7']],
    ['numbered', `1. [Name it](${G}/other/repo/issues/7) (5m, Ada)`, ['other/repo#7']],
  ])('%s', (_, item, expected) => {
    expect(agenda(`# Meeting\n\n## Agenda\n\n${item}\n`)).toEqual(expected)
  })

  test('several issues of one item stand below it', () => {
    expect(
      agenda(
        `# M\n## Agenda\n* Wrapping\n  * [node #4 - first](${G}/a/b/pull/4): make it public\n  * [#5](${G}/a/b/pull/5)\n`,
      ),
    ).toEqual(['a/b#4', 'a/b#5'])
  })

  test('a link right below a topic is the item', () => {
    expect(
      agenda(`# Attending\n\nada, ben\n\n# Errors (ada)\n\n${G}/a/b/pull/4\n\n- ada: see ${G}/a/b/pull/5\n`),
    ).toEqual(['a/b#4'])
  })

  test('each item counts once, in the agenda or in the minutes', () => {
    expect(
      agenda(
        `# M\n## Agenda\n### a/b\n* One [#4](${G}/a/b/issues/4)\n\n## Minutes\n\n### One [#4](${G}/a/b/issues/4)\n\n### Two [#5](${G}/a/b/issues/5)\n`,
      ),
    ).toEqual(['a/b#4', 'a/b#5'])
  })

  test('items after the line that says where they come from, also below announcements', () => {
    expect(
      agenda(
        `# M\n## Agenda\n### Announcements\n* News ${G}/a/b/issues/1\n\n*Extracted from **x** labelled issues.\n\n* One [#4](${G}/a/b/issues/4)\n`,
      ),
    ).toEqual(['a/b#4'])
  })

  test('a title is what stands around the number', () => {
    const { agenda: items } = read(
      `# M\n## Agenda\n* \\[async_hooks\\] keep **it** [#4](${G}/a/b/issues/4)\n`,
    )
    expect(items).toEqual([
      { title: '[async_hooks] keep it', repo: 'a/b', number: 4, url: `${G}/a/b/issues/4`, line: 3 },
    ])
  })
})

describe('what is no item', () => {
  test.each([
    [
      'the issue of the meeting',
      `## Links\n* **GitHub Issue**: ${G}/a/b/issues/9\n\n## Agenda\n* ${G}/a/b/issues/9`,
    ],
    [
      'the review of the last meeting',
      `## Agenda\n\n## Review of last meeting\n\n* One [#4](${G}/a/b/issues/4)`,
    ],
    ['the next meeting', `## Next meeting\n* One [#4](${G}/a/b/issues/4)`],
    [
      'links in notes',
      `## Agenda\n### a/b\n* Talk\n  * Ada opened ${G}/a/b/issues/4 and more\n  * we liked it\n  * and so on`,
    ],
    ['stand-ups', `## Standup\n* Ada: worked on [#4](${G}/a/b/issues/4)`],
    ['actions', `## Agenda\n\n## Action items\n* Ada to close [#4](${G}/a/b/issues/4)`],
    ['counts', '## Agenda\n* Milestone #4\n* vote #5\n* Option #2'],
    [
      'a comment on the issue of the meeting as a topic',
      `## Topics\n### [Pay](${G}/a/tsc-meetings/issues/9#issuecomment-1)`,
    ],
    ['code', `## Agenda\n\`\`\`\n* One [#4](${G}/a/b/issues/4)\n\`\`\``],
  ])('%s', (_, text) => {
    expect(agenda(`# Meeting\n\n${text}\n`)).toEqual([])
  })

  test('notes with another bullet below an item', () => {
    expect(
      agenda(
        `# M\n## Agenda\n### a/b\n* One [#4](${G}/a/b/issues/4)\n- see ${G}/a/b/issues/5\n- Ada: also ${G}/a/b/issues/6\n`,
      ),
    ).toEqual(['a/b#4'])
  })
})
