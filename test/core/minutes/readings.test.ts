import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_WORDS } from '../../../src/core/minutes/minutes-words.ts'
import type { MinutesText } from '../../../src/core/minutes/read-folder.ts'
import { openReadings, type ReadingsMatter, readWithoutMemory } from '../../../src/core/minutes/readings.ts'
import { runs } from '../../thoroughness.ts'

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22)
const matter: ReadingsMatter = { words: NO_WORDS, stamp: 'one', digest }
const names = new Map([['ben example', { github: 'ben-example', from: 'members' as const }]])

const file: MinutesText = {
  path: 'meetings/2026-12-03.md',
  text: '# Core 2026-12-03\n\n## Present\n\n- Ada Example (@ada-example)\n- Ben Example\n\n## Actions\n\n- [ ] Ben to write it\n',
  repository: 'example/core',
}

/** Reads files with a pack, and gives the records and the pack that is left. */
function readAll(
  pack: string | undefined,
  files: readonly MinutesText[],
  changed: Partial<ReadingsMatter> = {},
) {
  const readings = openReadings(pack, { ...matter, ...changed })
  return { records: files.map((each) => readings.read(each, names)), pack: readings.pack() }
}

const truth = readWithoutMemory(NO_WORDS)(file, names)

/** A pack that holds a reading that is sound by its digests and says something else, so that its use shows. */
function poisoned(): string {
  const pack = readAll(undefined, [file]).pack ?? ''
  const [head, line = ''] = pack.split('\n')
  const [key] = line.split(' ', 1)
  const json = JSON.stringify({ ...truth, title: 'from the pack' })
  return [head, `${key ?? ''} ${digest(json)} ${json}`, ''].join('\n')
}

describe('readings that are kept', () => {
  test('are used when nothing has changed, and nothing is written anew', () => {
    const { records, pack } = readAll(poisoned(), [file])
    expect(records[0]?.title).toBe('from the pack')
    expect(pack).toBeUndefined()
  })

  test('say the same as reading', () => {
    const pack = readAll(undefined, [file]).pack
    expect(readAll(pack, [file]).records).toEqual([truth])
  })

  test.each<[string, Partial<MinutesText>, Partial<ReadingsMatter>]>([
    ['the text', { text: `${file.text}- [ ] Ada to read it\n` }, {}],
    ['the path', { path: 'meetings/2026-12-04.md' }, {}],
    ['the repository', { repository: 'example/other' }, {}],
    ['the reader', {}, { stamp: 'two' }],
    ['the words of the group', {}, { words: { headings: { notes: ['actions'] }, markers: {} } }],
  ])('are not used when %s is another', (_, changedFile, changedMatter) => {
    const other = { ...file, ...changedFile }
    const { records, pack } = readAll(poisoned(), [other], changedMatter)
    expect(records).toEqual([
      readWithoutMemory(changedMatter.words ?? NO_WORDS)({ ...file, ...changedFile }, names),
    ])
    expect(pack).toBeDefined()
  })

  test('are not used when the names have other answers', () => {
    const readings = openReadings(poisoned(), matter)
    expect(readings.read(file, new Map()).title).toBe(truth.title)
  })

  test('are not trusted when a single character is damaged', () => {
    const pack = poisoned()
    const body = pack.indexOf('\n') + 1
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: pack.length - 2 }),
        fc.constantFrom('x', '"', '\n', '\u0000', ' '),
        (at, put) => {
          fc.pre(pack[at] !== put)
          const { records } = readAll(`${pack.slice(0, at)}${put}${pack.slice(at + 1)}`, [file])
          expect(records, at < body ? 'the head' : 'a line').toEqual([truth])
        },
      ),
      { numRuns: runs(300) },
    )
  })

  test.each(['', 'nonsense', '{"a":1}', 'wg minutes 1 one\n\n\n', 'wg minutes 0 one\nx y {}\n'])(
    'are made again where the pack is %j',
    (pack) => expect(readAll(pack, [file]).records).toEqual([truth]),
  )

  test('are made again where a pack was cut short', () => {
    const pack = poisoned()
    fc.assert(
      fc.property(fc.integer({ min: 0, max: pack.length - 2 }), (end) => {
        expect(readAll(pack.slice(0, end), [file]).records).toEqual([truth])
      }),
      { numRuns: runs(100) },
    )
  })

  test('of a file that has changed go; those of files that were not read this time stay', () => {
    const other = { ...file, path: 'meetings/2026-12-17.md' }
    const first = readAll(undefined, [file, other]).pack
    const second = readAll(first, [{ ...file, text: '# Changed\n' }]).pack ?? ''
    expect(second.trim().split('\n')).toHaveLength(3)
    expect(readAll(second, [other]).pack).toBeUndefined()
  })
})
