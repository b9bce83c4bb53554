import type { FoundPerson } from '../../core/github/person.ts'
import { type Answer, itemsKey, joinQuestions, type Question } from '../../core/github/question.ts'
import { Refusal } from '../../core/problem.ts'
import type { GitHubReader } from '../../ports.ts'
import { askActivity } from './ask/activity.ts'
import { askBranch } from './ask/branch.ts'
import { askItems } from './ask/items.ts'
import { pullRequestsFrom } from './ask/pull-requests-from.ts'
import { type AskPart, AT_ONCE, type Gathered } from './ask/part.ts'
import { askPerson } from './ask/person.ts'
import { askRepository } from './ask/repository.ts'
import { describeErrors } from './describe-errors.ts'
import { askDocument, numberParts } from './documents.ts'
import { PartialFault } from './faults.ts'
import { type Settled, settlePartial, strayErrors } from './judge-part.ts'
import type { Look } from './look.ts'
import { insist, type Waiting } from './patience.ts'
import type { Get, Send } from './transport.ts'

/** Reads GitHub: one request for everything, and one more for every further page of items. */
export function githubReader({ send, get, look }: Wires, waiting: Waiting): GitHubReader {
  return {
    ask: (question) => ask(question, (parts) => insist(() => settle(send, parts), waiting)),
    examine: async (question) => {
      const { examineGitHub } = await import('./examine.ts')
      return examineGitHub(question, { send, look, waiting })
    },
    account: async (id) => readAccount(await insist(() => get(`/user/${id}`), waiting)),
    pullRequestsFrom: (head) => insist(() => pullRequestsFrom(head, send), waiting),
  }
}

/** How requests go out. */
export interface Wires {
  readonly send: Send
  readonly get: Get
  readonly look: Look
}

/** GitHub docs: "Get a user using their ID". */
function readAccount(answer: unknown): FoundPerson | 'missing' {
  if (answer === undefined) return 'missing'
  const { login, id } = answer as { readonly login: string; readonly id: number }
  return { login, id }
}

type Request = (parts: readonly AskPart[]) => Promise<Settled>

async function settle(send: Send, parts: readonly AskPart[]): Promise<Settled> {
  try {
    return { data: await send(askDocument(parts)), errors: [] }
  } catch (error) {
    if (error instanceof PartialFault) return settlePartial(error)
    throw error
  }
}

async function ask(question: Question, request: Request): Promise<Answer> {
  const { repositories, items, branches, people, activity } = joinQuestions([question])
  const gathered: Gathered = {
    repositories: new Map(),
    items: new Map(items.map((asked) => [itemsKey(asked), []])),
    branches: new Map(),
    people: new Map(),
    activity: new Map(),
  }
  let waiting: readonly AskPart[] = [
    ...repositories.map(askRepository),
    ...items.map((asked) => askItems({ asked, cursors: {} })),
    ...branches.map(askBranch),
    ...people.map(askPerson),
    ...activity.map(askActivity),
  ]
  while (waiting.length > 0) {
    const numbered = numberParts(waiting)
    const now = numbered.flatMap(({ part, index }) => (index < AT_ONCE[part.kind] ? [part] : []))
    const later = numbered.flatMap(({ part, index }) => (index < AT_ONCE[part.kind] ? [] : [part]))
    waiting = [...later, ...collect(now, await request(now), gathered)]
  }
  return gathered
}

/** Keeps what was answered, and gives what is to be asked next. */
function collect(parts: readonly AskPart[], settled: Settled, gathered: Gathered): readonly AskPart[] {
  const numbered = numberParts(parts)
  const aliases = numbered.flatMap(({ part, index }) => part.aliases(index))
  const stray = strayErrors(settled, new Set(aliases))
  if (stray.length > 0) throw new Refusal([describeErrors(stray, 'answer the question')])
  return numbered.flatMap(({ part, index }) => part.read(settled, index, gathered))
}
