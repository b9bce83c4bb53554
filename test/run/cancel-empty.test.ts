import { describe, expect, test } from 'vitest'
import { AT, BRANCH, CHORES, FILE, KEY, type Life, onCancelStage } from './cancel-stage.ts'
import { HOME, seriesText } from './stage.ts'

const CANCELLED = '2026-12-10: cancelled, only standing items on the agenda'
const fileOn = ({ world }: Life, branch?: string) => world.readFile(HOME, FILE, branch) ?? ''

describe('a meeting with only standing items', () => {
  test('is proposed to be cancelled, told once, and cancelled after the days of grace', () =>
    onCancelStage({}, async (life) => {
      await life.at('opened', 'before')
      expect(life.pulls()).toEqual([])
      const proposing = await life.at('proposed')
      expect(proposing).toMatchObject({ code: 0, err: '' })
      expect(life.pull()).toMatchObject({
        title: 'Cancel Example Security WG Meeting 2026-12-10',
        state: 'OPEN',
        baseRefName: 'main',
      })
      expect(life.pull().body).toContain('Mon 7 Dec 2026, 15:00 America/New_York (Mon 7 Dec 2026, 20:00 UTC)')
      expect(fileOn(life, BRANCH)).toContain(CANCELLED)
      expect(life.said()).toEqual([expect.stringContaining(`/pull/${life.pull().number}`)])
      expect(life.said()[0]).toContain('Mon 7 Dec 2026, 20:00 UTC')

      const waiting = await life.at('proposed', 'waiting')
      expect(waiting.out).toContain('Nothing to do')
      expect(fileOn(life)).not.toContain('cancelled')

      const merging = await life.at('due')
      expect(merging.out).toContain(`~ merge ${HOME}#${life.pull().number}: cancel ${KEY}`)
      expect(life.pull().state).toBe('MERGED')
      expect(fileOn(life)).toContain(CANCELLED)
      expect((await life.at('due')).out).toContain('Nothing to do')
      expect(life.said()).toHaveLength(1)

      life.stage.write(FILE, fileOn(life))
      await life.at('due')
      expect(life.issue()).toMatchObject({ state: 'CLOSED', stateReason: 'NOT_PLANNED' })
      expect(life.said()[1]).toContain('This meeting is cancelled: only standing items on the agenda.')
      life.stage.server.forget()
      expect((await life.at('due')).out).toContain('Nothing to do')
      expect(life.stage.server.requests).toHaveLength(1)
      expect(life.pulls()).toHaveLength(1)
    }))

  test.each([
    ['MERGE', 2],
    ['SQUASH', 1],
  ] as const)('is cancelled by %s where the repository allows nothing else', (method, parents) =>
    onCancelStage({ repository: { mergeMethods: [method] } }, async (life) => {
      await life.at('opened', 'proposed', 'due')
      const { refs, git } = life.world.findRepository(HOME)
      const commit = git.get(refs.get('refs/heads/main')?.oid ?? '')
      expect(commit?.kind === 'commit' && commit.parents.length).toBe(parents)
    }),
  )

  test('costs nothing before the window, and without the setting', () =>
    onCancelStage({ series: seriesText('chores: { cancel-empty: false }\n') }, async (life) => {
      await life.at('opened', 'proposed', 'due')
      expect(life.pulls()).toEqual([])
      life.stage.write(FILE, seriesText(CHORES))
      expect((await life.at('before')).out).toBe('Nothing to do: 1 chore looked at.\n')
      expect((await life.stage.run('run --only meetings --dry-run', AT.proposed)).out).toContain(
        '2 chores looked at.',
      )
    }))

  test('is left alone by a dry run, which shows the very change', () =>
    onCancelStage({}, async (life) => {
      await life.at('opened')
      const { out } = await life.stage.run('run --only meetings --dry-run', AT.proposed)
      expect(out).toContain(`+ commit ${FILE} on ${HOME}, branch ${BRANCH}`)
      expect(out).toContain(`+   ${CANCELLED}`)
      expect(life.pulls()).toEqual([])
      expect(life.said()).toEqual([])
      await life.at('proposed')
      const dry = await life.stage.run('run --only meetings --dry-run', AT.due)
      expect(dry.out).toContain(`~ merge ${HOME}#${life.pull().number}`)
      expect(life.pull().state).toBe('OPEN')
    }))

  test.each([
    ['twelve hours', 'chores: { cancel-empty: 4 days before, cancel-grace: 12 hours }\n', 'MERGED'],
    ['three days', 'chores: { cancel-empty: 4 days before, cancel-grace: 3 days }\n', 'OPEN'],
  ])('has %s of grace where the series says so', (_, chores, state) =>
    onCancelStage({ series: seriesText(chores) }, async (life) => {
      await life.at('opened', 'proposed', 'waiting')
      expect(life.pull().state).toBe(state)
    }),
  )

  test('may be cancelled earlier by a person', () =>
    onCancelStage({}, async (life) => {
      await life.at('opened', 'proposed')
      life.world.edit(life.pull(), { state: 'MERGED' })
      await life.at('waiting', 'due')
      life.stage.write(FILE, fileOn(life))
      await life.at('due', 'last')
      expect(life.issue().state).toBe('CLOSED')
      expect(life.pulls()).toHaveLength(1)
    }))
})

