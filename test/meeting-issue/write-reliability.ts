import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { reliabilityPage, runFaultMatrix } from './reliability.ts'

/** `npm run reliability`: runs the fault matrix and writes its table into `docs/reliability.md`. */
const page = join(import.meta.dirname, '../../docs/reliability.md')
const verdicts = await runFaultMatrix()
const wrong = verdicts.filter(({ faults }) => faults.length > 0)
for (const { trial, faults } of wrong)
  process.stderr.write(`${JSON.stringify(trial)}\n  ${faults.join('\n  ')}\n`)
const options = { ...(await resolveConfig(page)), filepath: page }
writeFileSync(page, await format(reliabilityPage(verdicts), options))
process.stdout.write(`${verdicts.length} trials, ${wrong.length} of them wrong: docs/reliability.md\n`)
process.exitCode = wrong.length > 0 ? 1 : 0
