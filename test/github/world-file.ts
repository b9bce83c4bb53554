import { makeWorld, type World, type WorldTime } from './world.ts'
import { WorldMistake } from './world-mistake.ts'
import {
  MERGE_METHODS,
  nameWithOwner,
  type Issue,
  type Item,
  type Organization,
  type Repository,
  type Workflow,
} from './world-state.ts'
import { filesOf } from './git-store.ts'

/** A world as a list of verbs: `["issue", "example/security-wg", { "title": "…" }]`. */
export interface WorldFile {
  /** The instant at which the world stands; the machine's clock if not said. */
  readonly now?: string
  readonly verbs: readonly (readonly [verb: string, ...given: readonly unknown[]])[]
}

/** The verbs that a file may hold. */
const VERBS = [
  'user',
  'organization',
  'team',
  'token',
  'repository',
  'label',
  'branch',
  'file',
  'workflow',
  'issue',
  'pullRequest',
  'comment',
  'edit',
] as const
type Verb = (typeof VERBS)[number]

/** Makes the world of a file. A wrong verb gives a `WorldMistake` with its place in the list. */
export function readWorldFile(text: string): World {
  const { now, verbs } = parse(text)
  const world = makeWorld({ now: now ?? (() => new Date()) })
  for (const [index, [verb, ...given]] of verbs.entries()) {
    try {
      perform(world, verb, given)
    } catch (error) {
      if (!(error instanceof WorldMistake)) throw error
      throw new WorldMistake(`Verb ${index + 1}, \`${verb}\`: ${error.message}`)
    }
  }
  return world
}

function parse(text: string): WorldFile {
  const file = JSON.parse(text) as Partial<WorldFile> | null
  if (Array.isArray(file?.verbs)) return file as WorldFile
  throw new WorldMistake('A world file is JSON like `{ "verbs": [["user", "ada-example"]] }`.')
}

function perform(world: World, verb: string, given: readonly unknown[]): void {
  if (!VERBS.some((known) => known === verb)) {
    throw new WorldMistake(`There is no such verb. There are \`${VERBS.join('`, `')}\`.`)
  }
  const act = world[verb as Verb] as (...given: readonly unknown[]) => unknown
  act(...given)
}

/**
 * Writes a world as verbs that make one like it: the same people, places, texts and states with the same numbers. Global ids,
 * the history of branches, edits and the index are not kept.
 */
export function writeWorldFile(world: World, { now }: { readonly now?: WorldTime } = {}): string {
  const repositories = [...world.repositories.values()]
  const verbs = [
    ...peopleVerbs(world),
    ...repositories.flatMap(placeVerbs),
    ...repositories.flatMap(({ items }) => items).flatMap(itemVerbs),
    ...tokenVerbs(world),
  ]
  const lines = verbs.map((verb) => `    ${JSON.stringify(verb)}`).join(',\n')
  const head = typeof now === 'string' ? `  "now": ${JSON.stringify(now)},\n` : ''
  return `{\n${head}  "verbs": [\n${lines}\n  ]\n}\n`
}

type Verbs = readonly (readonly [verb: Verb, ...given: readonly unknown[]])[]

function peopleVerbs(world: World): Verbs {
  const accounts = [...world.accounts.values()]
  const users = accounts.filter((account) => account.__typename === 'User')
  const organizations = accounts.filter((account) => account.__typename === 'Organization')
  return [
    ...users.map((user) => ['user', user.login, some({ name: user.name })] as const),
    ...organizations.map(
      (organization) => ['organization', organization.login, organizationOptions(organization)] as const,
    ),
  ]
}

/** Without what is null or undefined, so that files stay short. */
function some(options: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== null && value !== undefined),
  )
}

function withRole<Role>(people: ReadonlyMap<{ readonly login: string }, Role>, wanted: Role): string[] {
  return [...people].filter(([, role]) => role === wanted).map(([user]) => user.login)
}

function organizationOptions(organization: Organization) {
  const teams = organization.teams.map((team) => [
    team.slug,
    some({
      name: team.name,
      members: withRole(team.members, 'MEMBER'),
      maintainers: withRole(team.members, 'MAINTAINER'),
      parent: team.parent?.slug,
    }),
  ])
  return {
    ...some({ name: organization.name, saml: organization.saml || undefined }),
    basePermission: organization.basePermission,
    members: withRole(organization.members, 'MEMBER'),
    admins: withRole(organization.members, 'ADMIN'),
    teams: Object.fromEntries(teams) as unknown,
  }
}

