import { FAULT_KINDS } from '../github/faults.ts'
import { faultTable, referenceOf, type Trial, trialsOf, tryFault, type Verdict } from './fault-matrix.ts'
import { OCCASION_NAMES } from './occasions.ts'

/** Trials that hang wait for most of their time, so some run beside each other. */
const AT_ONCE = 6

/** Runs the trials of the fault matrix. */
export async function runFaultMatrix(trials = wholeMatrix()): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = []
  for (const occasion of OCCASION_NAMES) {
    const reference = await referenceOf(occasion)
    const waiting = trials.filter((trial) => trial.occasion === occasion)
    while (waiting.length > 0) {
      const next = waiting.splice(0, AT_ONCE).map((trial) => tryFault(trial, reference))
      verdicts.push(...(await Promise.all(next)))
    }
  }
  return verdicts
}

function wholeMatrix(): readonly Trial[] {
  return OCCASION_NAMES.flatMap((occasion) => FAULT_KINDS.flatMap((kind) => trialsOf(kind, occasion)))
}

/** Each kind of fault on two of the four occasions, at one request of each. */
export function someOfMatrix(): readonly Trial[] {
  return OCCASION_NAMES.flatMap((occasion, turn) =>
    FAULT_KINDS.flatMap((kind, index) => {
      const trials = trialsOf(kind, occasion)
      return (index + turn) % 2 === 0 ? trials.slice(index % trials.length, (index % trials.length) + 1) : []
    }),
  )
}

/** The page that `npm run reliability` writes. */
export function reliabilityPage(verdicts: readonly Verdict[]): string {
  return `# When GitHub fails

Written by \`npm run reliability\`. \`npm run test:thorough\` holds the page to what it sees; \`npm test\` tries a part of the trials.

\`wg meeting new\` runs over HTTP against the local GitHub (\`test/github/\`), which fails on order. Each fault of the table strikes
each request of four runs: one that **creates** the issue (and its label: three requests), one that **updates** its agenda after
people have edited it (two), one that **cancels** the meeting (three) and one that **moves** it (two). It strikes once, and in a second
trial from that request on for good. These are ${verdicts.length} trials.

- **goes on**: the run ends with 0, and everything is done.
- **says so**: the run ends with 1 and says in a sentence what is wrong and what to do. It prints no stack, and never the token.
- **the next run is right**: after one run more with a GitHub that is well there is exactly one issue, with the text, title, labels,
  state and comments that it would have had without the fault, every line that people wrote is there, and a third run
  asks one question and writes nothing.

Reads are tried four times. A write whose answer is lost is never repeated blindly: \`wg\` asks GitHub how it stands and does what
is still missing. Limits are waited for as long as \`WG_WAIT\` allows; here that is no time at all, so a primary limit, which is over
in a minute, ends the run.

${faultTable(verdicts)}
`
}
