import type { GitHubHome, Series } from '../meetings/series.ts'
import { type Problem, Refusal } from '../problem.ts'
import { seriesFile, type Workspace } from '../workspace.ts'
import type { ValuePath } from '../text/yaml.ts'
import {
  type Answer,
  type FoundItem,
  itemsKey,
  repositoryKey,
  type RepositoryAnswer,
  type RepositoryQuestion,
  type Unanswered,
} from './question.ts'

/** What GitHub says about one series: the repository of its issues, and all labelled items, some perhaps twice. */
export interface HomeAnswer {
  readonly repository: RepositoryAnswer
  readonly items: readonly FoundItem[]
}

/** The label by which the issues of a series are listed. */
export function listLabel({ labels }: GitHubHome): string {
  return labels[0] ?? 'meeting'
}

/** The part of an answer that is about one series. Refuses, with the place in the series' file, what GitHub did not answer. */
export function homeAnswer(
  series: Series,
  home: GitHubHome,
  { answer, workspace }: { readonly answer: Answer; readonly workspace: Workspace },
): HomeAnswer {
  const file = seriesFile(series.id, workspace)
  const problems: Problem[] = []
  const answered = <Part extends object>(
    part: Part | Unanswered | undefined,
    path: ValuePath,
  ): part is Part => {
    if (!part) throw new Error(`nobody asked for ${path.join('/')} of ${series.id}`)
    if (!('refused' in part)) return true
    problems.push({ ...part.refused, place: workspace.placeOf(file, path) })
    return false
  }
  const repository = answer.repositories.get(repositoryKey(askedOf(home)))
  const items = (home.agenda?.from ?? []).flatMap((from, index) => {
    const found = answer.items.get(itemsKey({ label: home.agenda?.label ?? '', from }))
    return answered(found, ['github', 'agenda', 'from', index]) ? found : []
  })
  if (answered(repository, ['github', 'repository']) && problems.length === 0) return { repository, items }
  throw new Refusal(problems)
}

function askedOf(home: GitHubHome): Pick<RepositoryQuestion, 'repository' | 'label'> {
  return { repository: home.repository, label: listLabel(home) }
}
