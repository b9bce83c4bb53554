import { describe, expect, test } from 'vitest'
import { makeWorld } from '../github/world.ts'
import { HOME, onStage, type Stage, TOKEN } from '../meeting-issue/stage.ts'

const ROSTER = `# the people of core
members:
  - { login: ada-example, name: Ada, serves: [{ team: core, since: 2024-01-01 }] }
  - { login: bob-example, name: Bob, serves: [{ team: core, since: 2024-01-01 }] } # has a new job?
  - { login: cyd-example, name: Cyd, serves: [{ team: core, since: 2024-01-01 }] }
  - { login: dan-example, name: Dan, serves: [{ team: core, since: 2026-11-01 }] }
  - { login: eve-example, name: Eve, serves: [{ team: core, role: chair, since: 2024-01-01 }] }
`

const TEXTS = {
  'wg.yml': `name: Example Group\nrepository: ${HOME}\nbodies: { board: Board }\n`,
  'members.yml': ROSTER,
  'charters/core.md': `---
name: Core
reports-to: board
membership: { inactivity: { unseen: 6 months, review-open: 10 days } }
history: [{ date: 2024-01-01, state: chartered, body: board, link: https://example.org/charter }]
---

# Core

Keeps the core.
`,
  'meetings/core.yml':
    'title: Core\nteam: core\nstarts: 2026-09-03 15:00\nzone: UTC\nrepeats: every 4 weeks\nminutes: meetings/{date}.md\n',
  'meetings/2026-10-01.md':
    '# Core, 2026-10-01\n\n## Present\n\n- Ada (@ada-example)\n\n## Notes\n\nWe talked about the plan.\n',
}

const OPENED = '2026-12-01'
const at = (day: string) => `${day}T09:00:00Z`
const REVIEW = 'member review --team core'

function github() {
  const world = makeWorld({ now: at(OPENED) })
  const people = ['ada', 'bob', 'cyd', 'dan', 'eve'].map((name) => `${name}-example`)
  for (const login of [...people, 'robot-example']) world.user(login)
  world.organization('example', { admins: ['robot-example'], members: people })
  world.repository(HOME, { files: { 'members.yml': ROSTER } })
  const talk = world.issue(HOME, {
    title: 'A plan',
    author: 'ada-example',
    createdAt: '2026-10-02T10:00:00Z',
  })
  world.comment(talk, { body: 'I like it', author: 'cyd-example', createdAt: '2026-10-03T10:00:00Z' })
  const old = world.issue(HOME, {
    title: 'Long ago',
    author: 'bob-example',
    createdAt: '2025-01-01T10:00:00Z',
  })
  world.comment(old, { body: 'still?', author: 'ada-example', createdAt: '2026-10-04T10:00:00Z' })
  world.token(TOKEN, { login: 'robot-example' })
  return world
}

const onReview = (work: (stage: Stage) => Promise<void>) =>
  onStage({ world: github(), texts: TEXTS }, async (stage) => {
    const { code, err } = await stage.run(REVIEW, at(OPENED))
    expect(`${code}${err}`).toBe('0')
    await work(stage)
  })

const reviews = ({ world }: Stage) =>
  world
    .findRepository(HOME)
    .items.flatMap((item) => (item.body.includes('<!-- wg:review core@') ? [item] : []))
const reviewOf = (stage: Stage) => {
  const [review, ...others] = reviews(stage)
  expect(others).toEqual([])
  if (!review) throw new Error('no review was opened')
  return review
}
const pullRequests = ({ world }: Stage) =>
  world.findRepository(HOME).items.flatMap((item) => (item.__typename === 'PullRequest' ? [item] : []))
const comments = (stage: Stage) => reviewOf(stage).comments.map(({ body }) => body)

/** Runs again, and holds that nothing is left to do. */
const runIsIdle = async (stage: Stage, day: string) => {
  stage.server.forget()
  const { code } = await stage.run(REVIEW, at(day))
  expect({ code, writes: stage.server.writes }).toEqual({ code: 0, writes: [] })
  expect(stage.server.requests).toHaveLength(1)
}

