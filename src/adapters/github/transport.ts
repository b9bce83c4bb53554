import { graphql } from '@octokit/graphql'
import { request } from '@octokit/request'
import type { Document } from './documents.ts'
import { classifyFault, TransientFault } from './faults.ts'

/** How GitHub is reached. */
export interface Connection {
  readonly token: string
  /** `https://api.github.com`, or another host's. */
  readonly apiUrl: string
  /** The address of the REST API where it is another one. */
  readonly restUrl?: string
  /** How long one request may take, in milliseconds. */
  readonly timeout: number
}

/** Sends one document and gives its data; throws what `classifyFault` makes of a failure. */
export type Send = (document: Document) => Promise<Readonly<Record<string, unknown>>>

/**
 * One client for one token. `@octokit/graphql` alone resolves with nothing when an answer is cut off or empty, has no
 * time limit and tells a broken connection from an answer of 500 only by its text: so answers are read here first.
 */
export function makeSend({ token, apiUrl, timeout }: Connection): Send {
  const client = graphql.defaults({
    baseUrl: apiUrl.replace(/\/graphql$/, ''),
    headers: { authorization: `bearer ${token}`, 'user-agent': 'wg-toolkit' },
    request: { fetch: (url: string, options: RequestInit) => fetchWhole(url, options, timeout) },
  })
  return async ({ query, variables }) => {
    try {
      return await client<Record<string, unknown>>(query, variables)
    } catch (error) {
      throw classifyFault(error)
    }
  }
}

/** Reads one thing of the REST API, for what GraphQL lacks; undefined when there is none. */
export type Get = (path: string) => Promise<unknown>

/** The REST client of one token, which fails as `makeSend` does. */
export function makeGet(connection: Connection): Get {
  const client = restClient(connection)
  return async (path) => {
    try {
      return (await client(`GET ${path}`)).data as unknown
    } catch (error) {
      if (error instanceof Error && 'status' in error && error.status === 404) return undefined
      throw classifyFault(error)
    }
  }
}

/** GitHub's own client of REST for one token, whose answers are read whole. */
export function restClient({ token, apiUrl, restUrl, timeout }: Connection): typeof request {
  return request.defaults({
    baseUrl: restUrl ?? apiUrl.replace(/\/api\/graphql$/, '/api/v3').replace(/\/graphql$/, ''),
    headers: { authorization: `bearer ${token}`, 'user-agent': 'wg-toolkit' },
    request: { fetch: (url: string, options: RequestInit) => fetchWhole(url, options, timeout) },
  })
}

async function fetchWhole(url: string, options: RequestInit, timeout: number): Promise<Response> {
  const signal = AbortSignal.timeout(timeout)
  let response: Response
  let text: string
  try {
    response = await fetch(url, { ...options, signal })
    text = await response.text()
  } catch (error) {
    throw new TransientFault(
      signal.aborted ? `GitHub did not answer within ${timeout / 1000} seconds` : describeBreak(error),
      {
        sent: !isUnsent(error),
      },
    )
  }
  const answer = parseAnswer(text)
  if (response.status < 300 && (options.method === 'GET' ? answer === undefined : !isAnswer(answer)))
    throw new TransientFault("GitHub's answer was cut off or is not JSON", { sent: true })
  const headers = new Headers(response.headers)
  headers.set('content-type', answer === undefined ? 'text/plain' : 'application/json; charset=utf-8')
  headers.delete('content-encoding')
  headers.delete('content-length')
  return new Response(text, { status: response.status, headers })
}

function parseAnswer(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** An answer of GraphQL has data or errors; a message alone is what GitHub's front door says. */
function isAnswer(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false
  return ('data' in answer && answer.data !== undefined) || 'errors' in answer || 'message' in answer
}

function codeOf(error: unknown): string | undefined {
  const cause = error instanceof Error ? (error.cause as { readonly code?: string } | undefined) : undefined
  return cause?.code
}

/** Whether the request surely never reached GitHub. */
function isUnsent(error: unknown): boolean {
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(codeOf(error) ?? '')
}

function describeBreak(error: unknown): string {
  const code = codeOf(error)
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'The network does not know where GitHub is'
  if (code === 'ECONNREFUSED') return 'GitHub refuses the connection'
  return `The connection to GitHub broke${code === undefined ? '' : ` (${code})`}`
}
