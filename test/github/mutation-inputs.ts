import { mayWrite, requireWrite, type Need } from './access.ts'
import type { Context } from './context.ts'
import { noSuchNode, unprocessable } from './github-error.ts'
import { repositoryOf } from './node-repository.ts'
import { canSee } from './access.ts'
import { bodyFault, titleFault } from './text-limits.ts'
import type { Area } from './token.ts'
import type { Entity, Item, Label, Repository, User } from './world-state.ts'

type Kind = Entity['__typename']
type OfKind<Name extends Kind> = Extract<Entity, { __typename: Name }>

/** The node of an id that an input names; another kind, or one the token may not see, gives NOT_FOUND. */
export function nodeOf<Name extends Kind>(
  { state, token }: Context,
  id: string,
  ...kinds: readonly Name[]
): OfKind<Name> {
  const entity = state.nodes.get(id)
  const repository = entity && repositoryOf(entity)
  const seen = entity !== undefined && (repository === undefined || canSee(token, repository))
  if (!seen) throw noSuchNode(id)
  if (!kinds.some((kind) => kind === entity.__typename)) throw noSuchNode(id, kinds.join(' or '))
  return entity as OfKind<Name>
}

/** The labels of ids; all must belong to the repository. */
export function labelsOf(
  context: Context,
  repository: Repository,
  ids: readonly string[] | null | undefined,
): Label[] {
  return (ids ?? []).map((id) => {
    const label = nodeOf(context, id, 'Label')
    if (label.repository !== repository) throw noSuchNode(id, 'Label')
    return label
  })
}

/** The people of ids. */
export function usersOf(context: Context, ids: readonly string[] | null | undefined): User[] {
  return (ids ?? []).map((id) => nodeOf(context, id, 'User'))
}

/** Refuses titles and bodies as GitHub does; what is not given is not looked at. */
export function checkTexts({
  title,
  body,
}: {
  readonly title?: string | null
  readonly body?: string | null
}): void {
  const fault =
    (title == null ? undefined : titleFault(title)) ?? (body == null ? undefined : bodyFault(body))
  if (fault !== undefined) throw unprocessable(fault)
}

/** Apps may label and comment pull requests with `issues` or `pullRequests`; issues only with `issues`. */
export function areasOf(item: Item): readonly Area[] {
  return item.__typename === 'Issue' ? ['issues'] : ['pullRequests', 'issues']
}

/** Refuses who may not change the item: its author may, and who has the level that is needed. */
export function requireItemWrite({ token }: Context, item: Item, need: Omit<Need, 'areas'>): void {
  const isAuthor = item.author === token.actor
  requireWrite(token, item.repository, {
    ...need,
    areas: areasOf(item),
    level: isAuthor ? 'READ' : need.level,
  })
}

/** Whether the token may set labels and people; where not, GitHub drops them from a new issue in silence. */
export function mayTriage({ token }: Context, repository: Repository, areas: readonly Area[]): boolean {
  return mayWrite(token, repository, { areas, level: 'TRIAGE', mutation: '' })
}
