import { describe, expect, test } from 'vitest'
import { issuesWith } from '../meeting-issue/stage.ts'
import { memoryFiles, wg } from '../world.ts'
import type { Files } from '../../src/ports.ts'
import { commentsOf, groupTexts, HOME, onRunStage, seriesText, type Stage } from './stage.ts'

/** The files below a folder of other files, as the disk shows them. */
function below(files: Files, folder: string): Files {
  const way = (path: string) => (path === '' ? folder : `${folder}/${path}`)
  return {
    root: `${files.root}/${folder}`,
    read: (path) => files.read(way(path)),
    list: async (path) => (await files.list(way(path))).map((each) => each.slice(folder.length + 1)),
    write: (path, text) => files.write(way(path), text),
    remove: (path) => files.remove(way(path)),
  }
}

const prefixed = (folder: string, texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).map(([path, text]) => [`${folder}/${path}`, text]))

/** A workspace with no series of its own, and two groups: their series have other names. */
const GROUPS = {
  'wg.yml': 'name: All of us\ngroups: groups/*\n',
  ...prefixed('groups/web', groupTexts()),
  ...prefixed('groups/core', {
    ...groupTexts(),
    'meetings/core.yml': seriesText().replace('title: Security WG', 'title: Core'),
    'meetings/security-wg.yml': seriesText('until: 2026-01-31\n').replaceAll(HOME, 'example/core'),
  }),
}

const run = (stage: Stage, command: string, now = '2026-12-04T09:00:00Z') => {
  const root = stage.files
  return wg(command.split(' '), {
    files: root,
    now,
    world: {
      connect: async () => stage.connect(),
      openFiles: async (folder = '') =>
        folder.startsWith(`${root.root}/`) ? below(root, folder.slice(root.root.length + 1)) : root,
      folderOf: async ({ root: path }) => path.slice(root.root.length + 1),
    },
  })
}

describe('groups', () => {
  test('are run as one, with one question', () =>
    onRunStage(GROUPS, async (stage) => {
      const outcome = await run(stage, 'run --only meetings')
      expect(outcome).toMatchObject({ code: 0, err: '' })
      expect(outcome.out).toContain('groups/web: meetings of security-wg')
      expect(outcome.out).toContain('groups/core: meetings of core')
      expect(issuesWith(stage.world, 'security-wg/2026-12-10')).toHaveLength(1)
      expect(issuesWith(stage.world, 'core/2026-12-10')).toHaveLength(1)
      stage.server.forget()
      await run(stage, 'run --only meetings')
      expect(stage.server.requests).toHaveLength(1)
    }))

  test('are run one by one', () =>
    onRunStage(GROUPS, async (stage) => {
      await run(stage, 'run --only meetings --group groups/core')
      expect(issuesWith(stage.world, 'security-wg/2026-12-10')).toHaveLength(0)
      expect(issuesWith(stage.world, 'core/2026-12-10')).toHaveLength(1)
      const outcome = await run(stage, 'run --group groups/cor')
      expect(outcome.err).toContain('Did you mean `groups/core`?')
      expect(outcome.code).toBe(2)
    }))

  test('are printed for GitHub Actions in one line', () =>
    onRunStage(GROUPS, async (stage) => {
      const { out } = await run(stage, 'matrix')
      expect(out.trimEnd().split('\n')).toHaveLength(1)
      expect(JSON.parse(out)).toEqual({
        include: [
          { group: 'groups/core', name: 'Security Working Group' },
          { group: 'groups/web', name: 'Security Working Group' },
        ],
      })
    }))

  test('have their files in their folders: minutes, links and calendars', () =>
    onRunStage(GROUPS, async (stage) => {
      await run(stage, 'run', '2026-12-10T19:00:00Z')
      await run(stage, 'run', '2026-12-10T21:00:00Z')
      const path = 'groups/web/meetings/security-wg/2026-12-10.md'
      const branch = 'wg/minutes/groups/web/security-wg/2026-12-10'
      expect(stage.world.readFile(HOME, path, branch)).toContain('- Announcements')
      expect(commentsOf(stage, 'security-wg/2026-12-10')).toHaveLength(1)
      expect([...stage.files.texts.keys()].filter((file) => file.endsWith('all.ics'))).toEqual([
        'public/groups/core/all.ics',
        'public/groups/web/all.ics',
      ])
    }))

  test('the workspace itself is one when it has series, and the only one when it names no groups', () =>
    onRunStage({ ...GROUPS, 'meetings/all.yml': seriesText() }, async (stage) => {
      const groupsIn = async () =>
        (
          JSON.parse((await run(stage, 'matrix')).out) as { include: readonly { group: string }[] }
        ).include.map(({ group }) => group)
      expect(await groupsIn()).toEqual(['.', 'groups/core', 'groups/web'])
      stage.files.texts.set('wg.yml', 'name: All of us\n')
      expect(await groupsIn()).toEqual(['.'])
    }))

  test('one that is broken does not stop the others', () =>
    onRunStage({ ...GROUPS, 'groups/core/members.yml': 'members: [' }, async (stage) => {
      const outcome = await run(stage, 'run --only meetings')
      expect(outcome.code).toBe(1)
      expect(outcome.err).toContain('groups/core/members.yml')
      expect(issuesWith(stage.world, 'security-wg/2026-12-10')).toHaveLength(1)
    }))

  test('two series that would share keys are both left alone', () =>
    onRunStage({ ...GROUPS, 'groups/core/meetings/security-wg.yml': seriesText() }, async (stage) => {
      const outcome = await run(stage, 'run --only meetings')
      expect(outcome.code).toBe(1)
      expect(outcome.err).toContain('groups/core/meetings/security-wg.yml')
      expect(outcome.err).toContain('would share keys and issues')
      expect(issuesWith(stage.world, 'security-wg/2026-12-10')).toHaveLength(0)
      expect(issuesWith(stage.world, 'core/2026-12-10')).toHaveLength(1)
    }))

  test('a path without a workspace is refused', async () => {
    const files = memoryFiles({ 'wg.yml': 'name: All of us\ngroups: [teams/*]\n' })
    const outcome = await wg(['run'], { files, now: '2026-12-04T09:00:00Z' })
    expect(outcome.code).toBe(1)
    expect(outcome.err).toContain('names `teams/*`, and no folder there holds a `wg.yml`')
  })
})
