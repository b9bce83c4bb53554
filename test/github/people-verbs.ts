import {
  findActor,
  findOrganization,
  findRepository,
  findUser,
  type RepositoryReference,
} from './find-in-world.ts'
import { globalId } from './global-id.ts'
import { AREAS, type Area, type Token } from './token.ts'
import { WorldMistake } from './world-mistake.ts'
import {
  instantOf,
  nextDatabaseId,
  remember,
  type Bot,
  type Organization,
  type Repository,
  type RepositoryPermission,
  type Team,
  type User,
  type WorldState,
} from './world-state.ts'

/** A team's people; all must be members of the organization. */
export interface TeamOptions {
  readonly name?: string
  readonly members?: readonly string[]
  readonly maintainers?: readonly string[]
  /** The slug of the team above. */
  readonly parent?: string
}

export interface OrganizationOptions {
  readonly name?: string
  readonly members?: readonly string[]
  readonly admins?: readonly string[]
  /** By slug, in an order in which parents come first. */
  readonly teams?: Readonly<Record<string, readonly string[] | TeamOptions>>
  /** What members may do in every repository; `READ` if not said. */
  readonly basePermission?: RepositoryPermission | null
  /** Tokens need `sso: ['<this login>']` to see anything of it. */
  readonly saml?: boolean
}

export interface TokenOptions {
  /** Whose token it is; or `app`. */
  readonly login?: string
  /** The app whose installation token it is, like `github-actions`. */
  readonly app?: string
  /** Makes it an installation token (with `app`) or a fine-grained one (with `login`). */
  readonly permissions?: Readonly<Partial<Record<Area, 'read' | 'write'>>>
  /** Where the permissions hold. Needed with `permissions`. */
  readonly repositories?: 'all' | readonly RepositoryReference[]
  /** The scopes of a classic token; `repo` and `read:org` if neither these nor `permissions` are said. */
  readonly scopes?: readonly string[]
  readonly sso?: readonly string[]
  /** Points an hour: 5,000, or 1,000 for the app `github-actions`. */
  readonly limit?: number
  /** The instant at which it ends; a personal token without one lasts for ever. */
  readonly expires?: string
  /** Points already used in this hour. */
  readonly used?: number
}

/** Makes a person. */
export function makeUser(state: WorldState, login: string, options: { readonly name?: string } = {}): User {
  const databaseId = claimLogin(state, login)
  const user: User = {
    __typename: 'User',
    id: globalId('User', databaseId),
    databaseId,
    createdAt: instantOf(state),
    login,
    name: options.name ?? null,
  }
  state.accounts.set(login.toLowerCase(), user)
  return remember(state, user)
}

/** Somebody takes another login; the old one is free from then on. */
export function renameUser(state: WorldState, login: string, to: string): User {
  const user = findUser(state, login)
  if (login.toLowerCase() !== to.toLowerCase() && state.accounts.has(to.toLowerCase()))
    throw new WorldMistake(`There is already somebody called \`${to}\`.`)
  state.accounts.delete(login.toLowerCase())
  user.login = to
  state.accounts.set(to.toLowerCase(), user)
  return user
}

/** Somebody deletes the account. */
export function deleteUser(state: WorldState, login: string): void {
  state.accounts.delete(findUser(state, login).login.toLowerCase())
}

function claimLogin(state: WorldState, login: string): number {
  if (!/^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i.test(login))
    throw new WorldMistake(`\`${login}\` cannot be a login.`)
  if (state.accounts.has(login.toLowerCase()))
    throw new WorldMistake(`There is already somebody called \`${login}\`.`)
  return nextDatabaseId(state)
}

/** Makes an organization with its members and teams. */
export function makeOrganization(
  state: WorldState,
  login: string,
  options: OrganizationOptions = {},
): Organization {
  const admins = (options.admins ?? []).map((name) => [findUser(state, name), 'ADMIN'] as const)
  const members = (options.members ?? []).map((name) => [findUser(state, name), 'MEMBER'] as const)
  const databaseId = claimLogin(state, login)
  const organization: Organization = {
    __typename: 'Organization',
    id: globalId('Organization', databaseId),
    databaseId,
    createdAt: instantOf(state),
    login,
    name: options.name ?? null,
    members: new Map([...members, ...admins]),
    teams: [],
    basePermission: options.basePermission === undefined ? 'READ' : options.basePermission,
    saml: options.saml ?? false,
  }
  state.accounts.set(login.toLowerCase(), remember(state, organization))
  for (const [slug, team] of Object.entries(options.teams ?? {})) {
    setTeam(
      state,
      `${login}/${slug}`,
      'members' in team || !Array.isArray(team) ? (team as TeamOptions) : { members: team },
    )
  }
  return organization
}

