import { WorldMistake } from './world-mistake.ts'
import type { Actor, Issue, Item, Label, Organization, Repository, User, WorldState } from './world-state.ts'

/** A repository, or its `owner/name`. */
export type RepositoryReference = Repository | string

/** An issue or pull request, or its `owner/name#number`. */
export type ItemReference = Item | string

/** The user of that login, in any case. */
export function findUser(state: WorldState, login: string): User {
  const account = state.accounts.get(login.toLowerCase())
  if (account?.__typename === 'User') return account
  throw new WorldMistake(
    `There is no user \`${login}\` in this world. Make them first: \`world.user('${login}')\`.`,
  )
}

/** The user or app of that login, in any case. */
export function findActor(state: WorldState, login: string): Actor {
  const account = state.accounts.get(login.toLowerCase())
  return account?.__typename === 'Bot' ? account : findUser(state, login)
}

/** The organization of that login, in any case. */
export function findOrganization(state: WorldState, login: string): Organization {
  const account = state.accounts.get(login.toLowerCase())
  if (account?.__typename === 'Organization') return account
  throw new WorldMistake(`There is no organization \`${login}\` in this world.`)
}

/** The repository meant. */
export function findRepository(state: WorldState, reference: RepositoryReference): Repository {
  if (typeof reference !== 'string') return reference
  const repository = state.repositories.get(reference.toLowerCase())
  if (repository !== undefined) return repository
  throw new WorldMistake(`There is no repository \`${reference}\` in this world.`)
}

/** The label of that name, in any case. */
export function findLabel(repository: Repository, name: string): Label {
  const label = repository.labels.find((known) => known.name.toLowerCase() === name.toLowerCase())
  if (label !== undefined) return label
  throw new WorldMistake(
    `The repository \`${repository.name}\` has no label \`${name}\`. It has: ${repository.labels.map((known) => `\`${known.name}\``).join(', ') || 'none'}.`,
  )
}

/** The issue or pull request meant. */
export function findItem(state: WorldState, reference: ItemReference): Item {
  if (typeof reference !== 'string') return reference
  const [name = '', number] = reference.split('#')
  const item = findRepository(state, name).items.find((known) => String(known.number) === number)
  if (item !== undefined) return item
  throw new WorldMistake(`There is no issue or pull request \`${reference}\` in this world.`)
}

/** The issue meant; a pull request is none. */
export function findIssue(state: WorldState, reference: ItemReference): Issue {
  const item = findItem(state, reference)
  if (item.__typename === 'Issue') return item
  throw new WorldMistake(`\`#${item.number}\` is a pull request, not an issue.`)
}
