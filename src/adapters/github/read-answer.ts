import type { FoundIssue, FoundItem, RepositoryAnswer } from '../../core/github/question.ts'

/** The shapes of the answers to the documents, as GitHub's schema has them; null where something is not there. */
export interface Connection<Node> {
  readonly nodes: readonly (Node | null)[] | null
}

/** A page of comments, the oldest first. */
export interface RawComments extends Connection<{
  readonly body: string
  readonly viewerDidAuthor: boolean
  readonly author: { readonly __typename: string; readonly login: string } | null
}> {
  readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null }
}

export interface RawIssue {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly body: string
  readonly url: string
  readonly createdAt: string
  readonly state: 'OPEN' | 'CLOSED'
  readonly isPinned: boolean | null
  readonly labels: Connection<{ readonly name: string }> | null
  /** Undefined where only the head of the issue was asked for. */
  readonly comments?: RawComments
}

/** A page of issues. */
export interface RawIssues extends Connection<RawIssue> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

export interface RawRepository {
  readonly id: string
  readonly nameWithOwner: string
  readonly isPrivate: boolean
  readonly isArchived: boolean
  readonly hasIssuesEnabled: boolean
  readonly pinnedIssues: { readonly totalCount: number } | null
  readonly labelled: RawIssues
  readonly newest: Connection<RawIssue>
  /** `l0`, `l1` …: the labels that were asked for. */
  readonly [label: `l${number}`]: { readonly id: string; readonly name: string } | null
}

export interface RawItem {
  readonly title?: string
  readonly url: string
  readonly number: number
  readonly repository: {
    readonly nameWithOwner: string
    readonly isPrivate: boolean
    readonly isArchived: boolean
  }
  readonly labels: Connection<{ readonly name: string }> | null
}

export interface RawPage extends Connection<RawItem> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** The entries of a connection that the token may see. */
export function nodesOf<Node>(connection: Connection<Node> | null): readonly Node[] {
  return connection?.nodes?.filter((node): node is NonNullable<typeof node> => node !== null) ?? []
}

export function readIssue(raw: RawIssue): FoundIssue {
  const { id, number, title, body, url } = raw
  return {
    id,
    number,
    title,
    body: body.replace(/\r\n/g, '\n'),
    url,
    open: raw.state === 'OPEN',
    pinned: raw.isPinned === true,
    labels: nodesOf(raw.labels).map(({ name }) => name),
    ...readComments(raw.comments ?? null),
    commenters: commentersIn(raw.comments ?? null),
  }
}

/** Who wrote comments without this token, as logins. */
export function commentersIn(comments: RawComments | null): readonly string[] {
  return nodesOf(comments).flatMap(({ author, viewerDidAuthor }) =>
    author && !viewerDidAuthor ? [author.login] : [],
  )
}

/** What this token wrote, and whether people did. Another token of wg's is known by its hidden lines. */
export function readComments(comments: RawComments | null): Pick<FoundIssue, 'ownComments' | 'spoken'> {
  const newest = nodesOf(comments)
  return {
    ownComments: newest.flatMap((comment) => (comment.viewerDidAuthor ? [comment.body] : [])),
    spoken: newest.some(({ author, body }) => author?.__typename !== 'Bot' && !body.includes('<!-- wg:')),
  }
}

export function readRepository(raw: RawRepository): RepositoryAnswer {
  const labels = Object.entries(raw).flatMap(([key, value]) =>
    /^l\d+$/.test(key) && value ? [value as { readonly id: string; readonly name: string }] : [],
  )
  const issues = new Map(
    [...nodesOf(raw.labelled), ...nodesOf(raw.newest)].map((issue) => [issue.number, readIssue(issue)]),
  )
  return {
    id: raw.id,
    repository: raw.nameWithOwner,
    private: raw.isPrivate,
    archived: raw.isArchived,
    hasIssues: raw.hasIssuesEnabled,
    pins: raw.pinnedIssues?.totalCount ?? 0,
    labelIds: new Map(labels.map(({ name, id }) => [name.toLowerCase(), id])),
    issues: [...issues.values()],
  }
}

/** The items of a page; those of archived repositories are left out, as a search does by itself. */
export function readItems(page: RawPage): readonly FoundItem[] {
  return nodesOf(page).flatMap(({ title, url, number, repository, labels }) =>
    title === undefined || repository.isArchived
      ? []
      : [
          {
            title,
            url,
            number,
            repository: repository.nameWithOwner,
            private: repository.isPrivate,
            labels: nodesOf(labels).map(({ name }) => name),
          },
        ],
  )
}
