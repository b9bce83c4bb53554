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

const search = (query: string, type = 'ISSUE_ADVANCED') =>
  `{ search(type: ${type}, first: 50, query: ${JSON.stringify(query)}) { issueCount nodes { ... on Issue { title } ... on PullRequest { title } } } }`

describe('search', () => {
  function searchWorld(): World {
    const world = smallWorld()
    world.issue('example/wg', { title: 'Plain talk', labels: ['wg agenda'] })
    world.issue('example/wg', { title: 'Done', labels: ['wg agenda'], state: 'CLOSED' })
    world.pullRequest('example/wg', { title: 'Change', labels: ['wg agenda'], author: 'brook-example' })
    world.issue('example/old', { title: 'Archived', labels: ['wg agenda'] })
    world.issue('example/secret', { title: 'Secret', labels: ['wg agenda'] })
    world.repository('olive-example/own')
    world.issue('olive-example/own', { title: 'Elsewhere', author: 'olive-example' })
    return world
  }

  test.each([
    ['org:example label:"wg agenda" is:open is:issue archived:false is:public', ['Plain talk']],
    ['org:example label:"wg agenda" is:open archived:false', ['Change', 'Plain talk', 'Secret']],
    ['repo:example/wg is:closed', ['Done']],
    ['user:example is:pr author:brook-example', ['Change']],
    ['repo:example/wg talk in:title', ['Plain talk']],
    ['repo:example/wg -is:pr "lain ta"', ['Plain talk']],
    ['(repo:example/old OR repo:olive-example/own) is:open', ['Archived', 'Elsewhere']],
    ['org:example org:olive-example', []],
    ['is:private', ['Secret']],
    ['updated:>2026-12-01 org:example', []],
    ['updated:2026-11-30..2026-12-01 repo:example/old', ['Archived']],
  ])('%s', async (query, titles: string[]) => {
    const { ask, server } = await open(searchWorld())
    const found = (await ask(search(query))).search?.nodes as unknown as { title: string }[]
    expect(found.map(({ title }) => title).sort()).toEqual(titles)
    expect(server.unmodelled).toEqual([])
  })

  test('plain search unites organizations, keeps order on request and gives its own cursors', async () => {
    const { ask } = await open(searchWorld())
    const { search: found } =
      await ask(`{ search(type: ISSUE, first: 2, query: "org:example user:olive-example sort:created-asc") {
      issueCount nodes { ... on Issue { title } } pageInfo { endCursor hasNextPage } } }`)
    expect(found).toEqual({
      issueCount: 6,
      nodes: [{ title: 'Plain talk' }, { title: 'Done' }],
      pageInfo: { endCursor: Buffer.from('cursor:2').toString('base64'), hasNextPage: true },
    })
  })

  test('gives 1,000 results at most and counts them all', async () => {
    const world = smallWorld()
    for (let index = 0; index < 1001; index += 1) world.issue('example/wg', { title: `Item ${index}` })
    const { ask } = await open(world)
    const after = Buffer.from('cursor:990').toString('base64')
    const { search: found } = await ask(
      `{ search(type: ISSUE, first: 100, after: "${after}", query: "repo:example/wg") { issueCount nodes { __typename } pageInfo { hasNextPage } } }`,
    )
    expect(found).toMatchObject({ issueCount: 1001, nodes: { length: 10 }, pageInfo: { hasNextPage: false } })
  })

  test('stays behind for ever, for some requests, or for some time', async () => {
    const { ask, world } = await open()
    const count = async () => (await ask(search('repo:example/wg'))).search?.issueCount
    world.searchLag = { until: 'forever' }
    world.issue('example/wg', { title: 'New' })
    expect(await count()).toBe(0)
    world.searchLag = { milliseconds: 60_000 }
    expect(await count()).toBe(0)
    world.advance(60_000)
    expect(await count()).toBe(1)
    world.searchLag = { requests: 2 }
    world.edit('example/wg#1', { state: 'CLOSED' })
    const countOpen = async () => (await ask(search('repo:example/wg is:open'))).search?.issueCount
    expect([await countOpen(), await countOpen(), await countOpen()]).toEqual([1, 1, 0])
  })

  test('a qualifier that is not modelled is answered loudly', async () => {
    const { fail, server } = await open()
    const { errors } = await fail(search('repo:example/wg involves:ada-example'))
    expect(errors).toMatchObject([{ type: 'LOCAL_GITHUB_NOT_MODELLED' }])
    expect(server.unmodelled).toEqual(['`involves:ada-example` in a search'])
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
