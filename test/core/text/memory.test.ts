import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashIdentity, hashText, readMemory, rememberLines } from '../../../src/core/text/memory.ts'

describe('memory', () => {
  it('has a token for every line that is not blank, twice as long for one with an identity', () => {
    const tokens = rememberLines([
      { text: 'a' },
      { text: ' ' },
      { text: 'b', identity: 'https://example.org/1' },
    ])
    expect(tokens.map((token) => token.length)).toEqual([6, 12])
    expect(readMemory(tokens)).toEqual([
      { text: hashText('a') },
      { text: hashText('b'), identity: hashIdentity('https://example.org/1') },
    ])
  })

  it('stays under 6 kB for 400 items, and holds nothing that could end a comment', () => {
    const lines = Array.from({ length: 400 }, (_, index) => ({
      text: `- item ${index}`,
      identity: `https://github.com/example/tools/issues/${index}`,
    }))
    const memory = rememberLines(lines).join(' ')
    expect(memory.length).toBeLessThan(6000)
    expect(memory).toMatch(/^[\w. ]+$/)
  })

  it('tells 100,000 titles apart that differ little', () => {
    const hashes = Array.from({ length: 100_000 }, (_, index) => hashText(`- [ ] Title ${index}`))
    // By the birthday formula 0.07 pairs are to be expected among 2^36.
    expect(new Set(hashes).size).toBeGreaterThan(99_998)
  })

  it('takes no notice of white space at the end, and of nothing else', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(hashText(`${a}  \t`)).toBe(hashText(a))
        expect(hashText(a) === hashText(b)).toBe(a.trimEnd() === b.trimEnd())
      }),
    )
  })

  it('leaves damaged tokens out', () => {
    expect(readMemory(['abc', 'abcdef', 'abcde-', 'abcdefghijklm', 'abcdefghijkl'])).toEqual([
      { text: 'abcdef' },
      { text: 'abcdef', identity: 'ghijkl' },
    ])
  })
})
