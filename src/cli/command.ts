import type { Command } from 'commander'
import type { GlobalOptions, World } from './world.ts'

/** What a command's action is given. */
export interface Given {
  /** The arguments in order; undefined where an optional one was left out. */
  readonly values: readonly (string | undefined)[]
  readonly options: GlobalOptions & Readonly<Record<string, unknown>>
}

/** What a command is defined with. `run` takes its work, which gives the exit code when it is not 0. */
export interface Definition {
  readonly world: World
  /** The names of all commands, `meeting new`. */
  readonly names: readonly string[]
  readonly run: (work: (given: Given) => Promise<number | undefined>) => void
}

/** One file of `commands/` exports this. */
export interface CommandModule {
  readonly define: (command: Command, definition: Definition) => void
}
