import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LONGEST_LINE, LONGEST_TEXT } from '../../../src/core/minutes/source-lines.ts'
import { read } from './minutes-fixtures.ts'
import { runs, size } from '../../thoroughness.ts'

/** Each would take minutes, or all of the stack, with a step that is quadratic or nested. */
const HARD: Readonly<Record<string, () => string>> = {
  'deep quotes': () => `${'>'.repeat(100_000)} a`,
  'deeper and deeper quotes': () => Array.from({ length: 1500 }, (_, i) => `${'> '.repeat(i)}a`).join('\n'),
  'deep lists': () => Array.from({ length: 2000 }, (_, i) => `${' '.repeat(2 * i)}- a #${i}`).join('\n'),
  'open fences': () => '```js\nx\n'.repeat(20_000),
  'fences of two kinds': () => '~~~\n```\n'.repeat(20_000),
  'open comments': () => '<!-- a\n'.repeat(30_000),
  'comments in one line': () => '<!--'.repeat(200_000),
  brackets: () => '['.repeat(200_000),
  'half links': () => '[a]('.repeat(100_000),
  stars: () => '* '.repeat(200_000),
  underscores: () => '_a'.repeat(200_000),
  spaces: () => `${' '.repeat(9000)}x\n`.repeat(50),
  dashes: () => `${'- '.repeat(4000)}x\n`.repeat(50),
  hashes: () => `${'#'.repeat(9000)} x ${'# '.repeat(400)}\n`.repeat(50),
  numbers: () => `${'#1 '.repeat(3000)}\n`.repeat(50),
  names: () => `## Present\n${'Ada Example, '.repeat(700)}\n`.repeat(50),
  promises: () => `${'Ada will do it. '.repeat(600)}\n`.repeat(50),
  objections: () => `${'No objections to it. if '.repeat(400)}\n`.repeat(50),
  capitals: () => `${'Ada and Ben or Cem / '.repeat(400)}\n`.repeat(50),
  headings: () => '# a\n'.repeat(size(50_000)),
  markup: () => `${'<div '.repeat(2000)}\n`.repeat(50),
  backslashes: () => '\\'.repeat(200_000),
}

describe('hard files come to an end', () => {
  test.each(Object.entries(HARD))('%s', (_, make) => {
    expect(read(make()).date).toBe('2026-12-03')
  })

  test('a table of ten thousand rows', () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => `| Ada Example${i} | @ada${i} |`)
    const { attendees } = read(`## Present\n\n| Name | GitHub |\n|--|--|\n${rows.join('\n')}\n`)
    expect(attendees).toHaveLength(10_000)
    expect(attendees.at(-1)).toMatchObject({ name: 'Ada Example9999', github: 'ada9999' })
  })

  test('many megabytes: the first part is read, and the line named where reading stopped', () => {
    const line = '* Ada Example (@ada)\n'
    const text = `## Present\n${line.repeat(Math.ceil(size(50_000_000) / line.length))}`
    const { attendees, problems } = read(text)
    expect(attendees).toMatchObject([{ github: 'ada' }])
    expect(problems).toMatchObject([
      { rule: 'minutes-too-long', place: { line: Math.floor((LONGEST_TEXT - 11) / line.length) + 2 } },
    ])
  })

  test('a line without an end is shortened, and the next ones are read', () => {
    const { attendees, problems } = read(`${'x'.repeat(LONGEST_LINE + 1)}\n## Present\n* Ada Example\n`)
    expect(attendees).toMatchObject([{ name: 'Ada Example', line: 3 }])
    expect(problems).toMatchObject([{ rule: 'minutes-long-line', place: { line: 1 } }])
  })
})

test('what a slip leaves open does not hide the rest', () => {
  const { attendees, agenda } = read('# M\n<!-- open\n## Present\n* Ada Example\n```\n## Agenda\n* One #7\n')
  expect(attendees).toHaveLength(1)
  expect(agenda).toHaveLength(1)
})

test('any text is read without an error, every line number lies inside the file, and the same text gives the same record', () => {
  const words = fc.constantFrom(
    '# Present',
    '## Agenda',
    '* Ada Example (@ada)',
    '- [ ] Ben',
    '  * ',
    '| a | b |',
    '|--|--|',
    '```',
    '<!--',
    '-->',
    'Action: Ada to go',
    '#7',
    '[x](',
    '](y)',
    '> ',
    '===',
    'No objections to it',
    '\ufffd',
    'https://github.com/a/b/issues/7',
  )
  const text = fc
    .array(fc.oneof(words, fc.string({ maxLength: 12 }), fc.constant('\n'), fc.constant('\r\n')), {
      maxLength: 60,
    })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (minutes) => {
      const record = read(minutes)
      const last = minutes.split(/\r\n|\n|\r/).length
      const lines = [record.attendees, record.agenda, record.actions, record.decisions]
        .flat()
        .map(({ line }) => line)
      expect(lines.every((line) => line >= 1 && line <= last)).toBe(true)
      expect(record.problems.every(({ place }) => (place?.line ?? 1) <= last)).toBe(true)
      expect(read(minutes)).toEqual(record)
    }),
    { numRuns: runs(300) },
  )
})
