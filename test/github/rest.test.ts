import { describe, expect, test } from 'vitest'
import { localGithub } from './local-github.ts'
import { NOW, smallWorld } from './stage.ts'
import type { World } from './world.ts'

const RUNS = [
  { createdAt: '2026-11-29T05:17:00Z' },
  { createdAt: '2026-11-30T05:17:00Z', conclusion: 'failure' },
  { createdAt: '2026-11-30T06:00:00Z', event: 'workflow_dispatch' },
]

function makeStage() {
  const world = smallWorld()
  world.repository('example/closed', { private: true, actions: { mayOpenPullRequests: true } })
  for (const place of ['example/wg', 'example/closed'])
    world.workflow(place, '.github/workflows/wg.yml', { name: 'wg', runs: RUNS })
  const repositories = ['example/wg', 'example/closed']
  world.token('reader', { app: 'reader', permissions: { issues: 'read' }, repositories })
  world.token('fine', {
    login: 'ada-example',
    permissions: { administration: 'read', contents: 'read' },
    repositories,
    expires: '2026-12-20T09:00:00Z',
  })
  world.token('narrow', { login: 'ada-example', scopes: [] })
  return { world, get: getter(world) }
}

function getter(world: World) {
  const github = localGithub(world)
  return (path: string, token: string) => {
    const { status, headers, body } = github.answer({
      method: 'GET',
      url: path,
      authorization: `bearer ${token}`,
    })
    return { status, headers, body: JSON.parse(body) as Record<string, unknown> & unknown[] }
  }
}

const CLOSED = '/repos/example/closed'

describe('who may see what over REST', () => {
  const { get } = makeStage()

  test.each([
    ['reader', `${CLOSED}/issues?per_page=1`, 200],
    ['reader', `${CLOSED}/pulls?per_page=1`, 403],
    ['reader', `${CLOSED}/branches?per_page=1`, 403],
    ['reader', `${CLOSED}/actions/workflows`, 403],
    ['reader', '/repos/example/wg/actions/workflows', 200],
    ['reader', '/repos/example/wg/actions/permissions/workflow', 403],
    ['reader', '/repos/example/secret', 404],
    ['fine', `${CLOSED}/branches`, 200],
    ['fine', `${CLOSED}/issues`, 403],
    ['fine', `${CLOSED}/actions/permissions/workflow`, 200],
    ['ada', `${CLOSED}/issues`, 200],
    ['ada', `${CLOSED}/actions/permissions/workflow`, 200],
    ['olive', CLOSED, 404],
    ['olive', '/repos/example/wg/actions/permissions/workflow', 403],
    ['narrow', '/repos/example/wg/actions/permissions/workflow', 403],
    ['narrow', CLOSED, 404],
    ['ada', '/repos/example/wg/issues?state=closed', 501],
    ['ada', '/repos/example/wg/actions/workflows/wg.yml/runs?branch=main', 501],
  ])('%s at %s: %i', (token, path, status) => {
    expect(get(path, token).status).toBe(status)
  })

  test('the headers say what a token is, and what would be needed', () => {
    expect(get('/user', 'ada').headers).toMatchObject({ 'x-oauth-scopes': 'repo, read:org' })
    expect(get('/user', 'narrow').headers).toMatchObject({ 'x-oauth-scopes': '' })
    const fine = get('/user', 'fine').headers
    expect(fine).toMatchObject({ 'github-authentication-token-expiration': '2026-12-20 09:00:00 UTC' })
    expect(fine).not.toHaveProperty('x-oauth-scopes')
    expect(get(`${CLOSED}/pulls`, 'reader').headers).toMatchObject({
      'x-accepted-github-permissions': 'pull_requests=read',
    })
  })
})

test('the facts of a repository, its lists and its workflow', () => {
  const { get, world } = makeStage()
  world.issue('example/wg', { title: 'One' })
  world.pullRequest('example/wg', { title: 'Two' })
  expect(get('/repos/example/wg', 'ada').body).toMatchObject({
    pushed_at: NOW.replace('.000', ''),
    fork: false,
    permissions: { admin: true, push: true },
  })
  expect(get('/repos/example/wg', 'olive').body).toMatchObject({ permissions: { push: false, pull: true } })
  expect(get('/repos/example/wg', 'app').body).toMatchObject({ permissions: { push: false, pull: false } })
  expect(get('/repos/example/wg/issues', 'ada').body).toMatchObject([
    { title: 'Two', pull_request: {} },
    { title: 'One' },
  ])
  expect(get('/repos/example/wg/pulls', 'ada').body).toMatchObject([{ title: 'Two' }])
  const workflows = get('/repos/example/wg/actions/workflows', 'ada').body
  expect(workflows).toMatchObject({
    total_count: 1,
    workflows: [{ path: '.github/workflows/wg.yml', state: 'active' }],
  })
  const runs = get('/repos/example/wg/actions/workflows/wg.yml/runs?event=schedule&per_page=1', 'ada').body
  expect(runs).toMatchObject({
    total_count: 2,
    workflow_runs: [{ conclusion: 'failure', status: 'completed' }],
  })
  expect(get('/repos/example/wg/actions/workflows/other.yml/runs', 'ada').status).toBe(404)
})

test('a commit is a push, a world without issues says so, and a token ends', () => {
  const { get, world } = makeStage()
  world.repository('example/plain', { issuesEnabled: false, pushedAt: '2026-09-01T00:00:00Z' })
  expect(get('/repos/example/plain/issues', 'ada').status).toBe(410)
  expect(get('/repos/example/plain', 'ada').body).toMatchObject({ pushed_at: '2026-09-01T00:00:00Z' })
  world.file('example/plain', 'a.md', { text: 'A\n' })
  expect(get('/repos/example/plain', 'ada').body).toMatchObject({ pushed_at: '2026-12-01T09:00:00Z' })
  expect(get('/user', 'fine').status).toBe(200)
  world.advance(20 * 86_400_000)
  expect(get('/user', 'fine').status).toBe(401)
  expect(() => world.workflow('example/plain', 'wg.yml')).toThrow('is no path of a workflow')
})
