import { canSee, missingPermission } from './access.ts'
import type { Context } from './context.ts'
import { connection, field, own, type TypeRules } from './field-rules.ts'
import { ordered, type Listing } from './listing.ts'
import type { Bot, Organization, Repository, Team, User } from './world-state.ts'

const SITE = 'https://github.com'

interface RepositoryQuery {
  readonly isArchived?: boolean | null
  readonly privacy?: 'PUBLIC' | 'PRIVATE' | null
  readonly orderBy?: { readonly field: string; readonly direction: 'ASC' | 'DESC' } | null
}

const actorFields = {
  ...own<User>('id', 'databaseId', 'login', 'createdAt'),
  url: (actor: User) => `${SITE}/${actor.login}`,
  resourcePath: (actor: User) => `/${actor.login}`,
  avatarUrl: field(
    ['size'],
    (actor: User) => `https://avatars.githubusercontent.com/u/${actor.databaseId}?v=4`,
  ),
}

const ownerFields = {
  ...actorFields,
  ...own<User | Organization>('name'),
  repositories: connection(
    ['isArchived', 'privacy', 'orderBy'],
    (owner: User | Organization, given: RepositoryQuery, context: Context) =>
      repositories(owner, given, context),
  ),
  repository: field(
    ['name', 'followRenames'],
    (owner: User | Organization, { name }: { name: string }, context: Context) => {
      const repository = context.state.repositories.get(`${owner.login}/${name}`.toLowerCase())
      return repository && canSee(context.token, repository) ? repository : null
    },
  ),
}

/** People, apps, organizations and teams. */
export const OWNER_FIELDS: Readonly<Record<string, TypeRules>> = {
  User: {
    ...ownerFields,
    isViewer: (user: User, _given: unknown, { token }: Context) => token.actor.id === user.id,
  },
  Bot: {
    ...actorFields,
    url: (bot: Bot) => `${SITE}/apps/${bot.login}`,
    resourcePath: (bot: Bot) => `/apps/${bot.login}`,
  },
  Organization: {
    ...ownerFields,
    viewerIsAMember: (organization: Organization, _given: unknown, { token }: Context) =>
      token.actor.__typename === 'User' && organization.members.has(token.actor),
    membersWithRole: connection([], (organization: Organization, _given: unknown, context: Context) => {
      const seen = seesMembers(organization, context)
        ? organization.members
        : new Map<User, 'ADMIN' | 'MEMBER'>()
      return people(seen)
    }),
    team: field(['slug'], (organization: Organization, { slug }: { slug: string }, context: Context) =>
      seesMembers(organization, context)
        ? (organization.teams.find((team) => team.slug === slug) ?? null)
        : null,
    ),
    teams: connection(
      ['rootTeamsOnly'],
      (organization: Organization, given: { rootTeamsOnly: boolean }, context: Context) => {
        const teams = seesMembers(organization, context) ? organization.teams : []
        return ordered(given.rootTeamsOnly ? teams.filter((team) => team.parent === null) : teams, (team) => [
          team.databaseId,
        ])
      },
    ),
  },
  Team: {
    ...own<Team>('id', 'databaseId', 'slug', 'name', 'organization', 'createdAt'),
    parentTeam: (team: Team) => team.parent,
    combinedSlug: (team: Team) => `${team.organization.login}/${team.slug}`,
    url: (team: Team) => `${SITE}/orgs/${team.organization.login}/teams/${team.slug}`,
    resourcePath: (team: Team) => `/orgs/${team.organization.login}/teams/${team.slug}`,
    childTeams: connection([], (team: Team) => ordered(childTeams(team), (child) => [child.databaseId])),
    members: connection(
      ['membership', 'role'],
      (team: Team, given: { membership: Membership; role?: string | null }) => {
        const members = [...membersOf(team, given.membership)].filter(
          ([, role]) => given.role == null || role === given.role,
        )
        return people(new Map(members))
      },
    ),
  },
}

function repositories(
  owner: User | Organization,
  { isArchived, privacy, orderBy }: RepositoryQuery,
  context: Context,
): Listing<Repository> {
  const all = [...context.state.repositories.values()]
    .filter((repository) => repository.owner === owner && canSee(context.token, repository))
    .filter((repository) => isArchived == null || repository.isArchived === isArchived)
    .filter((repository) => privacy == null || repository.isPrivate === (privacy === 'PRIVATE'))
  if (orderBy == null) return ordered(all, (repository) => [repository.databaseId])
  if (orderBy.field === 'NAME')
    return ordered(all, ({ name, databaseId }) => [name, databaseId], orderBy.direction)
  if (orderBy.field === 'CREATED_AT') {
    return ordered(all, ({ createdAt, databaseId }) => [createdAt, databaseId], orderBy.direction)
  }
  throw context.unmodelled(`repositories ordered by \`${orderBy.field}\``)
}

/** Apps need `members`; people must be members themselves (scopes are looked at before the query runs). */
function seesMembers(organization: Organization, { token }: Context): boolean {
  if (token.kind === 'classic')
    return token.actor.__typename === 'User' && organization.members.has(token.actor)
  if (token.permissions.members === undefined) throw missingPermission(token, 'team')
  return true
}

type Membership = 'ALL' | 'IMMEDIATE' | 'CHILD_TEAM'
type Members = ReadonlyMap<User, string>

function childTeams(team: Team): Team[] {
  return team.organization.teams.filter((other) => other.parent === team)
}

/** People of the team itself, of the teams below, or both; who is in both keeps the role in the team itself. */
export function membersOf(team: Team, membership: Membership): Members {
  if (membership === 'IMMEDIATE') return team.members
  const below = new Map(childTeams(team).flatMap((child) => [...membersOf(child, 'ALL')]))
  return membership === 'ALL' ? new Map([...below, ...team.members]) : below
}

function people(members: Members): Listing<User> {
  const edgeOf = (user: User) => ({ role: members.get(user) ?? null })
  return { ...ordered(members.keys(), (user) => [user.databaseId]), edgeOf }
}
