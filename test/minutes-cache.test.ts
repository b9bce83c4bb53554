import { expect, test } from 'vitest'
import type { Cache } from '../src/ports.ts'
import { memoryFiles, wg } from './world.ts'

const files = memoryFiles({
  'notes/2026-04-02.md': '# Core 2026-04-02\n\n## Present\n\n- Ada Example (@ada-example)\n',
  'notes/2026-04-09.md': '# Core 2026-04-09\n\n## Present\n\n- Ada Example\n',
})

/** A cache in memory, and how often it was written to. */
function memoryCache(shelves = new Map<string, string>()) {
  const writes: string[] = []
  const cache: Cache = {
    stamp: 'test',
    digest: (text) => Buffer.from(text).toString('base64url'),
    load: async (shelf) => shelves.get(shelf),
    store: async (shelf, text) => {
      writes.push(shelf)
      shelves.set(shelf, text)
    },
  }
  return { shelves, writes, cache }
}

const show = async (cache: Cache | undefined) =>
  (
    await wg(['minutes', 'show', 'notes', '--json'], {
      files,
      now: '2026-05-01T00:00:00Z',
      world: { openCache: async () => cache },
    })
  ).out

test('the cache changes nothing of what is printed, whether it is full, empty, damaged or off', async () => {
  const truth = await show(undefined)
  expect(truth).toContain('"from":"folder"')
  const { cache, shelves, writes } = memoryCache()
  expect(await show(cache)).toBe(truth)
  expect(writes).toHaveLength(1)
  expect(await show(cache)).toBe(truth)
  expect(writes).toHaveLength(1)
  for (const [shelf, pack] of shelves) shelves.set(shelf, pack.replaceAll('Ada', 'Eve'))
  expect(await show(cache)).toBe(truth)
  shelves.clear()
  expect(await show(cache)).toBe(truth)
  expect(await show({ ...cache, stamp: 'another build' })).toBe(truth)
})
