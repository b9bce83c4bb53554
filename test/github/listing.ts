import { listCursor, readListCursor, readSearchCursor, searchCursor, type CursorKey } from './cursor.ts'
import { GitHubError } from './github-error.ts'

/** A list to be given in pages, in its order. */
export interface Listing<Item> {
  readonly items: readonly Item[]
  /** The values the list is ordered by, the last one unique; a list without is paged by place, as search is. */
  readonly keyOf?: (item: Item) => CursorKey
  /** Whether the order is downward. */
  readonly descending?: boolean
  /** More fields of an edge. */
  readonly edgeOf?: (item: Item) => Readonly<Record<string, unknown>>
  /** More fields of the connection, or others than usual. */
  readonly fields?: Readonly<Record<string, unknown>>
}

/** The arguments of paging. */
export interface Paging {
  readonly first?: number | null
  readonly last?: number | null
  readonly after?: string | null
  readonly before?: string | null
}

const LARGEST_PAGE = 100

/** Gives a page of a list, or only its count when no pages are asked. `field` is named in errors. */
export function pageOf<Item>(listing: Listing<Item>, paging: Paging, { field, asked }: PageRequest) {
  const { items, fields } = listing
  const counted = { totalCount: items.length, ...fields }
  if (!asked && paging.first == null && paging.last == null) return counted
  checkBoundaries(paging, field)
  const start = paging.after == null ? 0 : placeAfter(listing, paging.after)
  const end = paging.before == null ? items.length : placeBefore(listing, paging.before)
  const between = items.slice(start, Math.max(start, end))
  const from = paging.last == null ? 0 : Math.max(0, between.length - paging.last)
  const page = between.slice(from, paging.first == null ? undefined : paging.first)
  const edges = page.map((node, index) => ({
    node,
    cursor: cursorOf(listing, node, start + from + index),
    ...listing.edgeOf?.(node),
  }))
  const pageInfo = {
    hasNextPage: start + from + page.length < items.length,
    hasPreviousPage: start + from > 0,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  }
  return { ...counted, nodes: page, edges, pageInfo }
}

/** What a query wants of a connection. */
export interface PageRequest {
  readonly field: string
  /** Whether nodes, edges or pageInfo are selected. */
  readonly asked: boolean
}

function checkBoundaries({ first, last }: Paging, field: string): void {
  if (first == null && last == null) {
    throw new GitHubError(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${field}\` connection.`,
    )
  }
  if (first != null && last != null) {
    throw new GitHubError(
      'ARGUMENT_ERROR',
      `Passing both \`first\` and \`last\` values to paginate the \`${field}\` connection is not supported.`,
    )
  }
  const [name, size] = first == null ? (['last', last ?? 0] as const) : (['first', first] as const)
  if (size > LARGEST_PAGE) {
    throw new GitHubError(
      'EXCESSIVE_PAGINATION',
      `Requesting ${size} records on the \`${field}\` connection exceeds the \`${name}\` limit of ${LARGEST_PAGE} records.`,
    )
  }
  if (size < 1) {
    throw new GitHubError(
      'ARGUMENT_ERROR',
      `\`${name}\` on the \`${field}\` connection must be between 1 and 100.`,
    )
  }
}

function cursorOf<Item>({ keyOf }: Listing<Item>, item: Item, index: number): string {
  return keyOf ? listCursor(keyOf(item)) : searchCursor(index + 1)
}

/** The place of the first item behind the cursor, also when the cursor's own item is gone. */
function placeAfter<Item>(listing: Listing<Item>, cursor: string): number {
  const { items, keyOf } = listing
  if (!keyOf) return readSearchCursor(cursor)
  const key = readListCursor(cursor)
  const place = items.findIndex((item) => compareKeys(keyOf(item), key, listing) > 0)
  return place === -1 ? items.length : place
}

function placeBefore<Item>(listing: Listing<Item>, cursor: string): number {
  const { items, keyOf } = listing
  if (!keyOf) return readSearchCursor(cursor) - 1
  const key = readListCursor(cursor)
  const place = items.findIndex((item) => compareKeys(keyOf(item), key, listing) >= 0)
  return place === -1 ? items.length : place
}

/** Below 0 when `one` stands before `other` in the listing's order. */
function compareKeys(
  one: CursorKey,
  other: CursorKey,
  { descending }: { readonly descending?: boolean },
): number {
  const at = one.findIndex((part, index) => part !== other[index])
  const [part, otherPart] = [one[at], other[at]]
  if (part === undefined || otherPart === undefined) return 0
  return part < otherPart === (descending ?? false) ? 1 : -1
}

/** A list in the order of a key, with cursors to match. */
export function ordered<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => CursorKey,
  direction: 'ASC' | 'DESC' = 'ASC',
): Listing<Item> {
  const descending = direction === 'DESC'
  const sorted = [...items].sort((one, other) => compareKeys(keyOf(one), keyOf(other), { descending }))
  return { items: sorted, keyOf, descending }
}
