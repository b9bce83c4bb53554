import type { MergeMethod } from '../github/branch.ts'

/** One thing that wg would do. A plan is a list of them, in order; an empty one is good news. */
export type Change = WriteFile | GitHubChange

/** A change in the world of GitHub. */
export type GitHubChange =
  CreateLabel | OpenIssue | EditIssue | WriteComment | CommitFiles | OpenPullRequest | MergePullRequest

/** A file written whole. */
export interface WriteFile {
  readonly kind: 'write-file'
  readonly path: string
  /** What it holds now; undefined when there is no such file. */
  readonly before?: string
  readonly after: string
}

/** A label that the repository does not have yet. */
export interface CreateLabel {
  readonly kind: 'create-label'
  readonly repository: string
  readonly repositoryId: string
  readonly name: string
  /** Six hexadecimal digits. */
  readonly color: string
  readonly description: string
}

/** A new issue. */
export interface OpenIssue {
  readonly kind: 'open-issue'
  readonly repository: string
  readonly repositoryId: string
  /** The hidden key of what the issue is about. */
  readonly key: string
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
  /** The ids of those labels that exist, by lower-case name. */
  readonly labelIds: ReadonlyMap<string, string>
  /** Pinning takes a request of its own, after the issue is there. */
  readonly pin?: Pin
}

/** What happens to one issue or pull request, all in one request: comments first, then text and labels, then its state. */
export interface EditIssue {
  readonly kind: 'edit-issue'
  /** An issue when left out. */
  readonly of?: 'pull-request'
  readonly repository: string
  readonly id: string
  readonly number: number
  readonly url: string
  /** What to say of it in a plan: `moved`, `cancelled`, `duplicate of #12`. */
  readonly why: string
  readonly comment?: string
  /** The id of a comment of wg's that says again what the one before it says. */
  readonly takeBack?: string
  readonly title?: { readonly from: string; readonly to: string }
  readonly body?: { readonly from: string; readonly to: string }
  readonly addLabels?: readonly string[]
  readonly removeLabels?: readonly string[]
  readonly labelIds: ReadonlyMap<string, string>
  readonly state?: EndState
  readonly pin?: Pin
}

/** A comment of wg's own on an issue or pull request: a new one, or other words in an old one. */
export interface WriteComment {
  readonly kind: 'write-comment'
  readonly repository: string
  readonly number: number
  /** The id of the issue or pull request. */
  readonly id: string
  readonly url: string
  /** What to say of it in a plan. */
  readonly why: string
  readonly body: string
  /** The comment whose words change; a new one when left out. */
  readonly comment?: { readonly id: string; readonly body: string; readonly url: string }
}

/** Files written on a branch of wg's, as one commit. */
export interface CommitFiles {
  readonly kind: 'commit-files'
  readonly repository: string
  readonly repositoryId: string
  readonly branch: string
  /** The commit on which the branch stands, or is made to stand first. GitHub refuses the commit when it has moved on. */
  readonly onto: string
  /** What happens to the branch before the commit: it is made, or put back to `onto` from where a proposal before has left it. */
  readonly first?: { readonly kind: 'make' } | { readonly kind: 'reset'; readonly refId: string }
  /** The first line says what the commit does. */
  readonly message: string
  readonly files: readonly WriteFile[]
}

/** A new pull request from a branch of wg's. */
export interface OpenPullRequest {
  readonly kind: 'open-pull-request'
  readonly repository: string
  readonly repositoryId: string
  readonly branch: string
  readonly base: string
  readonly title: string
  readonly body: string
  /** The issue in which the pull request is told of, with a comment that holds `{url}` where its address goes. */
  readonly tell?: Pick<EditIssue, 'repository' | 'id' | 'number' | 'url'> & { readonly comment: string }
}

/** A pull request of wg's own that is merged. */
export interface MergePullRequest {
  readonly kind: 'merge-pull-request'
  readonly repository: string
  readonly id: string
  readonly number: number
  readonly url: string
  /** The commit that is merged. GitHub refuses when the branch has moved on. */
  readonly headOid: string
  readonly method: MergeMethod
  /** What to say of it in a plan: `cancel security-wg/2026-12-10`. */
  readonly why: string
  /** What follows when GitHub's rules do not let wg merge it. */
  readonly otherwise: readonly EditIssue[]
}

/** An issue is pinned in the place of others. */
export interface Pin {
  /** The ids of the issues that lose their pin. */
  readonly unpin: readonly string[]
}

/** The state that an issue is brought into. */
export type EndState =
  | { readonly kind: 'closed'; readonly reason: 'COMPLETED' | 'NOT_PLANNED' }
  | { readonly kind: 'duplicate'; readonly of: string }
  | { readonly kind: 'open' }

/** What would be done, and what a person should know of it. */
export interface Plan<Kind extends Change = Change> {
  readonly changes: readonly Kind[]
  /** Sentences: why nothing is done, what was left alone, what to do next. */
  readonly notes: readonly string[]
}

/** One line: `+ write meetings/2026-12-03.md`. */
export function describeChange(change: Change): string {
  switch (change.kind) {
    case 'write-file':
      return change.before === undefined ? `+ write ${change.path}` : `~ change ${change.path}`
    case 'create-label':
      return `+ label \`${change.name}\` in ${change.repository}`
    case 'open-issue':
      return `+ open issue in ${change.repository}: ${change.title}`
    case 'edit-issue':
    case 'write-comment':
      return `~ ${change.repository}#${change.number}: ${change.why}`
    case 'commit-files':
      return `+ commit ${change.files.map(({ path }) => path).join(', ')} on ${change.repository}, branch ${change.branch}`
    case 'open-pull-request':
      return `+ open pull request in ${change.repository}: ${change.title}`
    case 'merge-pull-request':
      return `~ merge ${change.repository}#${change.number}: ${change.why}`
  }
}
