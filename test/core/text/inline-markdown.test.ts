import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownLink, markdownText } from '../../../src/core/text/inline-markdown.ts'
import { findMarks } from '../../../src/core/text/marks.ts'
import { plainLine } from '../../../src/core/text/plain-line.ts'
import { fillValues } from '../../../src/core/text/template-values.ts'
import { HOSTILE_TITLES } from '../../hostile-titles.ts'
import { allNodes, readMarkdown } from '../../read-markdown.ts'
import { runs } from '../../thoroughness.ts'

const ADDRESS = 'https://github.com/example/tools/issues/1'

const SIGNS = Array.from('\\`*_{}[]()#+-.!|<>~@:/&;$%="\' \n')

/** Titles made of the pieces of hostile ones. */
const anyTitle = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...SIGNS),
        fc.constantFrom('a', '1', '<!--', '-->', 'wg:', '{{', '}}', '](', '://', 'www.'),
      ),
    )
    .map((signs) => signs.join('')),
  fc
    .array(fc.constantFrom(...HOSTILE_TITLES.map(([, title]) => title.slice(0, 60))), { maxLength: 4 })
    .map((titles) => titles.join(' ')),
)

/** Around the text, the places in which wg puts it. */
const PLACES: readonly (readonly [string, (text: string) => string])[] = [
  ['prose', (text) => `See ${text} here.`],
  ['a line', (text) => text],
  ['an item', (text) => `- ${text}\n- next`],
  ['a heading', (text) => `### ${text}`],
  ['a table', (text) => `| a | b |\n| --- | --- |\n| ${text} | c |`],
]

function expectLink(title: string, place: (text: string) => string) {
  const written = place(markdownLink(title, ADDRESS))
  const nodes = allNodes(readMarkdown(written))
  const links = nodes.filter((node) => node.type === 'link')
  expect(links.map((link) => link.url)).toEqual([ADDRESS])
  expect(links[0]!.children.every((child) => child.type === 'text')).toBe(true)
  const text = links[0]!.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  expect(text).toBe(plainLine(title) || ADDRESS)
  expect(
    nodes.filter(
      (node) =>
        ![
          'root',
          'paragraph',
          'text',
          'link',
          'list',
          'listItem',
          'heading',
          'table',
          'tableRow',
          'tableCell',
        ].includes(node.type),
    ),
  ).toEqual([])
  expect(fillValues(written, new Map())).toEqual({ text: written, faults: [] })
}

function expectText(title: string, place: (text: string) => string) {
  const shown = plainLine(title)
  const tree = readMarkdown(place(markdownText(title)))
  const plain = readMarkdown(place('word'))
  const types = (root: typeof tree) => allNodes(root).map((node) => node.type)
  if (shown !== '') expect(types(tree)).toEqual(types(plain))
  const texts = allNodes(tree).flatMap((node) => (node.type === 'text' ? [node.value] : []))
  const expected = allNodes(plain).flatMap((node) =>
    node.type === 'text' ? [node.value.replace('word', () => shown)] : [],
  )
  if (shown !== '') expect(texts.map((text) => text.replaceAll('\u200B', ''))).toEqual(expected)
}

describe('a link whose text is foreign', () => {
  it.each(HOSTILE_TITLES)('stays one link around plain text: %s', (_, title) => {
    for (const [, place] of PLACES) expectLink(title, place)
  })

  it('stays one link around plain text for any title', () => {
    fc.assert(
      fc.property(anyTitle, fc.constantFrom(...PLACES), (title, [, place]) => expectLink(title, place)),
      { numRuns: runs(250) },
    )
  })

  it.each(HOSTILE_TITLES)('closes and opens no mark: %s', (_, title) => {
    const text = `<!-- wg:agenda -->\n- ${markdownLink(title, ADDRESS)}\n- ${markdownText(title)}\n<!-- /wg:agenda -->\n`
    const { blocks, keys, faults } = findMarks(text)
    expect({ blocks: blocks.map((block) => [block.start, block.end]), keys, faults }).toEqual({
      blocks: [[0, text.length - 1]],
      keys: [],
      faults: [],
    })
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    ' java\nscript:alert(1)',
    'ftp://example.org',
    '//example.org',
    '',
  ])('leads nowhere but to the web: %j', (url) => {
    expect(markdownLink('title', url)).toBe('title')
  })

  it.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['https://example.org/)(', 'https://example.org/%29%28'],
    [
      'https://example.org/{{x}}|<!-- /wg:agenda -->',
      'https://example.org/%7B%7Bx%7D%7D%7C%3C!--%20/wg:agenda%20--%3E',
    ],
    ['https://example.org/a_b*c?d=e&f=g#h', 'https://example.org/a_b*c?d=e&f=g#h'],
    ['https://example.org/?a&copy=1', 'https://example.org/?a&copy=1'],
  ])('keeps an odd address whole: %s', (url, read) => {
    const links = allNodes(readMarkdown(`| a |\n| --- |\n| ${markdownLink('title', url)} |`)).filter(
      (node) => node.type === 'link',
    )
    expect(links.map((link) => link.url)).toEqual([read])
  })
})

describe('foreign text in prose', () => {
  it.each(HOSTILE_TITLES)('is text and nothing else: %s', (_, title) => {
    for (const [, place] of PLACES) expectText(title, place)
  })

  it('is text and nothing else for any title', () => {
    fc.assert(
      fc.property(anyTitle, fc.constantFrom(...PLACES), (title, [, place]) => expectText(title, place)),
      { numRuns: runs(250) },
    )
  })

  // The patterns of GitHub's html-pipeline (mentions, emoji) and of its documentation on autolinked references.
  const GITHUB_LOOKS_FOR: readonly (readonly [string, RegExp])[] = [
    ['mentions', /(?:^|\W)@[a-z0-9][a-z0-9-]*/i],
    ['references', /(?:^|\W|[\w.-])#\d+/],
    ['old references', /(?:^|\W)GH-\d+/i],
    ['commits', /[0-9a-f]{7,40}/i],
    ['addresses', /https?:\/\/|www\./i],
    ['letters', /[\w.+-]+@[\w-]+/],
    ['emoji names', /:[a-z0-9_+-]+:/i],
  ]

  it.each(GITHUB_LOOKS_FOR)('names nobody and refers to nothing: %s', (_, pattern) => {
    const titles = HOSTILE_TITLES.map(([, title]) => plainLine(title))
    expect(titles.some((title) => pattern.test(title))).toBe(true)
    const shown = (title: string) =>
      allNodes(readMarkdown(`x ${markdownText(title)}`)).flatMap((node) =>
        node.type === 'text' ? [node.value] : [],
      )
    expect(titles.flatMap(shown).filter((text) => pattern.test(text))).toEqual([])
    fc.assert(
      fc.property(anyTitle, (title) => !shown(title).some((text) => pattern.test(text))),
      { numRuns: runs(60) },
    )
  })

  it('leaves ordinary prose as it is', () => {
    expect(markdownText('Release plan for 24.x, part 2 (draft)')).toBe(
      'Release plan for 24.x, part 2 (draft)',
    )
  })
})
