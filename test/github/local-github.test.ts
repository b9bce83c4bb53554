import { afterEach, describe, expect, test } from 'vitest'
import { openStage, smallWorld, type Stage } from './stage.ts'
import { validateDocument } from './validate-document.ts'
import type { World } from './world.ts'

let stage: Stage
async function open(world: World = smallWorld()): Promise<Stage> {
  stage = await openStage(world)
  return stage
}

afterEach(async () => stage.server.stop())

const NOT_FOUND = { type: 'NOT_FOUND' }

describe('what a query finds', () => {
  test('a repository with its label, files, branch, issue and pins', async () => {
    const { ask, server, world } = await open()
    world.issue('example/wg', { title: 'One', labels: ['wg agenda'], body: 'Text', pinned: true })
    const { repository } = await ask(`{ repository(owner: "example", name: "wg") {
      id nameWithOwner isPrivate isArchived hasIssuesEnabled viewerPermission
      defaultBranchRef { name target { oid ... on Commit { messageHeadline history(first: 1) { totalCount } } } }
      label(name: "WG Agenda") { name issues(first: 1) { totalCount } }
      file: object(expression: "HEAD:docs/a.md") { oid ... on Blob { text } }
      folder: object(expression: "main:docs") { ... on Tree { entries { name type } } }
      absent: object(expression: "HEAD:no.md") { oid }
      ref(qualifiedName: "refs/heads/main") { name prefix }
      issue(number: 1) { id number title body state stateReason url createdAt isPinned locked author { login } labels(first: 9) { nodes { name } } comments(first: 1) { totalCount } }
      pinnedIssues(first: 3) { nodes { issue { number } } } } }`)
    expect(repository).toMatchObject({
      id: expect.stringMatching(/^R_kgDO/) as string,
      nameWithOwner: 'example/wg',
      viewerPermission: 'ADMIN',
      defaultBranchRef: { name: 'main', target: { messageHeadline: 'Begin', history: { totalCount: 1 } } },
      label: { name: 'wg agenda', issues: { totalCount: 1 } },
      // `printf 'A\n' | git hash-object --stdin`
      file: { oid: 'f70f10e4db19068f79bc43844b49f3eece45c4e8', text: 'A\n' },
      folder: { entries: [{ name: 'a.md', type: 'blob' }] },
      absent: null,
      ref: { name: 'main', prefix: 'refs/heads/' },
      pinnedIssues: { nodes: [{ issue: { number: 1 } }] },
    })
    expect(repository?.issue).toMatchObject({
      id: expect.stringMatching(/^I_kwDO/) as string,
      url: 'https://github.com/example/wg/issues/1',
      createdAt: '2026-12-01T09:00:00Z',
      stateReason: null,
      isPinned: true,
      labels: { nodes: [{ name: 'wg agenda' }] },
    })
    expect(server.unmodelled).toEqual([])
  })

  test('people, and the teams of an organization, with and without child teams', async () => {
    const { ask } = await open()
    const answer = await ask(`{ viewer { login } user(login: "Brook-Example") { login }
      organization(login: "example") { teams(first: 9) { totalCount } team(slug: "wg") {
        all: members(first: 9) { edges { role node { login } } }
        own: members(first: 9, membership: IMMEDIATE) { nodes { login } } } absent: team(slug: "no") { id } } }`)
    expect(answer).toEqual({
      viewer: { login: 'ada-example' },
      user: { login: 'brook-example' },
      organization: {
        teams: { totalCount: 2 },
        absent: null,
        team: {
          all: {
            edges: [
              { role: 'MAINTAINER', node: { login: 'ada-example' } },
              { role: 'MEMBER', node: { login: 'brook-example' } },
            ],
          },
          own: { nodes: [{ login: 'ada-example' }] },
        },
      },
    })
  })

  test('nodes by their ids, each failing alone', async () => {
    const { fail, world } = await open()
    const { id } = world.issue('example/wg', { title: 'One' })
    const { data, errors } = await fail('query($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }', {
      ids: [id, 'I_no'],
    })
    expect(data).toEqual({ nodes: [{ id, __typename: 'Issue' }, null] })
    expect(errors).toMatchObject([
      {
        ...NOT_FOUND,
        path: ['nodes', 1],
        message: "Could not resolve to a node with the global id of 'I_no'.",
      },
    ])
  })

  test('issues by label, state and time, in both directions and page by page', async () => {
    const { ask, world } = await open()
    for (const title of ['a', 'b', 'c', 'd', 'e']) {
      world.issue('example/wg', {
        title,
        labels: title === 'c' ? [] : ['wg agenda'],
        state: title === 'b' ? 'CLOSED' : 'OPEN',
      })
      world.advance(60_000)
    }
    const query = `query($after: String, $before: String, $first: Int, $last: Int) { repository(owner: "example", name: "wg") {
      issues(labels: ["wg agenda"], first: $first, last: $last, after: $after, before: $before, orderBy: { field: CREATED_AT, direction: DESC }) {
        totalCount nodes { title } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
      since: issues(first: 9, filterBy: { since: "2026-12-01T09:03:00Z" }, states: [OPEN]) { nodes { title } } } }`
    const one = (await ask(query, { first: 2 })).repository
    expect(one?.issues).toMatchObject({
      totalCount: 4,
      nodes: [{ title: 'e' }, { title: 'd' }],
      pageInfo: { hasNextPage: true },
    })
    expect(one?.since).toEqual({ nodes: [{ title: 'd' }, { title: 'e' }] })
    const endCursor = one?.issues?.pageInfo?.endCursor as unknown as string
    expect(Buffer.from(endCursor, 'base64').toString('latin1')).toMatch(/^cursor:v2:/)
    const two = (await ask(query, { first: 2, after: endCursor })).repository?.issues
    expect(two).toMatchObject({
      nodes: [{ title: 'b' }, { title: 'a' }],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    })
    const back = (await ask(query, { last: 1, before: two?.pageInfo?.startCursor })).repository?.issues
    expect(back?.nodes).toEqual([{ title: 'd' }])
  })
})

