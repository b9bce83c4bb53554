import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { headDocument } from '../../src/adapters/github/ask/pull-requests-from.ts'
import { validateDocument } from '../github/validate-document.ts'
import { serveGithub } from '../github/serve.ts'
import type { PullRequest } from '../github/world-state.ts'
import { makeWorld, type World } from '../github/world.ts'
import { makeFolder } from '../meeting-issue/child.ts'
import { HOME, NOW } from '../meeting-issue/stage.ts'
import { type Ran, runAction, shownLog } from './run-action.ts'

const FORK = 'cleo-example/security-wg'
const TOKEN = 'ghs_mayCommentOnPullRequests0123'

/** A group's repository with a fork, and a pull request from it. */
function forkedWorld(permission: 'read' | 'write' = 'write'): { world: World; pullRequest: PullRequest } {
  const world = makeWorld({ now: NOW })
  world.user('ada-example')
  world.user('cleo-example')
  world.organization('example', { admins: ['ada-example'] })
  world.repository(HOME)
  world.repository(FORK)
  world.token(TOKEN, {
    app: 'github-actions',
    permissions: { contents: 'read', pullRequests: permission },
    repositories: [HOME],
  })
  const pullRequest = world.pullRequest(HOME, {
    title: 'Move the meeting',
    author: 'cleo-example',
    head: 'move',
    fork: FORK,
  })
  return { world, pullRequest }
}

const headOf = ({ headRepository, headRefName }: PullRequest): string =>
  headRepository.refs.get(`refs/heads/${headRefName}`)?.oid ?? ''

interface Run {
  readonly head_sha?: string
  readonly head_branch?: string
  readonly head_repository?: { readonly full_name: string }
  readonly event?: string
}

const eventFor = (pullRequest: PullRequest, run: Run = {}) => ({
  repository: { full_name: HOME },
  workflow_run: {
    event: 'pull_request',
    head_sha: headOf(pullRequest),
    head_branch: 'move',
    head_repository: { full_name: FORK },
    html_url: `https://github.com/${HOME}/actions/runs/7`,
    // GitHub names none for a fork.
    pull_requests: [],
    ...run,
  },
})

const plan = (title: string) => ({
  version: 1,
  dryRun: true,
  chores: [
    {
      group: '.',
      part: 'meetings',
      of: 'security-wg',
      changes: [{ kind: 'open-issue', repository: HOME, title }],
      notes: [],
      urls: [],
    },
  ],
  problems: [],
})

async function comment(world: World, event: unknown, artifact: string, fault?: Fault): Promise<Ran> {
  const server = serveGithub(world)
  if (fault) server.fault(fault)
  await server.start()
  try {
    // The job checks nothing out.
    const folder = await makeFolder({})
    await mkdir(join(folder, 'foreign'))
    await writeFile(join(folder, 'foreign/plan.json'), artifact)
    const ran = await runAction({
      folder,
      event,
      graphqlUrl: server.graphqlUrl,
      inputs: { command: 'plan comment foreign/plan.json', token: TOKEN },
    })
    expect(server.unmodelled).toEqual([])
    expect(shownLog(ran)).not.toContain(TOKEN)
    return ran
  } finally {
    await server.stop()
  }
}

type Fault = Parameters<ReturnType<typeof serveGithub>['fault']>[0]

const bodies = (pullRequest: PullRequest) => pullRequest.comments.map(({ body }) => body)

test('a pull request from a fork gets one comment, whose words change with the plan', async () => {
  const { world, pullRequest } = forkedWorld()
  const first = await comment(world, eventFor(pullRequest), JSON.stringify(plan('First')))
  expect(first.code).toBe(0)
  expect(first.outputs['pull-request']).toBe(`https://github.com/${HOME}/pull/1`)
  expect(bodies(pullRequest)).toHaveLength(1)
  expect(bodies(pullRequest)[0]).toContain('open the issue: First')
  expect(bodies(pullRequest)[0]).toContain('/actions/runs/7')

  await comment(world, eventFor(pullRequest), JSON.stringify(plan('Second')))
  expect(bodies(pullRequest)).toHaveLength(1)
  expect(bodies(pullRequest)[0]).toContain('open the issue: Second')

  const again = await comment(world, eventFor(pullRequest), JSON.stringify(plan('Second')))
  expect(again.log).toContain('The comment is up to date.')
  expect(pullRequest.comments).toHaveLength(1)
})

test.each(['applied-then-reset', 'applied-then-502', '502-html'] as const)(
  'when the answer to the comment is lost (%s), there is still one',
  async (kind) => {
    const { world, pullRequest } = forkedWorld()
    const { code } = await comment(world, eventFor(pullRequest), JSON.stringify(plan('x')), { kind, at: 2 })
    expect(code).toBe(0)
    expect(pullRequest.comments).toHaveLength(1)
  },
)

