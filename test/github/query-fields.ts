import { requireSight, canSee, isBehindSaml } from './access.ts'
import type { Context } from './context.ts'
import { connection, field, type TypeRules } from './field-rules.ts'
import { noSuchNode, notFound, samlFailure } from './github-error.ts'
import type { Listing } from './listing.ts'
import { searchItems } from './search.ts'
import { repositoryOf } from './node-repository.ts'
import { refreshBudget } from './token.ts'
import type { Entity, Item, Organization, Repository, User } from './world-state.ts'

/** The entrances to the world. */
export const QUERY_FIELDS: Readonly<Record<string, TypeRules>> = {
  Query: {
    viewer: (_root: unknown, _given: unknown, context: Context) => viewer(context),
    user: field(['login'], (_root: unknown, { login }: { login: string }, { state }: Context) => {
      const account = state.accounts.get(login.toLowerCase())
      if (account?.__typename === 'User') return account
      throw notFound(`Could not resolve to a User with the login of '${login}'.`)
    }),
    organization: field(['login'], (_root: unknown, { login }: { login: string }, context: Context) =>
      organization(context, login),
    ),
    repository: field(
      ['owner', 'name', 'followRenames'],
      (_root: unknown, { owner, name }: { owner: string; name: string }, context: Context) =>
        seenRepository(context, owner, name),
    ),
    repositoryOwner: field(['login'], (_root: unknown, { login }: { login: string }, { state }: Context) => {
      const account = state.accounts.get(login.toLowerCase())
      return account?.__typename === 'Bot' ? null : (account ?? null)
    }),
    node: field(['id'], (_root: unknown, { id }: { id: string }, context: Context) => node(context, id)),
    nodes: field(['ids'], (_root: unknown, { ids }: { ids: readonly string[] }, context: Context) =>
      ids.map((id) => orError(() => node(context, id))),
    ),
    search: connection(
      ['query', 'type'],
      (_root: unknown, { query, type }: { query: string; type: string }, context: Context) =>
        search(context, query, type),
    ),
    rateLimit: (_root: unknown, _given: unknown, context: Context) => rateLimit(context),
  },
}

function viewer({ token: { actor } }: Context): User {
  if (actor.__typename === 'User') return actor
  return { ...actor, __typename: 'User', login: `${actor.login}[bot]`, name: null }
}

function organization({ state, token }: Context, login: string): Organization {
  const account = state.accounts.get(login.toLowerCase())
  if (account?.__typename !== 'Organization') {
    throw notFound(`Could not resolve to an Organization with the login of '${login}'.`)
  }
  if (isBehindSaml(token, account)) throw samlFailure()
  return account
}

/** The repository of that name, if the token may see it. */
function seenRepository({ state, token }: Context, owner: string, name: string): Repository {
  const fullName = `${owner}/${name}`
  return requireSight(token, state.repositories.get(fullName.toLowerCase()), fullName)
}

function node(context: Context, id: string): Entity {
  if (/^(?:C|TR|B)_/.test(id)) throw context.unmodelled('git objects by their global id')
  const entity = context.state.nodes.get(id)
  const repository = entity && repositoryOf(entity)
  if (entity === undefined || (repository && !canSee(context.token, repository))) throw noSuchNode(id)
  if (repository && isBehindSaml(context.token, repository.owner)) throw samlFailure()
  return entity
}

/** The value, or the error in its place: an element of a list fails alone. */
function orError<Value>(get: () => Value): Value | Error {
  try {
    return get()
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
}

/** GitHub gives the first 1,000 results of a search, and counts them all. */
const SEARCH_LIMIT = 1000

function search(context: Context, query: string, type: string): Listing<Item | Error> {
  if (type !== 'ISSUE' && type !== 'ISSUE_ADVANCED') throw context.unmodelled(`search of type \`${type}\``)
  const found = searchItems(context, query, type)
  const items = found
    .slice(0, SEARCH_LIMIT)
    .map((item) => (isBehindSaml(context.token, item.repository.owner) ? samlFailure() : item))
  const fields = {
    issueCount: found.length,
    repositoryCount: 0,
    userCount: 0,
    discussionCount: 0,
    codeCount: 0,
    wikiCount: 0,
  }
  return { items, fields }
}

function rateLimit({ token, cost, state }: Context) {
  refreshBudget(token, state.clock())
  return {
    limit: token.limit,
    cost: cost.cost,
    nodeCount: cost.nodes,
    used: token.used,
    remaining: Math.max(0, token.limit - token.used),
    resetAt: `${new Date(token.resetsAt).toISOString().slice(0, 19)}Z`,
  }
}
