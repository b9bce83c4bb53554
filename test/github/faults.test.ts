import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FAULT_KINDS, FAULTS, type FaultKind } from './faults.ts'
import { openStage, smallWorld, type Stage } from './stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await openStage(smallWorld())
})

afterEach(async () => stage.server.stop())

const OPEN = `mutation Open($id: ID!) { createIssue(input: { repositoryId: $id, title: "One" }) { issue { number } } }`
const READ = `query Read { repository(owner: "example", name: "wg") { issues(first: 10) { totalCount nodes { number } } } }`

interface Heard {
  readonly status: number
  readonly body: string
  readonly headers: Headers
}

/** What comes over the wire; undefined when the connection breaks or nothing comes in time. */
async function hear(
  query: string,
  signal: AbortSignal = AbortSignal.timeout(20_000),
): Promise<Heard | undefined> {
  const variables = { id: stage.world.findRepository('example/wg').id }
  try {
    const response = await fetch(stage.server.graphqlUrl, {
      method: 'POST',
      headers: { authorization: 'bearer ada' },
      body: JSON.stringify({ query, ...(query === OPEN && { variables }) }),
      signal,
    })
    return { status: response.status, headers: response.headers, body: await response.text() }
  } catch {
    return undefined
  }
}

/** Gives up a little after the server has taken the request: an answer that hangs must not have come by then. */
function soonAfterArrival(): AbortSignal {
  const controller = new AbortController()
  const watch = setInterval(() => {
    if (stage.server.requests.length === 0) return
    clearInterval(watch)
    setTimeout(() => controller.abort(), 50)
  }, 5)
  return controller.signal
}