/** What somebody does that speaks against cancelling. */
const DEEDS: readonly (readonly [name: string, deed: (life: Life) => void, told: string])[] = [
  [
    'an item is labelled',
    ({ world }) => world.issue(HOME, { title: 'Choose a day', labels: ['wg-agenda'] }),
    'There is more than standing items on the agenda',
  ],
  [
    'somebody comments in the issue',
    ({ world, issue }) => world.comment(issue(), { body: 'I have something', author: 'brook-example' }),
    'Somebody has written in the issue',
  ],
  [
    'the person comments whose token wg uses',
    ({ world, issue }) => world.comment(issue(), { body: 'I have something', author: 'ada-example' }),
    'Somebody has written in the issue',
  ],
  [
    'somebody writes a line into the agenda',
    ({ world, issue }) =>
      world.edit(issue(), { body: issue().body.replace('- Announcements', '- Announcements\n- The summit') }),
    'Somebody has written into the agenda',
  ],
  [
    'somebody changes a standing item',
    ({ world, issue }) =>
      world.edit(issue(), { body: issue().body.replace('- Announcements', '- Announcements: the summit') }),
    'Somebody has written into the agenda',
  ],
  [
    'somebody damages the marks of the agenda',
    ({ world, issue }) => world.edit(issue(), { body: issue().body.replace('<!-- /wg:agenda -->', '') }),
    'shows no agenda',
  ],
  [
    'somebody closes the issue',
    ({ world, issue }) => world.edit(issue(), { state: 'CLOSED' }),
    'is not open',
  ],
  [
    'the meeting is moved',
    ({ stage }) => stage.write(FILE, seriesText(`${CHORES}changes: { 2026-12-10: moved to 2026-12-11 }\n`)),
    'The meeting has another time',
  ],
  [
    'the meeting is cancelled otherwise',
    ({ stage }) => stage.write(FILE, seriesText(`${CHORES}changes: { 2026-12-10: "cancelled, a storm" }\n`)),
    'The meeting is cancelled already',
  ],
]

describe('the proposal is withdrawn, with one comment, when', () => {
  test.each(DEEDS)('%s', (_, deed, told) =>
    onCancelStage({}, async (life) => {
      await life.at('opened', 'proposed')
      deed(life)
      await life.at('waiting')
      await life.at('due', 'due')
      expect(life.pull().state).toBe('CLOSED')
      expect(life.pull().comments.map(({ body }) => body)).toEqual([expect.stringContaining(told)])
      expect(fileOn(life)).not.toContain('cancelled')
      expect(life.pulls()).toHaveLength(1)
    }),
  )

  test.each(DEEDS.filter(([name]) => !name.startsWith('the meeting is moved')))(
    'and is not made when before it %s',
    (_, deed) =>
      onCancelStage({}, async (life) => {
        await life.at('opened')
        deed(life)
        await life.at('proposed', 'due')
        expect(life.pulls()).toEqual([])
      }),
  )
})

