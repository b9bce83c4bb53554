import { FAULT_KINDS, FAULTS, type FaultKind } from '../github/faults.ts'
import { onStage, type Stage, TOKEN } from '../meeting-issue/stage.ts'
import { allSeen, everythingToDo, THAT_DAY, WORK } from './everything.ts'

/** How many requests the run needs that has everything to do. */
export const REQUESTS = 15

/** How many chores it looks at. */
export const CHORES = 10

/** A fault at one request of the run, once or from there on; or the end of the process, before or after GitHub has done what it was asked. */
export interface RunTrial {
  readonly kind: FaultKind
  /** The number of the request, from 1. */
  readonly at: number
  readonly how: 'once' | 'lasting' | 'killed'
}

/** What came of a trial. */
export interface RunVerdict {
  readonly trial: RunTrial
  readonly ending: 'goes on' | 'says so' | 'dies'
  /** How many chores were done in spite of the fault. */
  readonly done: number
  /** What was not as it should be; empty when all was. */
  readonly faults: readonly string[]
}

/** The moments at which a process dies: its request has arrived, and was carried out or was not. */
const MOMENTS: readonly FaultKind[] = ['hang', 'applied-then-hang']

const REQUEST_NUMBERS = Array.from({ length: REQUESTS }, (_, index) => index + 1)

export const ALL_RUN_TRIALS: readonly RunTrial[] = REQUEST_NUMBERS.flatMap((at) => [
  ...FAULT_KINDS.flatMap((kind) => (['once', 'lasting'] as const).map((how) => ({ kind, at, how }))),
  ...MOMENTS.map((kind) => ({ kind, at, how: 'killed' as const })),
])

/** A few of them, each of another kind. */
export const SOME_RUN_TRIALS: readonly RunTrial[] = [
  { kind: '401', at: 1, how: 'lasting' },
  { kind: 'reset', at: 3, how: 'lasting' },
  { kind: '502-html', at: 5, how: 'once' },
  { kind: 'cut-body', at: 7, how: 'once' },
  { kind: 'secondary-403', at: 9, how: 'lasting' },
  { kind: 'partial', at: 11, how: 'once' },
  { kind: 'applied-then-reset', at: 13, how: 'once' },
  { kind: 'hang', at: 6, how: 'killed' },
  { kind: 'applied-then-hang', at: 10, how: 'killed' },
]

/** What a reader sees when nothing goes wrong. */
export async function runReference(): Promise<readonly unknown[]> {
  return onStage(await everythingToDo(), async (stage) => {
    await stage.run(WORK, THAT_DAY)
    return allSeen(stage)
  })
}

/** Runs into the fault, then once more with a GitHub that is well, and compares with the reference. */
export async function tryRun(trial: RunTrial, reference: readonly unknown[]): Promise<RunVerdict> {
  return onStage(await everythingToDo(), async (stage) => {
    const first = trial.how === 'killed' ? await kill(stage, trial) : await strike(stage, trial)
    return { ...first, trial, faults: [...first.faults, ...(await afterwards(stage, reference))] }
  })
}

type Struck = Omit<RunVerdict, 'trial'>

async function kill(stage: Stage, { kind, at }: RunTrial): Promise<Struck> {
  stage.server.fault({ kind, at, times: 1 })
  // It waits for an answer that never comes, and nobody waits for it: as good as dead.
  void stage.with({ timeout: 3_600_000 }).run(WORK, THAT_DAY)
  while (stage.server.requests.length < at) await new Promise((resolve) => setTimeout(resolve, 5))
  return { ending: 'dies', done: 0, faults: [] }
}

async function strike(stage: Stage, { kind, at, how }: RunTrial): Promise<Struck> {
  const lasting = how === 'lasting'
  stage.server.fault({ kind, at, times: lasting ? 1000 : 1, retryAfter: 0 })
  const hasty = kind.endsWith('hang') ? stage.with({ timeout: 1500 }) : stage
  const { out, err, code } = await hasty.run(`${WORK} --json`, THAT_DAY)
  const report = readReport(out)
  const text = `${out}${err}`
  const done = report?.chores.length ?? 0
  const untold = report ? CHORES - done - choresNamed(report) : 0
  return {
    ending: code === 0 ? 'goes on' : 'says so',
    done,
    faults: [
      ...(code > 1 ? [`ended with ${code}: ${text}`] : []),
      ...(report ? [] : [`printed no report: ${text}`]),
      ...(lasting && code === 0 ? ['ended with 0 while GitHub failed'] : []),
      ...(code === 0 && done < CHORES ? [`ended with 0, and did ${done} chores`] : []),
      ...(untold > 0 ? [`does not say why ${untold} chores were not done: ${text}`] : []),
      ...(/\n\s+at |bug in wg/.test(text) ? ['printed a stack'] : []),
      ...(text.includes(TOKEN) ? ['printed the token'] : []),
    ],
  }
}

