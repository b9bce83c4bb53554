import { expect, test } from 'vitest'
import { memoryFiles, wg } from './world.ts'

const NOW = '2026-03-13T09:00:00Z'

const files = () => {
  const made = memoryFiles({
    'wg.yml': 'name: Example\n',
    'members.yml': 'members: []\n',
    'charters/core.md':
      '---\nname: Core\nhistory: [{ date: 2025-01-01, state: chartered }]\n---\n\n# Core\n\nIt is.\n',
    'meetings/core.yml':
      'title: Core\nteam: core\nstarts: 2026-03-05 15:00\nzone: Europe/Vienna\nrepeats: every week\n',
    'meetings/core/2026-03-05.md': '',
  })
  return {
    ...made,
    read: async (path: string) =>
      path === 'meetings/core/2026-03-05.md'
        ? ({ kind: 'unusable', why: 'is not text' } as const)
        : made.read(path),
  }
}

test.each(['actions', 'decisions', 'attendance', 'minutes new core/2026-03-12'])(
  'minutes that cannot be read are never taken for empty: wg %s',
  async (command) => {
    const { err, code } = await wg(command.split(' '), { files: files(), now: NOW })
    expect(err).toContain('meetings/core/2026-03-05.md 1:1')
    expect(err).toContain('The file is not text.')
    expect(code).toBe(1)
  },
)
