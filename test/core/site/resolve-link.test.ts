import { expect, test } from 'vitest'
import { resolveLink } from '../../../src/core/site/resolve-link.ts'

const places = {
  file: 'meetings/core/2026-11-12.md',
  repository: 'example/wg',
  pageOf: (path: string) => (path === 'charters/core.md' ? '../../../teams/core/' : undefined),
}

test.each([
  ['https://example.org/a b', 'https://example.org/a%20b'],
  ['HTTPS://example.org', 'https://example.org/'],
  ['mailto:ada@example.org', 'mailto:ada@example.org'],
  ['//example.org/x', 'https://example.org/x'],
  ['../../charters/core.md', '../../../teams/core/'],
  ['../../charters/core.md#scope', '../../../teams/core/'],
  ['/charters/core.md', '../../../teams/core/'],
  ['other.md', 'https://github.com/example/wg/blob/HEAD/meetings/core/other.md'],
  ['./a%20b.md?x=1#top', 'https://github.com/example/wg/blob/HEAD/meetings/core/a%20b.md?x=1#top'],
  ['../README.md', 'https://github.com/example/wg/blob/HEAD/meetings/README.md'],
])('%s leads to %s', (target, href) => {
  expect(resolveLink(target, places)).toBe(href)
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'java%0Ascript:alert(1)',
  'java\u0000script:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://example.org/x',
  '../../../../etc/passwd',
  '/../etc/passwd',
  '..\\..\\..\\etc',
  '%2e%2e/%2e%2e/%2e%2e/etc',
  'https://',
  '#anchor',
  '',
])('%j leads nowhere', (target) => {
  expect(resolveLink(target, places)).toBeUndefined()
})

test('without a repository a file that has no page leads nowhere', () => {
  expect(resolveLink('other.md', { ...places, repository: undefined })).toBeUndefined()
})
