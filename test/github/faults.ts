import { jsonAnswer, badCredentials, type Answer } from './answer.ts'

/** What a fault knows of the request that it spoils. */
export interface Spoiled {
  /** The right answer; of a write that is not applied, one in which every field is null. */
  readonly answer: Answer
  /** The names of the fields at the root of the answer, with whether they may be null. */
  readonly roots: readonly { readonly name: string; readonly isNullable: boolean }[]
  readonly actorId: number
  /** Seconds for `retry-after`. */
  readonly retryAfter: number
  /** Seconds since 1970 at which the primary limit starts anew. */
  readonly resetsAt: number
}

interface Fault {
  /** One sentence: what happens. */
  readonly meaning: string
  /** Whether a write in the request takes effect all the same, when the order does not say otherwise. */
  readonly applied: boolean
  readonly spoil: (spoiled: Spoiled) => Answer
}

const UNICORN =
  '<!DOCTYPE html>\n<html><head><title>Unicorn! &middot; GitHub</title></head><body><p>This page is taking too long to load.</p></body></html>\n'

function html(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body, delivery: 'whole' }
}

function broken(spoiled: Spoiled, delivery: Answer['delivery']): Answer {
  return { ...spoiled.answer, delivery }
}

const SECONDARY =
  'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID 0000:0000:000000:000000:00000000.'

function secondary(status: number, { retryAfter }: Spoiled): Answer {
  const documentation_url =
    'https://docs.github.com/graphql/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits'
  return jsonAnswer(status, { documentation_url, message: SECONDARY }, { 'retry-after': String(retryAfter) })
}

function primary(error: Readonly<Record<string, unknown>>, { resetsAt }: Spoiled): Answer {
  const headers = {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(resetsAt),
    'x-ratelimit-resource': 'graphql',
  }
  return jsonAnswer(200, { errors: [error] }, headers)
}

/** An answer in which every field at the root failed for one reason. */
function allFailed({ roots }: Spoiled, error: Readonly<Record<string, unknown>>): Answer {
  const isAllNullable = roots.every((root) => root.isNullable)
  const data = isAllNullable ? Object.fromEntries(roots.map(({ name }) => [name, null])) : null
  return jsonAnswer(200, { data, errors: roots.map(({ name }) => ({ ...error, path: [name] })) })
}

type Tree = Record<string, unknown>

function parsed({ answer }: Spoiled): { data: Tree | null; errors?: unknown[] } {
  return JSON.parse(answer.body) as { data: Tree | null; errors?: unknown[] }
}

/** The last field at the root that may be null is null, with an error; where none may, all data is. */
function lastRootLost(spoiled: Spoiled): Answer {
  const { data, errors = [] } = parsed(spoiled)
  const lost = spoiled.roots.findLast((root) => root.isNullable)
  const message = 'Something went wrong while executing your query.'
  const error = { path: [lost?.name ?? spoiled.roots[0]?.name], message }
  return jsonAnswer(200, {
    data: lost && data ? { ...data, [lost.name]: null } : null,
    errors: [...errors, error],
  })
}

/** The second half of every page is null, one error for each; an answer without pages loses its last field. */
function resourceLimits(spoiled: Spoiled): Answer {
  const { data, errors = [] } = parsed(spoiled)
  const lost: (string | number)[][] = []
  loseHalf(data, [], lost)
  if (lost.length === 0) return lastRootLost(spoiled)
  const message = 'Resource limits for this query exceeded.'
  const more = lost.map((path) => ({ type: 'RESOURCE_LIMITS_EXCEEDED', path, message }))
  return jsonAnswer(200, { data, errors: [...errors, ...more] })
}

function loseHalf(value: unknown, path: readonly (string | number)[], lost: (string | number)[][]): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (key !== 'nodes' || !Array.isArray(inner)) {
      loseHalf(inner, [...path, key], lost)
      continue
    }
    for (let index = Math.floor(inner.length / 2); index < inner.length; index += 1) {
      inner[index] = null
      lost.push([...path, key, index])
    }
  }
}

const SLOW =
  'Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug. Please include `0000:0000:000000:000000:00000000` when reporting this issue.'

