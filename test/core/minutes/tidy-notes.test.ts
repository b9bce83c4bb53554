import fc from 'fast-check'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { rememberLines } from '../../../src/core/text/memory.ts'
import { tidyNotes } from '../../../src/core/minutes/tidy-notes.ts'
import { runs } from '../../thoroughness.ts'

const tidied: readonly (readonly [what: string, notes: string, tidy: string])[] = [
  ['a byte order mark and Windows line ends', '\uFEFF# Notes\r\n\r\nOne\r\n', '# Notes\n\nOne\n'],
  ['runs of blank lines', '\n\n# Notes\n\n\n\nOne\n\n\n', '# Notes\n\nOne\n'],
  ['escaped dashes, hashes and dots', 'Q\\&A on \\#12 \\- done\\.\n', 'Q&A on #12 - done.\n'],
  [
    'items that the editor has escaped',
    '\\- one\n\\- two\n\n1\\. a\n2\\. b\n',
    '- one\n- two\n\n1. a\n2. b\n',
  ],
  ['headings that the editor has escaped', '\\#\\# Notes\n\nOne\n', '## Notes\n\nOne\n'],
  ['underscores inside words', 'snake\\_case\\_name\n', 'snake_case_name\n'],
  ['boxes', '- \\[ \\] Ada\n- \\[x\\] Ben\n', '- [ ] Ada\n- [x] Ben\n'],
  ['brackets', 'an \\[Action\\] for Ada\n', 'an [Action] for Ada\n'],
  ['a lone star or tilde', '\\*Extracted from it, \\~10 items\n', '*Extracted from it, ~10 items\n'],
  ['hard breaks that break nothing', '- one  \n- two  \n\nThree  \n', '- one\n- two\n\nThree\n'],
  ['back-slashes at all line ends', '- one\\\n- two\\\n- three\\\n', '- one\n- two\n- three\n'],
  ['smart bullets', '• one\n◦ two\n▪ three\n• four\n', '- one\n  - two\n    - three\n- four\n'],
  ['dashes as bullets', 'Notes:\n\n– one\n– two\n', 'Notes:\n\n- one\n- two\n'],
  ['a bullet after a bullet', '- • one\n- • two\n', '- one\n- two\n'],
  ['odd spaces', 'a\u00A0b\u202Fc\n\u00A0\u00A0\u00A0\u00A0d\n', 'a b c\nd\n'],
  ['unseen characters', 'wo\u200Brd, so\u00ADft\n', 'word, soft\n'],
  ['empty items', '- one\n- \n* …\n- [ ]\n- two\n', '- one\n- two\n'],
]

const left: readonly (readonly [what: string, notes: string])[] = [
  ['a break within a paragraph', 'one  \ntwo\\\nthree\n'],
  ['emphasis that was none', '\\*not bold\\* and \\_not italic\\_\n'],
  ['a year at the start of a line', '2026\\. That was a year.\n'],
  ['a hash that counts', 'There were\n\\# of people\n'],
  ['tags and marks', '\\<b\\> \\<!-- wg:agenda --\\>\n'],
  ['what would be a link', '\\[one\\](two) \\[three\\]\\[four\\] \\!\\[five\\](six)\n'],
  ['what would be an entity', 'AT\\&amp; and \\&#35;\n'],
  ['what would be a heading', 'A title\n\\---\n'],
  ['a lone back-slash at the end', '- It is in C:\\\n'],
  ['code', '```\n\\- a  \n\n\n• b\n```\n\n`a \\- b`\n\n    • c\\-d  \n'],
  ['tables', '| a \\- b | c\\|d |\n| --- | --- |\n| • | 2\u00A0 |\n'],
  ['links', '[a \\- b](https://example.org/a\\_b) <https://example.org/a>\n'],
  ['comments', '<!-- one\n\n\n• two\\-  \n-->\n'],
  ['smart quotes', '“one” ‘two’ – three — four …\n'],
  ['items with something below them', '-\n  - one\n'],
  ['what would be code in an item', '1\\.     `a`\n\n\\-      b\n\n\\*\t\tc\n'],
  ['an item that nobody has filled in, of no template', '- TBD\n'],
]

describe('tidying notes', () => {
  test.each(tidied)('takes away %s', (_, notes, tidy) => expect(tidyNotes(notes)).toBe(tidy))
  test.each(left)('leaves %s', (_, notes) => expect(tidyNotes(notes)).toBe(notes))

  test('takes away items of the template that nobody has filled in', () => {
    expect(tidyNotes('## Decisions\n\n- TBD\n', { template: '## Decisions\n\n- TBD\n' })).toBe(
      '## Decisions\n',
    )
  })

  test('leaves lines that wg wrote between marks, with their escapes', () => {
    const line = '- a\\_b \\- c'
    const block = (between: string) =>
      `<!-- wg:agenda ~ ${rememberLines([{ text: line }]).join(' ')} -->\n${between}\n<!-- /wg:agenda -->\n`
    expect(tidyNotes(block(line))).toBe(block(line))
    expect(tidyNotes(block('- d\\_e'))).toBe(block('- d_e'))
  })
})

