import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { plainParts } from '../../../src/core/charters/plain-parts.ts'
import { treeParts } from '../../../src/core/charters/prose-part.ts'
import { assemble } from '../../../src/core/charters/read-prose.ts'
import { runs } from '../../thoroughness.ts'

const LINES = [
  '',
  '',
  '',
  '# Team',
  '## In scope',
  '## `code` and [a](b.md) #',
  '## In <b>scope</b>',
  '### **Strong** heading ',
  '#no heading',
  'Words of a paragraph.',
  'words, `code` and **strong**.',
  'See [the minutes](../meetings/2026-11-01.md) and [x][y].',
  'ends with two spaces  ',
  '“Quoted” (so)',
  '(see [this](a.md))',
  '2016 was a year',
  '1986. A great year',
  'a **b** **c**d and a*b*c',
  'odd ` tick',
  'two ``ticks` here``',
  'mail a@example.org',
  'at https://example.org/a or www.example.org',
  'a | b',
  '- | -',
  '| a | b |',
  '| --- | --- |',
  '| [c](d.md) | |',
  '---',
  '***',
  '===',
  '- item',
  '- item `code` [l](m.md)',
  '* star',
  '+ 1. both',
  '- [ ] task',
  '- [x](y.md) link',
  '- **strong** item',
  '- - twice',
  '-',
  '1. one',
  '2. two',
  '12) twelve',
  '  goes on',
  '   goes on',
  '  - nested',
  '    - deep',
  '    code',
  '\tcode',
  '> quoted',
  '<!-- a comment -->',
  '<!-- open',
  '-->',
  '<h2>Html</h2>',
  '```',
  '~~~',
  '[y]: z.md',
  '[^1]: note',
  'a[^1]',
  '`a``b` c',
  '![p](q.png)',
  '!',
  'a\\',
  '&amp; b',
  'ä 😀 [l](m.md)',
  '\u00a0odd space',
  'x\u00a0**y**',
]

const parse = (text: string) => ({ text, firstLine: 7 })

describe('prose read line by line', () => {
  it('is what the tree of Markdown says', () => {
    let plain = 0
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...LINES), { maxLength: 9 }),
        fc.constantFrom('\n', '\r\n'),
        (lines, end) => {
          const source = parse(lines.join(end))
          const parts = plainParts(source)
          if (parts === undefined) return
          plain += 1
          expect(assemble(parts)).toEqual(assemble(treeParts(source)))
        },
      ),
      { numRuns: runs(1500) },
    )
    expect(plain).toBeGreaterThan(runs(1500) / 20)
  })

  it('reads every pair of lines alike', () => {
    for (const first of new Set(LINES))
      for (const second of new Set(LINES)) {
        const source = parse([first, second, '', 'end'].join('\n'))
        const parts = plainParts(source)
        if (parts)
          expect(assemble(parts), JSON.stringify([first, second])).toEqual(assemble(treeParts(source)))
      }
  })

  it('needs no tree for the charters of this repository', () => {
    for (const file of readdirSync('charters')) {
      const source = parse(readFileSync(`charters/${file}`, 'utf8').split('---\n').slice(2).join('---\n'))
      const parts = plainParts(source)
      expect(parts, file).toBeDefined()
      expect(assemble(parts ?? [])).toEqual(assemble(treeParts(source)))
    }
  })
})
