import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchFolders } from '../../src/adapters/watch-folders.ts'
import type { Watch } from '../../src/ports.ts'

let root: string
let watcher: Watch
const changed = vi.fn()

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wg-watch-'))
  mkdirSync(join(root, 'meetings/core'), { recursive: true })
  writeFileSync(join(root, 'meetings/core.yml'), 'title: A\n')
  watcher = watchFolders(root, ['', 'meetings', 'votes'], changed)
  changed.mockClear()
})

afterEach(() => {
  watcher.stop()
  rmSync(root, { recursive: true, force: true })
})

async function tells(change: () => void): Promise<void> {
  changed.mockClear()
  change()
  await vi.waitFor(() => expect(changed).toHaveBeenCalled(), { timeout: 10_000, interval: 20 })
}

test('a file is told of each time that it is written, also by an editor that replaces it', async () => {
  await tells(() => writeFileSync(join(root, 'wg.yml'), 'name: A\n'))
  for (const title of ['B', 'C', 'D'])
    await tells(() => {
      writeFileSync(join(root, 'meetings/core.tmp'), `title: ${title}\n`)
      renameSync(join(root, 'meetings/core.tmp'), join(root, 'meetings/core.yml'))
    })
  await tells(() => writeFileSync(join(root, 'meetings/core/2026-12-03.md'), '# A\n'))
  await tells(() => rmSync(join(root, 'meetings/core/2026-12-03.md')))
})

test('a folder that is new is watched, too', async () => {
  await tells(() => mkdirSync(join(root, 'meetings/docs')))
  await tells(() => writeFileSync(join(root, 'meetings/docs/2026-12-03.md'), '# A\n'))
})