function placeVerbs(repository: Repository): Verbs {
  const name = nameWithOwner(repository)
  const branches = [...repository.refs.values()].map((ref) => ({
    ref,
    name: ref.qualifiedName.slice('refs/heads/'.length),
  }))
  const others = branches.filter((branch) => branch.name !== repository.defaultBranch)
  const main = branches.find((branch) => branch.name === repository.defaultBranch)
  const options = some({
    private: repository.isPrivate || undefined,
    archived: repository.isArchived || undefined,
    issuesEnabled: repository.hasIssuesEnabled,
    fork: repository.isFork || undefined,
    actions: repository.actions,
    description: repository.description,
    defaultBranch: repository.defaultBranch,
    reviewRequired: repository.reviewRequired || undefined,
    mergeMethods:
      repository.mergeMethods.size === MERGE_METHODS.length ? undefined : [...repository.mergeMethods],
    collaborators: Object.fromEntries(
      [...repository.collaborators].map(([user, level]) => [user.login, level]),
    ),
    files: main && textsOf(repository, main.ref.oid),
  })
  return [
    ['repository', name, options],
    ...repository.labels.map(
      (label) =>
        ['label', name, label.name, some({ color: label.color, description: label.description })] as const,
    ),
    ...others.flatMap((branch) => branchVerbs(repository, branch.name, branch.ref.oid)),
    ...repository.workflows.map(
      (workflow) => ['workflow', name, workflow.path, workflowOptions(workflow)] as const,
    ),
  ]
}

function workflowOptions({ name, state, createdAt, runs }: Workflow) {
  return {
    name,
    state,
    createdAt,
    runs: runs.map(({ event, createdAt, conclusion }) => ({ event, createdAt, conclusion })),
  }
}

function textsOf(repository: Repository, oid: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...filesOf(repository.git, oid)].map(([path, content]) => [path, content.toString('utf8')]),
  )
}

function branchVerbs(repository: Repository, branch: string, oid: string): Verbs {
  const name = nameWithOwner(repository)
  const base = repository.refs.get(`refs/heads/${repository.defaultBranch}`)
  const before = base ? textsOf(repository, base.oid) : {}
  const changed = Object.entries(textsOf(repository, oid)).filter(([path, text]) => before[path] !== text)
  return [
    ['branch', name, branch],
    ...changed.map(([path, text]) => ['file', name, path, { text, branch }] as const),
  ]
}

function itemVerbs(item: Item): Verbs {
  const name = nameWithOwner(item.repository)
  const common = {
    title: item.title,
    body: item.body,
    labels: [...item.labels].map((label) => label.name),
    assignees: [...item.assignees].map((user) => user.login),
    ...some({ author: item.author?.login, locked: item.locked || undefined }),
    createdAt: item.createdAt,
    number: item.number,
    state: item.state,
  }
  const comments = item.comments.map(
    (comment) =>
      [
        'comment',
        `${name}#${item.number}`,
        some({ body: comment.body, author: comment.author?.login, createdAt: comment.createdAt }),
      ] as const,
  )
  if (item.__typename === 'Issue') return [['issue', name, { ...common, ...issueOptions(item) }], ...comments]
  const { headRefName: head, baseRefName: base, isDraft: draft } = item
  const fork = item.headRepository === item.repository ? undefined : nameWithOwner(item.headRepository)
  return [['pullRequest', name, { ...common, head, base, draft, ...some({ fork }) }], ...comments]
}

function issueOptions(issue: Issue): Readonly<Record<string, unknown>> {
  const pinned = issue.repository.pins.some((pin) => pin.issue === issue) || undefined
  return some({ pinned, stateReason: issue.stateReason === 'REOPENED' ? null : issue.stateReason })
}

function tokenVerbs(world: World): Verbs {
  return [...world.tokens.values()].map((token) => [
    'token',
    token.value,
    {
      ...(token.kind === 'app' ? { app: token.actor.login } : { login: token.actor.login }),
      ...(token.kind === 'classic'
        ? { scopes: [...token.scopes], sso: [...token.singleSignOn] }
        : {
            permissions: token.permissions,
            repositories: token.repositories === 'all' ? 'all' : [...token.repositories].map(nameWithOwner),
          }),
      limit: token.limit,
      ...(token.expires && { expires: token.expires.toISOString() }),
    },
  ])
}
