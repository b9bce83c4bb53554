/** The commit and the branch from which a pull request comes, as an event of GitHub names them. */
export interface Head {
  /** The repository in which the pull request is, `owner/name`. */
  readonly repository: string
  /** Where the branch is: the same repository, or a fork. */
  readonly headRepository: string
  readonly branch: string
  readonly commit: string
}

/** A comment that this token wrote. */
export interface OwnComment {
  readonly id: string
  readonly body: string
  readonly url: string
}

/** An open pull request, with the comments of this token among the first and the last on it. */
export interface CommentedPullRequest {
  readonly id: string
  readonly number: number
  readonly url: string
  readonly ownComments: readonly OwnComment[]
}