/** Makes the team `organization/slug`, or gives an existing one these people instead of its own. */
export function setTeam(state: WorldState, reference: string, options: TeamOptions): Team {
  const [login = '', slug = ''] = reference.split('/')
  if (!/^[a-z\d][a-z\d-]*$/.test(slug))
    throw new WorldMistake(`\`${reference}\` is not \`organization/team-slug\`.`)
  const organization = findOrganization(state, login)
  const known = organization.teams.find((team) => team.slug === slug)
  const team = known ?? newTeam(state, organization, slug)
  const parent = organization.teams.find((other) => other.slug === options.parent) ?? null
  if (options.parent !== undefined && parent === null)
    throw new WorldMistake(`There is no team \`${options.parent}\`.`)
  team.name = options.name ?? team.name
  team.parent = parent
  team.members.clear()
  for (const name of options.members ?? []) team.members.set(memberOf(state, organization, name), 'MEMBER')
  for (const name of options.maintainers ?? [])
    team.members.set(memberOf(state, organization, name), 'MAINTAINER')
  return team
}

function newTeam(state: WorldState, organization: Organization, slug: string): Team {
  const databaseId = nextDatabaseId(state)
  const team: Team = {
    __typename: 'Team',
    id: globalId('Team', organization.databaseId, databaseId),
    databaseId,
    createdAt: instantOf(state),
    slug,
    name: slug,
    organization,
    parent: null,
    members: new Map(),
  }
  organization.teams.push(team)
  return remember(state, team)
}

function memberOf(state: WorldState, organization: Organization, login: string): User {
  const user = findUser(state, login)
  if (organization.members.has(user)) return user
  throw new WorldMistake(
    `\`${login}\` is not a member of \`${organization.login}\`, so no team of it can have them.`,
  )
}

/** Makes a token. Which kind it is follows from `login`, `app`, `permissions` and `scopes`. */
export function makeToken(state: WorldState, value: string, options: TokenOptions): Token {
  const { login, app, permissions, scopes } = options
  if (state.tokens.has(value)) throw new WorldMistake('There is already a token of that value.')
  if ((login === undefined) === (app === undefined))
    throw new WorldMistake('A token has a `login` or an `app`.')
  if (permissions && scopes) throw new WorldMistake('A token has `permissions` or `scopes`, not both.')
  if (app !== undefined && scopes)
    throw new WorldMistake('The token of an app has `permissions`, no `scopes`.')
  const wrong = Object.keys(permissions ?? {}).find((area) => !AREAS.some((known) => known === area))
  if (wrong !== undefined)
    throw new WorldMistake(`\`${wrong}\` is no permission; there are \`${AREAS.join('`, `')}\`.`)
  const token: Token = {
    value,
    actor: app === undefined ? findActor(state, login ?? '') : findOrMakeBot(state, app),
    kind: app === undefined ? (permissions ? 'fine-grained' : 'classic') : 'app',
    scopes: new Set(scopes ?? (permissions || app !== undefined ? [] : ['repo', 'read:org'])),
    permissions: permissions ?? {},
    repositories: repositoriesOf(state, options),
    singleSignOn: new Set(
      (options.sso ?? []).map((name) => findOrganization(state, name).login.toLowerCase()),
    ),
    expires: options.expires === undefined ? undefined : new Date(options.expires),
    limit: options.limit ?? (app === 'github-actions' ? 1000 : 5000),
    used: options.used ?? 0,
    resetsAt: state.clock().getTime() + 3_600_000,
  }
  state.tokens.set(value, token)
  return token
}

function repositoriesOf(
  state: WorldState,
  { repositories, permissions, app }: TokenOptions,
): 'all' | Set<Repository> {
  if (repositories === undefined) {
    if (permissions || app !== undefined)
      throw new WorldMistake("Say where the permissions hold: `repositories: 'all'` or a list.")
    return 'all'
  }
  if (repositories === 'all') return 'all'
  return new Set(repositories.map((reference) => findRepository(state, reference)))
}

function findOrMakeBot(state: WorldState, login: string): Bot {
  const known = state.accounts.get(login.toLowerCase())
  if (known?.__typename === 'Bot') return known
  const databaseId = claimLogin(state, login)
  const bot: Bot = {
    __typename: 'Bot',
    id: globalId('Bot', databaseId),
    databaseId,
    createdAt: instantOf(state),
    login,
  }
  state.accounts.set(login.toLowerCase(), bot)
  return remember(state, bot)
}
