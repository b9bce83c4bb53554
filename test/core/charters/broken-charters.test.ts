import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runChecks } from '../../../src/core/checks/check-table.ts'
import { readWorkspace } from '../../../src/core/workspace.ts'

/** `broken/faults/<rule>[.which].md` are charters of the team `broken`, each with one fault; `lines.json` says where it was put. */
const folder = join(import.meta.dirname, 'broken')
const read = (path: string) => readFileSync(join(folder, path), 'utf8')
const lines = JSON.parse(read('faults/lines.json')) as Record<string, number>
const now = new Date('2026-11-22T12:00:00Z')

function problemsWith(charter: string) {
  const { workspace, problems } = readWorkspace(
    new Map([
      ['wg.yml', read('wg.yml')],
      ['members.yml', read('members.yml')],
      ['charters/sound.md', read('workspace-charters/sound.md')],
      ['charters/broken.md', charter],
    ]),
  )
  return [...problems, ...runChecks({ workspace, now })]
}

const faults = readdirSync(join(folder, 'faults')).filter((name) => name.endsWith('.md'))

describe('a charter with one fault', () => {
  test.each(faults)('%s is found at its line, and nothing else is', (name) => {
    const id = name.replace(/\.md$/, '')
    const found = problemsWith(read(`faults/${name}`))
    expect(found.map(({ rule, place }) => `${place?.file ?? ''} ${place?.line ?? 0} ${rule}`)).toEqual([
      `charters/broken.md ${lines[id] ?? 0} ${id.split('.')[0] ?? ''}`,
    ])
    expect(found[0]?.message).toMatch(/\.$/)
  })

  test('is not one without it', () => {
    const sound = read('workspace-charters/sound.md').replace('name: Sound', 'name: Broken')
    expect(problemsWith(sound)).toEqual([])
  })

  test.each(['\r\n', '\n'])('is found at the same line with other line ends', (eol) => {
    const charter = read('faults/scope-agrees-with-itself.md').replaceAll('\n', eol)
    expect(problemsWith(charter).map(({ place }) => place?.line)).toEqual([lines['scope-agrees-with-itself']])
  })
})
