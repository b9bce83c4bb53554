import { describe, expect, test } from 'vitest'
import { FAULT_KINDS, FAULTS } from '../github/faults.ts'
import { TOKEN } from '../meeting-issue/stage.ts'
import { oneOf } from '../thoroughness.ts'
import { merge, onStage, publish, seenOf, type Stage } from './stage.ts'

/** What a run can have to do, with the requests that it takes. */
const OCCASIONS = {
  propose: { arrange: async () => {}, requests: 4 },
  land: {
    arrange: async (stage: Stage) => {
      await publish(stage)
      merge(stage)
    },
    requests: 3,
  },
} as const

/** Every fault after which a write has taken effect unseen or in part, and some of the others; all of them strike in test/proposals and test/meeting-issue. */
const kinds = FAULT_KINDS.filter((kind, index) => FAULTS[kind].applied || index % 6 === 0)

const trials = oneOf(
  5,
  (['propose', 'land'] as const).flatMap((occasion) =>
    kinds.flatMap((kind) =>
      Array.from({ length: OCCASIONS[occasion].requests - 1 }, (_, index) => ({
        occasion,
        kind,
        at: index + 2,
      })),
    ),
  ),
)

async function referenceOf(occasion: keyof typeof OCCASIONS) {
  let seen: ReturnType<typeof seenOf> | undefined
  await onStage(async (stage) => {
    await OCCASIONS[occasion].arrange(stage)
    stage.server.forget()
    await publish(stage)
    expect(stage.server.requests).toHaveLength(OCCASIONS[occasion].requests)
    seen = seenOf(stage)
  })
  return seen
}

describe('whatever fails, the next run ends with one pull request and one comment for each piece of news', async () => {
  const references = { propose: await referenceOf('propose'), land: await referenceOf('land') }
  test.each(trials)('$occasion: $kind at request $at', ({ occasion, kind, at }) =>
    onStage(async (stage) => {
      await OCCASIONS[occasion].arrange(stage)
      stage.server.forget()
      stage.server.fault({ kind, at, times: 1, retryAfter: 0 })
      const { out, err, code } = await publish(kind.endsWith('hang') ? stage.with({ timeout: 300 }) : stage)
      expect(code).toBeLessThanOrEqual(1)
      expect(`${out}${err}`).not.toContain(TOKEN)
      stage.server.forget()
      const next = await publish(stage)
      expect({ code: next.code, err: next.err }).toEqual({ code: 0, err: '' })
      expect(seenOf(stage)).toEqual(references[occasion])
      stage.server.forget()
      await publish(stage)
      expect(stage.server.requests).toHaveLength(1)
    }),
  )
})
