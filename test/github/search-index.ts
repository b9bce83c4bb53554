import type { Instant, Item, SearchLag } from './world-state.ts'

/** What search knew of an issue or pull request when it last looked. */
export interface SearchDocument {
  readonly item: Item
  readonly title: string
  readonly body: string
  readonly comments: readonly string[]
  /** In small letters. */
  readonly commenters: readonly string[]
  readonly state: string
  readonly locked: boolean
  readonly draft: boolean
  readonly labels: readonly string[]
  readonly assignees: readonly string[]
  readonly updatedAt: Instant
  readonly closedAt: Instant | null
}

interface Change {
  readonly document: SearchDocument
  readonly request: number
  readonly milliseconds: number
}

/** The documents that search looks at, and the changes that have not reached it yet. */
export interface SearchIndex {
  readonly documents: Map<string, SearchDocument>
  waiting: Change[]
}

/** How far the world is: its count of requests and its clock. */
export interface Progress {
  readonly requests: number
  readonly milliseconds: number
}

/** Tells the index that an item is new or has changed; it will know when the lag allows. */
export function noteChange(index: SearchIndex, item: Item, { requests, milliseconds }: Progress): void {
  index.waiting.push({ document: documentOf(item), request: requests, milliseconds })
}

function documentOf(item: Item): SearchDocument {
  return {
    item,
    title: item.title,
    body: item.body,
    comments: item.comments.map((comment) => comment.body),
    commenters: item.comments.flatMap(({ author }) => (author ? [author.login.toLowerCase()] : [])),
    state: item.state,
    locked: item.locked,
    draft: item.__typename === 'PullRequest' && item.isDraft,
    labels: [...item.labels].map((label) => label.name.toLowerCase()),
    assignees: [...item.assignees].map((user) => user.login.toLowerCase()),
    updatedAt: item.updatedAt,
    closedAt: item.closedAt,
  }
}

/** Lets the changes in whose time has come, in their order, and gives what search knows now. */
export function searchDocuments(
  index: SearchIndex,
  lag: SearchLag | undefined,
  now: Progress,
): SearchDocument[] {
  const isDue = (change: Change) => {
    if (lag === undefined) return true
    if ('until' in lag) return false
    if ('requests' in lag) return now.requests - change.request > lag.requests
    return now.milliseconds - change.milliseconds >= lag.milliseconds
  }
  for (const { document } of index.waiting.filter(isDue)) index.documents.set(document.item.id, document)
  index.waiting = index.waiting.filter((change) => !isDue(change))
  return [...index.documents.values()]
}
