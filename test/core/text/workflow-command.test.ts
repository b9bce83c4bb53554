import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  plainOutputLine,
  workflowCommandProperty,
  workflowCommandText,
} from '../../../src/core/text/workflow-command.ts'

/** How the runner reads a command back: actions/runner, `ActionCommand.cs`, the escapes of properties and of data. */
function unescape(text: string): string {
  const signs: Record<string, string> = { '%3A': ':', '%2C': ',', '%0D': '\r', '%0A': '\n', '%25': '%' }
  return text.replace(/%(?:3A|2C|0D|0A|25)/g, (code) => signs[code]!)
}

describe('workflow commands', () => {
  it.each([
    ['100%', '100%25'],
    ['a\r\nb', 'a%0D%0Ab'],
    ['::error::x', '::error::x'],
    ['%0A', '%250A'],
  ])('the text %j is written as %j', (text, written) => {
    expect(workflowCommandText(text)).toBe(written)
  })

  it('a property cannot end the property, the command or the line, and is read back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('%', '\r', '\n', ':', ',', '=', 'a', '25', '0A')), (signs) => {
        const text = signs.join('')
        expect(workflowCommandProperty(text)).not.toMatch(/[\r\n:,]/)
        expect(unescape(workflowCommandProperty(text))).toBe(text)
        expect(workflowCommandText(text)).not.toMatch(/[\r\n]/)
        expect(unescape(workflowCommandText(text))).toBe(text)
      }),
    )
  })

  it.each([
    ['::error::x', ': :error::x'],
    ['  ::add-mask::x', '  : :add-mask::x'],
    ['see ::error::x', 'see ::error::x'],
    ['a ##[error]x', 'a ## [error]x'],
    [':x', ':x'],
  ])('the line %j is printed as %j', (line, printed) => {
    expect(plainOutputLine(line)).toBe(printed)
  })
})
