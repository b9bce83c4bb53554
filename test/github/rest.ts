import { canSee, isBehindSaml } from './access.ts'
import { forbiddenAnswer, jsonAnswer, notFoundAnswer, type Answer } from './answer.ts'
import { membersOf } from './owner-fields.ts'
import { rateLimitHeaders, refreshBudget, type Token } from './token.ts'
import {
  nameWithOwner,
  type Organization,
  type Repository,
  type User,
  type WorldState,
} from './world-state.ts'

/** A request to the REST API. */
export interface RestRequest {
  readonly method: string
  readonly path: string
  readonly search: URLSearchParams
}

interface Asked {
  readonly state: WorldState
  readonly token: Token
  readonly search: URLSearchParams
}

type Route = readonly [pattern: RegExp, answer: (asked: Asked, ...parts: readonly string[]) => Answer]

/** All of REST that is modelled: what GraphQL lacks, and what tools ask first. */
const ROUTES: readonly Route[] = [
  [/^\/user$/, user],
  [/^\/user\/(\d+)$/, userById],
  [/^\/rate_limit$/, rateLimit],
  [/^\/repos\/([^/]+)\/([^/]+)$/, repository],
  [/^\/orgs\/([^/]+)\/teams\/([^/]+)\/members$/, teamMembers],
]

/** Answers a GET of REST; undefined when it is not modelled. */
export function answerRest(
  state: WorldState,
  token: Token,
  { method, path, search }: RestRequest,
): Answer | undefined {
  if (method !== 'GET') return undefined
  for (const [pattern, answer] of ROUTES) {
    const parts = pattern.exec(path)
    if (parts) return answer({ state, token, search }, ...parts.slice(1).map(decodeURIComponent))
  }
  return undefined
}

function simpleUser({ login, databaseId, id }: User | Organization) {
  return { login, id: databaseId, node_id: id, url: `https://api.github.com/users/${login}` }
}

function user({ token }: Asked): Answer {
  if (token.actor.__typename === 'Bot') return forbiddenAnswer('Resource not accessible by integration')
  const scopes = token.kind === 'classic' ? { 'x-oauth-scopes': [...token.scopes].join(', ') } : {}
  return jsonAnswer(200, { ...simpleUser(token.actor), type: 'User', name: token.actor.name }, scopes)
}

/** GitHub docs: "Get a user using their ID". */
function userById({ state }: Asked, id = ''): Answer {
  const found = [...state.accounts.values()].find(({ databaseId }) => databaseId === Number(id))
  return found?.__typename === 'User'
    ? jsonAnswer(200, { ...simpleUser(found), type: 'User' })
    : notFoundAnswer()
}

function rateLimit({ token, state }: Asked): Answer {
  refreshBudget(token, state.clock())
  const { limit, used, resetsAt } = token
  const graphql = { limit, used, remaining: Math.max(0, limit - used), reset: Math.floor(resetsAt / 1000) }
  const core = { limit: 5000, used: 0, remaining: 5000, reset: graphql.reset }
  return jsonAnswer(200, { resources: { core, graphql }, rate: core }, rateLimitHeaders(token))
}

function repository({ state, token }: Asked, owner = '', name = ''): Answer {
  const found = state.repositories.get(`${owner}/${name}`.toLowerCase())
  if (!found || !canSee(token, found)) return notFoundAnswer()
  if (isBehindSaml(token, found.owner)) return samlAnswer(found.owner.login)
  return jsonAnswer(200, fullRepository(found))
}

function fullRepository(found: Repository) {
  return {
    id: found.databaseId,
    node_id: found.id,
    name: found.name,
    full_name: nameWithOwner(found),
    private: found.isPrivate,
    archived: found.isArchived,
    has_issues: found.hasIssuesEnabled,
    default_branch: found.defaultBranch,
    description: found.description,
    html_url: `https://github.com/${nameWithOwner(found)}`,
    owner: { ...simpleUser(found.owner), type: found.owner.__typename },
  }
}

function samlAnswer(login: string): Answer {
  const answer = forbiddenAnswer(
    'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
  )
  const sso = `required; url=https://github.com/orgs/${login}/sso?authorization_request=EXAMPLE`
  return { ...answer, headers: { ...answer.headers, 'x-github-sso': sso } }
}

const LARGEST_PAGE = 100

/** REST lists the people of child teams too ("Team members will include the members of child teams"). */
function teamMembers({ state, token, search }: Asked, login = '', slug = ''): Answer {
  const organization = state.accounts.get(login.toLowerCase())
  if (organization?.__typename !== 'Organization') return notFoundAnswer()
  if (isBehindSaml(token, organization)) return samlAnswer(login)
  if (token.kind !== 'classic' && token.permissions.members === undefined) {
    return forbiddenAnswer('Resource not accessible by integration')
  }
  const team = organization.teams.find((known) => known.slug === slug)
  if (!team || !seesTeams(token, organization)) return notFoundAnswer()
  const role = search.get('role') ?? 'all'
  const members = [...membersOf(team, 'ALL')].filter(
    ([, has]) => role === 'all' || has.toLowerCase() === role,
  )
  const size = Math.min(LARGEST_PAGE, Number(search.get('per_page') ?? 30))
  const page = Number(search.get('page') ?? 1)
  const people = members.map(([member]) => ({ ...simpleUser(member), type: 'User', site_admin: false }))
  const isLast = page * size >= people.length
  const next = `<https://api.github.com/orgs/${login}/teams/${slug}/members?per_page=${size}&page=${page + 1}>; rel="next"`
  return jsonAnswer(200, people.slice((page - 1) * size, page * size), isLast ? {} : { link: next })
}

function seesTeams({ kind, scopes, actor }: Token, organization: Organization): boolean {
  if (kind !== 'classic') return true
  const hasScope = ['read:org', 'write:org', 'admin:org'].some((scope) => scopes.has(scope))
  return hasScope && actor.__typename === 'User' && organization.members.has(actor)
}
