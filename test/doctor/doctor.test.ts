import { describe, expect, test } from 'vitest'
import type { State } from '../../src/core/doctor/examination.ts'
import { FAULT_KINDS } from '../github/faults.ts'
import type { TokenOptions } from '../github/people-verbs.ts'
import type { RepositoryOptions } from '../github/place-verbs.ts'
import type { World } from '../github/world.ts'
import { makeFolder, start } from '../meeting-issue/child.ts'
import { HOME, NOW, onStage, smallGitHub, type Stage, TOKEN, workspaceTexts } from '../meeting-issue/stage.ts'

const WORKFLOW = "# wg workflow 1\non:\n  schedule: [{ cron: '17 5 * * *' }]\n"
const FILE = '.github/workflows/wg.yml'
const ANOTHER = 'ghs_anotherTokenThatNobodyMayRead'

const texts = { ...workspaceTexts(), [FILE]: WORKFLOW }

/** The small world with a workflow that ran this morning, in a repository with these options. */
function groupOnGitHub(options: RepositoryOptions = {}): World {
  const world = smallGitHub()
  const home = world.findRepository(HOME)
  Object.assign(home, {
    isPrivate: options.private ?? false,
    actions: { mayOpenPullRequests: true, defaultPermissions: 'read', ...options.actions },
  })
  world.workflow(HOME, FILE, {
    createdAt: '2026-06-01T00:00:00Z',
    runs: [{ createdAt: '2026-12-04T05:20:00Z' }],
  })
  return world
}

interface Examined {
  readonly code: number
  /** The states by the names of their examinations. */
  readonly states: Readonly<Record<string, State>>
  readonly out: string
}

async function examine({ run }: Stage): Promise<Examined> {
  const { out, err, code } = await run('doctor --json')
  expect(`${out}${err}`).not.toMatch(new RegExp(`${TOKEN}|${ANOTHER}`))
  const { examinations } = JSON.parse(out) as { examinations: { name: string; state: State }[] }
  return { code, out, states: Object.fromEntries(examinations.map(({ name, state }) => [name, state])) }
}

/** What another token sees of the group. */
async function examineWith(token: TokenOptions, options: RepositoryOptions = {}) {
  const world = groupOnGitHub(options)
  world.token(ANOTHER, token)
  return onStage({ world, texts, token: ANOTHER }, async (stage) => ({
    ...(await examine(stage)),
    paths: stage.server.requests.map(({ path, operationName }) => operationName ?? path),
  }))
}

const MAY = ['token-may-write-issues', 'token-may-write-contents', 'token-may-write-pull-requests']
const mayWrite = ({ states }: Examined) => MAY.map((name) => states[name])

test("a healthy group with an owner's classic token: all that GitHub tells is fine, in seven requests that only read", async () => {
  await onStage({ world: groupOnGitHub(), texts }, async (stage) => {
    const { code, states } = await examine(stage)
    expect(Object.entries(states).filter(([, state]) => state !== 'fine')).toEqual([
      ['zone-data-is-new', 'warning'],
    ])
    expect(code).toBe(0)
    expect(stage.server.writes).toEqual([])
    expect(stage.server.requests.map(({ path, operationName }) => operationName ?? path).sort()).toEqual([
      'Ask',
      'GET /repos/example/security-wg',
      'GET /repos/example/security-wg/actions/permissions/workflow',
      'GET /repos/example/security-wg/actions/workflows/wg.yml/runs?event=schedule&per_page=1',
      'GET /repos/example/security-wg/actions/workflows?per_page=100',
      'GET /user',
      'Viewer',
    ])
  })
})

