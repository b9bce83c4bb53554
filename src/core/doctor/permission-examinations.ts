import { type DoctorMatter, type Examination, fine, type Finding, unknown, wrong } from './examination.ts'
import type { GitHubFacts, PlaceFacts, RepositoryFacts, TokenFacts, WriteArea } from './github-facts.ts'
import type { Refused } from './seen.ts'
import { lookAtGitHub, lookAtHome, lookAtPlace } from './look.ts'

/** What an area is called on GitHub's pages and in `permissions:` of a workflow, and what wg writes there. */
const AREAS: Readonly<Record<WriteArea, { readonly name: string; readonly writes: string }>> = {
  issues: { name: 'Issues', writes: 'issues' },
  contents: { name: 'Contents', writes: 'branches with files' },
  'pull-requests': { name: 'Pull requests', writes: 'pull requests' },
}

const PERSONAL_TOKENS = 'https://github.com/settings/personal-access-tokens'
const CLASSIC_TOKENS = 'https://github.com/settings/tokens'

/** What is looked at of the rights of the token. */
export const permissionExaminations: readonly Examination[] = [
  {
    name: 'token-may-write-issues',
    sentence: 'The token may write issues wherever a series has its issues.',
    judge: (matter) =>
      lookAtGitHub(matter, (facts) => {
        const places = issuePlaces(matter)
        if (places.length === 0) return [fine('No series has its issues on GitHub.')]
        return places.flatMap((name) => judgeWrite({ name, facts, area: 'issues', home: matter.home }))
      }),
  },
  {
    name: 'token-may-write-contents',
    sentence: 'The token may put minutes on a branch of the repository of the workspace.',
    judge: (matter) => judgeHome(matter, 'contents'),
  },
  {
    name: 'token-may-write-pull-requests',
    sentence: 'The token may open pull requests in the repository of the workspace.',
    judge: (matter) => judgeHome(matter, 'pull-requests'),
  },
]

/** The repositories in which the series of a workspace have their issues, each once. */
export function issuePlaces({ workspace }: Pick<DoctorMatter, 'workspace'>): readonly string[] {
  const all = workspace?.series.flatMap(({ github }) => github?.repository ?? []) ?? []
  return [...new Map(all.map((name) => [name.toLowerCase(), name])).values()]
}

function judgeHome(matter: DoctorMatter, area: WriteArea): readonly Finding[] {
  return lookAtHome(matter, ({ name, facts }) => judgeWrite({ name, facts, area, home: matter.home }))
}

interface WriteQuestion {
  readonly name: string
  readonly facts: GitHubFacts
  readonly area: WriteArea
  readonly home: string | undefined
}

function judgeWrite(question: WriteQuestion): readonly Finding[] {
  const { facts, name } = question
  const { token } = facts
  if (token.kind !== 'seen') return []
  return lookAtPlace(facts, name, (repository, place) => [
    JUDGES[token.value.kind]({ ...question, repository, place, token: token.value }),
  ])
}

interface Rights extends WriteQuestion {
  readonly repository: RepositoryFacts
  readonly place: PlaceFacts
  readonly token: TokenFacts
}

const JUDGES: Readonly<Record<TokenFacts['kind'], (rights: Rights) => Finding>> = {
  scoped: judgeScoped,
  personal: judgePersonal,
  app: judgeApp,
}

/** GitHub docs: "Scopes for OAuth apps": `repo` is all of a person's rights, `public_repo` those in public repositories. */
function judgeScoped(rights: Rights): Finding {
  const { name, area, token, repository } = rights
  const { writes } = AREAS[area]
  const wanted = repository.private ? ['repo'] : ['repo', 'public_repo']
  if (!wanted.some((scope) => token.scopes.includes(scope)))
    return wrong(
      `The token may not write ${writes} in \`${name}\`: it lacks the scope \`${wanted.join('` or `')}\`.`,
      {
        hint: 'Add the scope to the token.',
        page: CLASSIC_TOKENS,
      },
    )
  if (repository.push === undefined)
    return unknown(`GitHub does not say whether the token's person may write in \`${name}\`.`)
  return repository.push ? fine(`The token may write ${writes} in \`${name}\`.`) : withoutAccess(rights)
}

function withoutAccess({ name, area, repository }: Rights): Finding {
  return wrong(
    `The token may not write ${AREAS[area].writes} in \`${name}\`: its person may only read there.`,
    {
      hint: 'Ask an administrator of the repository for the role "Write".',
      page: `${repository.url}/settings/access`,
    },
  )
}

function judgePersonal(rights: Rights): Finding {
  const { name, area, place, repository } = rights
  const { name: permission, writes } = AREAS[area]
  if (repository.push === false) return withoutAccess(rights)
  const read = place.reads[area]
  if (read?.kind === 'refused')
    return wrong(mayNotRead(rights, read), {
      hint: `Give it the permission "${permission}: Read and write" for that repository.`,
      page: PERSONAL_TOKENS,
    })
  return unknown(`GitHub does not say whether the token may write ${writes} in \`${name}\`.`, {
    hint: `Its page does: it needs "${permission}: Read and write" for that repository.`,
    page: PERSONAL_TOKENS,
  })
}

/** GitHub docs: "GITHUB_TOKEN": the token of a workflow holds for the repository of the workflow alone. */
function judgeApp(rights: Rights): Finding {
  const { name, area, place, home, facts } = rights
  const { name: permission, writes } = AREAS[area]
  const isWorkflow = facts.viewer.kind === 'seen' && facts.viewer.value.login === 'github-actions[bot]'
  if (isWorkflow && home !== undefined && home.toLowerCase() !== name.toLowerCase())
    return wrong(
      `The token may not write ${writes} in \`${name}\`: that of a workflow writes only where the workflow is.`,
      {
        hint: `Make an app with the permission "${permission}: Read and write", install it there, and take its token.`,
        page: 'https://github.com/settings/apps',
      },
    )
  const remedy = isWorkflow ? WORKFLOW_REMEDY : appRemedy(permission, rights)
  const read = place.reads[area]
  return read?.kind === 'refused'
    ? wrong(mayNotRead(rights, read), remedy)
    : unknown(`GitHub does not say whether the token may write ${writes} in \`${name}\`.`, remedy)
}

const WORKFLOW_REMEDY = {
  hint: 'The log of the job does, under "Set up job", "GITHUB_TOKEN Permissions". The switch is `permissions:` of the job, `issues: write`, `contents: write`, `pull-requests: write`; a pull request from a fork never gets them.',
}

function appRemedy(permission: string, { repository }: Rights) {
  return {
    hint: `The app needs "${permission}: Read and write"; the page of its installation shows what it has.`,
    page: `${repository.url}/settings/installations`,
  }
}

function mayNotRead({ area, name }: Rights, { accepted }: Refused): string {
  const asked = accepted === undefined ? '' : `: GitHub asks for \`${accepted}\``
  return `The token may not even read ${AREAS[area].writes} in \`${name}\`${asked}.`
}
