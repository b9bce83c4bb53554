import { FAULT_KINDS, FAULTS, type FaultKind } from '../github/faults.ts'
import { OCCASION_NAMES, OCCASIONS, type OccasionName, seenOf } from './occasions.ts'
import { onStage, type Stage, TOKEN } from './stage.ts'

/** One fault, at one request of one occasion; once, or from there on. */
export interface Trial {
  readonly kind: FaultKind
  readonly occasion: OccasionName
  /** The number of the request, from 1. */
  readonly at: number
  readonly lasting: boolean
}

/** What came of a trial. */
export interface Verdict {
  readonly trial: Trial
  /** Whether the run ended well in spite of the fault, or said what went wrong. */
  readonly ending: 'goes on' | 'says so'
  /** What was not as it should be; empty when all was. */
  readonly faults: readonly string[]
}

/** What a reader sees when nothing goes wrong. */
export function referenceOf(occasion: OccasionName): Promise<ReturnType<typeof seenOf>> {
  const { options, arrange } = OCCASIONS[occasion]
  return onStage(options(), async (stage) => {
    await arrange(stage)
    await stage.run()
    return seenOf(stage)
  })
}

/** Runs into the fault, then once more with a GitHub that is well, and compares with the reference. */
export function tryFault(trial: Trial, reference: ReturnType<typeof seenOf>): Promise<Verdict> {
  const { options, arrange } = OCCASIONS[trial.occasion]
  const hangs = trial.kind.endsWith('hang')
  return onStage(options(), async (stage) => {
    await arrange(stage)
    stage.server.forget()
    const { kind, at, lasting } = trial
    stage.server.fault({ kind, at, times: lasting ? 1000 : 1, retryAfter: 0 })
    const { out, err, code } = await (hangs ? hasty(stage) : stage).run()
    const faults = [
      ...(code > 1 ? [`ended with ${code}`] : []),
      ...(lasting && code === 0 ? ['ended with 0 while GitHub failed'] : []),
      ...(code === 1 && !/^\S.{20}/.test(err) ? [`said nothing: \`${err}\``] : []),
      ...(/\n\s+at |bug in wg/.test(err) ? ['printed a stack'] : []),
      ...(`${out}${err}`.includes(TOKEN) ? ['printed the token'] : []),
      ...(await afterwards(stage, reference)),
    ]
    return { trial, ending: code === 0 ? 'goes on' : 'says so', faults }
  })
}

/** The same stage with less time for each request. */
function hasty(stage: Stage): Stage {
  return stage.with({ timeout: 400 })
}

async function afterwards(stage: Stage, reference: ReturnType<typeof seenOf>): Promise<readonly string[]> {
  stage.server.forget()
  const next = await stage.run()
  const seen = JSON.stringify(seenOf(stage), null, 1)
  stage.server.forget()
  await stage.run()
  return [
    ...(next.code === 0 ? [] : [`the next run ended with ${next.code}: ${next.err}`]),
    ...(seen === JSON.stringify(reference, null, 1) ? [] : [`the next run ended with ${seen}`]),
    ...(stage.server.requests.length === 1 ? [] : ['a third run still wrote']),
  ]
}

/** All trials of one fault on one occasion. */
export function trialsOf(kind: FaultKind, occasion: OccasionName): readonly Trial[] {
  return Array.from({ length: OCCASIONS[occasion].requests }, (_, index) =>
    [false, true].map((lasting) => ({ kind, occasion, at: index + 1, lasting })),
  ).flat()
}

/** The whole matrix as a table of Markdown. */
export function faultTable(verdicts: readonly Verdict[]): string {
  const rows = FAULT_KINDS.map((kind) => {
    const mine = verdicts.filter(({ trial }) => trial.kind === kind)
    const cells = OCCASION_NAMES.map((occasion) =>
      describe(mine.filter(({ trial }) => trial.occasion === occasion && !trial.lasting)),
    )
    const lasting = describe(mine.filter(({ trial }) => trial.lasting))
    const right = mine.filter(({ faults }) => faults.length === 0).length
    return `| \`${kind}\` | ${FAULTS[kind].meaning} | ${[...cells, lasting].join(' | ')} | ${right} of ${mine.length} |`
  })
  const head = ['fault', 'what GitHub does', ...OCCASION_NAMES, 'when it lasts', 'the next run is right']
  return [`| ${head.join(' | ')} |`, `| ${head.map(() => '---').join(' | ')} |`, ...rows].join('\n')
}

function describe(verdicts: readonly Verdict[]): string {
  const endings = (['goes on', 'says so'] as const).flatMap((ending) => {
    const count = verdicts.filter((verdict) => verdict.ending === ending).length
    return count === 0 ? [] : [count === verdicts.length ? ending : `${ending} (${count})`]
  })
  return endings.join(', ')
}
