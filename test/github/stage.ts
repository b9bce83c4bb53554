import { graphql, GraphqlResponseError } from '@octokit/graphql'
import { serveGithub, type GithubServer } from './serve.ts'
import { makeWorld, type World } from './world.ts'

/** A world with its server, as the tests of the server use it. */
export interface Stage {
  readonly world: World
  readonly server: GithubServer
  /** Asks with GitHub's own client and gives the data; throws what the client throws. */
  readonly ask: (
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    token?: string,
  ) => Promise<Data>
  /** Asks the same way and gives the errors that GitHub answers, and what data came with them. */
  readonly fail: (
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    token?: string,
  ) => Promise<Failure>
}

/** Answers are looked into freely in tests. */
export interface Data {
  readonly [key: string]: Data
  readonly [index: number]: Data
}

export interface Failure {
  readonly data: Data
  readonly errors: readonly { type?: string; message: string; path?: readonly unknown[]; extensions?: Data }[]
}

/** The instant at which the worlds of the tests stand. */
export const NOW = '2026-12-01T09:00:00Z'

/** Two people, an organization with nested teams, three repositories and three tokens. */
export function smallWorld(): World {
  const world = makeWorld({ now: NOW })
  for (const login of ['ada-example', 'brook-example', 'cleo-example', 'olive-example']) world.user(login)
  const teams = { wg: { maintainers: ['ada-example'] }, triage: { members: ['brook-example'], parent: 'wg' } }
  world.organization('example', {
    admins: ['ada-example'],
    members: ['brook-example', 'cleo-example'],
    teams,
  })
  world.repository('example/wg', { files: { 'README.md': 'Hello\n', 'docs/a.md': 'A\n' } })
  world.repository('example/old', { archived: true })
  world.repository('example/secret', { private: true })
  for (const name of ['example/wg', 'example/old', 'example/secret']) world.label(name, 'wg agenda')
  world.token('ada', { login: 'ada-example' })
  world.token('olive', { login: 'olive-example' })
  const permissions = { issues: 'write', contents: 'read', pullRequests: 'read' } as const
  world.token('app', { app: 'github-actions', permissions, repositories: ['example/wg'] })
  return world
}

/** Starts a server on the world. Stop it after the test. */
export async function openStage(world: World): Promise<Stage> {
  const server = serveGithub(world)
  await server.start()
  const ask: Stage['ask'] = (query, variables = {}, token = 'ada') =>
    graphql<Data>(query, { ...variables, baseUrl: server.url, headers: { authorization: `token ${token}` } })
  const fail: Stage['fail'] = async (query, variables, token) => {
    try {
      await ask(query, variables, token)
    } catch (error) {
      if (error instanceof GraphqlResponseError)
        return { data: error.data as Data, errors: error.errors as Failure['errors'] }
      throw error
    }
    throw new Error('The request was expected to fail, and did not.')
  }
  return { world, server, ask, fail }
}
