import { describe, expect, test } from 'vitest'
import { makeFolder, start } from './child.ts'
import { issuesWith, onStage, type Stage, workspaceTexts } from './stage.ts'

const open = ({ world }: Stage) => issuesWith(world).filter(({ state }) => state === 'OPEN')

/** Two processes of their own at the same moment. */
const startTwo = async ({ server }: Stage) => {
  const folder = await makeFolder(workspaceTexts())
  const twins = [1, 2].map(() => start({ folder, graphqlUrl: server.graphqlUrl }))
  return Promise.all(twins.map(({ ended }) => ended))
}

/** Two runs in this process of which both have asked before one of them writes. */
const runTwo = async (stage: Stage) => {
  let asked = 0
  let release = () => {}
  const both = new Promise<void>((resolve) => (release = resolve))
  const meet = async () => {
    asked += 1
    if (asked === 2) release()
    await both
  }
  return Promise.all([1, 2].map(() => stage.runAfterAsking(meet)))
}

describe('two runs at once', () => {
  test.each([0, 2, 6])(
    'as processes, with lists and search that lag by %i requests, end in one open issue',
    (lag) =>
      onStage({}, async (stage) => {
        if (lag > 0) Object.assign(stage.world, { listLag: { requests: lag }, searchLag: { requests: lag } })
        expect((await startTwo(stage)).map(({ code, err }) => `${code}${err}`)).toEqual(['0', '0'])
        stage.world.listLag = undefined
        stage.world.searchLag = undefined
        expect((await stage.run()).code).toBe(0)
        expect(open(stage)).toHaveLength(1)
        expect(open(stage)[0]?.number).toBe(issuesWith(stage.world)[0]?.number)
        for (const copy of issuesWith(stage.world).slice(1)) expect(copy.stateReason).toBe('DUPLICATE')
        stage.server.forget()
        await stage.run()
        expect(stage.server.writes).toEqual([])
      }),
  )

  test('that have both asked before one writes end in one open issue at once, where lists do not lag', () =>
    onStage({}, async (stage) => {
      const runs = await runTwo(stage)
      expect(runs.map(({ code }) => code)).toEqual([0, 0])
      expect(issuesWith(stage.world)).toHaveLength(2)
      expect(open(stage)).toHaveLength(1)
      expect(runs.map(({ out }) => out).join('')).toContain('close as a duplicate of')
    }))

  test('that have both asked end in one open issue after the next quiet run, where lists lag', () =>
    onStage({}, async (stage) => {
      stage.world.listLag = { requests: 1000 }
      await runTwo(stage)
      expect(open(stage)).toHaveLength(2)
      stage.world.listLag = undefined
      const { out } = await stage.run()
      expect(out).toContain('close as a duplicate of')
      expect(open(stage)).toHaveLength(1)
    }))
})
