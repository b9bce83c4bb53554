import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { ALL_RUN_TRIALS, runSection, tryRuns } from '../run/run-matrix.ts'
import { reliabilityPage, runFaultMatrix } from './reliability.ts'

/** `npm run reliability`: runs both fault matrices and writes their tables into `docs/reliability.md`. */
const page = join(import.meta.dirname, '../../docs/reliability.md')
const verdicts = await runFaultMatrix()
const runVerdicts = await tryRuns(ALL_RUN_TRIALS)
const all = [...verdicts, ...runVerdicts]
const wrong = all.filter(({ faults }) => faults.length > 0)
for (const { trial, faults } of wrong)
  process.stderr.write(`${JSON.stringify(trial)}\n  ${faults.join('\n  ')}\n`)
const options = { ...(await resolveConfig(page)), filepath: page }
writeFileSync(page, await format(`${reliabilityPage(verdicts)}\n${runSection(runVerdicts)}`, options))
process.stdout.write(`${all.length} trials, ${wrong.length} of them wrong: docs/reliability.md\n`)
// Runs that were killed still wait for an answer.
process.exit(wrong.length > 0 ? 1 : 0)
