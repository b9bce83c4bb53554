import type { Cadence } from './cadence.ts'

/** Why a text is no cadence, in a full sentence, and what to write instead. */
export interface RefusedCadence {
  readonly refused: string
  readonly hint?: string
}

/** What became of a text that should say how a series recurs. */
export type CadenceReading = { readonly cadence: Cadence } | RefusedCadence
