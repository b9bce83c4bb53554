import { expect, test } from 'vitest'
import { FAULT_KINDS } from '../github/faults.ts'
import { oneOf } from '../thoroughness.ts'
import { makeFolder, start } from './child.ts'
import { onStage, TOKEN, workspaceTexts } from './stage.ts'

/** Real processes with a token in the environment, which fail for good. */
const runFailing = (kind: (typeof FAULT_KINDS)[number], argv: readonly string[]) =>
  onStage({}, async ({ server }) => {
    server.fault({ kind, at: 1, times: 1000, retryAfter: 0 })
    const folder = await makeFolder(workspaceTexts())
    return start({ folder, graphqlUrl: server.graphqlUrl, argv, env: { WG_TIMEOUT: '0.3' } }).ended
  })

test.each(oneOf(6, FAULT_KINDS))(
  'while GitHub fails with %s, no token and no stack is printed',
  async (kind) => {
    const { out, err, code } = await runFailing(kind, ['meeting', 'new'])
    expect(code).toBe(1)
    expect(err).toMatch(/^(?:wg: |meetings\/)\S.{10}/)
    expect(`${out}${err}`).not.toContain(TOKEN)
    expect(`${out}${err}`).not.toMatch(/\n\s+at |bug in wg/)
  },
)

test.each([
  ['meeting', 'new', '--json'],
  ['meeting', 'new', '--dry-run'],
  ['agenda', '--json'],
])('nor by `wg %s %s %s`', async (...argv) => {
  const { out, err, code } = await runFailing('401', argv)
  expect(code).toBe(1)
  expect(`${out}${err}`).not.toContain(TOKEN)
})

test.each([
  ['a line end in the token', { GITHUB_TOKEN: `${TOKEN}\nX-Other: 1` }, 1],
  ['a proxy that is none', { GITHUB_GRAPHQL_URL: `http://${TOKEN}@127.0.0.1:9/graphql` }, 1],
  ['an address that is none', { GITHUB_GRAPHQL_URL: `nonsense ${TOKEN}` }, 1],
  ['no such host', { GITHUB_GRAPHQL_URL: 'http://nowhere.invalid/graphql' }, 1],
])('with %s, neither', async (_name, env, wanted) => {
  const folder = await makeFolder(workspaceTexts())
  const { out, err, code } = await start({ folder, graphqlUrl: 'http://127.0.0.1:9/graphql', env }).ended
  expect(`${out}${err}`).not.toContain(TOKEN)
  expect(`${out}${err}`).not.toMatch(/\n\s+at |bug in wg/)
  expect(code).toBe(wanted)
})
