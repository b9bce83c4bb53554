import { given } from '../given.ts'
import type { Problem } from '../problem.ts'
import { activityKey, type ActivityQuestion, type Trace } from './activity.ts'
import { type BranchAnswer, branchKey, type BranchQuestion } from './branch.ts'
import { type FoundPerson, personKey } from './person.ts'

/** What wg asks GitHub about one repository of a series. */
export interface RepositoryQuestion {
  /** `owner/name`. */
  readonly repository: string
  /** The label by which meeting issues are listed. */
  readonly label: string
  /** Labels whose ids will be needed for writing. */
  readonly labels: readonly string[]
  /** Issues with the label that were opened at this instant or later are read to the last; beyond them only the newest. */
  readonly since?: Date
}

/** Where labelled items are gathered from. */
export interface ItemsQuestion {
  readonly label: string
  /** `org:example` or `repo:example/security-wg`. */
  readonly from: string
}

/** Everything that a plan needs to know of GitHub, asked at once. */
export interface Question {
  readonly repositories?: readonly RepositoryQuestion[]
  readonly items?: readonly ItemsQuestion[]
  readonly branches?: readonly BranchQuestion[]
  /** Logins of which it is asked whether somebody has them. */
  readonly people?: readonly string[]
  readonly activity?: readonly ActivityQuestion[]
}

/** An issue that may be a meeting's. */
export interface FoundIssue {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly body: string
  readonly url: string
  readonly open: boolean
  readonly pinned: boolean
  readonly labels: readonly string[]
  /** Those comments that this token wrote, oldest first; of an issue that is none of wg's only among the newest. */
  readonly ownComments: readonly string[]
  /** Who wrote the other comments, as logins. */
  readonly commenters: readonly string[]
  /** Whether one of the newest comments is a person's: not a bot's, and without a hidden line of wg's. */
  readonly spoken: boolean
}

/** What GitHub says of a repository. */
export interface RepositoryAnswer {
  readonly id: string
  readonly repository: string
  readonly private: boolean
  readonly archived: boolean
  readonly hasIssues: boolean
  /** How many issues are pinned; GitHub lets three be. */
  readonly pins: number
  /** The ids of those labels asked for that exist, by lower-case name. */
  readonly labelIds: ReadonlyMap<string, string>
  /** The newest issues with the label, in any state, and the newest issues at all. */
  readonly issues: readonly FoundIssue[]
}

/** An issue or pull request with an agenda label. Its title is foreign text. */
export interface FoundItem {
  readonly title: string
  readonly url: string
  readonly number: number
  /** `owner/name`. */
  readonly repository: string
  readonly private: boolean
  readonly labels: readonly string[]
}

/** A part of a question that GitHub would not answer, and why; never an empty answer. */
export interface Unanswered {
  readonly refused: Problem
}

/** The answer to a question, part by part. */
export interface Answer {
  readonly repositories: ReadonlyMap<string, RepositoryAnswer | Unanswered>
  readonly items: ReadonlyMap<string, readonly FoundItem[] | Unanswered>
  readonly branches: ReadonlyMap<string, BranchAnswer | Unanswered>
  /** By login in small letters; `missing` when nobody has it. */
  readonly people: ReadonlyMap<string, FoundPerson | 'missing' | Unanswered>
  /** The newest trace of somebody; `none` when there is none. */
  readonly activity: ReadonlyMap<string, Trace | 'none' | Unanswered>
}

/** The answer as it is after a label was made, for every series that shares the repository. */
export function withLabel(answer: Answer, label: { repository: string; name: string; id: string }): Answer {
  const name = label.name.toLowerCase()
  const repositories = [...answer.repositories].map(([key, known]) => {
    const isThere = !('refused' in known) && known.repository.toLowerCase() === label.repository.toLowerCase()
    return [
      key,
      isThere ? { ...known, labelIds: new Map([...known.labelIds, [name, label.id]]) } : known,
    ] as const
  })
  return { ...answer, repositories: new Map(repositories) }
}

/** By what an answer is found again. */
export function repositoryKey({
  repository,
  label,
}: Pick<RepositoryQuestion, 'repository' | 'label'>): string {
  return `${repository.toLowerCase()} ${label.toLowerCase()}`
}

/** By what an answer is found again. */
export function itemsKey({ label, from }: ItemsQuestion): string {
  return `${from.toLowerCase()} ${label.toLowerCase()}`
}

/** Several questions as one, each thing asked once. */
export function joinQuestions(questions: readonly Question[]): Required<Question> {
  const repositories = new Map<string, RepositoryQuestion>()
  for (const asked of questions.flatMap((question) => question.repositories ?? [])) {
    const known = repositories.get(repositoryKey(asked))
    const labels = [...new Set([...(known?.labels ?? []), ...asked.labels])]
    repositories.set(repositoryKey(asked), {
      ...asked,
      labels,
      ...given({ since: earliest(known?.since, asked.since) }),
    })
  }
  const branches = new Map<string, BranchQuestion>()
  for (const asked of questions.flatMap((question) => question.branches ?? [])) {
    const known = branches.get(branchKey(asked))
    const { lightly, ...whole } = asked
    branches.set(branchKey(asked), {
      ...whole,
      paths: [...new Set([...(known?.paths ?? []), ...asked.paths])],
      ...(lightly && (!known || known.lightly) ? { lightly } : {}),
    })
  }
  return {
    repositories: [...repositories.values()],
    items: once(
      questions.flatMap(({ items = [] }) => items),
      itemsKey,
    ),
    branches: [...branches.values()],
    people: once(
      questions.flatMap(({ people = [] }) => people),
      personKey,
    ),
    activity: once(
      questions.flatMap(({ activity = [] }) => activity),
      activityKey,
    ),
  }
}

function earliest(one: Date | undefined, other: Date | undefined): Date | undefined {
  return one && other ? (one < other ? one : other) : (one ?? other)
}

/** What is known after more was asked: the newer answer to whatever was asked twice. */
export function joinAnswers(known: Answer, newer: Answer): Answer {
  return {
    repositories: new Map([...known.repositories, ...newer.repositories]),
    items: new Map([...known.items, ...newer.items]),
    branches: new Map([...known.branches, ...newer.branches]),
    people: new Map([...known.people, ...newer.people]),
    activity: new Map([...known.activity, ...newer.activity]),
  }
}

function once<Asked>(all: readonly Asked[], keyOf: (asked: Asked) => string): readonly Asked[] {
  return [...new Map(all.map((asked) => [keyOf(asked), asked])).values()]
}
