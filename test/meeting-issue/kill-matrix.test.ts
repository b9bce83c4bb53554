import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { FaultKind } from '../github/faults.ts'
import { oneOf } from '../thoroughness.ts'
import { makeFolder, start } from './child.ts'
import { referenceOf } from './fault-matrix.ts'
import { OCCASION_NAMES, OCCASIONS, seenOf } from './occasions.ts'
import { onStage, type Stage, workspaceTexts } from './stage.ts'

/** The moment at which the process dies: its n-th request has arrived, and was carried out or was not. */
const MOMENTS: readonly FaultKind[] = ['hang', 'applied-then-hang']

const kills = OCCASION_NAMES.flatMap((occasion) =>
  Array.from({ length: OCCASIONS[occasion].requests }, (_, index) =>
    MOMENTS.map((moment) => ({ occasion, moment, at: index + 1 })),
  ).flat(),
)

const until = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5))
}

const killAt = async (stage: Stage, at: number, moment: FaultKind): Promise<void> => {
  stage.server.forget()
  stage.server.fault({ kind: moment, at })
  const folder = await makeFolder(Object.fromEntries(stage.files.texts))
  const { child, ended } = start({ folder, graphqlUrl: stage.server.graphqlUrl })
  await until(() => stage.server.requests.length === at)
  child.kill('SIGKILL')
  expect((await ended).code).toBe(-1)
}

describe('after a kill, the next run ends right', () => {
  test.each(oneOf(5, kills))('$occasion, request $at, $moment', async ({ occasion, moment, at }) => {
    const reference = await referenceOf(occasion)
    const { options, arrange } = OCCASIONS[occasion]
    await onStage(options(), async (stage) => {
      await arrange(stage)
      await killAt(stage, at, moment)
      stage.server.forget()
      expect((await stage.run()).code).toBe(0)
      expect(seenOf(stage)).toEqual(reference)
    })
  })
})

/** Dies at the n-th call that changes a file, before or after it. */
const deadly = (at: number, when: 'before' | 'after') =>
  `data:text/javascript,${encodeURIComponent(`
    import promises from 'node:fs/promises'
    import { syncBuiltinESMExports } from 'node:module'
    let calls = 0
    for (const name of ['mkdir', 'open', 'rename', 'writeFile', 'rm']) {
      const real = promises[name]
      promises[name] = async (...given) => {
        calls += 1
        const dies = calls === ${at}
        if (dies && '${when}' === 'before') process.kill(process.pid, 'SIGKILL')
        const result = await real(...given)
        if (dies) process.kill(process.pid, 'SIGKILL')
        return result
      }
    }
    syncBuiltinESMExports()
  `)}`

const commands = [
  { name: 'meeting new, on files', argv: ['meeting', 'new'], file: 'meetings/security-wg/2026-12-10.md' },
  {
    name: 'meeting move',
    argv: ['meeting', 'move', 'security-wg/2026-12-10', '--to', '2026-12-11 16:00'],
    file: 'meetings/security-wg.yml',
  },
]

/** What a folder holds, without the leftovers of a process that died: hidden files, which wg never reads. */
const visibleFiles = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).filter((path) => !/(^|\/)\./.test(path)).sort()

describe('a kill at any change of a file leaves the file whole, and the next run ends right', () => {
  test.each(commands)('$name', async ({ argv, file }) => {
    const reference = await makeFolder(workspaceTexts())
    expect((await start({ folder: reference, argv }).ended).code).toBe(0)
    const right = await readFile(join(reference, file), 'utf8')
    let died = 0
    for (const at of oneOf(2, [1, 2, 3, 4, 5])) {
      for (const when of ['before', 'after'] as const) {
        const folder = await makeFolder(workspaceTexts())
        const first = await start({ folder, argv, node: ['--import', deadly(at, when)] }).ended
        if (first.code === -1) died += 1
        const left = await readFile(join(folder, file), 'utf8').catch(() => undefined)
        expect([undefined, workspaceTexts()[file], right]).toContain(left)
        expect((await start({ folder, argv }).ended).code).toBe(0)
        expect(await readFile(join(folder, file), 'utf8')).toBe(right)
        expect(await visibleFiles(folder)).toEqual(await visibleFiles(reference))
      }
    }
    expect(died).toBeGreaterThanOrEqual(3)
  })
})
