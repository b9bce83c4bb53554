import type { Actor, Repository } from './world-state.ts'

/** The permissions of GitHub Apps and fine-grained tokens that this world knows. */
export const AREAS = ['actions', 'administration', 'contents', 'issues', 'members', 'pullRequests'] as const
export type Area = (typeof AREAS)[number]

/** A key to the world. Classic tokens act with `scopes` as their person; the others with `permissions` in `repositories`. */
export interface Token {
  readonly value: string
  readonly actor: Actor
  readonly kind: 'classic' | 'fine-grained' | 'app'
  readonly scopes: ReadonlySet<string>
  readonly permissions: Readonly<Partial<Record<Area, 'read' | 'write'>>>
  readonly repositories: 'all' | ReadonlySet<Repository>
  /** Logins (small letters) of the organizations for which single sign-on was granted. */
  readonly singleSignOn: ReadonlySet<string>
  /** When it stops being a token; undefined: never. */
  readonly expires: Date | undefined
  /** Points an hour. */
  readonly limit: number
  used: number
  /** Milliseconds since 1970. */
  resetsAt: number
}

const HOUR = 3_600_000

/** Starts a new hour when the old one is over. Call before reading `used`. */
export function refreshBudget(token: Token, now: Date): void {
  if (now.getTime() < token.resetsAt) return
  token.used = 0
  token.resetsAt = now.getTime() + HOUR
}

/** What every answer of REST says of a personal token: its scopes, and when it ends. */
export function tokenHeaders({ kind, scopes, expires }: Token): Record<string, string> {
  const end = expires?.toISOString().slice(0, 19).replace('T', ' ')
  return {
    ...(kind === 'classic' && { 'x-oauth-scopes': [...scopes].join(', ') }),
    ...(end !== undefined && { 'github-authentication-token-expiration': `${end} UTC` }),
  }
}

/** The budget as headers, on every answer (docs: rate limits for the GraphQL API). */
export function rateLimitHeaders(token: Token): Record<string, string> {
  return {
    'x-ratelimit-limit': String(token.limit),
    'x-ratelimit-remaining': String(Math.max(0, token.limit - token.used)),
    'x-ratelimit-used': String(token.used),
    'x-ratelimit-reset': String(Math.floor(token.resetsAt / 1000)),
    'x-ratelimit-resource': 'graphql',
  }
}
