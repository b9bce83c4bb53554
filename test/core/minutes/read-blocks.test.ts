import fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../../src/core/minutes/plain-text.ts'
import { readBlocks } from '../../../src/core/minutes/read-blocks.ts'
import { scanLinks } from '../../../src/core/minutes/scan-links.ts'
import { runs } from '../../thoroughness.ts'

function tree(text: string): Root {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
}

function wordsOf(node: Nodes): string {
  if ('children' in node) return node.children.map(wordsOf).join('')
  return 'value' in node ? node.value : ''
}

/** Headings and items as the full parser of Markdown sees them: level, line, box, words. */
function outline(text: string): string[] {
  const found: string[] = []
  const walk = (node: Nodes, depth: number): void => {
    const line = node.position?.start.line ?? 0
    if (node.type === 'heading') found.push(`h${node.depth} ${line} ${wordsOf(node)}`)
    if (node.type === 'listItem')
      found.push(
        `i${depth} ${line} ${node.checked === null || node.checked === undefined ? '' : String(node.checked)}`,
      )
    if (node.type === 'tableRow') found.push(`r ${line} ${node.children.map(wordsOf).join(',')}`)
    if ('children' in node)
      for (const child of node.children) walk(child, depth + (node.type === 'listItem' ? 1 : 0))
  }
  walk(tree(text), 0)
  return found
}

function ours(text: string): string[] {
  return readBlocks(text.split('\n')).flatMap((block) => {
    if (block.kind === 'heading') return [`h${block.level} ${block.line} ${plainText(block.text)}`]
    if (block.kind === 'item')
      return [`i${block.level} ${block.line} ${block.checked === undefined ? '' : String(block.checked)}`]
    return block.kind === 'row' ? [`r ${block.line} ${(block.cells ?? []).map(plainText).join(',')}`] : []
  })
}

const word = fc.constantFrom('Ada', 'talk', 'name', 'about', 'plans', 'later')
const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const piece = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([level, text]) => `${'#'.repeat(level)} ${text}`),
  line,
  fc.tuple(line, fc.constantFrom('===', '---')).map(([text, rule]) => `${text}\n${rule}`),
  fc.tuple(line, line).map(([a, b]) => `| ${a} | ${b} |\n| --- | --- |\n| ${b} | ${a} |`),
  fc
    .array(fc.tuple(fc.boolean(), line), { minLength: 1, maxLength: 4 })
    .map((items) =>
      items.map(([nested, text], index) => `${nested && index > 0 ? '  ' : ''}* ${text}`).join('\n'),
    ),
  fc.tuple(fc.constantFrom('[ ] ', '[x] '), line).map(([box, text]) => `- ${box}${text}`),
)

describe('blocks', () => {
  test('headings, items, boxes and tables are those that the full parser finds', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('\n\n')
        expect(ours(text)).toEqual(outline(text))
      }),
      { numRuns: runs(150) },
    )
  })

  test('wrapped lines belong to their item; lines at the margin that start anew do not', () => {
    const blocks = readBlocks(['* one', '  and more', '* two', 'Three is a line of its own'])
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['item', 'one and more'],
      ['item', 'two'],
      ['text', 'Three is a line of its own'],
    ])
  })
})

describe('the words of a line', () => {
  test.each([
    '**Ada** and _Ben_',
    'a `code_word` here',
    '[text](https://example.org/a_b) and more',
    '\\[RFC\\] keep\\_this \\#7',
    'snake_case_word stays',
    'a &amp; b &lt;c&gt;',
    '~~gone~~ here',
    '***both***',
  ])('%s', (markdown) => {
    expect(plainText(markdown)).toBe(wordsOf(tree(markdown)))
  })

  test.each([
    'see [a](https://example.org/a) and <https://example.org/b>, https://example.org/c.',
    '[a](https://example.org/x_(y)) end',
    '[[a](https://example.org/a)]',
  ])('links of %s', (markdown) => {
    const urls: string[] = []
    const walk = (node: Nodes): void => {
      if (node.type === 'link') urls.push(node.url)
      if ('children' in node) node.children.forEach(walk)
    }
    walk(tree(markdown))
    expect(scanLinks(markdown).map(({ url }) => url)).toEqual(urls)
  })
})
