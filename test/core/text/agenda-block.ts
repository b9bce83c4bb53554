import { expect } from 'vitest'
import { fillMarks } from '../../../src/core/text/fill-marks.ts'
import type { Line } from '../../../src/core/text/line.ts'

export const url = (number: number) => `https://github.com/example/tools/issues/${number}`
export const item = (number: number, title = `Title ${number}`): Line => ({
  text: `- [ ] [${title}](${url(number)})`,
  identity: url(number),
})
export const line = (text: string): Line => ({ text })
export const shown = (number: number, title = `Title ${number}`) => item(number, title).text

export const EMPTY = 'Before\n\n<!-- wg:agenda -->\n<!-- /wg:agenda -->\n\nAfter\n'

/** Fills the agenda of a text whose marks are sound. */
export function fill(text: string, lines: readonly Line[], fresh = false): string {
  const filled = fillMarks(text, new Map([['agenda', lines]]), { fresh })
  expect(filled.faults).toEqual([])
  expect(filled.missing).toEqual([])
  return filled.text
}

/** What stands between the marks, line by line. */
export function inside(text: string): string[] {
  return /<!-- wg:agenda[^>]*-->\n([^]*?)<!-- \/wg:agenda -->/.exec(text)![1]!.split('\n').slice(0, -1)
}

/** wg fills with the first lines, a person edits, wg fills with the second lines. */
export function refill(
  first: readonly Line[],
  edit: (content: string[]) => string[],
  second: readonly Line[],
): string[] {
  const filled = fill(EMPTY, first)
  const edited = filled.replace(
    /(<!-- wg:agenda[^>]*-->\n)[^]*?(?=<!-- \/wg:agenda)/,
    (_, open: string) =>
      open +
      edit(inside(filled))
        .map((text) => `${text}\n`)
        .join(''),
  )
  return inside(fill(edited, second))
}
