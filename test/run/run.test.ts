import { describe, expect, test } from 'vitest'
import { commentsOf, GROUP, groupTexts, HOME, onRunStage, opened, seriesText, type Stage } from './stage.ts'
import { issuesWith } from '../meeting-issue/stage.ts'
import { THOROUGH } from '../thoroughness.ts'

const KEY = 'security-wg/2026-12-10'
const FILE = 'meetings/security-wg.yml'
const MINUTES = 'meetings/security-wg/2026-12-10.md'

const WORK = '--only meetings,minutes,roster,charters'
const run = (stage: Stage, now: string, more = WORK) => stage.run(`run ${more}`, now)

describe('a run', () => {
  test('opens what is due, and repeats nothing', () =>
    onRunStage(groupTexts(), async (stage) => {
      const first = await run(stage, '2026-12-04T09:00:00Z')
      expect(first).toMatchObject({ code: 0, err: '' })
      expect(first.out).toContain(
        '+ open issue in example/security-wg: Example Security WG Meeting 2026-12-10',
      )
      expect(first.out).toContain('1 change, 2 chores looked at.')
      stage.server.forget()
      const again = await run(stage, '2026-12-04T10:00:00Z')
      expect(again.out).toBe('Nothing to do: 2 chores looked at.\n')
      expect(stage.server.requests).toHaveLength(1)
    }))

  test('opens the issue of the meeting after, a day before a meeting begins', () =>
    onRunStage(groupTexts(), async (stage) => {
      await run(stage, '2026-12-09T19:59:00Z')
      expect(issuesWith(stage.world, 'security-wg/2026-12-24')).toHaveLength(0)
      await run(stage, '2026-12-09T20:00:00Z')
      expect(issuesWith(stage.world, 'security-wg/2026-12-24')).toHaveLength(1)
    }))

  test('carries a change to an issue that appeared ahead', () =>
    onRunStage(groupTexts(), async (stage) => {
      await run(stage, '2026-12-10T10:00:00Z')
      stage.write(FILE, seriesText('changes: { 2026-12-24: "cancelled, the holidays" }\n'))
      await run(stage, '2026-12-11T10:00:00Z')
      const [issue] = issuesWith(stage.world, 'security-wg/2026-12-24')
      expect(issue).toMatchObject({ state: 'CLOSED', stateReason: 'NOT_PLANNED' })
      expect(issuesWith(stage.world, 'security-wg/2027-01-07')).toHaveLength(1)
    }))

  test('prepares minutes once, reminds once, and closes the issue when they are there', () =>
    onRunStage(groupTexts(), async (stage) => {
      await run(stage, '2026-12-10T19:00:00Z')
      await run(stage, '2026-12-10T20:30:00Z')
      expect(opened(stage.world).filter((each) => each.startsWith('PullRequest'))).toEqual([])
      await run(stage, '2026-12-10T21:00:00Z')
      await run(stage, '2026-12-10T22:00:00Z')
      expect(opened(stage.world).filter((each) => each.startsWith('PullRequest'))).toEqual([
        'PullRequest Minutes of Example Security WG Meeting 2026-12-10 OPEN',
      ])
      expect(stage.world.readFile(HOME, MINUTES, `wg/minutes/${KEY}`)).toContain('- Announcements')
      expect(commentsOf(stage, KEY)).toEqual([expect.stringMatching(/are proposed: https:.*\/pull\/\d+$/)])

      await run(stage, '2026-12-24T23:59:00Z')
      expect(commentsOf(stage, KEY)).toHaveLength(1)
      await run(stage, '2026-12-25T10:00:00Z')
      await run(stage, '2026-12-26T10:00:00Z')
      expect(commentsOf(stage, KEY)[1]).toContain('were due on 2026-12-24')
      expect(commentsOf(stage, KEY)).toHaveLength(2)

      stage.write(
        MINUTES,
        '# Meeting 2026-12-10\n\n## Present\n\n- Ada Example\n\nWe met, and chose a day.\n',
      )
      await run(stage, '2026-12-27T10:00:00Z')
      await run(stage, '2026-12-28T10:00:00Z')
      expect(issuesWith(stage.world, KEY)[0]).toMatchObject({ state: 'CLOSED', stateReason: 'COMPLETED' })
      expect(commentsOf(stage, KEY)).toHaveLength(3)
    }))

  test('does not propose minutes again that somebody has declined, nor of meetings before its time', () =>
    onRunStage(groupTexts(), async (stage) => {
      await run(stage, '2026-12-01T10:00:00Z')
      expect(opened(stage.world).some((each) => each.includes('2026-11-26'))).toBe(false)
      await run(stage, '2026-12-10T19:00:00Z')
      await run(stage, '2026-12-10T22:00:00Z')
      const proposal = stage.world
        .findRepository(HOME)
        .items.find(({ title }) => title.startsWith('Minutes of'))
      if (!proposal) throw new Error('nothing was proposed')
      stage.world.edit(proposal, { state: 'CLOSED' })
      stage.server.forget()
      await run(stage, '2026-12-11T22:00:00Z', '--only minutes')
      expect(stage.server.requests).toHaveLength(1)
    }))

  test.each([
    ['issues', 'issues: false', 'Issue Example Security WG Meeting 2026-12-10'],
    ['ahead', 'ahead: false', 'Issue Example Security WG Meeting 2026-12-24'],
    ['skeleton', 'skeleton: false', 'PullRequest Minutes'],
  ])('%s is switched off for a series', (_, setting, missing) =>
    onRunStage(groupTexts({ [FILE]: seriesText(`chores: { ${setting} }\n`) }), async (stage) => {
      for (const now of ['2026-12-10T19:00:00Z', '2026-12-10T21:30:00Z']) await run(stage, now)
      expect(opened(stage.world).some((each) => each.startsWith(missing))).toBe(false)
      expect(opened(stage.world)).not.toEqual([])
    }),
  )

  test('a series says otherwise than wg.yml', () =>
    onRunStage(
      groupTexts({
        'wg.yml': `${GROUP}chores: { issues: false }\n`,
        [FILE]: seriesText('chores: { issues: true }\n'),
      }),
      async (stage) => {
        await run(stage, '2026-12-04T09:00:00Z')
        expect(issuesWith(stage.world, KEY)).toHaveLength(1)
      },
    ))

  test('needs a token only when there is something to ask', () =>
    onRunStage(groupTexts(), async (stage) => {
      const outcome = await stage.with({ token: '' }).run('run', '2026-12-04T09:00:00Z')
      expect(outcome.code).toBe(1)
      expect(outcome.err).toContain('There is no token in `GITHUB_TOKEN`, and 2 chores need GitHub.')
      expect(stage.files.written).toContain('all.ics')
      expect(await stage.with({ token: '' }).run('run --only calendar')).toMatchObject({ code: 0 })
    }))

  test('refuses a part that is none', () =>
    onRunStage(groupTexts(), async (stage) => {
      const outcome = await run(stage, '2026-12-04T09:00:00Z', '--only meeting')
      expect(outcome.code).toBe(2)
      expect(outcome.err).toContain('Did you mean `meetings`?')
    }))
})

