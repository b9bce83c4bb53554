import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FAULT_KINDS } from '../github/faults.ts'
import { onStage } from '../meeting-issue/stage.ts'
import { THOROUGH } from '../thoroughness.ts'
import { allSeen, everythingToDo, THAT_DAY, WORK } from './everything.ts'
import {
  ALL_RUN_TRIALS,
  CHORES,
  REQUESTS,
  RUN_HEADING,
  runReference,
  SOME_RUN_TRIALS,
  tryRuns,
} from './run-matrix.ts'

test('the run that has everything to do takes as many requests and chores as the matrix strikes', async () =>
  onStage(await everythingToDo(), async (stage) => {
    const { out } = await stage.run(`${WORK} --json`, THAT_DAY)
    expect((JSON.parse(out) as { chores: unknown[] }).chores).toHaveLength(CHORES)
    expect(stage.server.requests).toHaveLength(REQUESTS)
    stage.server.forget()
    expect((await stage.run(WORK, THAT_DAY)).out).toBe(`Nothing to do: ${CHORES} chores looked at.\n`)
  }))

test('faults and deaths in a whole run leave nothing wrong behind', async () => {
  const verdicts = await tryRuns(THOROUGH ? ALL_RUN_TRIALS : SOME_RUN_TRIALS)
  expect(verdicts.filter(({ faults }) => faults.length > 0)).toEqual([])
}, 900_000)

test('two runs at once leave what one leaves, and a copy of an issue is closed as one', async () =>
  onStage(await everythingToDo(), async (stage) => {
    const both = await Promise.all([stage.run(WORK, THAT_DAY), stage.run(WORK, THAT_DAY)])
    expect(both.map(({ code, err }) => ({ code, err }))).toEqual([
      { code: 0, err: '' },
      { code: 0, err: '' },
    ])
    expect((await stage.run(WORK, THAT_DAY)).code).toBe(0)
    expect(allSeen(stage)).toEqual(await runReference())
  }))

test('docs/reliability.md tells of every fault in a whole run, and that all of them were mended', async () => {
  const page = await readFile(join(import.meta.dirname, '../../docs/reliability.md'), 'utf8')
  const rows = page
    .split(RUN_HEADING)[1]!
    .split('\n')
    .filter((line) => / (\d+) of \1 +\|$/.test(line))
  expect(rows).toHaveLength(FAULT_KINDS.length + 1)
})
