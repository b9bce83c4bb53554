import { type Meeting, meetingsIn, nextMeeting, plannedMeetings } from '../meetings/meeting.ts'
import type { Series } from '../meetings/series.ts'
import { addDays, type Day } from '../time/day.ts'
import { localTimeIn } from '../time/zone.ts'

/** A meeting whose issue may need something. */
export interface DueMeeting {
  readonly meeting: Meeting
  /** Whether its issue is to be opened when there is none. */
  readonly due: boolean
  /** Whether no other meeting of the series comes before it. */
  readonly next: boolean
}

/** How early issues appear. */
export interface Earliness {
  /** Whether the issue of a meeting appears before the meeting ahead of it begins, whatever `open` says. */
  readonly ahead: boolean
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** An issue that appears ahead does so by this time before the other meeting begins: the scheduled run may be late, or left out. */
const BEFORE_THE_OTHER = DAY
/** Days; no issue appears ahead of a meeting that is longer off, since the days of rare meetings are likely to change. */
const LONGEST_AHEAD = 35
/** Days after the first planned one on which a meeting that had been moved may still be ahead when it is cancelled. */
const LONGEST_MOVE = 14

/**
 * The meetings for which GitHub has to be asked: the next one when its issue is due, with `ahead` also the one after it, and every
 * other one that has not begun and whose issue may exist because it was due once. None of them means that nothing is asked at all.
 */
export function dueMeetings(
  series: Series,
  now: Date,
  { ahead }: Earliness = { ahead: false },
): readonly DueMeeting[] {
  const next = nextMeeting(series, now)
  const after = ahead && next ? nextMeeting(series, next.startsAt) : undefined
  const nearest = [next, after].flatMap((meeting) => meeting ?? [])
  const today = localTimeIn(series.zone, now).day
  const days = Math.max(Math.ceil(series.opens / 1440), ahead ? LONGEST_AHEAD : 0)
  const span = { from: addDays(today, -2), to: addDays(today, days + 2) }
  const near = [
    ...plannedMeetings(series, span),
    ...meetingsIn(series, span),
    ...movedAway(series, today),
    ...(ahead ? cancelledLately(series, today) : []),
  ]
  const once = [...new Map([...near, ...nearest].map((meeting) => [meeting.key, meeting])).values()]
  const last = nearest.at(-1)
  const mayExist = (meeting: Meeting) => {
    const first = firstMoment(meeting)
    const isOpening = first.getTime() - series.opens * MINUTE <= now.getTime()
    // One that was cancelled and takes place after all puts itself before a meeting whose issue is there already.
    const wasAhead = first.getTime() - LONGEST_AHEAD * DAY <= now.getTime()
    return isOpening || (ahead && (wasAhead || (last !== undefined && first <= last.startsAt)))
  }
  return once
    .filter((meeting) => (meeting.startsAt > now || (ahead && isCancelled(meeting))) && mayExist(meeting))
    .map((meeting) => ({
      meeting,
      due: nearest.some(({ key }) => key === meeting.key) && opensAt(meeting, { ahead }) <= now,
      next: meeting.key === next?.key,
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

/** The file no longer says to when such a meeting had been moved; its issue does. */
function cancelledLately(series: Series, today: Day): readonly Meeting[] {
  return plannedMeetings(series, { from: addDays(today, -LONGEST_MOVE), to: today }).filter(isCancelled)
}

function isCancelled({ status }: Meeting): boolean {
  return status === 'cancelled'
}

function firstMoment({ startsAt, was }: Meeting): Date {
  return was && was < startsAt ? was : startsAt
}

/** When the issue of a meeting appears. */
export function opensAt(meeting: Meeting, { ahead }: Earliness = { ahead: false }): Date {
  const { startsAt, series } = meeting
  const before = ahead ? meetingBefore(meeting) : undefined
  const instants = [
    startsAt.getTime() - series.opens * MINUTE,
    ...(before
      ? [Math.max(before.startsAt.getTime() - BEFORE_THE_OTHER, startsAt.getTime() - LONGEST_AHEAD * DAY)]
      : []),
  ]
  return new Date(Math.min(...instants))
}

/** The earliest instant at which the issue of one of the meetings may have been opened. */
export function openedSince(meetings: readonly DueMeeting[]): Date {
  const instants = meetings.map(({ meeting }) => {
    const first = Math.min(firstMoment(meeting).getTime(), opensAt(meeting).getTime())
    return first - Math.max(meeting.series.opens * MINUTE, LONGEST_AHEAD * DAY)
  })
  return new Date(Math.min(...instants))
}

/** The last meeting that takes place before another one, within the days that matter here. */
function meetingBefore({ series, date, startsAt }: Meeting): Meeting | undefined {
  const days = { from: addDays(date, -LONGEST_AHEAD - 2), to: addDays(date, 1) }
  return meetingsIn(series, days).findLast((each) => each.status !== 'cancelled' && each.startsAt < startsAt)
}
