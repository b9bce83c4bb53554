import { expect, test } from 'vitest'
import { FAULT_KINDS } from '../github/faults.ts'
import { OCCASION_NAMES, OCCASIONS } from './occasions.ts'
import { runFaultMatrix, someOfMatrix } from './reliability.ts'
import { onStage } from './stage.ts'

/** The program runs in this process, over real HTTP: each kind of fault, each of them at some of the requests. */
test('a fault leaves one right issue behind', async () => {
  const verdicts = await runFaultMatrix(someOfMatrix())
  expect(new Set(verdicts.map(({ trial }) => trial.kind)).size).toBe(FAULT_KINDS.length)
  expect(verdicts.filter(({ faults }) => faults.length > 0)).toEqual([])
})

test.each(OCCASION_NAMES)('to %s takes as many requests as the matrix strikes', (name) => {
  const { options, arrange, requests } = OCCASIONS[name]
  return onStage(options(), async (stage) => {
    await arrange(stage)
    stage.server.forget()
    await stage.run()
    expect(stage.server.requests).toHaveLength(requests)
  })
})
