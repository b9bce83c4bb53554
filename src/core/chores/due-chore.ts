import { DUE_LABEL } from '../github/due-label.ts'
import { type DueMatter, planDueIssues } from '../plan/due-issues.ts'
import { addDays } from '../time/day.ts'
import { todayAt } from '../time/today.ts'
import type { Workspace } from '../workspace.ts'
import type { Chore } from './chore.ts'
import { REMEMBERED } from './minutes-chore.ts'

/** What tells of things that are due. */
export interface DueChoreQuestion {
  readonly part: 'roster' | 'charters'
  readonly prefix: string
  readonly matters: readonly DueMatter[]
  /** Whether there is or was anything with a day: only then an issue may be open. */
  readonly dated: boolean
  readonly workspace: Workspace
  /** The repository of the workspace, `owner/name`. */
  readonly repository: string
  /** Minutes before the day on which the issue is opened. */
  readonly lead: number
  readonly now: Date
}

const MINUTES_OF_DAY = 24 * 60

/** The chore of one issue for everything that is due soon. Undefined when nothing ever had a day. */
export function dueChore(question: DueChoreQuestion): Chore | undefined {
  const { part, prefix, matters, dated, workspace, repository, lead, now } = question
  if (!dated) return undefined
  const days = Math.ceil(lead / MINUTES_OF_DAY)
  const near = { from: addDays(todayAt(now), -REMEMBERED), to: addDays(todayAt(now), days) }
  const since = new Date(`${addDays(near.from, -days - 1)}T00:00:00Z`)
  return {
    part,
    of: workspace.group.name,
    place: workspace.placeOf('wg.yml', ['repository']),
    question: { repositories: [{ repository, label: DUE_LABEL, labels: [DUE_LABEL], since }] },
    plan: (answer) => planDueIssues({ repository, prefix, matters, near }, answer),
  }
}
