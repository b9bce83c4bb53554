import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeNotes } from '../../../src/core/minutes/merge-notes.ts'
import { readMinutes } from '../../../src/core/minutes/read-minutes.ts'
import { Refusal } from '../../../src/core/problem.ts'
import { memoryFiles, wg } from '../../world.ts'
import { runs } from '../../thoroughness.ts'

const NOW = '2026-03-05T16:00:00Z'
const KEY = 'core/2026-03-05'
const PATH = 'meetings/core/2026-03-05.md'

const workspace = (more: Readonly<Record<string, string>> = {}) =>
  memoryFiles({
    'wg.yml': 'name: Example\nrepository: example/core\n',
    'members.yml':
      'members:\n  - { login: ada-example, name: Ada Example, serves: [{ team: core }] }\n  - { login: ben-example, name: Ben Example, serves: [{ team: core, role: guest }] }\n',
    'charters/core.md':
      '---\nname: Core\nroles: [{ id: guest, voting: false }]\nhistory: [{ date: 2025-01-01, state: chartered }]\n---\n\n# Core\n\nIt is.\n',
    'meetings/core.yml':
      'title: Core\nteam: core\nstarts: 2026-03-05 15:00\nzone: Europe/Vienna\nrepeats: every week\nstanding: [Announcements, Budget (10m)]\n',
    ...more,
  })

const run = (files: ReturnType<typeof workspace>, command: string) =>
  wg(command.split(' '), { files, now: NOW })

describe('reading what `wg minutes new` wrote', () => {
  test.each([
    ['alone', []],
    ['after `wg meeting new`', [`meeting new --now 2026-03-01T09:00Z`]],
  ] as const)('gives the people, nobody present, and nothing said: %s', async (_, before) => {
    const files = workspace()
    for (const command of before) await run(files, command)
    expect((await run(files, `minutes new ${KEY}`)).code).toBe(0)
    const { date, title, attendees, actions, decisions, problems } = readMinutes({
      text: files.texts.get(PATH) ?? '',
      path: PATH,
    })
    expect({ date, title }).toEqual({ date: '2026-03-05', title: 'Core Meeting 2026-03-05' })
    expect(attendees.map(({ github, role, present }) => ({ github, role, present }))).toEqual([
      { github: 'ada-example', role: null, present: false },
      { github: 'ben-example', role: 'guest', present: false },
    ])
    expect([actions, decisions]).toEqual([[], []])
    expect(problems.map(({ rule }) => rule)).not.toContain('minutes-placeholder')
  })

  test('gives the actions that earlier minutes left open, and no others', async () => {
    const said = (lines: string) =>
      `# Core\n\n## Present\n\n- Ada Example (@ada-example)\n\n## Actions\n\n${lines}`
    const files = workspace({
      'meetings/core/2026-02-19.md': said(
        '- [ ] Ada to write the report on the budget\n- [ ] Ada to book the room for the summit\n',
      ),
      'meetings/core/2026-02-26.md': said(
        '- [x] Ada to book the room for the summit\n- [ ] Ada to ask \\*all\\* maintainers about tags\n',
      ),
    })
    await run(files, `minutes new ${KEY}`)
    const { actions } = readMinutes({ text: files.texts.get(PATH) ?? '', path: PATH })
    expect(actions.map(({ text, owners, done }) => ({ text, owners, done }))).toEqual([
      {
        text: 'Ada to ask *all* maintainers about tags (since 2026-02-26)',
        owners: ['ada-example'],
        done: false,
      },
      {
        text: 'Ada to write the report on the budget (since 2026-02-19)',
        owners: ['ada-example'],
        done: false,
      },
    ])
  })
})

/** Words with which people write lines; few, so that lines meet. */
const line = fc
  .tuple(
    fc.constantFrom('- ', '', '  - ', '## ', '\\- ', '• '),
    fc.constantFrom('one', 'two', 'three', 'four', 'five'),
    fc.constantFrom('', ' \\#7', ' done'),
  )
  .map((parts) => parts.join(''))
