import { homeAnswer } from '../github/home-answer.ts'
import { issuesOf } from '../github/meeting-issue.ts'
import type { FoundIssue } from '../github/question.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { Series } from '../meetings/series.ts'
import type { OpenAction } from '../minutes/open-action-lines.ts'
import { planLanded } from '../plan/land-minutes.ts'
import { questionFor } from '../plan/meeting-issue.ts'
import type { Plan } from '../plan/change.ts'
import { branchOfMinutes, planPreparedMinutes, planReminder } from '../plan/prepare-minutes.ts'
import type { MeetingRecord } from '../record/meeting-record.ts'
import { addDays, type Day } from '../time/day.ts'
import { localTimeIn } from '../time/zone.ts'
import { seriesFile, type Workspace } from '../workspace.ts'
import type { Chore } from './chore.ts'
import { choresOf, type SeriesChores } from './written-chores.ts'

/** Days; a meeting that was longer ago is left alone, also by a run after a long pause. */
export const REMEMBERED = 60

/** What is done for the minutes of one series. */
export interface MinutesChoreQuestion {
  readonly series: Series
  readonly workspace: Workspace
  /** Its meetings of the last `REMEMBERED` days that took place, and what is written down of them. */
  readonly records: readonly MeetingRecord[]
  /** The template of minutes. */
  readonly template: string
  /** What earlier meetings of the series left open. */
  readonly actionsBefore: (meeting: Meeting) => readonly OpenAction[]
  readonly now: Date
}

/** What the minutes of a meeting need. */
type Need = 'prepare' | 'remind' | 'land'

interface Needy {
  readonly meeting: Meeting
  readonly need: Need
}

/**
 * The chore of the minutes of a series: they are prepared after a meeting, asked for once when they are late, and the issue is
 * closed when they are there. Undefined when none of its meetings needs that.
 */
export function minutesChore(question: MinutesChoreQuestion): Chore | undefined {
  const { series, workspace } = question
  const home = series.github
  const needy = needsOf(question)
  if (!home || needy.length === 0) return undefined
  return {
    part: 'minutes',
    of: series.id,
    place: workspace.placeOf(seriesFile(series.id, workspace), ['github', 'repository']),
    question: {
      ...questionFor(home),
      branches: needy.flatMap(({ meeting, need }) =>
        need === 'prepare' ? [branchOfMinutes(meeting, home, workspace)] : [],
      ),
    },
    plan: (answer) => {
      const { issues } = homeAnswer(series, home, { answer, workspace }).repository
      const plans = needy.map(({ meeting, need }) => {
        if (need === 'prepare') {
          const actions = question.actionsBefore(meeting)
          const onlyWithIssue = choresOf(series, workspace.group).issues
          return planPreparedMinutes({ ...question, meeting, home, actions, onlyWithIssue }, answer)
        }
        return planInIssue({ meeting, need }, home, issuesOf(meeting.key, issues)[0])
      })
      return { changes: plans.flatMap(({ changes }) => changes), notes: plans.flatMap(({ notes }) => notes) }
    },
  }
}

function planInIssue(
  { meeting, need }: Needy,
  home: NonNullable<Series['github']>,
  issue: FoundIssue | undefined,
): Plan {
  if (!issue) return { changes: [], notes: [] }
  return need === 'remind' ? planReminder(meeting, home, issue) : planLanded(meeting, home, issue)
}

function needsOf({ records, series, workspace, now }: MinutesChoreQuestion): readonly Needy[] {
  const chores = choresOf(series, workspace.group)
  return records.flatMap((record) => {
    const { meeting } = record
    const need = meeting && needOf(record, { chores, today: localTimeIn(series.zone, now).day })
    return need ? [{ meeting, need }] : []
  })
}

/** Whether the minutes of a meeting are to be prepared; only then it matters what earlier ones left open. */
export function needsPreparing(
  record: MeetingRecord,
  { group }: Pick<Workspace, 'group'>,
  now: Date,
): boolean {
  const { series } = record
  return (
    needOf(record, { chores: choresOf(series, group), today: localTimeIn(series.zone, now).day }) ===
    'prepare'
  )
}

interface Now {
  readonly chores: SeriesChores
  readonly today: Day
}

function needOf(
  { state, date, series: { minutesDue } }: MeetingRecord,
  { chores, today }: Now,
): Need | undefined {
  if (state === 'written') return chores.close ? 'land' : undefined
  if (state === 'unreadable') return undefined
  if (addDays(date, minutesDue) < today) return chores.reminder ? 'remind' : undefined
  return state === 'missing' && chores.skeleton ? 'prepare' : undefined
}
