import { listLabel } from '../github/home-answer.ts'
import type { RepositoryQuestion } from '../github/question.ts'
import type { GitHubHome } from '../meetings/series.ts'
import { CANCELLED_LABEL } from '../plan/carry-change.ts'

/** A label that ought to be in a repository. `own`: wg makes it by itself, when it is needed. */
export interface WantedLabel {
  readonly asked: RepositoryQuestion
  readonly label: string
  readonly own: boolean
}

/** The labels that a series needs: those of its issues, and in each repository named for its agenda the one that people put there. */
export function wantedLabels(home: GitHubHome): readonly WantedLabel[] {
  const labels = [...new Set([...home.labels, CANCELLED_LABEL])]
  const asked = { repository: home.repository, label: listLabel(home), labels }
  const owner = home.repository.split('/')[0] ?? ''
  const from = (home.agenda?.from ?? []).flatMap((source) => {
    const [kind, name = ''] = source.split(/:(.*)/s)
    if (kind === 'repo') return [name]
    return name.toLowerCase() === owner.toLowerCase() ? [home.repository] : []
  })
  const agenda = home.agenda?.label
  return [
    ...home.labels.map((label) => ({ asked, label, own: true })),
    ...(agenda === undefined
      ? []
      : from.map((repository) => ({
          asked: { repository, label: agenda, labels: [agenda] },
          label: agenda,
          own: false,
        }))),
  ]
}
