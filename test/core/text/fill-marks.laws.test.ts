import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillMarks } from '../../../src/core/text/fill-marks.ts'
import { markdownLink, markdownText } from '../../../src/core/text/inline-markdown.ts'
import type { Line } from '../../../src/core/text/line.ts'
import { HOSTILE_TITLES } from '../../hostile-titles.ts'
import { runs } from '../../thoroughness.ts'

const url = (number: number) => `https://github.com/example/tools/issues/${number}`
const AGENDA = 'agenda'

/** A list as wg makes them: groups of items with foreign titles, here and there a line without identity or a line under an item. */
const anyLines: fc.Arbitrary<readonly Line[]> = fc
  .uniqueArray(
    fc.record({
      number: fc.integer({ min: 1, max: 14 }),
      title: fc.oneof(
        fc.constantFrom('Old', 'New'),
        fc.constantFrom(...HOSTILE_TITLES.map(([, title]) => title.slice(0, 80))),
      ),
      group: fc.constantFrom('a', 'b', ''),
      note: fc.constantFrom('', '', '  - Notes:'),
    }),
    { selector: (entry) => entry.number, maxLength: 8 },
  )
  .map((entries) =>
    ['', 'a', 'b'].flatMap((group): Line[] => {
      const members = entries.filter((entry) => entry.group === group)
      const heading =
        group === '' || members.length === 0 ? [] : ['', `### ${group}`, ''].map((text) => ({ text }))
      const lines = members.flatMap(({ number, title, note }) => [
        {
          text: `- [ ] ${markdownLink(title, url(number))} ${markdownText(title)}`.trimEnd(),
          identity: url(number),
        },
        ...(note === '' ? [] : [{ text: note }]),
      ])
      return [...heading, ...lines]
    }),
  )

/** What a person does to the lines between the marks; positions are parts of the whole. */
interface Edit {
  readonly kind: 'insert' | 'change' | 'delete' | 'move' | 'tick' | 'indent' | 'blank'
  readonly at: number
  readonly to: number
  readonly shape: string
}
const anyEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('insert', 'insert', 'change', 'delete', 'move', 'tick', 'indent', 'blank'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  to: fc.double({ min: 0, max: 0.999, noNaN: true }),
  shape: fc.constantFrom(
    'WORD',
    '- WORD',
    '  - WORD',
    '    WORD',
    '### WORD',
    '> WORD',
    `- WORD ${url(3)}`,
    `see ${url(7)}, WORD`,
    '| WORD | b |',
    '\tWORD  ',
  ),
})

const WORD = /person\d+x/g
let words = 0

function edit(lines: readonly string[], { kind, at, to, shape }: Edit): string[] {
  words += 1
  const word = `person${words}x`
  const [from, target] = [Math.floor(at * lines.length), Math.floor(to * lines.length)]
  const rest = lines.filter((_, index) => index !== from)
  const line = lines[from]
  if (kind === 'insert' || line === undefined)
    return [...lines.slice(0, from), shape.replace('WORD', word), ...lines.slice(from)]
  if (kind === 'blank') return [...lines.slice(0, from), '', ...lines.slice(from)]
  if (kind === 'delete') return rest
  if (kind === 'move') return [...rest.slice(0, target), line, ...rest.slice(target)]
  if (kind === 'tick') return lines.with(from, line.replace('[ ]', '[x]'))
  if (kind === 'indent') return lines.with(from, `  ${line}`)
  return lines.with(from, `${line} ${word}`)
}

interface Ends {
  readonly before: string
  readonly after: string
  readonly ending: string
}
const anyEnds: fc.Arbitrary<Ends> = fc
  .record({
    before: fc.constantFrom('', '\uFEFF', '# Title\n\ntext\n\n', '---\na: 1\n---\n', '- item\n\n'),
    after: fc.constantFrom('', '\n', '\n\n## More\r\n', '\n| a |\n| - |\n'),
    ending: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ before, after, ending }) => ({ before: before.replaceAll('\n', ending), after, ending }))

const fill = (text: string, lines: readonly Line[]) => fillMarks(text, new Map([[AGENDA, lines]]))

function template({ before, after, ending }: Ends): string {
  return `${before}<!-- wg:agenda -->${ending}<!-- /wg:agenda -->${after}`
}

const CLOSING = '<!-- /wg:agenda -->'

/** The opening mark and what stands between the marks, found by what stands outside; fails when that has changed. */
function partsOf(
  text: string,
  { before, after }: Ends,
): { readonly opening: string; readonly content: string } {
  expect(text.startsWith(`${before}<!-- wg:agenda`)).toBe(true)
  expect(text.endsWith(CLOSING + after)).toBe(true)
  const end = text.indexOf('-->', before.length) + 3
  return {
    opening: text.slice(before.length, end),
    content: text.slice(end, text.length - after.length - CLOSING.length),
  }
}