describe('a review', () => {
  test('asks those alone whom neither minutes nor GitHub have seen, each with a box, once', () =>
    onReview(async (stage) => {
      const { body, labels } = reviewOf(stage)
      expect(body.split('\n').filter((line) => line.startsWith('- [ ]'))).toEqual([
        '- [ ] @bob-example (Bob), last seen on 2024-01-01, when the term began',
        '- [ ] @eve-example (Eve), last seen on 2024-01-01, when the term began',
      ])
      expect([...labels].map(({ name }) => name)).toEqual(['member-review'])
      await runIsIdle(stage, OPENED)
      await runIsIdle(stage, '2026-12-14')
    }))

  test('reminds those who have not answered, after two weeks, once', () =>
    onReview(async (stage) => {
      const { body, number } = reviewOf(stage)
      stage.world.edit(`${HOME}#${number}`, { body: body.replace('- [ ] @eve', '- [x] @eve') })
      await stage.run(REVIEW, at('2026-12-15'))
      expect(comments(stage)).toHaveLength(1)
      expect(comments(stage)[0]).toContain('@bob-example: do you want to stay')
      expect(comments(stage)[0]).not.toContain('@eve')
      await runIsIdle(stage, '2026-12-15')
      await runIsIdle(stage, '2026-12-28')
    }))

  test('proposes after four weeks that the silent ones are emeritus, and says how long that stays open', () =>
    onReview(async (stage) => {
      const { body, number } = reviewOf(stage)
      stage.world.edit(`${HOME}#${number}`, { body: body.replace('- [ ] @eve', '- [x] @eve') })
      await stage.run(REVIEW, at('2026-12-29'))
      const [proposal] = pullRequests(stage)
      expect(proposal?.body).toContain('open until 2027-01-08** (10 days)')
      expect(comments(stage).at(-1)).toContain(`/pull/${proposal?.number}`)
      expect(stage.world.readFile(HOME, 'members.yml', 'wg/review/core')).toBe(
        ROSTER.replace(
          /(Bob, serves: \[\{ team: core, since: 2024-01-01)( \}\])/,
          '$1, until: 2026-12-29, reason: "emeritus, no answer to the review of 2026-12-01"$2',
        ),
      )
      await runIsIdle(stage, '2026-12-29')
      await runIsIdle(stage, '2027-01-05')
    }))

  test('ends when the proposal has landed', () =>
    onReview(async (stage) => {
      await stage.run(REVIEW, at('2026-12-29'))
      stage.world.edit(pullRequests(stage)[0] ?? '', { state: 'MERGED' })
      await stage.run(REVIEW, at('2027-01-09'))
      expect(reviewOf(stage).state).toBe('CLOSED')
      expect(comments(stage).at(-1)).toContain('This review is over')
      await runIsIdle(stage, '2027-01-09')
    }))

  test('takes a word in the issue for an answer, and tells to close what it has proposed', () =>
    onReview(async (stage) => {
      await stage.run(REVIEW, at('2026-12-29'))
      for (const author of ['bob-example', 'eve-example'])
        stage.world.comment(reviewOf(stage), { body: 'I stay', author, createdAt: at('2026-12-30') })
      const { out } = await stage.run(REVIEW, at('2026-12-31'))
      expect(out).toMatch(/close https:\S+\/pull\/\d+ without merging/)
      expect(reviewOf(stage).state).toBe('CLOSED')
      await runIsIdle(stage, '2026-12-31')
    }))

  test('takes out of the proposal who answers while it is open', () =>
    onReview(async (stage) => {
      await stage.run(REVIEW, at('2026-12-29'))
      expect(stage.world.readFile(HOME, 'members.yml', 'wg/review/core')).toMatch(/Eve.*until/)
      stage.world.comment(reviewOf(stage), {
        body: 'I stay',
        author: 'eve-example',
        createdAt: at('2026-12-30'),
      })
      await stage.run(REVIEW, at('2026-12-31'))
      const proposed = stage.world.readFile(HOME, 'members.yml', 'wg/review/core')
      expect({ eve: /Eve.*until/.test(proposed ?? ''), bob: /Bob.*until/.test(proposed ?? '') }).toEqual({
        eve: false,
        bob: true,
      })
      expect(pullRequests(stage)[0]?.body).not.toContain('Eve')
      await runIsIdle(stage, '2026-12-31')
    }))

  test('that is over has asked its people; they are not asked again before their time', () =>
    onReview(async (stage) => {
      stage.world.edit(reviewOf(stage), { state: 'CLOSED' })
      await runIsIdle(stage, '2027-03-01')
      await stage.run(REVIEW, at('2027-07-01'))
      expect(reviews(stage)).toHaveLength(2)
    }))
})

test('what GitHub does not answer is never silence', () =>
  onStage({ world: github(), texts: TEXTS }, async (stage) => {
    stage.server.fault({ kind: 'forbidden', at: 1, times: 1000 })
    const { code, err } = await stage.run(REVIEW, at(OPENED))
    expect(code).toBe(1)
    expect(err).not.toMatch(/\n\s+at /)
    expect(stage.server.writes).toEqual([])
    expect(reviews(stage)).toEqual([])
  }))

test('two runs at once end in one review', () =>
  onStage({ world: github(), texts: TEXTS }, async (stage) => {
    await Promise.all([stage.run(REVIEW, at(OPENED)), stage.run(REVIEW, at(OPENED))])
    await stage.run(REVIEW, at(OPENED))
    expect(reviews(stage).filter(({ state }) => state === 'OPEN')).toHaveLength(1)
  }))

test('without GitHub it says whom the minutes have not seen, and writes nothing', () =>
  onStage({ world: github(), texts: TEXTS, token: '' }, async (stage) => {
    const { out, code } = await stage.run(REVIEW, at(OPENED))
    expect(code).toBe(0)
    expect(out).toContain('3 of 5 not seen since 2026-06-01.')
    expect(stage.files.written).toEqual([])
  }))

test('asks thirty people at most, those whom nobody has seen for longest', () => {
  const people = Array.from({ length: 40 }, (_, index) => ({
    login: `person-${index}x`,
    since: `20${String(10 + (index % 10)).padStart(2, '0')}-01-01`,
  }))
  const roster = `members:\n${people.map(({ login, since }) => `  - { login: ${login}, name: Somebody, serves: [{ team: core, since: ${since} }] }\n`).join('')}`
  const world = makeWorld({ now: at(OPENED) })
  for (const { login } of people) world.user(login)
  world.user('robot-example')
  world.organization('example', { admins: ['robot-example'] })
  world.repository(HOME, { files: { 'members.yml': roster } })
  world.token(TOKEN, { login: 'robot-example' })
  return onStage({ world, texts: { ...TEXTS, 'members.yml': roster } }, async (stage) => {
    const { out } = await stage.run(REVIEW, at(OPENED))
    const asked = [...reviewOf(stage).body.matchAll(/@(person-\d+x)/g)].map(([, login]) => login)
    expect(asked).toHaveLength(30)
    const late = people.filter(({ since }) => since >= '2018-01-01').map(({ login }) => login)
    expect(asked.filter((login) => login !== undefined && late.includes(login))).toEqual([])
    expect(out).toContain('10 more are silent')
  })
})
