import { isNonNullType, Kind, OperationTypeNode, type OperationDefinitionNode } from 'graphql'
import { badCredentials, jsonAnswer, noCredentials, type Answer } from './answer.ts'
import { executeGraphQL, type Executed, type GraphQLRequest } from './execute-graphql.ts'
import { makeFaultOrders, type ComingRequest, type DueFault, type FaultOrder } from './fault-orders.ts'
import { FAULTS, type Spoiled } from './faults.ts'
import type { LoggedRequest, LoggedWrite } from './request-log.ts'
import { answerRest } from './rest.ts'
import { githubSchema } from './schema.ts'
import { rateLimitHeaders, type Token } from './token.ts'
import { validateDocument } from './validate-document.ts'
import { instantOf, type WorldState } from './world-state.ts'

/** A request as it comes over the wire. */
export interface IncomingRequest {
  readonly method: string
  /** Path and search: `/graphql`, `/user`, `/orgs/example/teams/a/members?page=2`. */
  readonly url: string
  readonly authorization?: string
  readonly body?: string
}

/** A GitHub that answers without a wire; `serve` puts one before it. */
export type LocalGithub = ReturnType<typeof localGithub>

/** Answers requests over a world, keeps the log, and spoils answers when asked to. */
export function localGithub(world: WorldState) {
  const requests: LoggedRequest[] = []
  const writes: LoggedWrite[] = []
  const unmodelled: string[] = []
  const orders = makeFaultOrders()

  function answer(request: IncomingRequest): Answer {
    world.requests += 1
    const at = instantOf(world)
    const asked = readRequest(request, requests.length + 1)
    const fault = orders.take(asked)
    const done = perform(world, asked, { request, fault })
    requests.push({
      ...asked,
      status: done.answer.delivery === 'whole' ? done.answer.status : 0,
      cost: done.cost,
      nodes: done.nodes,
      at,
      ...(fault && { fault: fault.order.kind }),
    })
    writes.push(...done.writes.map((write) => ({ ...write, request: asked.number, at })))
    unmodelled.push(...done.unmodelled)
    return done.answer
  }

  return {
    answer,
    requests,
    writes,
    /** What was asked and is not modelled; tests assert that it is empty. */
    unmodelled,
    /** Orders a fault. Numbers of requests count from the start, or from the last `forget`. */
    fault: (order: FaultOrder) => orders.add(order),
    /** Empties the log and the orders; the next request is number 1 again. The world stays. */
    forget: () => {
      for (const list of [requests, writes, unmodelled]) list.length = 0
      orders.clear()
    },
  }
}

interface Asked extends ComingRequest {
  readonly operation?: OperationDefinitionNode
  readonly graphql?: GraphQLRequest
  /** The body was no JSON. */
  readonly isBroken: boolean
}

function readRequest({ method, url, body }: IncomingRequest, number: number): Asked {
  const path = `${method} ${url.replace(/^\/api\/v3(?=\/)/, '').replace(/^\/api(?=\/graphql)/, '')}`
  const none = { number, path, mutations: [], query: '', variables: {}, isBroken: false }
  if (path !== 'POST /graphql') return { ...none, kind: 'rest' }
  const graphql = readBody(body ?? '')
  if (graphql === undefined) return { ...none, kind: 'query', isBroken: true }
  const { operation } = validateDocument(graphql.query, graphql)
  const isMutation = operation?.operation === OperationTypeNode.MUTATION
  const operationName = graphql.operationName ?? operation?.name?.value
  return {
    ...none,
    kind: isMutation ? 'mutation' : 'query',
    query: graphql.query,
    variables: graphql.variables,
    mutations: isMutation ? rootFields(operation).map((field) => field.name.value) : [],
    graphql,
    ...(operation && { operation }),
    ...(operationName !== undefined && { operationName }),
  }
}

function readBody(body: string): GraphQLRequest | undefined {
  try {
    const parsed = JSON.parse(body) as {
      query?: unknown
      variables?: unknown
      operationName?: unknown
    } | null
    const { query, variables, operationName } = parsed ?? {}
    return {
      query: typeof query === 'string' ? query : '',
      variables: (variables ?? {}) as GraphQLRequest['variables'],
      ...(typeof operationName === 'string' && { operationName }),
    }
  } catch {
    return undefined
  }
}

