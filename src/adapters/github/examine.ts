import type {
  ActionsFacts,
  FactsQuestion,
  GitHubFacts,
  PlaceFacts,
  RepositoryFacts,
  TokenFacts,
  WriteArea,
} from '../../core/doctor/github-facts.ts'
import type { Refused, Seen } from '../../core/doctor/seen.ts'
import { Refusal } from '../../core/problem.ts'
import { describeErrors } from './describe-errors.ts'
import type { Document } from './documents.ts'
import { PartialFault } from './faults.ts'
import type { Look, Looked } from './look.ts'
import { insist, type Waiting } from './patience.ts'
import {
  readLastRun,
  readRepositoryFacts,
  readSettings,
  readToken,
  readViewer,
  readWorkflow,
} from './read-facts.ts'
import type { Send } from './transport.ts'

/** Who the token is, and how many points are left. */
export const VIEWER: Document = {
  query: 'query Viewer { viewer { login } rateLimit { limit remaining resetAt } }',
  variables: {},
}

/** Reads that take one permission each, and show as little as can be (GitHub docs: "Permissions required for GitHub Apps"). */
const READS: Readonly<Record<WriteArea, string>> = {
  issues: 'issues',
  contents: 'branches',
  'pull-requests': 'pulls',
}

/** How the examiner asks. */
export interface Examiner {
  readonly send: Send
  readonly look: Look
  readonly waiting: Waiting
}

/**
 * Asks what a token can do and how its places stand, without a write: two requests and one for each repository at once, then
 * three about the workflows of the home, and one for each permission that a private repository shows. What could not be had is said in its part.
 */
export async function examineGitHub(question: FactsQuestion, examiner: Examiner): Promise<GitHubFacts> {
  const { home, repositories } = question
  const names = new Map(
    [...(home === undefined ? [] : [home]), ...repositories].map((name) => [name.toLowerCase(), name]),
  )
  const [token, viewer, ...seen] = await Promise.all([
    see(() => examiner.look('/user'), examiner, readToken),
    attempt(async () => readViewer(await insist(() => examiner.send(VIEWER), examiner.waiting))),
    ...[...names.values()].map((name) =>
      see(() => examiner.look(`/repos/${name}`), examiner, either(readRepositoryFacts)),
    ),
  ])
  const ofHome = seen[[...names.keys()].indexOf(home?.toLowerCase() ?? '')]
  const [actions, ...reads] = await Promise.all([
    home !== undefined && ofHome?.kind === 'seen' ? askActions(home, question.workflow, examiner) : undefined,
    ...[...names.values()].map((name, index) =>
      askReads({ name, isHome: name === home, token, repository: seen[index] }, examiner),
    ),
  ])
  const places = [...names.keys()].flatMap((key, index): readonly (readonly [string, PlaceFacts])[] => {
    const repository = seen[index]
    return repository ? [[key, { repository, reads: reads[index] ?? {} }]] : []
  })
  return { token, viewer, places: new Map(places), ...(actions ? { actions } : {}) }
}

async function askActions(home: string, workflow: string, examiner: Examiner): Promise<ActionsFacts> {
  const at = `/repos/${home}/actions`
  const file = workflow.split('/').at(-1) ?? ''
  const [found, lastRun, settings] = await Promise.all([
    see(
      () => examiner.look(`${at}/workflows?per_page=100`),
      examiner,
      either((looked) => readWorkflow(looked, workflow)),
    ),
    see(() => examiner.look(`${at}/workflows/${file}/runs?event=schedule&per_page=1`), examiner, readLastRun),
    see(() => examiner.look(`${at}/permissions/workflow`), examiner, either(readSettings)),
  ])
  return { workflow: found, lastRun, settings }
}

interface ReadsQuestion {
  readonly name: string
  readonly isHome: boolean
  readonly token: Seen<TokenFacts>
  readonly repository: Seen<RepositoryFacts> | undefined
}

/** What is public everybody may read, and what a token with scopes may, its scopes say: asking would tell nothing. */
async function askReads(
  { name, isHome, token, repository }: ReadsQuestion,
  examiner: Examiner,
): Promise<PlaceFacts['reads']> {
  if (repository?.kind !== 'seen' || token.kind !== 'seen') return {}
  if (!repository.value.private || token.value.kind === 'scoped') return {}
  const areas: readonly WriteArea[] = [
    ...(repository.value.hasIssues ? (['issues'] as const) : []),
    ...(isHome ? (['contents', 'pull-requests'] as const) : []),
  ]
  const reads = await Promise.all(
    areas.map(async (area) => {
      const path = `/repos/${name}/${READS[area]}?per_page=1`
      return [
        area,
        await see(
          () => examiner.look(path),
          examiner,
          either((): true => true),
        ),
      ] as const
    }),
  )
  return Object.fromEntries(reads)
}

/** A reader of answers that leaves refusals as they are. */
function either<Value>(read: (looked: Looked) => Value): (looked: Looked | Refused) => Seen<Value> {
  return (looked) => ('kind' in looked ? looked : { kind: 'seen', value: read(looked) })
}

async function see<Value>(
  look: () => Promise<Looked | Refused>,
  { waiting }: Examiner,
  read: (looked: Looked | Refused) => Seen<Value>,
): Promise<Seen<Value>> {
  const tried = await attempt(async () => read(await insist(look, waiting)))
  return tried.kind === 'seen' ? tried.value : tried
}

/** Does something, or says why no answer came. */
async function attempt<Value>(work: () => Promise<Value>): Promise<Exclude<Seen<Value>, Refused>> {
  try {
    return { kind: 'seen', value: await work() }
  } catch (error) {
    const [problem] =
      error instanceof Refusal
        ? error.problems
        : error instanceof PartialFault
          ? [describeErrors(error.errors, 'say who the token is')]
          : []
    if (!problem) throw error
    return { kind: 'unreachable', problem }
  }
}