describe('what is broken', () => {
  const other = (text: string) => ({ 'meetings/other.yml': text })

  test('one series does not stop the others', () =>
    onRunStage(groupTexts(other(seriesText().replace('every 2 weeks', 'now and then'))), async (stage) => {
      const outcome = await run(stage, '2026-12-04T09:00:00Z')
      expect(outcome.code).toBe(1)
      expect(outcome.err).toContain('meetings/other.yml 5:10  error')
      expect(issuesWith(stage.world, KEY)).toHaveLength(1)
    }))

  test('one series leaves the calendars as they are, so that nobody loses its meetings', () =>
    onRunStage(groupTexts(other(seriesText())), async (stage) => {
      const calendars = () => [...stage.files.texts].filter(([path]) => path.endsWith('.ics'))
      await run(stage, '2026-12-04T09:00:00Z', '--only calendar')
      const before = calendars()
      expect(before.length).toBeGreaterThan(2)
      stage.write('meetings/other.yml', seriesText().replace('every 2 weeks', 'now and then'))
      stage.write(FILE, seriesText('changes: { 2026-12-10: "cancelled, nobody comes" }\n'))
      const outcome = await run(stage, '2026-12-04T10:00:00Z', '--only calendar')
      expect(outcome.code).toBe(1)
      expect(outcome.err).toContain(
        'The calendars are left as they are, since `meetings/other.yml` cannot be read.',
      )
      expect(calendars()).toEqual(before)
    }))

  test('a repository that is not there does not stop the others', () =>
    onRunStage(groupTexts(other(seriesText().replaceAll(HOME, 'example/nowhere'))), async (stage) => {
      const outcome = await run(stage, '2026-12-04T09:00:00Z')
      expect(outcome.code).toBe(1)
      expect(outcome.err).toContain('There is no repository `example/nowhere`')
      expect(issuesWith(stage.world, KEY)).toHaveLength(1)
    }))

  test.each(['wg.yml', 'members.yml', 'charters/security-wg.md'])(
    '%s stops all: it is not taken for empty',
    (file) =>
      onRunStage(groupTexts({ [file]: '---\nbroken: [\n---\n' }), async (stage) => {
        const outcome = await run(stage, '2026-12-04T09:00:00Z')
        expect(outcome.code).toBe(1)
        expect(outcome.err).toContain(file)
        expect(stage.server.requests).toHaveLength(0)
      }),
  )
})

