import { repositoryKey, type RepositoryAnswer } from '../github/question.ts'
import { type DoctorMatter, type Examination, fine, type Finding, unknown, warning } from './examination.ts'
import { type WantedLabel, wantedLabels } from './label-question.ts'
import { isProblem, lookAtGitHub, unreachable } from './look.ts'

/** What is looked at of labels. */
export const labelExaminations: readonly Examination[] = [
  {
    name: 'labels-are-there',
    sentence: 'Every label that a series names is in its repository.',
    judge: (matter) => lookAtGitHub(matter, () => judgeLabels(matter)),
  },
]

function judgeLabels({ workspace, labels }: DoctorMatter): readonly Finding[] {
  const wanted = once(workspace?.series.flatMap(({ github }) => (github ? wantedLabels(github) : [])) ?? [])
  if (wanted.length === 0) return [fine('No series names a label.')]
  if (!labels) return [unknown('GitHub was not asked for labels.')]
  if (isProblem(labels)) return [unreachable(labels)]
  const findings = wanted.flatMap((each) => {
    const answer = labels.repositories.get(repositoryKey(each.asked))
    if (!answer || 'refused' in answer)
      return [unknown(`The labels of \`${each.asked.repository}\` cannot be seen.`)]
    return answer.labelIds.has(each.label.toLowerCase()) ? [] : [missing(each, answer)]
  })
  return findings.length === 0 ? [fine('Every label that a series names is there.')] : once(findings)
}

function once<Each>(all: readonly Each[]): readonly Each[] {
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()]
}

function missing({ label, own }: WantedLabel, { repository }: RepositoryAnswer): Finding {
  const page = `https://github.com/${repository}/labels`
  return own
    ? warning(`The label \`${label}\` is missing in \`${repository}\`.`, {
        hint: '`wg` makes it with the first issue that carries it, if the token may; or make it by hand.',
        page,
      })
    : warning(
        `The label \`${label}\` is missing in \`${repository}\`: nobody can put anything on the agenda there.`,
        {
          hint: 'Make it, with "New label".',
          page,
        },
      )
}
