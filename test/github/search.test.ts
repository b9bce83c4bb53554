import { afterEach, describe, expect, test } from 'vitest'
import { openStage, smallWorld, type Stage } from './stage.ts'
import type { World } from './world.ts'

let stage: Stage
async function open(world: World = smallWorld()): Promise<Stage> {
  stage = await openStage(world)
  return stage
}

afterEach(async () => stage.server.stop())

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
