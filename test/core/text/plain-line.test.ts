import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainLine } from '../../../src/core/text/plain-line.ts'
import { terminalText } from '../../../src/core/text/terminal-text.ts'
import { HOSTILE_TITLES } from '../../hostile-titles.ts'
import { runs } from '../../thoroughness.ts'

const PIECES = [
  'a',
  ' ',
  '\n',
  '\u001B[1m',
  '\u009B',
  '\u200B',
  '👨‍👩‍👧',
  'e\u0301',
  '\uD83D',
  '\u202E',
  ':',
  '::',
  '##',
  '[',
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...PIECES)).map((parts) => parts.join('')),
  fc.constantFrom(...HOSTILE_TITLES.map(([, title]) => title)),
)
// Line ends, controls, directions and what cannot be seen, by the brief of the Unicode categories and not by our own lists.
const FORBIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\u200B\u2060\uFEFF\u00AD]/u

describe('plainLine', () => {
  it.each([
    ['a\r\nb\n\nc\td', 'a b c d'],
    ['  a  ', 'a'],
    ['\u001B[31mred\u001B[0m', 'red'],
    ['\u001B]8;;https://evil.example\u001B\\click\u001B]8;;\u001B\\', 'click'],
    ['a\u0000b\u007Fc\u009Fd', 'abcd'],
    ['a \u0000 b', 'a b'],
    ['\u202Eabc\u202C \u2066d\u2069\u200E\u200F\u061C', 'abc d'],
    ['in\u200Bvis\u2060ib\uFEFFle\u00AD', 'invisible'],
    ['a\uD83Db', 'a\uFFFDb'],
    ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['\u00A0a\u00A0\u3000b', 'a b'],
    ['', ''],
  ])('%j becomes %j', (text, line) => {
    expect(plainLine(text)).toBe(line)
  })

  it.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdefg', 6, 'abcde…'],
    ['ab👨‍👩‍👧cd', 5, 'ab…'],
    ['abe\u0301f', 3, 'ab…'],
    ['a🇦🇹🇦🇹', 4, 'a🇦🇹…'],
    ['one two three', 5, 'one…'],
    ['e\u0301\u0302\u0303', 3, 'e\u0301…'],
  ])('%j cut at %i is %j', (text, max, line) => {
    expect(plainLine(text, max)).toBe(line)
  })

  it('holds nothing that breaks a line, turns it or hides in it, is at most as long as asked, and is plain already', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 300 }), (text, max) => {
        const line = plainLine(text, max)
        expect(line).not.toMatch(FORBIDDEN)
        expect(Array.from(line).length).toBeLessThanOrEqual(max)
        expect(line).toBe(line.trim())
        expect(plainLine(line, max)).toBe(line)
      }),
      { numRuns: runs(1000) },
    )
  })
})

describe('terminalText', () => {
  it('is not cut', () => {
    expect(terminalText('x'.repeat(10_000))).toBe('x'.repeat(10_000))
  })

  it('moves no cursor, breaks no line and begins no command of a runner', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = terminalText(text)
        expect(shown).not.toMatch(FORBIDDEN)
        expect(shown).not.toMatch(/^\s*::/)
        expect(shown).not.toContain('##[')
      }),
      { numRuns: runs(1000) },
    )
  })
})
