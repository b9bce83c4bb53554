import { afterEach, describe, expect, test } from 'vitest'
import { openStage, smallWorld, type Stage } from './stage.ts'
import { validateDocument } from './validate-document.ts'

let stage: Stage
async function open(): Promise<Stage> {
  stage = await openStage(smallWorld())
  return stage
}

afterEach(async () => stage.server.stop())

const NOT_FOUND = { type: 'NOT_FOUND' }

describe('what a query may not', () => {
  const issues = (paging: string) =>
    `{ repository(owner: "example", name: "wg") { issues${paging} { totalCount nodes { id } } } }`

  test.each([
    [
      'more than 100',
      issues('(first: 101)'),
      'EXCESSIVE_PAGINATION',
      'Requesting 101 records on the `issues` connection exceeds the `first` limit of 100 records.',
    ],
    [
      'no boundaries',
      issues(''),
      'MISSING_PAGINATION_BOUNDARIES',
      'You must provide a `first` or `last` value to properly paginate the `issues` connection.',
    ],
    [
      'a cursor that is none',
      issues('(first: 1, after: "x")'),
      'INVALID_CURSOR_ARGUMENTS',
      '`x` does not appear to be a valid cursor.',
    ],
    [
      'an absent issue',
      '{ repository(owner: "example", name: "wg") { issue(number: 7) { id } } }',
      'NOT_FOUND',
      'Could not resolve to an Issue with the number of 7.',
    ],
    [
      'an absent repository',
      '{ repository(owner: "example", name: "no") { id } }',
      'NOT_FOUND',
      "Could not resolve to a Repository with the name 'example/no'.",
    ],
    [
      'an absent person',
      '{ user(login: "no") { id } }',
      'NOT_FOUND',
      "Could not resolve to a User with the login of 'no'.",
    ],
    [
      'a field that is not modelled',
      '{ repository(owner: "example", name: "wg") { forkCount } }',
      'LOCAL_GITHUB_NOT_MODELLED',
      'The local GitHub does not model the field `Repository.forkCount`.',
    ],
    [
      'an argument that is not modelled',
      '{ repository(owner: "example", name: "wg") { issues(first: 1, filterBy: { mentioned: "x" }) { nodes { id } } } }',
      'LOCAL_GITHUB_NOT_MODELLED',
      'The local GitHub does not model the filter `mentioned` of issues.',
    ],
  ])('%s', async (...[, query, type, message]) => {
    const { fail } = await open()
    expect((await fail(query)).errors).toMatchObject([{ type, message }])
  })

  test('a private repository is not there without access', async () => {
    const { fail, ask } = await open()
    const query = '{ repository(owner: "example", name: "secret") { isPrivate viewerPermission } }'
    expect(await ask(query)).toEqual({ repository: { isPrivate: true, viewerPermission: 'ADMIN' } })
    for (const token of ['olive', 'app'])
      expect((await fail(query, {}, token)).errors).toMatchObject([NOT_FOUND])
  })

  test('an app without `members` sees no team; a classic token needs the scope; single sign-on closes all', async () => {
    const { fail, world } = await open()
    const query = '{ organization(login: "example") { team(slug: "wg") { name } } }'
    world.token('narrow', { login: 'brook-example', scopes: ['public_repo'] })
    expect((await fail(query, {}, 'app')).errors).toMatchObject([
      {
        type: 'FORBIDDEN',
        message: 'Resource not accessible by integration',
        extensions: { saml_failure: false },
      },
    ])
    expect((await fail(query, {}, 'narrow')).errors).toMatchObject([{ type: 'INSUFFICIENT_SCOPES' }])
    world.findOrganization('example').saml = true
    expect((await fail(query)).errors).toMatchObject([
      { type: 'FORBIDDEN', extensions: { saml_failure: true } },
    ])
    world.issue('example/wg', { title: 'One' })
    const found = await fail(
      '{ search(type: ISSUE, query: "org:example", first: 5) { issueCount nodes { __typename } } }',
    )
    expect(found.data).toEqual({ search: { issueCount: 1, nodes: [null] } })
    expect(found.errors).toMatchObject([{ path: ['search', 'nodes', 0], extensions: { saml_failure: true } }])
    world.token('sso', { login: 'ada-example', sso: ['example'] })
    expect(await stage.ask(query, {}, 'sso')).toEqual({ organization: { team: { name: 'wg' } } })
  })

  test('documents that GitHub would not run, in its words', () => {
    expect(validateDocument('query Q { viewer { nam } }').errors).toEqual([
      {
        path: ['query Q', 'viewer', 'nam'],
        extensions: { code: 'undefinedField', typeName: 'User', fieldName: 'nam' },
        locations: [{ line: 1, column: 20 }],
        message: "Field 'nam' doesn't exist on type 'User'",
      },
    ])
    const huge =
      '{ organization(login: "e") { repositories(first: 100) { nodes { issues(first: 100) { nodes { comments(first: 60) { nodes { id } } } } } } } }'
    expect(validateDocument(huge).errors).toMatchObject([{ type: 'MAX_NODE_LIMIT_EXCEEDED' }])
  })
})
