import { isBehindSaml } from './access.ts'
import { ACTIONS_ROUTES } from './actions-routes.ts'
import { forbiddenAnswer, jsonAnswer, notFoundAnswer, type Answer } from './answer.ts'
import { membersOf } from './owner-fields.ts'
import { pageSize, PLACE_ROUTES, simpleUser } from './place-routes.ts'
import { samlAnswer, type RestAsked, type Route } from './rest-route.ts'
import { rateLimitHeaders, refreshBudget, tokenHeaders, type Token } from './token.ts'
import type { Organization, WorldState } from './world-state.ts'

/** A request to the REST API. */
export interface RestRequest {
  readonly method: string
  readonly path: string
  readonly search: URLSearchParams
}

/** All of REST that is modelled: what GraphQL lacks, and what tools ask first. */
const ROUTES: readonly Route[] = [
  [/^\/user$/, user],
  [/^\/user\/(\d+)$/, userById],
  [/^\/rate_limit$/, rateLimit],
  [/^\/orgs\/([^/]+)\/teams\/([^/]+)\/members$/, teamMembers],
  ...PLACE_ROUTES,
  ...ACTIONS_ROUTES,
]

/** Answers a GET of REST; undefined when it is not modelled. */
export function answerRest(
  state: WorldState,
  token: Token,
  { method, path, search }: RestRequest,
): Answer | undefined {
  if (method !== 'GET') return undefined
  for (const [pattern, route] of ROUTES) {
    const parts = pattern.exec(path)
    if (!parts) continue
    const answer = route({ state, token, search }, ...parts.slice(1).map(decodeURIComponent))
    return answer && { ...answer, headers: { ...answer.headers, ...tokenHeaders(token) } }
  }
  return undefined
}

function user({ token }: RestAsked): Answer {
  if (token.actor.__typename === 'Bot') return forbiddenAnswer('Resource not accessible by integration')
  return jsonAnswer(200, { ...simpleUser(token.actor), type: 'User', name: token.actor.name })
}

/** GitHub docs: "Get a user using their ID". */
function userById({ state }: RestAsked, id = ''): Answer {
  const found = [...state.accounts.values()].find(({ databaseId }) => databaseId === Number(id))
  return found?.__typename === 'User'
    ? jsonAnswer(200, { ...simpleUser(found), type: 'User' })
    : notFoundAnswer()
}

function rateLimit({ token, state }: RestAsked): Answer {
  refreshBudget(token, state.clock())
  const { limit, used, resetsAt } = token
  const graphql = { limit, used, remaining: Math.max(0, limit - used), reset: Math.floor(resetsAt / 1000) }
  const core = { limit: 5000, used: 0, remaining: 5000, reset: graphql.reset }
  return jsonAnswer(200, { resources: { core, graphql }, rate: core }, rateLimitHeaders(token))
}

/** REST lists the people of child teams too ("Team members will include the members of child teams"). */
function teamMembers({ state, token, search }: RestAsked, login = '', slug = ''): Answer {
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
  const size = pageSize(search)
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
