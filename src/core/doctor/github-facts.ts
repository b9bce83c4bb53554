import type { Seen } from './seen.ts'

/** What is asked about the token, and about the places in which it is to be used. */
export interface FactsQuestion {
  /** The repository of the workspace, `owner/name`, in which its workflows run and to which its files are proposed. */
  readonly home?: string
  /** The repositories of the series' issues. */
  readonly repositories: readonly string[]
  /** The path of the scheduled workflow. */
  readonly workflow: string
}

/** What GitHub says of a token and of the places in which it is to be used. */
export interface GitHubFacts {
  readonly token: Seen<TokenFacts>
  readonly viewer: Seen<ViewerFacts>
  /** By `owner/name` in small letters. */
  readonly places: ReadonlyMap<string, PlaceFacts>
  /** Of the home; undefined when none was asked, or it could not be seen. */
  readonly actions?: ActionsFacts
}

/** `scoped`: a classic token, or one of an OAuth app, with scopes; `personal`: a person's with permissions; `app`: an installation's, as that of a workflow. */
export interface TokenFacts {
  readonly kind: 'scoped' | 'personal' | 'app'
  readonly scopes: readonly string[]
  /** The instant at which it ends; undefined when GitHub names none. */
  readonly expires?: Date
}

export interface ViewerFacts {
  /** `ada-example`, or `github-actions[bot]` for the token of a workflow. */
  readonly login: string
  /** Points of GraphQL in an hour, those left, and when the next hour begins. */
  readonly limit: number
  readonly remaining: number
  readonly resetsAt: Date
}

/** A repository, and what the token may read of it. */
export interface PlaceFacts {
  readonly repository: Seen<RepositoryFacts>
  /** Asked only where the answer tells something: of private repositories, by a token that has permissions. */
  readonly reads: Readonly<Partial<Record<WriteArea, Seen<true>>>>
}

/** What wg writes on GitHub. */
export type WriteArea = 'issues' | 'contents' | 'pull-requests'

export interface RepositoryFacts {
  /** Its page, `https://github.com/owner/name`. */
  readonly url: string
  readonly private: boolean
  readonly archived: boolean
  readonly hasIssues: boolean
  readonly defaultBranch: string
  readonly pushedAt?: Date
  /** Whether the token's person may write there; undefined when GitHub does not say. */
  readonly push?: boolean
}

/** What is known of the workflows of a repository. */
export interface ActionsFacts {
  readonly workflow: Seen<WorkflowFacts | 'none'>
  /** The newest run that the schedule began. */
  readonly lastRun: Seen<RunFacts | 'none'>
  readonly settings: Seen<ActionsSettings>
}

export interface WorkflowFacts {
  /** `active`, `disabled_inactivity`, `disabled_manually`, `disabled_fork`, `deleted`. */
  readonly state: string
  readonly createdAt: Date
}

export interface RunFacts {
  readonly startedAt: Date
  /** `success`, `failure` …; null while it runs. */
  readonly conclusion: string | null
  readonly url: string
}

export interface ActionsSettings {
  readonly mayOpenPullRequests: boolean
  /** What the token of a workflow may do that names nothing: `read` or `write`. */
  readonly defaultPermissions: string
}
