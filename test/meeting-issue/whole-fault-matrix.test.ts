import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { FAULT_KINDS } from '../github/faults.ts'
import { OCCASION_NAMES, OCCASIONS } from './occasions.ts'
import { reliabilityPage, runFaultMatrix } from './reliability.ts'

/** The program runs in this process, over real HTTP: 480 trials of four and more runs each. */
test('every fault at every request leaves one right issue behind, as docs/reliability.md says', async () => {
  const verdicts = await runFaultMatrix()
  const requests = OCCASION_NAMES.reduce((sum, name) => sum + OCCASIONS[name].requests, 0)
  expect(verdicts).toHaveLength(FAULT_KINDS.length * requests * 2)
  expect(verdicts.filter(({ faults }) => faults.length > 0)).toEqual([])
  const page = join(import.meta.dirname, '../../docs/reliability.md')
  const options = { ...(await resolveConfig(page)), filepath: page }
  const written = await format(reliabilityPage(verdicts), options)
  expect((await readFile(page, 'utf8')).slice(0, written.length)).toBe(written)
}, 600_000)
