import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMarks } from '../../../src/core/text/marks.ts'
import { skimLines } from '../../../src/core/text/skim-lines.ts'
import { allNodes, readMarkdown } from '../../read-markdown.ts'
import { runs } from '../../thoroughness.ts'

describe('the lines that a reader of marks skims', () => {
  const PIECES = [
    ...[
      '- item',
      '- item\n- item\n- item\n- item',
      '- [a](b)',
      '  - deep\n  - deep\n  - deep',
      '    - deeper\n    - deeper',
      '- `code',
    ],
    ...[
      '- code`\n- item\n- item',
      '* star',
      '1. one',
      '    indented',
      '\ttab',
      '> quote',
      '> - a',
      '> ```',
      '[a]: b "t',
      '[^1]: note',
    ],
    ...[
      'prose\nprose\nprose',
      'prose `code',
      'code` prose',
      'more [x',
      '\nprose\n',
      '\nprose `a\nprose\n',
      '\n# heading\n',
      '\n**b** `c`\n',
    ],
    ...[
      '\n## heading\n',
      '| a | b |\n| - | - |\n| c | d |\n| c | d |\n| c | d |\n| c | d |',
      '| c `| d |',
      '===',
      '---',
      '\\',
      '`',
      '``',
    ],
    ...[
      '',
      '',
      '```',
      '~~~',
      '  ```',
      '    ```',
      '- ```',
      '<details>',
      '</details>',
      '<pre>',
      '</pre>',
      '<!-- note',
      '-->',
      '<b',
      '">',
    ],
    ...[
      '<!-- wg:K -->',
      'prose <!-- wg:K -->',
      '- <!-- wg:K -->',
      '  <!-- wg:K -->',
      '    <!-- wg:K -->',
      '> <!-- wg:K -->',
    ],
    ...['`<!-- wg:K -->`', '| <!-- wg:K --> |', '    <!-- wg:K -->', '`<!-- wg:K -->'],
  ]

  it('sees the marks that the whole tree shows, however the text is built', () => {
    const document = fc
      .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 30 })
      .map((pieces) => pieces.flatMap((piece, index) => piece.replace('K', `meeting k${index}`).split('\n')))
    fc.assert(
      fc.property(
        document,
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\uFEFF'),
        (lines, ending, mark) => {
          const text = mark + lines.join(ending)
          const html = allNodes(readMarkdown(text)).flatMap((node) =>
            node.type === 'html' ? [node.value] : [],
          )
          const comments = html.flatMap((value) => value.match(/<!--(?:-?>|[^]*?-->)/g) ?? [])
          const expected = comments.flatMap(
            (comment) => /^<!--\s*wg:meeting (k\d+)\s*-->$/.exec(comment)?.[1] ?? [],
          )
          const found = findMarks(text).keys
          expect(found.map((key) => key.key)).toEqual(expected)
          for (const { key, offset, line, column } of found) {
            expect(text.slice(offset)).toMatch(new RegExp(`^<!-- wg:meeting ${key} -->`))
            expect(lines[line - 1]!.slice(column - 1)).toMatch(new RegExp(`^<!-- wg:meeting ${key} -->`))
          }
        },
      ),
      { numRuns: runs(250) },
    )
  })

  it('skims a long list, long prose and many groups, whatever a reader would need the whole for', () => {
    const items = Array.from(
      { length: 10_000 },
      (_, index) => `- [ ] [Title ${index}](https://example.org/${index}) by \`code\``,
    )
    const groups = items
      .map((item, index) => (index % 5 === 0 ? `\n### Group ${index}\n` : item))
      .join('\n')
      .split('\n')
    const prose = items.map((_, index) =>
      index % 2 === 0 ? '' : `Sentence ${index} with \`code\` and **stress**.`,
    )
    for (const lines of [items, groups, prose]) expect(skimLines(lines).length).toBeLessThan(12)
  })
})
