import type { DocumentCost } from './document-cost.ts'
import type { Token } from './token.ts'
import type { WorldState } from './world-state.ts'

/** A write that was done. */
export interface Write {
  /** The field of `Mutation`. */
  readonly mutation: string
  readonly input: Readonly<Record<string, unknown>>
}

/** What the answer to one request is made with. */
export interface Context {
  readonly state: WorldState
  readonly token: Token
  readonly cost: DocumentCost
  /** Writes it down that somebody asked for what the world does not model, and gives the error to throw. */
  readonly unmodelled: (what: string) => Error
  readonly wrote: (write: Write) => void
}
