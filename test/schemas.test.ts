import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jsonSchema, SCHEMA_NAMES } from '../src/core/schemas.ts'

test.each(SCHEMA_NAMES)(
  'schemas/%s.json is what the checks read by (`wg schema --out schemas` writes it)',
  (name) => {
    expect(readFileSync(join(import.meta.dirname, '../schemas', `${name}.json`), 'utf8')).toBe(
      jsonSchema(name),
    )
  },
)

test('the schemas know every key that the documentation names', () => {
  const keysOf = (name: 'series' | 'charter') =>
    Object.keys((JSON.parse(jsonSchema(name)) as { properties: Record<string, unknown> }).properties)
  const documented = readFileSync(join(import.meta.dirname, '../docs/files.md'), 'utf8')
  expect(
    [...keysOf('series'), ...keysOf('charter')].filter((key) => !documented.includes(`\`${key}\``)),
  ).toEqual([])
})
