import {
  executeSync,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLError,
} from 'graphql'
import { insufficientScopes } from './access.ts'
import type { Context, Write } from './context.ts'
import { GitHubError, notModelled } from './github-error.ts'
import { resolveField } from './resolve-field.ts'
import { githubSchema } from './schema.ts'
import { refreshBudget, type Token } from './token.ts'
import { validateDocument } from './validate-document.ts'
import type { PrintedError } from './validation-message.ts'
import type { WorldState } from './world-state.ts'

/** The body of a request to `/graphql`. */
export interface GraphQLRequest {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly operationName?: string
}

/** The answer to one request, and what it did. */
export interface Executed {
  readonly body: { readonly data?: unknown; readonly errors?: readonly unknown[] }
  readonly cost: number
  readonly nodes: number
  readonly writes: readonly Write[]
  readonly unmodelled: readonly string[]
}

/** Runs a document over the world as the token's owner: checks, budget, scopes, then the fields. */
export function executeGraphQL(state: WorldState, token: Token, request: GraphQLRequest): Executed {
  const { errors, cost, nodes, document } = validateDocument(request.query, request)
  const nothing = { cost, nodes, writes: [], unmodelled: [] }
  if (errors.length > 0 || document === undefined) return { ...nothing, body: { errors } }
  refreshBudget(token, state.clock())
  if (token.limit - token.used < cost) return { ...nothing, body: { errors: [rateLimitError(token)] } }
  token.used += cost
  const scopeError = missingScope(document, token)
  if (scopeError) return { ...nothing, body: { errors: [scopeError] } }
  return run(state, token, { request, document, cost, nodes })
}

/** The primary limit as it is told since 2026, with status 200 and no `data`. */
export function rateLimitError(token: Token) {
  return {
    type: 'RATE_LIMIT',
    code: 'graphql_rate_limit',
    message: `API rate limit already exceeded for user ID ${token.actor.databaseId}.`,
  }
}

/** Classic tokens need a scope for teams; GitHub looks at the document before it runs any of it. */
function missingScope(document: DocumentNode, token: Token): PrintedError | undefined {
  const wanted = ['read:org', 'write:org', 'admin:org']
  if (token.kind !== 'classic' || wanted.some((scope) => token.scopes.has(scope))) return undefined
  const types = new TypeInfo(githubSchema())
  const fields: string[] = []
  visit(
    document,
    visitWithTypeInfo(types, {
      enter: (node) => {
        if (node.kind === Kind.FIELD && types.getParentType()?.name === 'Team') fields.push(node.name.value)
      },
    }),
  )
  if (fields[0] === undefined) return undefined
  const { type, message } = insufficientScopes(token, fields[0], ['read:org', 'read:discussion'])
  return { type, message }
}

interface Run {
  readonly request: GraphQLRequest
  readonly document: DocumentNode
  readonly cost: number
  readonly nodes: number
}

function run(state: WorldState, token: Token, { request, document, cost, nodes }: Run): Executed {
  const writes: Write[] = []
  const unmodelled: string[] = []
  const context: Context = {
    state,
    token,
    cost: { cost, nodes },
    unmodelled: (what) => {
      unmodelled.push(what)
      return notModelled(what)
    },
    wrote: (write) => writes.push(write),
  }
  const { data, errors } = executeSync({
    schema: githubSchema(),
    document,
    contextValue: context,
    variableValues: request.variables,
    fieldResolver: resolveField as NonNullable<Parameters<typeof executeSync>[0]['fieldResolver']>,
    ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
  })
  const body = { ...(data === undefined ? {} : { data }), ...(errors && { errors: errors.map(printError) }) }
  return { body, cost, nodes, writes, unmodelled }
}

/** In GitHub's order of keys. An error that is neither GitHub's nor graphql-js's is a bug of the local GitHub: it is thrown on. */
function printError(error: GraphQLError): PrintedError {
  const { path, locations, originalError, message } = error
  const place = { ...(path && { path }), ...(locations && { locations }) }
  if (originalError instanceof GitHubError) {
    const { type, extensions } = originalError
    return {
      type,
      ...(path && { path }),
      ...(extensions && { extensions }),
      ...(locations && { locations }),
      message,
    }
  }
  if (originalError || path) throw originalError ?? error
  return { ...place, ...variableError(message) }
}

const VARIABLE_ERRORS: readonly RegExp[] = [
  /^Variable "\$(?<name>.*?)" of required type "(?<type>.*?)" was not provided\.$/,
  /^Variable "\$(?<name>.*?)" of non-null type "(?<type>.*?)" must not be null\.$/,
  /^Variable "\$(?<name>.*?)" got invalid value .*?; (?<explanation>.*)$/,
]

function variableError(said: string): Pick<PrintedError, 'message' | 'extensions'> {
  const groups = VARIABLE_ERRORS.map((pattern) => pattern.exec(said)?.groups).find(
    (found) => found !== undefined,
  )
  if (groups === undefined) return { message: said }
  const { name = '', type, explanation = 'Expected value to not be null' } = groups
  return {
    extensions: { problems: [{ path: [], explanation }] },
    message: `Variable $${name}${type === undefined ? '' : ` of type ${type}`} was provided invalid value`,
  }
}
