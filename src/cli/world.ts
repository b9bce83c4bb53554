import type { FileContent } from '../core/file-content.ts'
import type { TemplateName } from '../core/meetings/series.ts'
import type { BuiltInWorkflow } from '../core/plan/workflow-files.ts'
import type { Cache, Files, GitHub, Pages, Prompter, Served, Terminal, Watch } from '../ports.ts'

/** The world as a command is handed it: real-world.ts makes the real one, tests make their own. */
export interface World {
  readonly version: string
  readonly clock: () => Date
  readonly terminal: Terminal
  readonly prompter: Prompter
  /** Opens the workspace at or above a folder; the folder itself when there is none. */
  readonly openFiles: (folder: string | undefined, search: 'upward' | 'here') => Promise<Files>
  /** What comes in on standard input, to its end. */
  readonly readInput: () => Promise<FileContent>
  /** The repository on GitHub that a checkout came from, `owner/name`. */
  readonly remoteOf: (files: Files) => Promise<string | undefined>
  /** Where a folder lies in its repository, `groups/web`; empty at the top. */
  readonly folderOf: (files: Files) => Promise<string>
  /** A built-in template. */
  readonly template: (name: TemplateName | 'charter') => Promise<string>
  /** The workflows that `wg init` writes. */
  readonly workflows: () => Promise<readonly BuiltInWorkflow[]>
  /** GitHub as the token of the environment sees it; undefined when there is none. */
  readonly connect: () => Promise<GitHub | undefined>
  /** The text at an address of the web. Refuses what cannot be had. */
  readonly fetchText: (address: string) => Promise<string>
  /** Serves pages on this machine alone until a person ends it. */
  readonly serve: (pages: Pages, port: number) => Promise<Served>
  /** Tells when a file below one of the folders of a root has changed; the empty name is the root itself, without what lies deeper. */
  readonly watch: (root: string, folders: readonly string[], changed: () => void) => Promise<Watch>
  /** The style and the scripts of the pages of `wg site`, by name. */
  readonly siteAssets: () => Promise<ReadonlyMap<string, string>>
  /** What is kept from one run to the next; undefined when it is turned off. */
  readonly openCache: () => Promise<Cache | undefined>
  readonly environment: Environment
}

/** What the environment of the process says. */
export interface Environment {
  /** Whether GitHub Actions runs this, so that problems become annotations. */
  readonly actions: boolean
  /** The event that started the run of GitHub Actions, as its JSON; undefined outside of it. */
  readonly readEvent?: () => Promise<unknown>
  /** The release of the time zone data that Node was built with, `2026a`; undefined when Node does not say. */
  readonly zoneData?: string
}

/** The options that every command takes. */
export interface GlobalOptions {
  readonly cwd?: string
  readonly now?: string
  readonly json?: boolean
  readonly quiet?: boolean
  readonly color?: boolean
}