describe('tokens', () => {
  const write = { contents: 'write', issues: 'write', pullRequests: 'write' } as const
  const read = { contents: 'read', issues: 'read', pullRequests: 'read' } as const
  const workflow = (permissions: TokenOptions['permissions'] & {}): TokenOptions => ({
    app: 'github-actions',
    permissions,
    repositories: [HOME],
  })

  test('that of a workflow may or may not write: GitHub does not say, so wg does not either', async () => {
    for (const permissions of [write, read]) {
      const examined = await examineWith(workflow(permissions))
      expect(mayWrite(examined)).toEqual(['unknown', 'unknown', 'unknown'])
      expect(examined.out).toContain('GITHUB_TOKEN Permissions')
      expect(examined.states).toMatchObject({
        'workflow-is-on': 'fine',
        'actions-may-open-pull-requests': 'unknown',
      })
      expect(examined.code).toBe(0)
    }
  })

  test('in a private repository, what a workflow may not read it may not write', async () => {
    const examined = await examineWith(workflow({ contents: 'read', issues: 'write' }), { private: true })
    expect(mayWrite(examined)).toEqual(['unknown', 'unknown', 'wrong'])
    expect(examined.states).toMatchObject({ 'workflow-is-on': 'unknown', 'schedule-is-alive': 'unknown' })
    expect(examined.out).toContain('GitHub asks for `pull_requests=read`')
    expect(examined.paths).toHaveLength(10)
    expect(examined.code).toBe(1)
  })

  test('an app may be an administrator', async () => {
    const token = {
      app: 'wg-app',
      permissions: { ...write, actions: 'read', administration: 'read' },
      repositories: [HOME],
    } as const
    const examined = await examineWith(token, {
      private: true,
      actions: { mayOpenPullRequests: false, defaultPermissions: 'write' },
    })
    expect(examined.states).toMatchObject({
      'actions-may-open-pull-requests': 'wrong',
      'workflow-tokens-only-read': 'warning',
      'schedule-is-alive': 'fine',
    })
    expect(examined.out).toContain('https://github.com/example/security-wg/settings/installations')
  })

  test('a fine-grained one that ends soon', async () => {
    const token = {
      login: 'ada-example',
      permissions: read,
      repositories: [HOME],
      expires: '2026-12-10T00:00:00Z',
    } as const
    const examined = await examineWith(token)
    expect(examined.states).toMatchObject({ 'token-is-accepted': 'fine', 'token-lasts': 'warning' })
    expect(mayWrite(examined)).toEqual(['unknown', 'unknown', 'unknown'])
  })

  test.each([
    ['a scope that is too small', { login: 'ada-example', scopes: ['read:org'] }],
    ['a person without the role', { login: 'olive-example', scopes: ['public_repo'] }],
  ])('a classic one with %s', async (_name, token) => {
    const world = groupOnGitHub()
    world.user('olive-example')
    world.token(ANOTHER, token)
    await onStage({ world, texts, token: ANOTHER }, async (stage) => {
      const examined = await examine(stage)
      expect(mayWrite(examined)).toEqual(['wrong', 'wrong', 'wrong'])
      expect(examined.code).toBe(1)
    })
  })

  test('one that nobody knows is wrong, once', async () => {
    await onStage({ world: groupOnGitHub(), texts, token: 'ghp_wrongButLongEnough' }, async (stage) => {
      const { states, code } = await examine(stage)
      expect(Object.entries(states).filter(([, state]) => state === 'wrong')).toEqual([
        ['token-is-accepted', 'wrong'],
      ])
      expect(code).toBe(1)
    })
  })

  test('none at all: the files and the machine are examined, and GitHub is not asked', async () => {
    await onStage({ world: groupOnGitHub(), texts, token: '' }, async (stage) => {
      const { states, code } = await examine(stage)
      expect(states).toMatchObject({
        'token-is-there': 'warning',
        'workflow-is-up-to-date': 'fine',
        'schedule-is-alive': 'unknown',
      })
      expect(stage.server.requests).toEqual([])
      expect(code).toBe(0)
    })
  })

  test('single sign-on stands in the way', async () => {
    const world = groupOnGitHub()
    world.findOrganization('example').saml = true
    await onStage({ world, texts }, async (stage) => {
      const { states, out } = await examine(stage)
      expect(states).toMatchObject({ 'repositories-are-seen': 'wrong' })
      expect(out).toContain('Configure SSO')
    })
  })
})