describe('terms and charters', () => {
  const member = (ends: string) =>
    `members:\n  - login: ada-example\n    name: Ada Example\n    serves:\n      - { team: security-wg, role: chair, since: 2026-01-01, term-ends: ${ends} }\n`
  const charter = (review: string) =>
    `---\nname: Security WG\nreports-to: tsc\nreview-by: ${review}\nhistory: [{ date: 2026-01-01, state: chartered }]\n---\n`

  test('one issue tells that a term ends, and is closed when the roster names another day', () =>
    onRunStage(groupTexts({ 'members.yml': member('2026-12-31') }), async (stage) => {
      await run(stage, '2026-11-30T09:00:00Z', '--only roster')
      expect(opened(stage.world)).toEqual([])
      await run(stage, '2026-12-01T09:00:00Z', '--only roster')
      await run(stage, '2026-12-02T09:00:00Z', '--only roster')
      expect(opened(stage.world)).toEqual(['Issue A term on Security WG ends on 2026-12-31 OPEN'])
      stage.write('members.yml', member('2027-12-31'))
      await run(stage, '2026-12-03T09:00:00Z', '--only roster')
      await run(stage, '2026-12-04T09:00:00Z', '--only roster')
      expect(opened(stage.world)).toEqual(['Issue A term on Security WG ends on 2026-12-31 CLOSED'])
    }))

  test('one issue tells of the review of a charter; closed by a person, it stays closed', () =>
    onRunStage(groupTexts({ 'charters/security-wg.md': charter('2027-01-02') }), async (stage) => {
      await run(stage, '2026-12-03T09:00:00Z', '--only charters')
      expect(opened(stage.world)).toEqual([
        'Issue The charter of Security WG is to be reviewed by 2027-01-02 OPEN',
      ])
      stage.world.edit(`${HOME}#3`, { state: 'CLOSED' })
      await run(stage, '2026-12-04T09:00:00Z', '--only charters')
      expect(opened(stage.world)).toEqual([
        'Issue The charter of Security WG is to be reviewed by 2027-01-02 CLOSED',
      ])
    }))
})

describe('many series', () => {
  const many = (count: number, repository: (index: number) => string) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `meetings/series-${index}.yml`,
        seriesText()
          .replaceAll(HOME, repository(index))
          .replace('title: Security WG', `title: Series ${index}`),
      ]),
    )

  // With half of them there are more issues and proposals than GitHub gives on one page.
  const together = THOROUGH ? 100 : 50
  test(
    'many series in one repository have an issue each, and an idle run takes five requests at most',
    () =>
      onRunStage(groupTexts(many(together, () => HOME)), async (stage) => {
        for (const now of ['2026-12-09T21:00:00Z', '2026-12-10T22:00:00Z'])
          expect(await run(stage, now)).toMatchObject({ code: 0 })
        stage.server.forget()
        expect((await run(stage, '2026-12-10T23:00:00Z')).out).toContain('Nothing to do')
        expect(stage.server.requests.length).toBeLessThanOrEqual(5)
        expect(opened(stage.world).filter((each) => each.startsWith('Issue'))).toHaveLength(2 * together + 2)
        expect(new Set(opened(stage.world))).toHaveProperty('size', 3 * together + 3)
      }),
    300_000,
  )

  test(
    'a hundred series in a hundred repositories take five requests at most',
    () =>
      onRunStage(groupTexts(many(100, (index) => `example/part-${index}`)), async (stage) => {
        for (let index = 0; index < 100; index += 1) stage.world.repository(`example/part-${index}`)
        expect(await run(stage, '2026-12-09T19:00:00Z')).toMatchObject({ code: 0 })
        stage.server.forget()
        expect((await run(stage, '2026-12-09T19:30:00Z')).out).toContain('Nothing to do')
        expect(stage.server.requests.length).toBeLessThanOrEqual(5)
      }),
    300_000,
  )
})