function rootFields(operation: OperationDefinitionNode) {
  return operation.selectionSet.selections.filter((selection) => selection.kind === Kind.FIELD)
}

interface Done extends Omit<Executed, 'body'> {
  readonly answer: Answer
}

const NOTHING = { cost: 0, nodes: 0, writes: [], unmodelled: [] }

interface Performance {
  readonly request: IncomingRequest
  readonly fault: DueFault | undefined
}

function perform(world: WorldState, asked: Asked, { request, fault }: Performance): Done {
  const token = tokenOf(world, request)
  if (fault && (!fault.applied || token === undefined)) {
    // A query changes nothing, so it may run for the sake of its answer; a write may not.
    const right =
      asked.kind === 'mutation' || token === undefined ? unapplied(asked) : rightAnswer(world, asked, token)
    return {
      ...NOTHING,
      unmodelled: right.unmodelled,
      answer: spoil(right.answer, { asked, fault, token, world }),
    }
  }
  if (token === undefined) {
    return { ...NOTHING, answer: request.authorization === undefined ? noCredentials() : badCredentials() }
  }
  const right = rightAnswer(world, asked, token)
  return fault ? { ...right, answer: spoil(right.answer, { asked, fault, token, world }) } : right
}

function rightAnswer(world: WorldState, asked: Asked, token: Token): Done {
  if (asked.kind === 'rest') return restAnswer(world, asked, token)
  if (asked.isBroken || !asked.graphql)
    return { ...NOTHING, answer: jsonAnswer(400, { message: 'Problems parsing JSON' }) }
  if (asked.graphql.query === '') {
    const errors = [{ message: 'A query attribute must be specified and must be a string.' }]
    return { ...NOTHING, answer: jsonAnswer(200, { errors }) }
  }
  const { body, ...rest } = executeGraphQL(world, token, asked.graphql)
  return { ...rest, answer: jsonAnswer(200, body, rateLimitHeaders(token)) }
}

function restAnswer(world: WorldState, { path }: Asked, token: Token): Done {
  const [method = '', target = ''] = path.split(' ')
  const url = new URL(target, 'http://localhost')
  const answer = answerRest(world, token, { method, path: url.pathname, search: url.searchParams })
  if (answer) return { ...NOTHING, answer }
  const what = `\`${method} ${url.pathname}\``
  const message = `LOCAL_GITHUB_NOT_MODELLED: the local GitHub does not model ${what}.`
  return { ...NOTHING, unmodelled: [what], answer: jsonAnswer(501, { message }) }
}

/** The token of a request; undefined when there is none, or it is none any more. */
function tokenOf(world: WorldState, { authorization = '' }: IncomingRequest): Token | undefined {
  const token = world.tokens.get(/^(?:token|bearer)\s+(\S+)$/i.exec(authorization)?.[1] ?? '')
  return token?.expires && token.expires <= world.clock() ? undefined : token
}

/** What a write would have answered if every part of it had come to nothing. */
function unapplied(asked: Asked): Done {
  const data = Object.fromEntries(rootsOf(asked).map(({ name }) => [name, null]))
  return { ...NOTHING, answer: jsonAnswer(200, { data }) }
}

function rootsOf({ operation }: Asked): Spoiled['roots'] {
  if (!operation) return []
  const type = githubSchema().getRootType(operation.operation)
  return rootFields(operation).map((field) => {
    const definition = type?.getFields()[field.name.value]
    const isNullable = definition !== undefined && !isNonNullType(definition.type)
    return { name: field.alias?.value ?? field.name.value, isNullable }
  })
}

interface Spoiling {
  readonly asked: Asked
  readonly fault: DueFault
  readonly token: Token | undefined
  readonly world: WorldState
}

function spoil(answer: Answer, { asked, fault: { order }, token, world }: Spoiling): Answer {
  return FAULTS[order.kind].spoil({
    answer,
    roots: rootsOf(asked),
    actorId: token?.actor.databaseId ?? 0,
    retryAfter: order.retryAfter ?? 1,
    resetsAt: Math.floor(world.clock().getTime() / 1000) + (order.resetsIn ?? 60),
  })
}
