import { describe, expect, it } from 'vitest'
import { findMarks, findUnknownMarks } from '../../../src/core/text/marks.ts'

const OPEN = '<!-- wg:agenda -->'
const CLOSE = '<!-- /wg:agenda -->'

function names(text: string): string[] {
  return findMarks(text).blocks.map(
    (block) =>
      `${block.key} ${block.line}:${block.column} ${JSON.stringify(text.slice(block.contentStart, block.contentEnd))}`,
  )
}

describe('findMarks', () => {
  it.each([
    ['a block', `${OPEN}\nx\n${CLOSE}`, ['agenda 1:1 "\\nx\\n"']],
    ['on one line', `${OPEN}${CLOSE}`, ['agenda 1:1 ""']],
    [
      'attributes, sorted',
      '<!-- wg:roster team=core-response style="a b" -->\n<!-- /wg:roster -->',
      ['roster style="a b" team=core-response 1:1 "\\n"'],
    ],
    [
      'two with different attributes',
      '<!-- wg:roster team=a --><!-- /wg:roster --><!-- wg:roster team=b --><!-- /wg:roster -->',
      ['roster team=a 1:1 ""', 'roster team=b 1:45 ""'],
    ],
    ['without spaces', '<!--wg:agenda-->x<!--/wg:agenda-->', ['agenda 1:1 "x"']],
    ['in a paragraph', `text ${OPEN}x${CLOSE} text`, ['agenda 1:6 "x"']],
    ['in an item', `- a\n\n  ${OPEN}\n  x\n  ${CLOSE}`, ['agenda 3:3 "\\n  x\\n  "']],
    ['in a quote', `> a\n> ${OPEN}\n> x\n> ${CLOSE}`, ['agenda 2:3 "\\n> x\\n> "']],
    ['in a table', `| a | b |\n| - | - |\n| ${OPEN}x${CLOSE} | c |`, ['agenda 3:3 "x"']],
    ['in HTML', `<details>\n${OPEN}\nx\n${CLOSE}\n</details>`, ['agenda 2:1 "\\nx\\n"']],
    [
      'with Windows line ends and a byte order mark',
      `\uFEFF${OPEN}\r\nx\r\n${CLOSE}\r\n`,
      ['agenda 1:1 "\\r\\nx\\r\\n"'],
    ],
    [
      'behind a byte order mark and front matter',
      `\uFEFF---\na: "${OPEN}"\n---\n${OPEN}\n${CLOSE}`,
      ['agenda 4:1 "\\n"'],
    ],
    [
      'behind other comments',
      `<!-- a --> <!--> <!---> ${OPEN}<!-- x -->${CLOSE}`,
      ['agenda 1:25 "<!-- x -->"'],
    ],
    ['in fenced code', `\`\`\`\n${OPEN}\n${CLOSE}\n\`\`\``, []],
    ['in a fence left open', `~~~\n${OPEN}\n${CLOSE}\n`, []],
    ['in indented code', `a\n\n    ${OPEN}\n    ${CLOSE}\n`, []],
    ['in inline code', `a \`${OPEN}\` and \`${CLOSE}\``, []],
    ['in inline code over two lines', `a \`b\n${OPEN.replace('<', 'c <')}\` ${CLOSE.slice(0, 4)}`, []],
    ['behind a backslash', `a \\${OPEN} b \\${CLOSE}`, []],
    ['another comment', '<!-- wgagenda --> <!-- agenda -->', []],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toEqual(expected)
    expect(findMarks(text).faults).toEqual([])
  })

  it('reads the memory apart from the attributes', () => {
    const { blocks } = findMarks(
      '<!-- wg:roster team=a ~ abc123 def456ghi789 -->\n<!-- /wg:roster -->\n<!-- wg:agenda ~ --><!-- /wg:agenda -->',
    )
    expect(blocks.map(({ key, memory }) => [key, memory])).toEqual([
      ['roster team=a', ['abc123', 'def456ghi789']],
      ['agenda', []],
    ])
  })

  it('reads keys, wherever they stand', () => {
    const { keys, faults } = findMarks(
      '<!-- wg:meeting security-wg/2026-12-03 -->\n\n`<!-- wg:meeting a/b -->`\n',
    )
    expect(keys).toEqual([{ name: 'meeting', key: 'security-wg/2026-12-03', offset: 0, line: 1, column: 1 }])
    expect(faults).toEqual([])
  })

  it.each([
    ['never closed', `a\n ${OPEN}\nx`, ['mark-unclosed agenda 2:2'], []],
    [
      'never closed, before a sound one',
      `<!-- wg:a -->\n${OPEN}${CLOSE}`,
      ['mark-unclosed a 1:1'],
      ['agenda'],
    ],
    ['opened twice, closed once', `${OPEN}\n${OPEN}\n${CLOSE}`, ['mark-unclosed agenda 1:1'], ['agenda']],
    ['never opened', `x\n${CLOSE}`, ['mark-unopened agenda 2:1'], []],
    [
      'nested',
      `${OPEN}\n<!-- wg:a --><!-- /wg:a -->\n${CLOSE}\n<!-- wg:b --><!-- /wg:b -->`,
      ['mark-nested a 2:1', 'mark-nested a 2:14'],
      ['b'],
    ],
    [
      'crossed',
      `${OPEN}<!-- wg:a -->${CLOSE}<!-- /wg:a -->`,
      ['mark-nested a 1:19', 'mark-unopened a 1:51'],
      [],
    ],
    ['a key in a block', `${OPEN}<!-- wg:meeting a/b -->${CLOSE}`, ['mark-nested meeting 1:19'], []],
    [
      'repeated',
      `${OPEN}${CLOSE}\n${OPEN}${CLOSE}\n<!-- wg:b --><!-- /wg:b -->`,
      ['mark-repeated agenda 2:1'],
      ['b'],
    ],
    ['unreadable attributes', '<!-- wg:agenda label -->', ['mark-unreadable agenda 1:1'], []],
    ['the same attribute twice', '<!-- wg:agenda a=1 a=2 -->', ['mark-unreadable agenda 1:1'], []],
    [
      'an unreadable name',
      '<!-- wg:Agenda --> <!-- wg: x --> <!-- /wg:a b -->',
      ['mark-unreadable Agenda 1:1', 'mark-unreadable x 1:20', 'mark-unreadable a 1:35'],
      [],
    ],
    [
      'a key without a key',
      '<!-- wg:meeting --> <!-- wg:meeting a b -->',
      ['mark-unreadable meeting 1:1', 'mark-unreadable meeting 1:21'],
      [],
    ],
    ['closed in code', `${OPEN}\n\`\`\`\n${CLOSE}\n`, ['mark-unclosed agenda 1:1'], []],
    [
      'closed in a comment that a person left open',
      `${OPEN}\n<!-- todo\n${CLOSE}\n`,
      ['mark-unclosed agenda 1:1'],
      [],
    ],
  ])('%s', (_, text, ...[faults, blocks]) => {
    const found = findMarks(text)
    expect(found.faults.map(({ rule, name, line, column }) => `${rule} ${name} ${line}:${column}`)).toEqual(
      faults,
    )
    expect(found.blocks.map((block) => block.key)).toEqual(blocks)
    for (const fault of found.faults) expect(fault.message + fault.hint).not.toContain('$')
  })

  it('knows the unknown, with the nearest name', () => {
    const { blocks } = findMarks(
      `<!-- wg:agneda --><!-- /wg:agneda -->\n<!-- wg:zebra --><!-- /wg:zebra -->\n${OPEN}${CLOSE}`,
    )
    expect(
      findUnknownMarks(blocks, ['agenda', 'roster']).map(({ name, line, hint }) => [name, line, hint]),
    ).toEqual([
      ['agneda', 1, 'Did you mean `agenda`?'],
      ['zebra', 2, 'The marks that wg fills are `agenda`, `roster`.'],
    ])
  })
})