describe('what a query costs', () => {
  // Both examples with their figures: GitHub's docs, "Rate limits and query limits for the GraphQL API".
  test('as the examples of the docs', () => {
    const points =
      '{ viewer { repositories(first: 100) { edges { node { issues(first: 50) { edges { node { labels(first: 60) { edges { node { id } } } } } } } } } } }'
    expect(validateDocument(points)).toMatchObject({ errors: [], cost: 51 })
    const comments = 'comments(first: 10) { edges { node { bodyHTML } } }'
    const nodes = `{ viewer { repositories(first: 50) { edges { repository: node { name
      pullRequests(first: 20) { edges { node { title ${comments} } } } issues(first: 20) { totalCount edges { node { title ${comments} } } } } } }
      followers(first: 10) { edges { node { login } } } } }`
    expect(validateDocument(nodes)).toMatchObject({ errors: [], nodes: 22_060 })
  })

  test('is charged, told, and refused when the budget is used up', async () => {
    const { ask, fail, world, server } = await open()
    world.token('poor', { login: 'ada-example', limit: 2 })
    const query = '{ rateLimit { limit cost remaining used nodeCount resetAt } }'
    expect(await ask(query, {}, 'poor')).toEqual({
      rateLimit: { limit: 2, cost: 1, remaining: 1, used: 1, nodeCount: 0, resetAt: '2026-12-01T10:00:00Z' },
    })
    await ask(query, {}, 'poor')
    expect((await fail(query, {}, 'poor')).errors).toMatchObject([{ type: 'RATE_LIMIT' }])
    world.advance(3_600_000)
    await ask(query, {}, 'poor')
    const response = await fetch(`${server.url}/rate_limit`, { headers: { authorization: 'token poor' } })
    expect(response.headers.get('x-ratelimit-remaining')).toBe('1')
  })
})
