import { DUE_LABEL } from '../github/due-label.ts'
import { issuesOf, keysIn } from '../github/meeting-issue.ts'
import { type Answer, type FoundIssue, repositoryKey, type RepositoryAnswer } from '../github/question.ts'
import { refuse, Refusal } from '../problem.ts'
import type { Day } from '../time/day.ts'
import type { Change, EditIssue, OpenIssue, Plan } from './change.ts'
import { missingLabels } from './missing-labels.ts'

/** Something of which one issue tells when its day comes near. */
export interface DueMatter {
  /** The hidden key, which holds the day: `terms-of-core@2026-12-31`. */
  readonly key: string
  readonly day: Day
  readonly title: string
  /** The text under the key. */
  readonly body: string
}

/** What issues of one kind are planned from. */
export interface DueQuestion {
  readonly repository: string
  /** How the keys of the kind begin: an open issue with such a key that no matter has any more is closed. */
  readonly prefix: string
  /** Everything that has a day, near or far. */
  readonly matters: readonly DueMatter[]
  /** Both days belong to the span in which an issue is opened. */
  readonly near: { readonly from: Day; readonly to: Day }
}

/**
 * Plans one issue for everything that is due soon; whatever somebody closed is not opened again. An issue whose day is no longer in
 * the files has been seen to, and is closed. Refuses what GitHub did not answer.
 */
export function planDueIssues({ repository, prefix, matters, near }: DueQuestion, answer: Answer): Plan {
  const home = answeredHome(answer, repository)
  const due = matters.filter(({ day }) => near.from <= day && day <= near.to)
  const opened = due.filter(({ key }) => issuesOf(key, home.issues).length === 0)
  const settled = home.issues.filter(
    (issue) => issue.open && isSettled(issue, prefix, new Set(matters.map(({ key }) => key))),
  )
  const copies = due.flatMap(({ key }) =>
    issuesOf(key, home.issues)
      .slice(1)
      .filter(({ open }) => open),
  )
  const changes: Change[] = [
    ...(opened.length === 0 ? [] : missingLabels([DUE_LABEL], home)),
    ...opened.map((matter) => openingOf(matter, home)),
    ...settled.map((issue) => closing(issue, home, 'Seen to: the files name another day, or none.')),
    ...copies.map((issue) => closing(issue, home, 'Another issue tells of the same.')),
  ]
  return { changes, notes: [] }
}

function answeredHome(answer: Answer, repository: string): RepositoryAnswer {
  const found = answer.repositories.get(repositoryKey({ repository, label: DUE_LABEL }))
  if (!found) throw new Error(`nobody asked what is due in ${repository}`)
  if ('refused' in found) throw new Refusal([found.refused])
  if (found.hasIssues && !found.archived) return found
  throw refuse(
    'github',
    `No issue can be opened in \`${repository}\`.`,
    'Switch its issues on, or take it out of the archive.',
  )
}

function isSettled({ body }: FoundIssue, prefix: string, keys: ReadonlySet<string>): boolean {
  if (!body.includes(`wg:due ${prefix}`)) return false
  const own = keysIn(body).filter((key) => key.startsWith(prefix))
  return own.length > 0 && own.every((key) => !keys.has(key))
}

function openingOf({ key, title, body }: DueMatter, home: RepositoryAnswer): OpenIssue {
  return {
    kind: 'open-issue',
    repository: home.repository,
    repositoryId: home.id,
    key,
    title,
    body: `<!-- wg:due ${key} -->\n\n${body}\n`,
    labels: [DUE_LABEL],
    labelIds: home.labelIds,
  }
}

function closing(
  { id, number, url }: FoundIssue,
  { repository, labelIds }: RepositoryAnswer,
  comment: string,
): EditIssue {
  return {
    kind: 'edit-issue',
    repository,
    id,
    number,
    url,
    labelIds,
    why: 'close, it has been seen to',
    comment,
    state: { kind: 'closed', reason: 'COMPLETED' },
  }
}
