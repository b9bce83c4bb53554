import { expect, test } from 'vitest'
import { kebabOf } from '../../../src/core/plan/new-workspace.ts'

test.each([
  ['Security WG', 'security-wg'],
  ['Café Zürich', 'cafe-zurich'],
  ["Müller's Core, Inc; Group", 'muller-s-core-inc-group'],
  ['2nd Group!', 'nd-group'],
  ['安全', 'working-group'],
])('%s in kebab-case is %s', (name, kebab) => {
  expect(kebabOf(name)).toBe(kebab)
})
