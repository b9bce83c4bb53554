import { type Meeting, meetingsIn, nextMeeting, plannedMeetings } from '../meetings/meeting.ts'
import type { Series } from '../meetings/series.ts'
import { branchOfCancelling, planEmptyMeeting } from '../plan/cancel-empty.ts'
import { openedSince } from '../plan/due.ts'
import { questionFor } from '../plan/meeting-issue.ts'
import { addDays } from '../time/day.ts'
import { localTimeIn } from '../time/zone.ts'
import { seriesFile, type Workspace } from '../workspace.ts'
import type { Chore } from './chore.ts'
import { choresOf } from './written-chores.ts'

const DAY = 24 * 60 * 60_000
/** Days after a meeting during which an open pull request that would cancel it is still looked for, to be closed. */
const AFTERWARDS = 2

/** A meeting for which GitHub has to be asked. */
export interface MaybeEmptyMeeting {
  readonly meeting: Meeting
  /** Whether it is the next one, and near enough that it may be proposed to cancel it. */
  readonly near: boolean
}

/** The meetings that may be cancelled for their agenda, or may have been proposed to be; `lead` is in minutes. */
export function maybeEmptyMeetings(series: Series, now: Date, lead: number): readonly MaybeEmptyMeeting[] {
  const next = nextMeeting(series, now)
  const today = localTimeIn(series.zone, now).day
  const days = Math.ceil(lead / (24 * 60))
  const span = { from: addDays(today, -AFTERWARDS - 1), to: addDays(today, days + 1) }
  const all = [...plannedMeetings(series, span), ...meetingsIn(series, span)]
  const once = [...new Map(all.map((meeting) => [meeting.key, meeting])).values()]
  const isAround = (at: Date) =>
    at.getTime() > now.getTime() - AFTERWARDS * DAY && at.getTime() - lead * 60_000 <= now.getTime()
  return once
    .filter(({ startsAt, was }) => isAround(startsAt) || (was !== undefined && isAround(was)))
    .map((meeting) => ({ meeting, near: meeting.key === next?.key && isAround(meeting.startsAt) }))
}

/**
 * The chore that cancels the meetings of a series when only standing items are on their agenda. Undefined when the series does
 * not ask for it, when no meeting is around, and where nobody would carry the cancellation to the issue.
 */
export function cancelChore({
  series,
  workspace,
  now,
}: {
  readonly series: Series
  readonly workspace: Workspace
  readonly now: Date
}): Chore | undefined {
  const home = series.github
  const { issues, cancelEmpty, cancelGrace: grace } = choresOf(series, workspace.group)
  if (!home || !issues || series.source || cancelEmpty === false) return undefined
  const meetings = maybeEmptyMeetings(series, now, cancelEmpty)
  if (meetings.length === 0) return undefined
  const since = openedSince(meetings.map(({ meeting }) => ({ meeting, due: false, next: false })))
  return {
    part: 'meetings',
    of: series.id,
    place: workspace.placeOf(seriesFile(series.id, workspace), ['chores', 'cancel-empty']),
    question: {
      ...questionFor(home, since),
      branches: meetings.map(({ meeting }) => branchOfCancelling(meeting, home, workspace)),
    },
    plan: (answer) => {
      const plans = meetings.map(({ meeting, near }) =>
        planEmptyMeeting({ meeting, near, home, workspace, grace, now }, answer),
      )
      return {
        changes: plans.flatMap(({ changes }) => changes),
        notes: plans.flatMap(({ notes }) => notes),
      }
    },
  }
}
