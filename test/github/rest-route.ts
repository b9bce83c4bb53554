import { canSee, covers, isBehindSaml } from './access.ts'
import { forbiddenAnswer, notFoundAnswer, type Answer } from './answer.ts'
import type { Area, Token } from './token.ts'
import type { Repository, WorldState } from './world-state.ts'

/** What a route of REST is asked with. */
export interface RestAsked {
  readonly state: WorldState
  readonly token: Token
  readonly search: URLSearchParams
}

/** A path of REST and its answer to a GET; undefined when what is asked there is not modelled. */
export type Route = readonly [
  pattern: RegExp,
  answer: (asked: RestAsked, ...parts: readonly string[]) => Answer | undefined,
]

/** What a route of a repository answers from. */
export interface PlaceAsked extends RestAsked {
  readonly repository: Repository
  /** The last part of the path. */
  readonly part: string
}

/** GitHub's names of permissions in `x-accepted-github-permissions`. */
const NAMES: Readonly<Record<Area, string>> = {
  actions: 'actions',
  administration: 'administration',
  contents: 'contents',
  issues: 'issues',
  members: 'members',
  pullRequests: 'pull_requests',
}

/**
 * A route below `/repos/{owner}/{repo}`. What is public may be read by any token, as GitHub's pages say of each path ("can be used without
 * … the aforementioned permissions if only public resources are requested"); the rest takes the permission to read `area`.
 */
export function placeRoute(
  below: string,
  area: Area | undefined,
  answer: (asked: PlaceAsked) => Answer | undefined,
): Route {
  return [
    new RegExp(`^/repos/([^/]+)/([^/]+)${below}$`),
    (asked, owner = '', name = '', part = '') => {
      const repository = asked.state.repositories.get(`${owner}/${name}`.toLowerCase())
      if (!repository || !canSee(asked.token, repository)) return notFoundAnswer()
      if (isBehindSaml(asked.token, repository.owner)) return samlAnswer(repository.owner.login)
      const isRefused = area !== undefined && repository.isPrivate && !mayRead(asked.token, repository, area)
      const given = isRefused ? refusal(asked.token) : answer({ ...asked, repository, part })
      return given && withAccepted(given, asked.token, area)
    },
  ]
}

/** Whether a token has been given a permission for a repository. */
export function mayRead(token: Token, repository: Repository, area: Area): boolean {
  return token.kind === 'classic' || (covers(token, repository) && token.permissions[area] !== undefined)
}

/** The refusal of a token without the permission; the words differ by the kind of token. */
export function refusal({ kind }: Token): Answer {
  const who = kind === 'app' ? 'integration' : 'personal access token'
  return forbiddenAnswer(`Resource not accessible by ${who}`)
}

/** GitHub docs: "Troubleshooting the REST API", on insufficient permissions. */
function withAccepted(answer: Answer, { kind }: Token, area: Area | undefined): Answer {
  if (kind === 'classic') return answer
  const accepted = `${area === undefined ? 'metadata' : NAMES[area]}=read`
  return { ...answer, headers: { ...answer.headers, 'x-accepted-github-permissions': accepted } }
}

/** What a classic token hears that was not authorized for the organization. */
export function samlAnswer(login: string): Answer {
  const answer = forbiddenAnswer(
    'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
  )
  const sso = `required; url=https://github.com/orgs/${login}/sso?authorization_request=EXAMPLE`
  return { ...answer, headers: { ...answer.headers, 'x-github-sso': sso } }
}
