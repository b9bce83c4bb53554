import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder, start } from './meeting-issue/child.ts'

test('the built program holds ASCII alone, as `src/launch.ts` reads it', () => {
  const code = readFileSync(join(import.meta.dirname, '../dist/wg.cjs'))
  expect(code.findIndex((byte) => byte > 0x7f)).toBe(-1)
})

test('the built program knows the signs that its sources know', async () => {
  const notes =
    '# Core 2026-12-03\n\n## Present\n\n• Zoë Example – regrets\n• Ada Example\n\n## Notes\n\nI’ll write it.\n'
  const folder = await makeFolder({ 'notes.md': notes })
  const { ended } = start({ folder, argv: ['minutes', 'show', 'notes.md', '--json'] })
  const { attendees } = JSON.parse((await ended).out) as {
    attendees: { name: string; present: boolean }[]
  }
  expect(attendees.map(({ name, present }) => [name, present])).toEqual([
    ['Zoë Example', false],
    ['Ada Example', true],
  ])
})
