import { expect, test } from 'vitest'
import { readOnce } from '../../src/cli/read-once.ts'
import { memoryFiles } from '../world.ts'

test('a file and a folder are what they were when they were first looked at', async () => {
  const files = memoryFiles({ 'a.md': 'one' })
  const once = readOnce(files)
  expect(await once.read('a.md')).toEqual({ kind: 'text', text: 'one' })
  expect(await once.list('')).toEqual(['a.md'])
  await files.write('a.md', 'two')
  await files.write('b.md', 'new')
  expect(await once.read('a.md')).toEqual({ kind: 'text', text: 'one' })
  expect(await once.list('')).toEqual(['a.md'])
  expect(await once.read('b.md')).toEqual({ kind: 'text', text: 'new' })
})
