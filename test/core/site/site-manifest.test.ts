import { expect, test } from 'vitest'
import { printManifest, readManifest } from '../../../src/core/site/site-manifest.ts'

test('a manifest names what was written', () => {
  expect([...readManifest(printManifest(['b/c.html', 'a.html', 'a.html']))]).toEqual(['a.html', 'b/c.html'])
})

test.each(['', '[]', '{}', '{"version":2,"files":["a"]}', '{"version":1,"files":"a"}', '{"version":1'])(
  '%j names nothing',
  (text) => {
    expect(readManifest(text).size).toBe(0)
  },
)

test('a path that leads out of the folder is never taken', () => {
  const files = [
    '../a',
    'a/../../b',
    '/etc/passwd',
    'C:\\x',
    'c:/x',
    'a\\b',
    'a//b',
    '',
    7,
    null,
    'fine/x.html',
  ]
  expect([...readManifest(JSON.stringify({ version: 1, files }))]).toEqual(['fine/x.html'])
})
