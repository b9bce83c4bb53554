import { permissionOf } from './access.ts'
import { jsonAnswer, type Answer } from './answer.ts'
import { placeRoute, type PlaceAsked, type Route } from './rest-route.ts'
import type { Token } from './token.ts'
import {
  nameWithOwner,
  PERMISSIONS,
  type Item,
  type Organization,
  type Repository,
  type User,
} from './world-state.ts'

const LARGEST_PAGE = 100

/** What REST says of repositories: their facts, and short lists of what is in them. */
export const PLACE_ROUTES: readonly Route[] = [
  placeRoute('', undefined, ({ repository, token }) => jsonAnswer(200, fullRepository(repository, token))),
  placeRoute('/issues', 'issues', (asked) =>
    asked.repository.hasIssuesEnabled
      ? page(asked, openItems(asked.repository).map(issue))
      : jsonAnswer(410, { message: 'Issues has been disabled in this repository.' }),
  ),
  placeRoute('/pulls', 'pullRequests', (asked) =>
    page(
      asked,
      openItems(asked.repository)
        .filter((item) => item.__typename === 'PullRequest')
        .map(issue),
    ),
  ),
  placeRoute('/branches', 'contents', (asked) => page(asked, branches(asked.repository))),
]

export function simpleUser({ login, databaseId, id }: User | Organization) {
  return { login, id: databaseId, node_id: id, url: `https://api.github.com/users/${login}` }
}

/** A page of a list; what asks for more than a page is not modelled. */
export function page(
  { search }: Pick<PlaceAsked, 'search'>,
  entries: readonly unknown[],
): Answer | undefined {
  if ([...search.keys()].some((key) => key !== 'per_page')) return undefined
  return jsonAnswer(200, entries.slice(0, pageSize(search)))
}

export function pageSize(search: URLSearchParams): number {
  return Math.min(LARGEST_PAGE, Number(search.get('per_page') ?? 30))
}

function fullRepository(found: Repository, token: Token) {
  return {
    id: found.databaseId,
    node_id: found.id,
    name: found.name,
    full_name: nameWithOwner(found),
    private: found.isPrivate,
    fork: found.isFork,
    archived: found.isArchived,
    has_issues: found.hasIssuesEnabled,
    default_branch: found.defaultBranch,
    description: found.description,
    html_url: `https://github.com/${nameWithOwner(found)}`,
    owner: { ...simpleUser(found.owner), type: found.owner.__typename },
    created_at: found.createdAt,
    pushed_at: found.pushedAt,
    permissions: permissions(found, token),
  }
}

/** The rights of a person; an app is told nothing here, as the example of "List repositories accessible to the app installation" shows. */
function permissions(repository: Repository, { actor }: Token) {
  const level = actor.__typename === 'User' ? permissionOf(actor, repository) : null
  const has = (wanted: (typeof PERMISSIONS)[number]) =>
    level !== null && PERMISSIONS.indexOf(level) >= PERMISSIONS.indexOf(wanted)
  return {
    admin: has('ADMIN'),
    maintain: has('MAINTAIN'),
    push: has('WRITE'),
    triage: has('TRIAGE'),
    pull: has('READ'),
  }
}

/** REST lists pull requests among the issues. */
function openItems({ items }: Repository): readonly Item[] {
  return items.filter(({ state }) => state === 'OPEN').toReversed()
}

function issue(item: Item) {
  const name = nameWithOwner(item.repository)
  const isPull = item.__typename === 'PullRequest'
  const url = `https://github.com/${name}/${isPull ? 'pull' : 'issues'}/${item.number}`
  return {
    id: item.databaseId,
    node_id: item.id,
    number: item.number,
    title: item.title,
    state: 'open',
    html_url: url,
    ...(isPull && { pull_request: { html_url: url } }),
  }
}

function branches({ refs }: Repository) {
  return [...refs.values()].flatMap(({ qualifiedName, oid }) =>
    qualifiedName.startsWith('refs/heads/')
      ? [{ name: qualifiedName.slice('refs/heads/'.length), commit: { sha: oid }, protected: false }]
      : [],
  )
}