/** Pieces of which editors' notes are made, sound and broken. */
const pieces = fc.constantFrom(
  ...[
    'Ada',
    'will',
    'do',
    'snake\\_case',
    '\\-',
    '\\#12',
    '\\[x\\]',
    '\\[Action\\]',
    'Q\\&A',
    '\\*',
    '\\_',
    '~',
    '\\~',
  ],
  ...[
    '2026',
    '1\\.',
    '#7',
    '`a \\- b`',
    '[a\\_b](https://example.org/x)',
    '<!-- c -->',
    '**bold**',
    '*',
    '_',
    '|',
    '\\|',
  ],
  ...[
    '\u00A0',
    '\u200B',
    '\\',
    '<',
    '\\<',
    '>',
    '\\>',
    '“quoted”',
    'TBD',
    '…',
    '@ada-example',
    'https://example.org',
  ],
)
const starts = (deep: readonly string[]) =>
  fc.constantFrom(
    ...deep,
    ...[
      '',
      '',
      '',
      '- ',
      '* ',
      '  - ',
      '• ',
      '◦ ',
      '▪ ',
      '– ',
      '\\- ',
      '1. ',
      '1\\. ',
      '\\## ',
      '# ',
      '## ',
      '> ',
    ],
    ...['- [ ] ', '- [x] ', '\u00A0\u00A0', '| ', '- • '],
  )
const ends = fc.constantFrom('', '', '', '  ', '\\', ' ', ' |', '   ')
const lineWith = (deep: readonly string[]) =>
  fc
    .tuple(starts(deep), fc.array(pieces, { maxLength: 4 }), ends)
    .map(([start, words, end]) => start + words.join(' ') + end)
const blocksOf = (line: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 12, arbitrary: line },
    { weight: 3, arbitrary: fc.constantFrom('', '', '\n') },
    {
      weight: 1,
      arbitrary: fc.array(line, { maxLength: 4 }).map((lines) => `\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n`),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('---', '```', '-', '| --- | --- |', '<!-- open', '-->', '***', '==='),
    },
  )
const notesWith = (deep: readonly string[]) =>
  fc
    .tuple(fc.array(blocksOf(lineWith(deep)), { maxLength: 12 }), fc.constantFrom('\n', '\r\n'))
    .map(([lines, end]) => lines.join('\n').replaceAll('\n', end))

const anyNotes = notesWith(['    ', '\t'])
/** Without lines that are code for their indentation, which the item above them may make words. */
const notes = notesWith([])

const UNSEEN = /[\u200B\uFEFF\u2060\u00AD]/g
const wordsOf = (text: string) => text.replace(UNSEEN, '').match(/[\p{L}\p{N}]+/gu) ?? []

interface Leaf {
  readonly position?: { readonly start: { readonly offset?: number | undefined } } | undefined
  readonly type: string
  readonly value?: string
  readonly children?: readonly Leaf[]
}

/** The text of nodes of some types, as another reader of Markdown sees them. */
const valuesOf = (text: string, types: readonly string[]): string[] => {
  const source = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const isFence = ({ position }: Leaf) => /^\s*(?:```|~~~)/.test(source.slice(position?.start.offset))
  const walk = (node: Leaf): string[] => [
    ...(types.includes(node.type === 'code' && isFence(node) ? 'fence' : node.type)
      ? [node.type === 'html' ? (node.value ?? '').trim() : (node.value ?? '').trimEnd()]
      : []),
    ...(node.children ?? []).flatMap(walk),
  ]
  return walk(unified().use(remarkParse).parse(source))
}

describe('for any notes', () => {
  test('tidying twice is tidying once', () => {
    fc.assert(
      fc.property(anyNotes, (text) => {
        const once = tidyNotes(text)
        expect(tidyNotes(once)).toBe(once)
      }),
      { numRuns: runs(200) },
    )
  })

  test('no word is lost', () => {
    fc.assert(
      fc.property(anyNotes, (text) => {
        expect(wordsOf(tidyNotes(text))).toEqual(wordsOf(text))
      }),
      { numRuns: runs(200) },
    )
  })

  test('no word is hidden: the page shows the same words, but for the numbers of items', () => {
    const shown = (text: string) =>
      valuesOf(text, ['text', 'inlineCode', 'code', 'fence', 'html'])
        .join(' ')
        .replace(UNSEEN, '')
        .match(/\p{L}{2,}/gu)
    fc.assert(
      fc.property(notes, (text) => {
        expect(shown(tidyNotes(text))).toEqual(shown(text))
      }),
      { numRuns: runs(200) },
    )
  })

  test('code between fences, HTML and inline code are as they were', () => {
    const types = ['fence', 'inlineCode', 'html']
    fc.assert(
      fc.property(notes, (text) => {
        const before = valuesOf(text, types)
        expect(valuesOf(tidyNotes(text), types)).toEqual(before)
      }),
      { numRuns: runs(200) },
    )
  })
})