describe('the group', () => {
  const stateOf = async (name: string, change: (world: World) => void) => {
    const world = groupOnGitHub()
    change(world)
    return onStage({ world, texts }, async (stage) => (await examine(stage)).states[name])
  }

  test.each<[string, State, (world: World) => void]>([
    ['workflow-is-on', 'wrong', (world) => world.workflow(HOME, FILE, { state: 'disabled_inactivity' })],
    [
      'last-run-succeeded',
      'warning',
      (world) => world.workflow(HOME, FILE, { runs: [{ createdAt: NOW, conclusion: 'failure' }] }),
    ],
    [
      'schedule-is-alive',
      'warning',
      (world) => {
        world.findRepository(HOME).workflows[0]!.runs.splice(0)
        world.workflow(HOME, FILE, { runs: [{ createdAt: '2026-12-01T05:20:00Z' }] })
      },
    ],
    ['workflow-is-on', 'wrong', (world) => world.findRepository(HOME).workflows.splice(0)],
    [
      'schedule-stays-alive',
      'warning',
      (world) => (world.findRepository(HOME).pushedAt = '2026-10-10T00:00:00Z'),
    ],
    ['repositories-take-issues', 'wrong', (world) => (world.findRepository(HOME).isArchived = true)],
    ['labels-are-there', 'warning', (world) => world.findRepository(HOME).labels.splice(0)],
    ['requests-are-left', 'warning', (world) => (world.tokens.get(TOKEN)!.used = 4700)],
  ])('%s: %s', async (name, state, change) => {
    expect(await stateOf(name, change)).toBe(state)
  })

  test('a person reads what to do, in order, and what could not be had at the end', async () => {
    await onStage(
      { world: groupOnGitHub({ actions: { mayOpenPullRequests: false } }), texts },
      async ({ run }) => {
        const { out, err, code } = await run('doctor')
        expect(out).toContain(
          'wrong    GitHub Actions may not open pull requests in `example/security-wg`, so minutes cannot be proposed',
        )
        expect(out).toContain('\n         https://github.com/example/security-wg/settings/actions\n')
        expect(err).toBe('1 wrong, 1 warning, 18 fine.\n')
        expect(code).toBe(1)
        const quiet = await run('doctor --quiet')
        expect(quiet.out).not.toMatch(/^fine/m)
        expect(quiet.err).toBe('')
      },
    )
  })
})

describe('faults', () => {
  test.each(FAULT_KINDS)('%s for good: an answer for everything, no token, no stack', async (kind) => {
    await onStage({ world: groupOnGitHub(), texts, timeout: 300 }, async (stage) => {
      stage.server.fault({ kind, at: 1, times: 1000, retryAfter: 0 })
      const { out, err, code } = await stage.run('doctor')
      expect(`${out}${err}`).not.toContain(TOKEN)
      expect(`${out}${err}`).not.toMatch(/\n\s+at |bug in wg/)
      expect(out).toContain('`.github/workflows/wg.yml` is up to date.')
      expect([0, 1]).toContain(code)
    })
  })

  test('one lost answer is asked again', async () => {
    await onStage({ world: groupOnGitHub(), texts }, async (stage) => {
      stage.server.fault({ kind: '502-html', at: 2 })
      expect((await examine(stage)).states).toMatchObject({
        'token-may-write-issues': 'fine',
        'labels-are-there': 'fine',
      })
    })
  })
})

test('a workspace that is a folder of the checkout has the workflow of the checkout', async () => {
  const folder = await makeFolder({
    [FILE]: WORKFLOW,
    ...Object.fromEntries(Object.entries(workspaceTexts()).map(([path, text]) => [`groups/a/${path}`, text])),
  })
  const { out } = await start({ folder, argv: ['doctor', '--cwd', 'groups/a'] }).ended
  expect(out).toContain('`.github/workflows/wg.yml` is up to date.')
})

test('the built program examines a folder of the disk', async () => {
  await onStage({ world: groupOnGitHub() }, async ({ server }) => {
    const folder = await makeFolder(texts)
    const { out, code } = await start({ folder, graphqlUrl: server.graphqlUrl, argv: ['doctor'] }).ended
    expect(out).toContain('it acts as `ada-example`')
    expect(out).toMatch(/The time zone data is `20\d\d[a-z]`/)
    expect(out).not.toContain(TOKEN)
    expect(code).toBe(0)
  })
})
