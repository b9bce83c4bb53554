import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { memoryFiles, wg } from './world.ts'

const root = join(import.meta.dirname, '..')

/** The files of this repository that belong to its workspace. */
function ownFiles() {
  const folders = ['charters', 'docs', 'meetings', 'templates']
  const below = folders.flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  )
  const paths = [...readdirSync(root), ...below].filter((path) => /\.(md|yml)$/.test(path))
  return memoryFiles(Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')])))
}

const now = '2026-11-22T12:00:00Z'

test('this repository is a workspace in which every check passes', async () => {
  const { err, code } = await wg(['check'], { files: ownFiles(), now })
  expect(err).toMatch(/^No problems: /)
  expect(code).toBe(0)
})

test('its pages say what its files say', async () => {
  const { out, code } = await wg(['render', '--check'], { files: ownFiles(), now })
  expect(out).toBe('Every page is up to date.\n')
  expect(code).toBe(0)
})

test('its charters name the bodies of the founding minutes, and leave open what these leave open', async () => {
  const { out } = await wg(['charter', 'list', '--json', '--on', '2016-12-02'], { files: ownFiles(), now })
  const { charters } = JSON.parse(out) as {
    charters: readonly { team: string; state: string; reportsTo: string }[]
  }
  expect(charters.map(({ team, state, reportsTo }) => [team, state, reportsTo])).toEqual([
    ['core-response', 'proposed', 'ctc'],
    ['ecosystem-response', 'proposed', 'undecided'],
    ['policy', 'proposed', 'undecided'],
    ['security-wg', 'proposed', 'undecided'],
  ])
})