describe('people', () => {
  test('who close the pull request keep the meeting', () =>
    onCancelStage({}, async (life) => {
      await life.at('opened', 'proposed')
      life.world.edit(life.pull(), { state: 'CLOSED' })
      await life.at('waiting', 'due', 'last')
      expect(life.pulls()).toHaveLength(1)
      expect(life.pull()).toMatchObject({ state: 'CLOSED', comments: [] })
      expect(life.issue().state).toBe('OPEN')
    }))

  test.each<readonly [string, (life: Life) => void]>([
    [
      'commit to the branch',
      ({ world }) =>
        world.file(HOME, 'README.md', { text: 'Mine\n', branch: BRANCH, author: 'brook-example' }),
    ],
    [
      'commit to the file on the branch',
      (life) =>
        life.world.file(HOME, FILE, {
          text: fileOn(life, BRANCH).replace('only standing items on the agenda', 'we are all away'),
          branch: BRANCH,
          author: 'brook-example',
        }),
    ],
    [
      'write in the pull request',
      ({ world, pull }) => world.comment(pull(), { body: 'Wait a bit', author: 'brook-example' }),
    ],
    [
      'take the hidden line out',
      ({ world, pull }) => world.edit(pull(), { body: pull().body.split('\n').slice(1).join('\n') }),
    ],
  ])('who %s have the merge in hand', (_, deed) =>
    onCancelStage({}, async (life) => {
      await life.at('opened', 'proposed')
      deed(life)
      const comments = life.pull().comments.length
      const { out } = await life.at('due', 'due')
      expect(out).toContain('Nothing to do')
      expect(life.pull().state).toBe('OPEN')
      expect(life.pull().comments).toHaveLength(comments)
    }),
  )

  test('who open it again after wg has closed it have it in hand, too', () =>
    onCancelStage({}, async (life) => {
      await life.at('opened', 'proposed')
      life.world.comment(life.issue(), { body: 'Let us not meet', author: 'brook-example' })
      await life.at('waiting')
      life.world.edit(life.pull(), { state: 'OPEN' })
      expect((await life.at('due', 'last', 'tooLate')).out).toContain('Nothing to do')
      expect(life.pull()).toMatchObject({ state: 'OPEN', comments: [{}] })
    }))
})

