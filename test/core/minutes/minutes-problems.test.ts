import { expect, test } from 'vitest'
import { read } from './minutes-fixtures.ts'

const ROSTER = '## Present\n* Ada Example\n'

test.each([
  ['nothing to say of good minutes', `# M 2026-12-03\n${ROSTER}\n## Agenda\n\n### a/b\n* One #7\n`, []],
  [
    'a placeholder',
    `# $TITLE$\n${ROSTER}* **Minutes**: $MINUTES_DOC$\n`,
    [
      ['minutes-placeholder', 1],
      ['minutes-placeholder', 4],
    ],
  ],
  [
    'a label of the template',
    `# M\n${ROSTER}\nExtracted from **<agenda-label>** issues\n`,
    [['minutes-placeholder', 5]],
  ],
  ['template code', `# M {{ meeting.date }}\n${ROSTER}`, [['minutes-placeholder', 1]]],
  ['a team in the roster', `# M\n${ROSTER}* Team: @example-org/all\n`, [['minutes-team-placeholder', 4]]],
  ['an empty section', `# M\n${ROSTER}\n## Action items\n\n## Links\n`, [['minutes-empty-section', 5]]],
  ['no roster', '# M\n\nWe met.\n', [['minutes-no-attendees', 1]]],
  [
    'an empty roster',
    '# M\n\n## Present\n\n* Team: @example-org/all\n',
    [
      ['minutes-no-attendees', 3],
      ['minutes-team-placeholder', 5],
    ],
  ],
  ['nobody there', '# M\n\n## Members\n- [ ] Ada Example\n- [ ] Ben Sample\n', [['minutes-no-attendees', 3]]],
  ['an open comment', `# M\n${ROSTER}\n<!-- notes\n\nhello\n`, [['minutes-open-comment', 5]]],
  ['open code', `# M\n${ROSTER}\n\`\`\`js\nhello\n`, [['minutes-open-fence', 5]]],
  ['an empty file', '', [['minutes-empty', 1]]],
  ['a binary file', 'PNG\u0000\u0001\u0002', [['minutes-not-text', 1]]],
  ['what is not UTF-8', `# M\n${ROSTER}* Ben \ufffdample\n`, [['minutes-encoding', 4]]],
] as const)('%s', (_, text, expected) => {
  expect(read(text).problems.map(({ rule, place }) => [rule, place?.line])).toEqual(expected)
})

test('a file without any day says so', () => {
  expect(read(`# M\n${ROSTER}`, 'notes.md').problems).toMatchObject([
    { rule: 'minutes-no-date', severity: 'error', place: { file: 'notes.md', line: 1, column: 1 } },
  ])
})
