import type { Write } from './context.ts'
import type { FaultKind } from './faults.ts'
import type { Instant } from './world-state.ts'

/** A request that was answered, or whose answer was lost. The token is not in it. */
export interface LoggedRequest {
  /** Counted from 1. */
  readonly number: number
  readonly kind: 'query' | 'mutation' | 'rest'
  /** `POST /graphql`, `GET /user`. */
  readonly path: string
  readonly operationName?: string
  /** The fields of `Mutation` that it asks, in their order. */
  readonly mutations: readonly string[]
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  /** The status of the answer; 0 when none was to arrive. */
  readonly status: number
  readonly cost: number
  readonly nodes: number
  readonly fault?: FaultKind
  readonly at: Instant
}

/** A write that took effect. */
export interface LoggedWrite extends Write {
  /** The number of its request. */
  readonly request: number
  readonly at: Instant
}
