import { type Meeting, meetingsIn, nextMeeting, plannedMeetings } from '../meetings/meeting.ts'
import type { Series } from '../meetings/series.ts'
import { addDays, type Day } from '../time/day.ts'
import { localTimeIn } from '../time/zone.ts'

/** A meeting whose issue may need something. */
export interface DueMeeting {
  readonly meeting: Meeting
  /** Whether its issue is to be opened when there is none. */
  readonly due: boolean
}

const MINUTE = 60_000

/**
 * The meetings for which GitHub has to be asked: the next one when its issue is due, and every other one that has not
 * begun and whose issue may exist because it was due once. None of them means that nothing is asked at all.
 */
export function dueMeetings(series: Series, now: Date): readonly DueMeeting[] {
  const next = nextMeeting(series, now)
  const lead = series.opens * MINUTE
  const today = localTimeIn(series.zone, now).day
  const span = { from: addDays(today, -2), to: addDays(today, Math.ceil(series.opens / 1440) + 2) }
  const near = [...plannedMeetings(series, span), ...meetingsIn(series, span), ...movedAway(series, today)]
  const once = [
    ...new Map([...near, ...(next ? [next] : [])].map((meeting) => [meeting.key, meeting])).values(),
  ]
  return once
    .filter((meeting) => meeting.startsAt > now && firstMoment(meeting).getTime() - lead <= now.getTime())
    .map((meeting) => ({
      meeting,
      due: meeting.key === next?.key && meeting.startsAt.getTime() - lead <= now.getTime(),
    }))
    .sort((a, b) => a.meeting.startsAt.getTime() - b.meeting.startsAt.getTime())
}

/** Meetings that were moved from a day that is over: their issue is there, and stays right until the new day. */
function movedAway(series: Series, today: Day): readonly Meeting[] {
  const moved = [...series.changes].filter(
    ([, change]) => change.kind === 'moved' && (change.day ?? today) >= today,
  )
  return moved.flatMap(([day]) => plannedMeetings(series, { from: day, to: day }))
}

function firstMoment({ startsAt, was }: Meeting): Date {
  return was && was < startsAt ? was : startsAt
}

/** When the issue of a meeting appears. */
export function opensAt({ startsAt, series }: Meeting): Date {
  return new Date(startsAt.getTime() - series.opens * MINUTE)
}