test("a person's comment with the same first line is not wg's", async () => {
  const { world, pullRequest } = forkedWorld()
  world.comment(pullRequest, { body: '<!-- wg:plan-comment -->\nmine', author: 'cleo-example' })
  await comment(world, eventFor(pullRequest), JSON.stringify(plan('First')))
  expect(bodies(pullRequest)[0]).toBe('<!-- wg:plan-comment -->\nmine')
  expect(pullRequest.comments).toHaveLength(2)
})

describe('no other pull request is reached', () => {
  const RUNS: readonly (readonly [what: string, run: Run])[] = [
    ['when somebody has pushed since', { head_sha: '0123456789012345678901234567890123456789' }],
    [
      'from a branch of that name in another fork',
      { head_repository: { full_name: 'olive-example/security-wg' } },
    ],
    ['from the same branch name in the repository itself', { head_repository: { full_name: HOME } }],
    ['from another branch', { head_branch: 'other' }],
  ]

  test.each(RUNS)('%s', async (_what, run) => {
    const { world, pullRequest } = forkedWorld()
    const { code, log } = await comment(world, eventFor(pullRequest, run), JSON.stringify(plan('x')))
    expect(code).toBe(0)
    expect(log).toContain('nothing to comment on')
    expect(pullRequest.comments).toEqual([])
  })

  test('whatever the plan says of numbers', async () => {
    const { world, pullRequest } = forkedWorld()
    const other = world.pullRequest(HOME, { title: 'Another', author: 'ada-example' })
    const foreign = { ...plan('x'), number: other.number, pull_request: other.number, repository: HOME }
    await comment(world, eventFor(pullRequest), JSON.stringify(foreign))
    expect(other.comments).toEqual([])
    expect(pullRequest.comments).toHaveLength(1)
  })
})

describe('refuses', () => {
  const CASES: readonly (readonly [what: string, artifact: string, run: Run, says: string])[] = [
    ['what is no JSON', 'plan', {}, 'no document of wg'],
    ['a plan of a megabyte', JSON.stringify(plan('x'.repeat(1_100_000))), {}, 'too long'],
    [
      'the event of another trigger',
      JSON.stringify(plan('x')),
      { event: 'push' },
      'not started by the end of a run',
    ],
    [
      'a commit that is none',
      JSON.stringify(plan('x')),
      { head_sha: 'main' },
      'not started by the end of a run',
    ],
  ]

  test.each(CASES)('%s', async (_what, artifact, run, says) => {
    const { world, pullRequest } = forkedWorld()
    const { code, log } = await comment(world, eventFor(pullRequest, run), artifact)
    expect(code).toBe(1)
    expect(log).toContain(says)
    expect(pullRequest.comments).toEqual([])
  })

  test('to go on with a token that only reads, and says what it takes', async () => {
    const { world, pullRequest } = forkedWorld('read')
    const { code, log } = await comment(world, eventFor(pullRequest), JSON.stringify(plan('x')))
    expect(code).toBe(1)
    expect(log).toContain('pull-requests: write')
    expect(pullRequest.comments).toEqual([])
  })
})

test('a plan as somebody with bad intentions writes it tells nobody and leads nowhere', async () => {
  const { world, pullRequest } = forkedWorld()
  const evil =
    '[click](https://evil.example) @example/team <!-- wg:plan-comment --> </table><img src=x> #1 | a'
  const change = { kind: 'edit-issue', repository: evil, number: 1, why: evil, url: 'https://evil.example' }
  const document = {
    chores: [
      {
        group: evil,
        part: evil,
        of: evil,
        changes: [change, { kind: evil }],
        notes: [evil],
        urls: ['https://evil.example'],
      },
    ],
    problems: [{ rule: evil, severity: 'error', message: evil, hint: evil, file: evil, line: 1, column: 1 }],
  }
  await comment(world, eventFor(pullRequest), JSON.stringify(document))
  const [body = ''] = bodies(pullRequest)
  expect(body).toContain('click')
  expect(body).not.toMatch(/https?:\/\/(?!github\.com)|@example|#1|(?<!\\)<(?!!-- wg:plan-comment -->\n)/)
  expect(body.length).toBeLessThan(65_536)
})

test('a plan of thousands of changes fits into a comment', async () => {
  const { world, pullRequest } = forkedWorld()
  const changes = Array.from({ length: 3000 }, () => ({
    kind: 'open-issue',
    repository: HOME,
    title: '@a'.repeat(120),
  }))
  const { code } = await comment(world, eventFor(pullRequest), JSON.stringify({ changes }))
  expect(code).toBe(0)
  expect(bodies(pullRequest)[0]?.length).toBeLessThan(65_536)
  expect(bodies(pullRequest)[0]?.split('\n').slice(-3)[0]).toContain('the run has all of it')
})

test("GitHub's schema knows the question, and it is cheap", () => {
  const { query, variables } = headDocument({
    repository: HOME,
    headRepository: FORK,
    branch: 'move',
    commit: '0',
  })
  const { errors, cost, nodes } = validateDocument(query, { variables })
  expect(errors).toEqual([])
  expect(cost).toBe(1)
  expect(nodes).toBeLessThanOrEqual(5050)
})
