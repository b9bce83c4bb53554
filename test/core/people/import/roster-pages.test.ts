import { describe, expect, test } from 'vitest'
import { readRosterText } from '../../../../src/core/people/import/read-roster-text.ts'

const read = (...lines: readonly string[]) => readRosterText({ file: 'README.md', text: lines.join('\n') })
const rules = (...lines: readonly string[]) =>
  read(...lines).unread.map(({ rule, place }) => `${String(place?.line)}:${String(place?.column)} ${rule}`)

describe('pages', () => {
  test('without a roster say so', () => {
    for (const page of ['', '\uFEFF', '# Title', 'Text @ada-example', '\u0000', '```\n* @ada-example']) {
      expect(rules(page)).toEqual(['1:1 roster-none'])
    }
  })

  test('with nobody below a heading are not taken for empty', () => {
    expect(rules('## Members', '', 'See the other page.')).toEqual(['1:1 roster-empty'])
  })

  test.each([
    ['*TBD*', 'open'],
    ['* To be determined.', 'open'],
    ['None yet', 'nobody'],
    ['- nobody', 'nobody'],
  ])('that say %s are', (said, empty) => {
    const { sections, unread } = read('## Members', '', said)
    expect(sections).toMatchObject([{ entries: [], empty }])
    expect(unread).toEqual([])
  })

  test('with a byte order mark and carriage returns have the same places', () => {
    const lines = ['# A', '', '## Members', '', '* [ada](https://github.com/ada-example)', '* Bob', '']
    const plain = read(...lines)
    for (const text of [
      `\uFEFF${lines.join('\n')}`,
      lines.join('\r\n'),
      lines.join('\r'),
      `\uFEFF${lines.join('\r\n')}`,
    ]) {
      expect(readRosterText({ file: 'README.md', text })).toEqual(plain)
    }
    expect(plain.doubts[0]?.place).toEqual({ file: 'README.md', line: 5, column: 3 })
    expect(plain.unread[0]?.place).toEqual({ file: 'README.md', line: 6, column: 1 })
  })

  test('that list somebody as serving and as past are doubted', () => {
    const { doubts } = read('## Members', '* @ada-example', '## Emeritus', '* @Ada-Example', '* @bob-example')
    expect(doubts).toMatchObject([{ rule: 'roster-both', place: { line: 4, column: 3 } }])
  })
})

describe('pages made to do harm', () => {
  test.each([
    ['> nested 5,000 times', `## Members\n\n${'>'.repeat(5000)} @ada-example`, '3:1 roster-wild'],
    ['lists nested 5,000 times', `## Members\n\n${'- '.repeat(5000)}@ada-example`, '3:1 roster-wild'],
    ['a line without end', `## Members\n\n* ${'[@a]('.repeat(50_000)}`, '3:1 roster-wild'],
    ['a page without end', `## Members\n\n${'* @ada-example\n'.repeat(200_000)}`, '1:1 roster-page'],
  ])('%s are refused', (_, text, expected) => {
    expect(rules(text)).toContain(expected)
  })

  test('bullets in bullets on one line are read', () => {
    expect(read('## Members', `${'- '.repeat(90)}@ada-example`).sections).toMatchObject([
      { entries: [{ login: 'ada-example' }] },
    ])
  })

  test.each([
    ['tags that never end', '<a '.repeat(3000)],
    ['comments that never end', '<!--'.repeat(2500)],
    ['tables in tables', '<table><tr><td>'.repeat(600)],
    ['brackets', '['.repeat(5000)],
    ['folds in folds', '<details>'.repeat(1000)],
    ['words for an e-mail', 'a.'.repeat(4900)],
  ])('%s are read', (_, text) => {
    expect(
      readRosterText({ file: 'README.md', text: `## Members\n\n${text}` }).unread.length,
    ).toBeGreaterThan(0)
  })

  test('a long roster is read to its end', () => {
    const lines = Array.from({ length: 2000 }, (_, index) => `- @ada-${String(index)}`)
    const { sections, unread } = read('## Members', ...lines)
    expect(unread).toEqual([])
    expect(sections[0]?.entries.at(-1)).toEqual({ login: 'ada-1999', line: 2001 })
  })
})