const lines = fc.array(line, { minLength: 1, maxLength: 6 }).map((all) => `${all.join('\n')}\n`)
const skeleton = '# Core\n\n## Present\n\n## Notes\n\n## Actions\n'
const written = fc
  .tuple(lines, lines, fc.boolean())
  .map(([above, below, whole]) =>
    whole ? `${above}\n${below}` : skeleton.replace('## Notes\n', `## Notes\n\n${above}`) + below,
  )

const wordsOf = (text: string) => text.match(/\p{L}+/gu)?.length ?? 0

describe('notes and a file that both hold lines of people', () => {
  test('become minutes with every line of both, or a refusal that names one', () => {
    fc.assert(
      fc.property(written, written, (existing, notes) => {
        let merged: string
        try {
          merged = mergeNotes({ path: 'a.md', existing, notes, skeletons: [skeleton] })
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          expect(error.problems[0]?.place?.line).toBeGreaterThan(0)
          return
        }
        const has = (word: string, text: string) => text.split(word).length
        for (const word of ['one', 'two', 'three', 'four', 'five', 'done'])
          expect(has(word, merged)).toBeGreaterThanOrEqual(Math.max(has(word, existing), has(word, notes)))
      }),
      { numRuns: runs(300) },
    )
  })

  test('publishing twice changes nothing, and no word of the notes is lost', async () => {
    await fc.assert(
      fc.asyncProperty(written, written, fc.boolean(), async (notes, there, isThere) => {
        const files = workspace({ 'notes.md': notes, ...(isThere ? { [PATH]: there } : {}) })
        const first = await run(files, `minutes publish ${KEY} --from notes.md`)
        if (first.code !== 0) {
          expect(files.written).toEqual([])
          return
        }
        const text = files.texts.get(PATH) ?? ''
        expect(wordsOf(text)).toBeGreaterThanOrEqual(wordsOf(notes))
        expect((await run(files, `minutes publish ${KEY} --from notes.md`)).code).toBe(0)
        expect(files.texts.get(PATH)).toBe(text)
        expect((await run(files, `minutes publish ${KEY}`)).code).toBe(0)
        expect(files.texts.get(PATH)).toBe(text)
      }),
      { numRuns: runs(10) },
    )
  })
})

describe('what is no notes of the meeting', () => {
  test.each([
    ['empty', ' \n\n', /is empty/],
    ['binary', 'a\u0000b', /is binary/],
    ['of another day', '# Core Meeting 2026-02-19\n\nSaid.\n', /says `2026-02-19`/],
    [
      'with another key',
      '<!-- wg:meeting core/2026-03-12 -->\n\nSaid.\n',
      /key of another meeting, `core\/2026-03-12`/,
    ],
    ['much too long', 'word '.repeat(110_000), /more than the notes/],
    ['nested without end', `${'> '.repeat(200)}word\n`, /too deeply/],
  ])('is refused when it is %s', async (_, notes, message) => {
    const files = workspace({ 'notes.md': notes })
    const { code, err } = await run(files, `minutes publish ${KEY} --from notes.md`)
    expect(code).toBe(1)
    expect(err).toMatch(message)
    expect(files.written).toEqual([])
  })

  test('comes in by standard input as well', async () => {
    const files = workspace()
    const world = { readInput: async () => ({ kind: 'text', text: '# Notes\n\nSaid\\.\n' }) as const }
    const { code } = await wg(['minutes', 'publish', KEY, '--from', '-'], { files, now: NOW, world })
    expect(code).toBe(0)
    expect(files.texts.get(PATH)).toBe(`<!-- wg:meeting ${KEY} -->\n\n# Notes\n\nSaid.\n`)
  })
})

describe('what people put into comments', () => {
  test.each(['<!-- ask Ben -->', '<!-- Ben --> We agreed. <!-- Ada -->'])('is theirs, too: %s', (comment) => {
    const existing = `${skeleton}\n${comment}\n`
    const notes = '# Core\n\n## Notes\n\nWe talked.\n'
    expect(() => mergeNotes({ path: PATH, existing, notes, skeletons: [] })).toThrow(Refusal)
    expect(mergeNotes({ path: PATH, existing, notes: `${notes}${existing}`, skeletons: [] })).toContain(
      comment,
    )
  })
})
