import type { FileContent } from '../file-content.ts'

/** What wg asks about a branch on which it proposes files. */
export interface BranchQuestion {
  /** `owner/name`. */
  readonly repository: string
  /** The branch of the proposal, without `refs/heads/`. */
  readonly branch: string
  /** The files of the proposal. */
  readonly paths: readonly string[]
  /** Whether its newest commit is enough, so that many can be asked at once. */
  readonly lightly?: true
}

/** Files at one commit, by path. */
export type FilesAt = ReadonlyMap<string, FileContent>

/** A commit with the files that were asked for, as they are in it. */
export interface FoundCommit {
  readonly oid: string
  readonly message: string
  readonly files: FilesAt
}

/** A pull request from the branch of a proposal. */
export interface FoundPullRequest {
  readonly id: string
  readonly number: number
  readonly url: string
  readonly title: string
  readonly body: string
  readonly state: 'open' | 'closed' | 'merged'
  /** The commit at which the branch stood when the pull request ended, or stands now. */
  readonly headOid: string
  /** Those of the newest comments that this token wrote, oldest first. */
  readonly ownComments: readonly string[]
  /** Whether one of the newest comments is a person's. */
  readonly spoken: boolean
}

/** How GitHub merges a pull request. */
export type MergeMethod = 'SQUASH' | 'MERGE' | 'REBASE'

/** What GitHub says of a branch for proposals, and of the branch that they are for. */
export interface BranchAnswer {
  readonly repositoryId: string
  readonly repository: string
  readonly archived: boolean
  readonly private: boolean
  /** How the repository's settings let pull requests be merged. */
  readonly mergeMethods: readonly MergeMethod[]
  /** The default branch. */
  readonly base: { readonly name: string; readonly oid: string; readonly files: FilesAt }
  /** Undefined when there is no such branch; its commits are the newest, the newest first. */
  readonly head?: { readonly refId: string; readonly oid: string; readonly commits: readonly FoundCommit[] }
  /** The newest first. */
  readonly pullRequests: readonly FoundPullRequest[]
}

/** By what an answer is found again. */
export function branchKey({ repository, branch }: BranchQuestion): string {
  return `${repository.toLowerCase()} ${branch}`
}