interface Report {
  readonly chores: readonly unknown[]
  readonly problems: readonly { readonly rule: string; readonly message: string }[]
}

/** How many chores the problems tell of: each has one of its own, and one names all that were not begun. */
function choresNamed({ problems }: Report): number {
  const left = problems.find(({ rule }) => rule === 'left-undone')?.message
  const named = Number(/Therefore (\d+)/.exec(left ?? '')?.[1] ?? 0)
  return problems.length - (left === undefined ? 0 : 1) + named
}

function readReport(out: string): Report | undefined {
  try {
    return JSON.parse(out) as Report
  } catch {
    return undefined
  }
}

async function afterwards(stage: Stage, reference: readonly unknown[]): Promise<readonly string[]> {
  stage.server.forget()
  const next = await stage.run(WORK, THAT_DAY)
  const seen = JSON.stringify(allSeen(stage), null, 1)
  stage.server.forget()
  await stage.run(WORK, THAT_DAY)
  return [
    ...(next.code === 0 ? [] : [`the next run ended with ${next.code}: ${next.err}`]),
    ...(seen === JSON.stringify(reference, null, 1) ? [] : [`the next run ended with ${seen}`]),
    ...(stage.server.requests.length === 1 ? [] : ['a third run still wrote']),
  ]
}

/** All trials, some beside each other: those that hang wait for most of their time. */
export async function tryRuns(trials: readonly RunTrial[]): Promise<readonly RunVerdict[]> {
  const reference = await runReference()
  const waiting = [...trials]
  const verdicts: RunVerdict[] = []
  while (waiting.length > 0)
    verdicts.push(...(await Promise.all(waiting.splice(0, 4).map((trial) => tryRun(trial, reference)))))
  return verdicts
}

/** The part of `docs/reliability.md` that tells of whole runs. */
export function runSection(verdicts: readonly RunVerdict[]): string {
  const rows = FAULT_KINDS.map((kind) => {
    const mine = verdicts.filter(({ trial }) => trial.kind === kind && trial.how !== 'killed')
    const cell = (how: RunTrial['how']) => describe(mine.filter(({ trial }) => trial.how === how))
    return `| \`${kind}\` | ${FAULTS[kind].meaning} | ${cell('once')} | ${cell('lasting')} | ${rightOf(mine)} |`
  })
  const killed = verdicts.filter(({ trial }) => trial.how === 'killed')
  return `${RUN_HEADING}

\`wg run\` has everything to do at once: two issues to open, one whose agenda has grown, a meeting that is cancelled, minutes to prepare
(a branch, a pull request, a comment), a reminder, an issue to close whose minutes have landed, a term that ends, a charter to review, and calendars to write, for which it
needs no GitHub: ${CHORES} chores, ${REQUESTS} requests. Each fault strikes each request, once and for good; and the process dies at each request, before and after
GitHub has carried it out. These are ${verdicts.length} trials.

**says so** means here also that the report names the chores that were not done; chores that the fault does not touch are done (the
number in parentheses is how many were done on average). **The next run is right**: one run more with a GitHub that is well leaves
every issue, comment, pull request and calendar as they would have been without the fault, nothing twice, and a third run writes nothing.

| fault | what GitHub does | once | when it lasts | the next run is right |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
| the process dies | at a request, which GitHub has carried out or not | dies | | ${rightOf(killed)} |
`
}

export const RUN_HEADING = '## A whole run'

function rightOf(verdicts: readonly RunVerdict[]): string {
  return `${verdicts.filter(({ faults }) => faults.length === 0).length} of ${verdicts.length}`
}

function describe(verdicts: readonly RunVerdict[]): string {
  return (['goes on', 'says so'] as const)
    .flatMap((ending) => {
      const those = verdicts.filter((verdict) => verdict.ending === ending)
      if (those.length === 0) return []
      const average = those.reduce((sum, { done }) => sum + done, 0) / those.length
      return [`${ending} ${those.length} (${average.toFixed(1)} done)`]
    })
    .join(', ')
}