/** The text after a person's edits between the marks. */
function editText(text: string, ends: Ends, edits: readonly Edit[]): string {
  const { opening, content } = partsOf(text, ends)
  const lines = edits.reduce(
    (all: readonly string[], one) => edit(all, one),
    content.split(ends.ending).slice(1, -1),
  )
  const edited = lines.map((line) => line + ends.ending).join('')
  return ends.before + opening + ends.ending + edited + CLOSING + ends.after
}

function contentOf(text: string, ends: Ends): string[] {
  return partsOf(text, ends).content.split(ends.ending)
}

const countOf = (line: string, lines: readonly string[]) => lines.filter((one) => one === line).length

describe('fillMarks, whatever the titles are', () => {
  it('filling twice is filling once, and what is outside the marks stays', () => {
    fc.assert(
      fc.property(anyEnds, anyLines, (ends, lines) => {
        const once = fill(template(ends), lines)
        expect(once.faults).toEqual([])
        expect(fill(once.text, lines).text).toBe(once.text)
        if (ends.ending === '\r\n') expect(contentOf(once.text, ends).join('')).not.toContain('\r')
        expect(contentOf(once.text, ends).slice(1, -1)).toEqual(lines.map((line) => line.text))
      }),
      { numRuns: runs(60) },
    )
  })
})

describe('fillMarks, whatever people do between the marks', () => {
  it('with the same lines the text stays as people left it, byte for byte', () => {
    fc.assert(
      fc.property(anyEnds, anyLines, fc.array(anyEdit, { maxLength: 6 }), (ends, lines, edits) => {
        const edited = editText(fill(template(ends), lines).text, ends, edits)
        expect(fill(edited, lines).text).toBe(edited)
      }),
      { numRuns: runs(60) },
    )
  })

  it('no line of a person is ever lost, doubled or changed, filling is stable, and what is outside stays', () => {
    const rounds = fc.array(fc.tuple(anyLines, fc.array(anyEdit, { maxLength: 5 })), {
      minLength: 2,
      maxLength: 6,
    })
    fc.assert(
      fc.property(anyEnds, rounds, (ends, all) => {
        let text = template(ends)
        let offered = new Set<string>()
        for (const [lines, edits] of all) {
          const filled = fill(text, lines)
          expect(filled.faults).toEqual([])
          const [stood, stands] = [contentOf(text, ends), contentOf(filled.text, ends)]
          const people = stood.filter((line) => line.trim() !== '' && !offered.has(line.trimEnd()))
          for (const line of people)
            expect(countOf(line, stands)).toBeGreaterThanOrEqual(countOf(line, people))
          expect(stands.filter((line) => line.match(WORD)).sort()).toEqual(
            stood.filter((line) => line.match(WORD)).sort(),
          )
          offered = new Set(lines.map((line) => line.text.trimEnd()))
          expect(fill(filled.text, lines).text).toBe(filled.text)
          text = editText(filled.text, ends, edits)
        }
      }),
      { numRuns: runs(80) },
    )
  })

  it('every item stands once, unless a person has deleted it', () => {
    const edits = fc.array(
      anyEdit.filter(({ kind }) => kind !== 'delete'),
      { maxLength: 4 },
    )
    const rounds = fc.array(fc.tuple(anyLines, edits), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(anyEnds, rounds, (ends, all) => {
        let text = template(ends)
        for (const [lines, changes] of all) {
          text = fill(text, lines).text
          const content = contentOf(text, ends).join('\n')
          for (const { identity } of lines.filter((line) => line.identity !== undefined)) {
            const links = content.split(`](${identity!})`).length - 1
            const mentions = content
              .split(/\s/)
              .filter((word) => word.replace(/[,)]*$/, '').endsWith(identity!)).length
            expect({ identity, found: links === 1 || (links === 0 && mentions >= 1) }).toEqual({
              identity,
              found: true,
            })
          }
          text = editText(text, ends, changes)
        }
      }),
      { numRuns: runs(60) },
    )
  })

  it('without edits it is as if the last lines were the first', () => {
    fc.assert(
      fc.property(anyEnds, fc.array(anyLines, { minLength: 2, maxLength: 4 }), (ends, all) => {
        const text = all.reduce((so, lines) => fill(so, lines).text, template(ends))
        expect(contentOf(text, ends).filter(Boolean)).toEqual(
          all.at(-1)!.flatMap((line) => (line.text === '' ? [] : [line.text])),
        )
      }),
      { numRuns: runs(80) },
    )
  })
})
