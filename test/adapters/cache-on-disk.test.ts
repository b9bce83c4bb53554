import { mkdirSync, mkdtempSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cacheFolder, cacheOnDisk } from '../../src/adapters/cache-on-disk.ts'

const home = homedir()

describe('where the cache lies', () => {
  test.each<[NodeJS.Platform, Record<string, string>, string | undefined]>([
    ['linux', {}, join(home, '.cache/wg-toolkit')],
    ['linux', { XDG_CACHE_HOME: '/var/xdg' }, '/var/xdg/wg-toolkit'],
    // "If an implementation encounters a relative path … it should consider the path invalid and ignore it."
    ['linux', { XDG_CACHE_HOME: 'relative' }, join(home, '.cache/wg-toolkit')],
    ['darwin', {}, join(home, 'Library/Caches/wg-toolkit')],
    ['linux', { WG_CACHE: '/elsewhere', XDG_CACHE_HOME: '/var/xdg' }, '/elsewhere'],
    ['linux', { WG_CACHE: 'off' }, undefined],
    ['darwin', { WG_CACHE: '0' }, undefined],
  ])('%s %j: %s', (platform, env, folder) => expect(cacheFolder({ env, platform })).toBe(folder))
})

function open(folder: string) {
  const cache = cacheOnDisk({ env: { WG_CACHE: folder }, platform: 'linux', stamp: 'test' })
  if (!cache) throw new Error('turned off')
  return cache
}

const newFolder = () => join(mkdtempSync(join(tmpdir(), 'wg-cache-')), 'made/by/wg')

describe('the cache on disk', () => {
  test('gives back what it was given, for each shelf', async () => {
    const folder = newFolder()
    expect(await open(folder).load('a')).toBeUndefined()
    await open(folder).store('a', 'one\n')
    await open(folder).store('b', 'two\n')
    await open(folder).store('a', 'three\n')
    expect(await open(folder).load('a')).toBe('three\n')
    expect(await open(folder).load('b')).toBe('two\n')
    expect(readdirSync(folder)).toHaveLength(2)
  })

  test('is for its owner alone', async () => {
    const folder = newFolder()
    await open(folder).store('a', 'one')
    const [name = ''] = readdirSync(folder)
    expect([folder, join(folder, name)].map((path) => statSync(path).mode & 0o077)).toEqual([0, 0])
  })

  test('never fails: a folder that is none, a shelf that is a folder', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, '..'), { recursive: true })
    writeFileSync(folder, 'a file')
    await open(folder).store('a', 'one')
    expect(await open(folder).load('a')).toBeUndefined()
  })

  test('sweeps out what nobody has written to for half a year, and nothing that is not its own', async () => {
    const folder = newFolder()
    await open(folder).store('old', 'one')
    const [old = ''] = readdirSync(folder)
    writeFileSync(join(folder, 'mine.txt'), 'a person put it here')
    const longAgo = new Date('2001-01-01')
    utimesSync(join(folder, old), longAgo, longAgo)
    utimesSync(join(folder, 'mine.txt'), longAgo, longAgo)
    await open(folder).store('new', 'two')
    expect(await open(folder).load('old')).toBeUndefined()
    expect(await open(folder).load('new')).toBe('two')
    expect(readdirSync(folder)).toContain('mine.txt')
  })
})