/** Every way in which a request can go wrong, by name. */
export const FAULTS = {
  '502-html': {
    meaning: 'A gateway answers 502 with a page of HTML.',
    applied: false,
    spoil: () => html(502, UNICORN),
  },
  '502-json': {
    meaning: 'A gateway answers 502 with a message in JSON.',
    applied: false,
    spoil: () => jsonAnswer(502, { message: 'Server Error' }),
  },
  '504': {
    meaning: 'The request took too long: 504 with a message in JSON.',
    applied: false,
    spoil: () =>
      jsonAnswer(504, {
        message:
          "We couldn't respond to your request in time. Sorry about that. Please try resubmitting your request and contact us if the problem persists.",
      }),
  },
  hang: { meaning: 'No answer ever comes.', applied: false, spoil: (spoiled) => broken(spoiled, 'hang') },
  reset: {
    meaning: 'The connection breaks before the answer.',
    applied: false,
    spoil: (spoiled) => broken(spoiled, 'reset'),
  },
  'cut-body': {
    meaning: 'The write happens; the connection breaks in the middle of the answer.',
    applied: true,
    spoil: (spoiled) => broken(spoiled, 'cut'),
  },
  'malformed-json': {
    meaning: 'The write happens; the answer of 200 is JSON without its end.',
    applied: true,
    spoil: ({ answer }) => ({ ...answer, body: answer.body.slice(0, -Math.ceil(answer.body.length / 3)) }),
  },
  'empty-body': {
    meaning: 'The write happens; the answer of 200 has no body.',
    applied: true,
    spoil: ({ answer }) => ({ ...answer, body: '' }),
  },
  'empty-object': {
    meaning: 'The write happens; the answer of 200 is `{}`.',
    applied: true,
    spoil: ({ answer }) => ({ ...answer, body: '{}' }),
  },
  'null-body': {
    meaning: 'The write happens; the answer of 200 is `null`.',
    applied: true,
    spoil: ({ answer }) => ({ ...answer, body: 'null' }),
  },
  '401': { meaning: 'The token is not accepted (any more).', applied: false, spoil: badCredentials },
  forbidden: {
    meaning: 'Every field at the root fails with FORBIDDEN, on 200.',
    applied: false,
    spoil: (spoiled) =>
      allFailed(spoiled, {
        type: 'FORBIDDEN',
        extensions: { saml_failure: false },
        message: 'Resource not accessible by integration',
      }),
  },
  'secondary-403': {
    meaning: 'The secondary limit as 403 with `retry-after`.',
    applied: false,
    spoil: (spoiled) => secondary(403, spoiled),
  },
  'secondary-429': {
    meaning: 'The secondary limit as 429 with `retry-after`.',
    applied: false,
    spoil: (spoiled) => secondary(429, spoiled),
  },
  'secondary-200': {
    meaning: 'The secondary limit as an error on 200, known by its message only, with `retry-after`.',
    applied: false,
    spoil: ({ retryAfter }) =>
      jsonAnswer(200, { errors: [{ message: SECONDARY }] }, { 'retry-after': String(retryAfter) }),
  },
  'rate-limit': {
    meaning: 'The primary limit as `RATE_LIMIT` on 200, without `data`, with the time of the reset.',
    applied: false,
    spoil: (spoiled) =>
      primary(
        {
          type: 'RATE_LIMIT',
          code: 'graphql_rate_limit',
          message: `API rate limit already exceeded for user ID ${spoiled.actorId}.`,
        },
        spoiled,
      ),
  },
  'rate-limited': {
    meaning: 'The primary limit as `RATE_LIMITED` on 200, without `data`, with the time of the reset.',
    applied: false,
    spoil: (spoiled) =>
      primary(
        { type: 'RATE_LIMITED', message: `API rate limit exceeded for user ID ${spoiled.actorId}.` },
        spoiled,
      ),
  },
  partial: {
    meaning:
      'The write happens; the last field at the root is null with an error, the others have their data.',
    applied: true,
    spoil: lastRootLost,
  },
  'stale-data': {
    meaning: 'Every field at the root fails with STALE_DATA, on 200, as when a branch has moved.',
    applied: false,
    spoil: (spoiled) =>
      allFailed(spoiled, {
        type: 'STALE_DATA',
        message: `Expected branch to point to "${'0'.repeat(40)}" but it did not.  Pull and try again.`,
      }),
  },
  'resource-limits': {
    meaning:
      'The write happens; the second half of every page is null with RESOURCE_LIMITS_EXCEEDED, on 200.',
    applied: true,
    spoil: resourceLimits,
  },
  'something-went-wrong': {
    meaning: 'An error without a type says that something went wrong, on 200, without `data`.',
    applied: false,
    spoil: () => jsonAnswer(200, { errors: [{ message: SLOW }] }),
  },
  'applied-then-reset': {
    meaning: 'The write happens; the connection breaks before the answer.',
    applied: true,
    spoil: (spoiled) => broken(spoiled, 'reset'),
  },
  'applied-then-502': {
    meaning: 'The write happens; a gateway answers 502 with a page of HTML.',
    applied: true,
    spoil: () => html(502, UNICORN),
  },
  'applied-then-hang': {
    meaning: 'The write happens; no answer ever comes.',
    applied: true,
    spoil: (spoiled) => broken(spoiled, 'hang'),
  },
} as const satisfies Readonly<Record<string, Fault>>

/** The name of a fault. */
export type FaultKind = keyof typeof FAULTS

/** All faults; a matrix walks them. */
export const FAULT_KINDS = Object.keys(FAULTS) as FaultKind[]