describe('GitHub', () => {
  test('does not let wg merge: it is told once, is no failure, and is not tried again', () =>
    onCancelStage({ repository: { reviewRequired: true } }, async (life) => {
      await life.at('opened', 'proposed')
      const refused = await life.at('due')
      expect(refused).toMatchObject({ code: 0, err: '' })
      expect(refused.out).toContain("GitHub's rules do not let wg merge")
      expect(refused.out).toContain('At least 1 approving review is required')
      expect(life.said()[1]).toContain('until **Thu 10 Dec 2026, 13:00 America/New_York')
      life.stage.server.forget()
      expect((await life.at('due', 'due')).out).toContain('Nothing to do')
      expect(life.stage.server.requests).toHaveLength(2)
      expect(life.said()).toHaveLength(2)
      expect(life.pull().state).toBe('OPEN')
    }))

  test('has a token that may not write: a problem that says what to do', () =>
    onCancelStage({}, async (life) => {
      await life.at('opened', 'proposed')
      const permissions = { issues: 'write', contents: 'read', pullRequests: 'write' } as const
      life.world.token('ghs_narrow', { app: 'narrow', permissions, repositories: [HOME] })
      const narrow = life.stage.with({ token: 'ghs_narrow' })
      await narrow.run('run --only meetings', AT.due)
      const { code, err } = await narrow.run('run --only meetings', AT.due)
      expect(code).toBe(1)
      expect(err).toContain('contents: write')
      expect(life.pull().state).toBe('OPEN')
    }))

  test.each([
    ['has no such file', null, 'There is no `meetings/security-wg.yml` on the default branch'],
    ['has a broken file', 'title: [\n', 'cannot be read'],
  ])('%s', (_, onGitHub, message) =>
    onCancelStage({ onGitHub }, async (life) => {
      await life.at('opened')
      const { code, err } = await life.at('proposed')
      expect(code).toBe(1)
      expect(err).toContain(message)
      expect(life.pulls()).toEqual([])
    }),
  )

  test('has a newer file: what is proposed starts from that one', () =>
    onCancelStage({ onGitHub: `# Newer.\n${seriesText(CHORES)}` }, async (life) => {
      await life.at('opened', 'proposed', 'due')
      expect(fileOn(life)).toMatch(/^# Newer\.\n/)
      expect(fileOn(life)).toContain(CANCELLED)
    }))

  test.each([
    ['before the proposal', ['opened']],
    ['before the merge', ['opened', 'proposed']],
  ] as const)('has another plan for that day, %s', (_, moments) =>
    onCancelStage({}, async (life) => {
      await life.at(...moments)
      const moved = seriesText(`${CHORES}changes:\n  2026-12-10: moved to 2026-12-11\n`)
      life.world.file(HOME, FILE, { text: moved })
      const { out } = await life.at('proposed', 'due')
      expect(out).toContain('Nothing to do')
      expect(fileOn(life)).toBe(moved)
      expect(life.pulls()).toHaveLength(moments.length - 1)
    }),
  )
})

describe('too late', () => {
  test('for the days of grace: nothing is proposed', () =>
    onCancelStage({}, async (life) => {
      const item = life.world.issue(HOME, { title: 'Choose a day', labels: ['wg-agenda'] })
      await life.at('opened', 'due')
      life.world.edit(item, { labels: [] })
      await life.at('last')
      expect(life.pulls()).toEqual([])
    }))

  test('to merge: said once in the issue, and the pull request is closed', () =>
    onCancelStage({}, async (life) => {
      await life.at('opened', 'proposed', 'tooLate', 'tooLate')
      expect(life.pull()).toMatchObject({ state: 'CLOSED', comments: [{}] })
      expect(life.said()).toHaveLength(2)
      expect(life.said()[1]).toContain('This meeting takes place')
      expect(fileOn(life)).not.toContain('cancelled')
    }))

  test('but not at the last moment', () =>
    onCancelStage({}, async (life) => {
      await life.at('opened', 'proposed', 'last')
      expect(life.pull().state).toBe('MERGED')
    }))

  test('when the meeting has begun: the pull request is closed, and the issue is left alone', () =>
    onCancelStage({}, async (life) => {
      await life.at('opened', 'proposed', 'begun', 'begun')
      expect(life.pull()).toMatchObject({ state: 'CLOSED', comments: [{}] })
      expect(life.pull().comments[0]?.body).toContain('The meeting has begun')
      expect(life.said()).toHaveLength(1)
    }))
})

describe('a run that dies', () => {
  test.each([
    ['making the branch', 'createCommitOnBranch'],
    ['opening the pull request', 'createPullRequest'],
    ['telling of it', 'addComment'],
  ] as const)('while %s leaves one pull request, told once', (_, mutation) =>
    onCancelStage({}, async (life) => {
      await life.at('opened')
      for (const kind of ['applied-then-reset', 'reset'] as const)
        life.stage.server.fault({ kind, when: ({ mutations }) => mutations.includes(mutation) })
      await life.at('proposed', 'proposed')
      expect(life.stage.server.requests.filter(({ fault }) => fault !== undefined)).not.toEqual([])
      expect(life.pulls()).toHaveLength(1)
      expect(life.said()).toHaveLength(1)
    }),
  )

  test.each(['applied-then-reset', 'reset'] as const)('while merging (%s) has merged once', (kind) =>
    onCancelStage({}, async (life) => {
      await life.at('opened', 'proposed')
      life.stage.server.fault({ kind, when: ({ mutations }) => mutations.includes('mergePullRequest') })
      expect(await life.at('due')).toMatchObject({ code: 0 })
      expect(life.stage.server.requests.filter(({ fault }) => fault === kind)).toHaveLength(1)
      expect(life.pull().state).toBe('MERGED')
      expect(life.said()).toHaveLength(1)
    }),
  )

  test('while somebody commits at the very moment merges nothing', () =>
    onCancelStage({}, async (life) => {
      await life.at('opened', 'proposed')
      let commits = 0
      life.stage.server.fault({
        kind: 'reset',
        when: ({ mutations }) => {
          if (mutations.includes('mergePullRequest') && commits++ === 0)
            life.world.file(HOME, 'README.md', { text: 'Mine\n', branch: BRANCH, author: 'brook-example' })
          return false
        },
      })
      expect(await life.at('due')).toMatchObject({ code: 0 })
      expect(commits).toBe(1)
      expect(life.pull().state).toBe('OPEN')
      expect(life.said()).toHaveLength(1)
    }))
})
