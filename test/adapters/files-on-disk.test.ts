import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { filesOnDisk, findUpward } from '../../src/adapters/files-on-disk.ts'
import { Refusal } from '../../src/core/problem.ts'
import { wg } from '../world.ts'

let outside: string
let root: string

beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'wg-files-'))
  root = join(outside, 'workspace')
  mkdirSync(root)
})

afterEach(() => rmSync(outside, { recursive: true, force: true }))

describe('a file that cannot be used says why', () => {
  test.each([
    [
      'binary',
      () => writeFileSync(join(root, 'x.md'), Buffer.from([0x89, 0x50, 0, 1])),
      'is binary and no text',
    ],
    [
      'other encodings',
      () => writeFileSync(join(root, 'x.md'), Buffer.from([0x47, 0x72, 0xfc, 0xdf])),
      'is not encoded as UTF-8',
    ],
    ['a folder', () => mkdirSync(join(root, 'x.md')), 'is no file'],
    [
      'a link to elsewhere',
      () => {
        writeFileSync(join(outside, 's'), 'secret')
        symlinkSync(join(outside, 's'), join(root, 'x.md'))
      },
      'is a link that leads out of the workspace',
    ],
    ['a link to itself', () => symlinkSync('x.md', join(root, 'x.md')), 'is a link that leads to itself'],
    [
      'a huge file',
      () => writeFileSync(join(root, 'x.md'), Buffer.alloc(65 * 1024 * 1024, 97)),
      'is too large (65 MB)',
    ],
  ])('%s', async (_name, make, why) => {
    make()
    expect(await filesOnDisk(root).read('x.md')).toMatchObject({ kind: 'unusable', why })
  })

  test('what is not UTF-8 can be had with U+FFFD for what is foreign; what is binary cannot', async () => {
    writeFileSync(join(root, 'latin'), Buffer.from([0x47, 0x72, 0xfc, 0xdf, 0x65]))
    writeFileSync(join(root, 'binary'), Buffer.from([0x47, 0x00, 0xfc]))
    expect(await filesOnDisk(root).read('latin')).toHaveProperty('loose', 'Gr\uFFFD\uFFFDe')
    expect(await filesOnDisk(root).read('binary')).not.toHaveProperty('loose')
  })

  test('a path that leads out', async () => {
    writeFileSync(join(outside, 's'), 'secret')
    const why = 'leads out of the workspace'
    expect(await filesOnDisk(root).read('../s')).toEqual({ kind: 'unusable', why })
  })

  test('a missing one is missing, also below a file', async () => {
    writeFileSync(join(root, 'a'), '')
    expect(await filesOnDisk(root).read('b')).toEqual({ kind: 'missing' })
    expect(await filesOnDisk(root).read('a/b')).toEqual({ kind: 'missing' })
  })

  test('a byte order mark and Windows line ends are kept', async () => {
    writeFileSync(join(root, 'x'), '\uFEFFa\r\n')
    expect(await filesOnDisk(root).read('x')).toEqual({ kind: 'text', text: '\uFEFFa\r\n' })
  })
})

describe('writing', () => {
  test('makes folders, keeps the mode of a file, and leaves nothing else behind', async () => {
    await filesOnDisk(root).write('a/b/c.md', 'one')
    chmodSync(join(root, 'a/b/c.md'), 0o640)
    await filesOnDisk(root).write('a/b/c.md', 'two')
    expect(readFileSync(join(root, 'a/b/c.md'), 'utf8')).toBe('two')
    expect(statSync(join(root, 'a/b/c.md')).mode & 0o777).toBe(0o640)
    expect(readdirSync(join(root, 'a/b'))).toEqual(['c.md'])
  })

  test.each(['../elsewhere.md', 'a/../../elsewhere.md'])('refuses `%s`', async (path) => {
    await expect(filesOnDisk(root).write(path, 'x')).rejects.toThrow(Refusal)
    expect(readdirSync(outside)).toEqual(['workspace'])
  })

  test('refuses a folder or a file that is a link to elsewhere, and leaves what it points to alone', async () => {
    mkdirSync(join(outside, 'target'))
    symlinkSync(join(outside, 'target'), join(root, 'meetings'))
    writeFileSync(join(outside, 'note'), 'kept')
    symlinkSync(join(outside, 'note'), join(root, 'note.md'))
    await expect(filesOnDisk(root).write('meetings/x.md', 'x')).rejects.toThrow('is a link')
    await expect(filesOnDisk(root).write('note.md', 'x')).rejects.toThrow('is a link')
    expect(readdirSync(join(outside, 'target'))).toEqual([])
    expect(readFileSync(join(outside, 'note'), 'utf8')).toBe('kept')
  })

  test('a path that cannot be made is told, and the old file stays', async () => {
    writeFileSync(join(root, 'meetings'), 'a file where a folder belongs')
    await expect(filesOnDisk(root).write('meetings/x.md', 'x')).rejects.toThrow('meetings/x.md')
    expect(readFileSync(join(root, 'meetings'), 'utf8')).toBe('a file where a folder belongs')
  })
})

test('the workspace is found from a folder below it', async () => {
  mkdirSync(join(root, 'meetings/deep'), { recursive: true })
  writeFileSync(join(root, 'wg.yml'), 'name: X\n')
  expect(await findUpward(join(root, 'meetings/deep'), 'wg.yml')).toBe(root)
  expect(await findUpward(outside, 'wg.yml')).toBeUndefined()
})

test('an unusable file of a workspace is a problem with its name, and the rest is checked all the same', async () => {
  writeFileSync(join(root, 'wg.yml'), 'name: X\nzone: UTC\n')
  writeFileSync(join(root, 'members.yml'), Buffer.from([0, 1, 2]))
  const { err, code } = await wg(['check'], { files: filesOnDisk(root), now: '2026-01-01T00:00:00Z' })
  expect(code).toBe(1)
  expect(err).toContain('members.yml 1:1  error  The file is binary and no text.')
  expect(err).toContain('wg.yml 2:1  error  Unknown key `zone`.')
})
