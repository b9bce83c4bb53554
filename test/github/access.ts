import { forbidden, GitHubError, notFound, samlFailure } from './github-error.ts'
import type { Area, Token } from './token.ts'
import {
  nameWithOwner,
  PERMISSIONS,
  type Organization,
  type Repository,
  type RepositoryPermission,
  type User,
} from './world-state.ts'

/** What a person may do in a repository; null when not even see a private one. */
export function permissionOf(user: User, repository: Repository): RepositoryPermission | null {
  const { owner } = repository
  const given: (RepositoryPermission | null)[] = [repository.collaborators.get(user) ?? null]
  if (owner === user) given.push('ADMIN')
  if (owner.__typename === 'Organization') {
    const role = owner.members.get(user)
    if (role === 'ADMIN') given.push('ADMIN')
    if (role === 'MEMBER') given.push(owner.basePermission)
  }
  if (!repository.isPrivate) given.push('READ')
  return given.reduce((best, next) => (rank(next) > rank(best) ? next : best), null)
}

function rank(permission: RepositoryPermission | null): number {
  return permission === null ? -1 : PERMISSIONS.indexOf(permission)
}

/** What the token says that it may do in a repository, as `viewerPermission`. */
export function viewerPermission(token: Token, repository: Repository): RepositoryPermission | null {
  if (token.kind === 'classic' && token.actor.__typename === 'User')
    return permissionOf(token.actor, repository)
  if (!covers(token, repository)) return repository.isPrivate ? null : 'READ'
  return token.permissions.contents === 'write' ? 'WRITE' : 'READ'
}

/** Whether the permissions of a token hold in a repository. */
export function covers(token: Token, repository: Repository): boolean {
  return token.repositories === 'all' || token.repositories.has(repository)
}

/** Whether the repository exists for this token: a private one without access does not. */
export function canSee(token: Token, repository: Repository): boolean {
  if (!repository.isPrivate) return true
  if (token.kind !== 'classic') return covers(token, repository)
  if (token.actor.__typename !== 'User') return false
  return token.scopes.has('repo') && permissionOf(token.actor, repository) !== null
}

/** Whether single sign-on stands between a classic token and what an organization owns. */
export function isBehindSaml(token: Token, owner: User | Organization): boolean {
  if (owner.__typename !== 'Organization' || !owner.saml || token.kind !== 'classic') return false
  return !token.singleSignOn.has(owner.login.toLowerCase())
}

/** The repository, if the token may see it. Else NOT_FOUND, or FORBIDDEN with `saml_failure`. */
export function requireSight(token: Token, repository: Repository | undefined, name: string): Repository {
  if (repository === undefined || !canSee(token, repository)) {
    throw notFound(`Could not resolve to a Repository with the name '${name}'.`)
  }
  if (isBehindSaml(token, repository.owner)) throw samlFailure()
  return repository
}

/** The words of GitHub for a token that lacks a permission; they differ by the kind of token. */
export function missingPermission(token: Token, mutation: string): GitHubError {
  if (token.kind === 'app') return forbidden('Resource not accessible by integration')
  if (token.kind === 'fine-grained') return forbidden('Resource not accessible by personal access token')
  return forbidden(`${token.actor.login} does not have the correct permissions to execute \`${mutation}\``)
}

/** What a mutation needs: one of the areas for apps, at least `level` in the repository for people. */
export interface Need {
  readonly areas: readonly Area[]
  readonly level: RepositoryPermission
  readonly mutation: string
}

/** Whether the token may write in the repository as `need` says. */
export function mayWrite(token: Token, repository: Repository, { areas, level }: Need): boolean {
  if (token.kind !== 'classic')
    return covers(token, repository) && areas.some((area) => token.permissions[area] === 'write')
  if (token.actor.__typename !== 'User') return false
  return rank(permissionOf(token.actor, repository)) >= rank(level)
}

/** Refuses a write without permission, without scope, or into an archived repository. */
export function requireWrite(token: Token, repository: Repository, need: Need): void {
  requireSight(token, repository, nameWithOwner(repository))
  if (token.kind === 'classic' && !hasScope(token, repository)) {
    throw insufficientScopes(token, 'id', repository.isPrivate ? ['repo'] : ['public_repo'])
  }
  if (!mayWrite(token, repository, need)) throw missingPermission(token, need.mutation)
  if (repository.isArchived) throw forbidden('Repository was archived so is read-only.')
}

function hasScope(token: Token, repository: Repository): boolean {
  return token.scopes.has('repo') || (!repository.isPrivate && token.scopes.has('public_repo'))
}

/** The refusal of a classic token that was not given the scope for a field. */
export function insufficientScopes(token: Token, field: string, wanted: readonly string[]): GitHubError {
  const list = (names: Iterable<string>) => `[${[...names].map((name) => `'${name}'`).join(', ')}]`
  return new GitHubError(
    'INSUFFICIENT_SCOPES',
    `Your token has not been granted the required scopes to execute this query. The '${field}' field requires one of the following scopes: ${list(wanted)}, but your token has only been granted the: ${list(token.scopes)} scopes. Please modify your token's scopes at: https://github.com/settings/tokens.`,
  )
}
