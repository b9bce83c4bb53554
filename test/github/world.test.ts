import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { exampleWorld } from './example-world.ts'
import { putObject, putTree, type GitStore } from './git-store.ts'
import { globalId } from './global-id.ts'
import { pack, unpack } from './message-pack.ts'
import { NOW, smallWorld } from './stage.ts'
import { readWorldFile, writeWorldFile } from './world-file.ts'
import { WorldMistake } from './world-mistake.ts'
import type { World } from './world.ts'

describe('verbs refuse nonsense', () => {
  const NONSENSE: readonly (readonly [what: string, act: (world: World) => unknown])[] = [
    [
      'a label that the repository has not',
      (world) => world.issue('example/wg', { title: 'x', labels: ['none'] }),
    ],
    ['a second repository of that name', (world) => world.repository('Example/WG')],
    ['a repository without its owner', (world) => world.repository('nobody/x')],
    ['a second label of that name', (world) => world.label('example/wg', 'WG Agenda')],
    ['a second person of that login', (world) => world.user('Ada-Example')],
    ['a login that cannot be one', (world) => world.user('a--b')],
    ['a member who is nobody', (world) => world.organization('other', { members: ['nobody'] })],
    ['a team with people from outside', (world) => world.team('example/wg', { members: ['olive-example'] })],
    ['an issue of nobody', (world) => world.issue('example/wg', { title: 'x', author: 'nobody' })],
    ['a title that is too long', (world) => world.issue('example/wg', { title: 'x'.repeat(257) })],
    ['a comment under nothing', (world) => world.comment('example/wg#9', { body: 'x' })],
    [
      'an issue that is merged',
      (world) => world.edit(world.issue('example/wg', { title: 'x' }), { state: 'MERGED' }),
    ],
    [
      'permissions without a place',
      (world) => world.token('t', { app: 'x', permissions: { issues: 'write' } }),
    ],
    [
      'permissions and scopes',
      (world) => world.token('t', { login: 'ada-example', permissions: {}, scopes: [] }),
    ],
    ['a file on no branch', (world) => world.file('example/wg', 'a', { text: '', branch: 'none' })],
  ]

  test.each(NONSENSE)('%s', (_what, act) => {
    expect(() => act(smallWorld())).toThrow(WorldMistake)
  })
})

describe('a world file', () => {
  test('holds a world: what is read is written the same', () => {
    const text = writeWorldFile(exampleWorld(new Date(NOW)), { now: NOW })
    const world = readWorldFile(text)
    expect(writeWorldFile(world, { now: NOW })).toBe(text)
    expect(world.findItem('example/core#2')).toMatchObject({
      title: 'doc: say how to report a flaw',
      author: { login: 'brook-example' },
    })
    expect(world.tokens.get('ghs_example')).toMatchObject({ kind: 'app', permissions: { issues: 'write' } })
  })

  test('is served by hand', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'local-github-'))
    const file = join(folder, 'world.json')
    writeFileSync(file, writeWorldFile(smallWorld(), { now: NOW }))
    const main = fileURLToPath(new URL('main.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', main, file], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    try {
      const [printed] = (await once(child.stdout, 'data')) as [Buffer]
      const url = /^export GITHUB_API_URL=(.*)$/m.exec(printed.toString())?.[1] ?? ''
      expect(printed.toString()).toContain(`export GITHUB_GRAPHQL_URL=${url}/graphql\n`)
      const answer = await fetch(`${url}/user`, { headers: { authorization: 'token ada' } })
      expect(await answer.json()).toMatchObject({ login: 'ada-example' })
    } finally {
      const left = once(child, 'exit')
      child.kill('SIGTERM')
      expect(await left).toEqual([0, null])
      rmSync(folder, { recursive: true })
    }
  })

  test('says which verb is wrong', () => {
    const text = JSON.stringify({
      verbs: [
        ['user', 'ada-example'],
        ['repository', 'nobody/x'],
      ],
    })
    expect(() => readWorldFile(text)).toThrow('Verb 2, `repository`: There is no owner `nobody`.')
    expect(() => readWorldFile('{"verbs": [["destroy"]]}')).toThrow('There is no such verb.')
    expect(() => readWorldFile('[]')).toThrow(WorldMistake)
  })
})

describe('ids and git objects', () => {
  test('ids have the form of public ones', () => {
    // The repository octocat/Hello-World has the number 1296269; its id is published as R_kgDOABPHjQ.
    expect(globalId('Repository', 1296269)).toBe('R_kgDOABPHjQ')
  })

  test.each([0, 127, 128, 255, 256, 65_535, 65_536, 4_294_967_295])(
    'the number %d is read as it was written',
    (number) => {
      expect(unpack(pack([number, `text ${number}`]))).toEqual([number, `text ${number}`])
    },
  )

  test('a tree has the oid that git gives', () => {
    const store: GitStore = new Map()
    const files = new Map(['a.md', 'a/b.md', 'a0', 'z/y/x'].map((path) => [path, Buffer.from(`${path}\n`)]))
    const tree = putTree(store, files)
    const listing = [...store].flatMap(([oid, object]) =>
      object.kind === 'tree' && oid === tree
        ? object.entries.map(
            (entry) =>
              `${entry.mode.padStart(6, '0')} ${entry.mode === '40000' ? 'tree' : 'blob'} ${entry.oid}\t${entry.name}`,
          )
        : [],
    )
    const made = execFileSync('git', ['mktree', '--missing'], {
      input: `${[...listing].reverse().join('\n')}\n`,
      encoding: 'utf8',
    })
    expect(made.trim()).toBe(tree)
    expect(putObject(store, { kind: 'blob', content: Buffer.from('what is up, doc?') })).toBe(
      'bd9dbf5aae1a3862dd1526723246b20206e5fc37',
    )
  })
})
