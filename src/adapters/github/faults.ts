import { refuse, Refusal } from '../../core/problem.ts'
import { forbidden } from './describe-errors.ts'
import type { GraphqlError } from './graphql-error.ts'

/** GitHub did not answer as it should; the same may work in a moment. */
export class TransientFault extends Error {
  /** Whether the request may have been carried out. */
  readonly sent: boolean

  constructor(message: string, { sent }: { readonly sent: boolean }) {
    super(message)
    this.sent = sent
  }
}

/** GitHub carries out nothing before a moment has come. */
export class LimitFault extends Error {
  /** The instant after which to ask again; undefined when GitHub does not say. */
  readonly until: Date | undefined

  constructor(message: string, until: Date | undefined) {
    super(message)
    this.until = until
  }
}

/** GitHub answered and refused a part: the errors, and the data that came with them. */
export class PartialFault extends Error {
  readonly errors: readonly GraphqlError[]
  readonly data: Readonly<Record<string, unknown>>

  constructor(errors: readonly GraphqlError[], data: Readonly<Record<string, unknown>>) {
    super(errors.map(({ message }) => message).join('; '))
    this.errors = errors
    this.data = data
  }
}

/** What `@octokit/graphql` throws. */
interface Thrown {
  readonly status?: number
  readonly message?: string
  readonly errors?: readonly GraphqlError[]
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly response?: {
    readonly headers?: Readonly<Record<string, string | undefined>>
    readonly data?: unknown
  }
}

/** Makes of whatever was thrown one of the faults above, or a refusal that a person can act on. No text of the request survives, so no token does. */
export function classifyFault(error: unknown): Error {
  const inner = innermost(error)
  if (inner instanceof TransientFault) return inner
  const thrown = error as Thrown
  const headers = thrown.headers ?? thrown.response?.headers ?? {}
  if (thrown.errors) return classifyErrors(thrown.errors, thrown.data ?? {}, headers)
  if (thrown.status !== undefined) return classifyStatus(thrown.status, messageOf(thrown), headers)
  return new TransientFault('GitHub gave no answer that can be read', { sent: true })
}

function innermost(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined
  return error instanceof TransientFault || cause === undefined ? error : innermost(cause)
}

function messageOf({ response, message }: Thrown): string {
  const data = response?.data
  if (typeof data === 'object' && data !== null && 'message' in data) return String(data.message)
  return message ?? ''
}

const LIMIT_TYPES = ['RATE_LIMIT', 'RATE_LIMITED']
const BUSY = /something went wrong|timed? ?out|try again|RESOURCE_LIMITS_EXCEEDED/i
const SECONDARY = /secondary rate limit|abuse detection/i

function classifyErrors(
  errors: readonly GraphqlError[],
  data: Readonly<Record<string, unknown>>,
  headers: Thrown['headers'] & {},
): Error {
  if (errors.some(({ type }) => LIMIT_TYPES.includes(type ?? '')))
    return limit('The limit of requests to GitHub is used up', headers)
  if (errors.some(({ message }) => SECONDARY.test(message)))
    return limit('GitHub asks wg to slow down', headers)
  if (
    errors.some(
      ({ type, message }) =>
        type === 'RESOURCE_LIMITS_EXCEEDED' || (type === undefined && BUSY.test(message)),
    )
  ) {
    return new TransientFault('GitHub could not finish the request', { sent: true })
  }
  return new PartialFault(errors, data)
}

function classifyStatus(status: number, message: string, headers: Thrown['headers'] & {}): Error {
  if (status === 401) {
    return refuse(
      'github-token',
      'GitHub does not accept the token (401).',
      'Give a valid one in `GITHUB_TOKEN`; it may have expired or been revoked.',
    )
  }
  if (SECONDARY.test(message) || status === 429) return limit('GitHub asks wg to slow down', headers)
  if (status === 403 && (headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message))) {
    return limit('The limit of requests to GitHub is used up', headers)
  }
  if (status === 403) return new Refusal([forbidden(message, 'do this')])
  if (status >= 500) return new TransientFault(`GitHub answers ${status}`, { sent: true })
  return refuse('github', `GitHub refuses the request (${status}): ${message.slice(0, 200)}.`)
}

function limit(message: string, headers: Thrown['headers'] & {}): LimitFault {
  const after = Number(headers['retry-after'])
  const reset = Number(headers['x-ratelimit-reset'])
  if (Number.isFinite(after) && headers['retry-after'] !== undefined)
    return new LimitFault(message, new Date(Date.now() + after * 1000))
  if (headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset))
    return new LimitFault(message, new Date(reset * 1000))
  return new LimitFault(message, undefined)
}