/** What must be heard for each fault; nothing where the answer is lost. */
const HEARD: Readonly<Record<FaultKind, RegExp | undefined>> = {
  '502-html': /^502 <!DOCTYPE html>/,
  '502-json': /^502 \{"message":"Server Error"\}$/,
  '504': /^504 \{"message":"We couldn't respond/,
  hang: undefined,
  reset: undefined,
  'cut-body': undefined,
  'malformed-json': /^200 \{"data":[^\n]*[^}]$/,
  'empty-body': /^200 $/,
  'empty-object': /^200 \{\}$/,
  'null-body': /^200 null$/,
  '401': /^401 .*Bad credentials/,
  forbidden: /^200 \{"data":\{"createIssue":null\},"errors":\[\{"type":"FORBIDDEN"/,
  'secondary-403': /^403 .*secondary rate limit/,
  'secondary-429': /^429 .*secondary rate limit/,
  'secondary-200': /^200 \{"errors":.*secondary rate limit/,
  'rate-limit': /^200 \{"errors":\[\{"type":"RATE_LIMIT","code":"graphql_rate_limit"/,
  'rate-limited': /^200 \{"errors":\[\{"type":"RATE_LIMITED"/,
  partial: /^200 \{"data":\{"createIssue":null\},"errors":/,
  'stale-data': /^200 \{"data":\{"createIssue":null\},"errors":\[\{"type":"STALE_DATA"/,
  'resource-limits': /^200 \{"data":\{"createIssue":null\},"errors":/,
  'something-went-wrong': /^200 \{"errors":\[\{"message":"Something went wrong/,
  'applied-then-reset': undefined,
  'applied-then-502': /^502 <!DOCTYPE html>/,
  'applied-then-hang': undefined,
}

describe.each(FAULT_KINDS)('%s', (kind) => {
  test(FAULTS[kind].meaning, async () => {
    const { server, world } = stage
    server.fault({ at: 1, kind })
    const heard = await hear(OPEN, kind.endsWith('hang') ? soonAfterArrival() : undefined)
    const wanted = HEARD[kind]
    if (wanted === undefined) expect(heard).toBeUndefined()
    else expect(`${heard?.status ?? 0} ${heard?.body ?? ''}`).toMatch(wanted)
    expect(world.findRepository('example/wg').items).toHaveLength(FAULTS[kind].applied ? 1 : 0)
    expect(server.writes).toHaveLength(FAULTS[kind].applied ? 1 : 0)
    expect(server.requests).toMatchObject([{ kind: 'mutation', operationName: 'Open', fault: kind }])
    // It was ordered once: the next request is well.
    expect((await hear(READ))?.status).toBe(200)
    expect(server.requests[1]).toMatchObject({
      kind: 'query',
      operationName: 'Read',
      status: 200,
      cost: 1,
      nodes: 10,
    })
    expect(server.requests[1]).not.toHaveProperty('fault')
  })
})

describe('orders', () => {
  test('by the operation, for several requests, with the write applied or not', async () => {
    const { server, world } = stage
    server.fault({
      kind: '502-json',
      when: ({ mutations }) => mutations.includes('createIssue'),
      times: 2,
      applied: true,
    })
    expect((await hear(READ))?.status).toBe(200)
    expect([(await hear(OPEN))?.status, (await hear(OPEN))?.status, (await hear(OPEN))?.status]).toEqual([
      502, 502, 200,
    ])
    expect(world.findRepository('example/wg').items).toHaveLength(3)
    server.fault({ kind: 'malformed-json', applied: false })
    await hear(OPEN)
    expect(world.findRepository('example/wg').items).toHaveLength(3)
  })

  test('say when to come again', async () => {
    const { server, world } = stage
    server.fault({ at: 1, kind: 'secondary-403', retryAfter: 7 })
    server.fault({ at: 2, kind: 'rate-limit', resetsIn: 90 })
    expect((await hear(READ))?.headers.get('retry-after')).toBe('7')
    const reset = Number((await hear(READ))?.headers.get('x-ratelimit-reset'))
    expect(reset - world.clock().getTime() / 1000).toBe(90)
  })

  test('of limits spoil the second half of every page of a query', async () => {
    const { server, world, fail } = stage
    for (const title of ['a', 'b', 'c', 'd']) world.issue('example/wg', { title })
    server.fault({ at: 1, kind: 'resource-limits' })
    const { data, errors } = await fail(READ)
    expect(data.repository?.issues?.nodes).toEqual([{ number: 1 }, { number: 2 }, null, null])
    expect(errors).toMatchObject([
      { type: 'RESOURCE_LIMITS_EXCEEDED', path: ['repository', 'issues', 'nodes', 2] },
      { type: 'RESOURCE_LIMITS_EXCEEDED', path: ['repository', 'issues', 'nodes', 3] },
    ])
  })

  test('count anew after `forget`', async () => {
    const { server } = stage
    await hear(READ)
    server.forget()
    server.fault({ at: 1, kind: '502-html' })
    expect((await hear(READ))?.status).toBe(502)
    expect(server.requests).toMatchObject([{ number: 1, status: 502 }])
  })
})

describe('the door', () => {
  const get = async (path: string, authorization?: string) => {
    const response = await fetch(
      `${stage.server.url}${path}`,
      authorization === undefined ? {} : { headers: { authorization } },
    )
    return {
      status: response.status,
      body: await response.json(),
      link: response.headers.get('link'),
    }
  }

  test('asks for a token', async () => {
    expect(await get('/user')).toMatchObject({
      status: 401,
      body: { message: 'This endpoint requires you to be authenticated.' },
    })
    expect(await get('/user', 'token wrong')).toMatchObject({
      status: 401,
      body: { message: 'Bad credentials' },
    })
  })

  test('answers a little REST, and the rest of it loudly', async () => {
    expect(await get('/user', 'token ada')).toMatchObject({ status: 200, body: { login: 'ada-example' } })
    expect(await get('/repos/example/secret', 'token olive')).toMatchObject({ status: 404 })
    expect(await get('/repos/example/secret', 'token ada')).toMatchObject({
      status: 200,
      body: { private: true },
    })
    const members = '/orgs/example/teams/wg/members?per_page=1'
    const first = await get(members, 'token ada')
    expect(first).toMatchObject({ status: 200, body: [{ login: 'brook-example' }] })
    expect(first.link).toContain('page=2')
    expect(await get(`${members}&page=2`, 'token ada')).toMatchObject({
      body: [{ login: 'ada-example' }],
      link: null,
    })
    expect(await get(members, 'token app')).toMatchObject({ status: 403 })
    expect(await get('/repos/example/wg/commits', 'token ada')).toMatchObject({ status: 501 })
    expect(stage.server.unmodelled).toEqual(['`GET /repos/example/wg/commits`'])
  })
})
