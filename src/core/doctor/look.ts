import type { Problem } from '../problem.ts'
import { type DoctorMatter, type Finding, unknown } from './examination.ts'
import type { ActionsFacts, GitHubFacts, PlaceFacts, RepositoryFacts } from './github-facts.ts'
import type { Seen } from './seen.ts'

type Findings = readonly Finding[]

/** Judges what GitHub said of the token; what hinders that is one finding, the same in every examination. */
export function lookAtGitHub({ github }: DoctorMatter, judge: (facts: GitHubFacts) => Findings): Findings {
  if (!github)
    return [
      unknown('There is no token, so GitHub was not asked.', {
        hint: 'Put one into `GITHUB_TOKEN`; `gh auth token` prints yours.',
      }),
    ]
  if (isProblem(github)) return [unreachable(github)]
  if (github.token.kind === 'refused') return [unknown('GitHub does not accept the token.')]
  return judge(github)
}

/** What a home that could be seen is judged with. */
export interface Home {
  readonly name: string
  readonly repository: RepositoryFacts
  readonly place: PlaceFacts
  readonly facts: GitHubFacts
  readonly actions: ActionsFacts
}

/** Judges the repository of the workspace. */
export function lookAtHome(matter: DoctorMatter, judge: (home: Home) => Findings): Findings {
  const { home } = matter
  return lookAtGitHub(matter, (facts) => {
    if (home === undefined)
      return [
        unknown('Nobody says in which repository on GitHub this workspace is.', {
          hint: 'Write it into `wg.yml`: `repository: owner/name`.',
        }),
      ]
    const { actions } = facts
    return lookAtPlace(facts, home, (repository, place) =>
      actions ? judge({ name: home, repository, place, facts, actions }) : [notSeen(home)],
    )
  })
}

/** Judges one repository. */
export function lookAtPlace(
  { places }: GitHubFacts,
  name: string,
  judge: (repository: RepositoryFacts, place: PlaceFacts) => Findings,
): Findings {
  const place = places.get(name.toLowerCase())
  if (!place || place.repository.kind === 'refused') return [notSeen(name)]
  if (place.repository.kind === 'unreachable') return [unreachable(place.repository.problem)]
  return judge(place.repository.value, place)
}

/** Judges an answer; a refusal is a finding with a remedy, or nothing that anybody could know. */
export function lookAt<Value>(
  seen: Seen<Value>,
  refused: Finding,
  judge: (value: Value) => Findings,
): Findings {
  if (seen.kind === 'seen') return judge(seen.value)
  return seen.kind === 'refused' ? [refused] : [unreachable(seen.problem)]
}

/** What could not be asked, in the words of the reason. */
export function unreachable({ message, hint }: Problem): Finding {
  return unknown(message, hint === undefined ? {} : { hint })
}

function notSeen(name: string): Finding {
  return unknown(`The token cannot see \`${name}\`.`)
}

export function isProblem(value: object): value is Problem {
  return 'severity' in value
}
