import { allMeetingsIn, type DaySpan, type Meeting } from '../meetings/meeting.ts'
import type { Series } from '../meetings/series.ts'
import { addDays, type Day, makeDay, partsOf } from '../time/day.ts'
import { localTimeIn, UTC } from '../time/zone.ts'
import type { Workspace } from '../workspace.ts'

/**
 * The days that feeds cover: so many whole months back and ahead, counted from the month of `now` in UTC, so that a
 * feed is the same on every day of a month.
 */
export function feedSpan({ group }: Pick<Workspace, 'group'>, now: Date): DaySpan {
  const { year, month } = partsOf(localTimeIn(UTC, now).day)
  const firstOf = (months: number): Day => {
    const count = year * 12 + month - 1 + months
    return makeDay(Math.floor(count / 12), (count % 12) + 1, 1) as Day
  }
  const { past, future } = group.calendar
  return { from: firstOf(-past), to: addDays(firstOf(future + 1), -1) }
}

/** The meetings that calendars show, by their beginning: all of the span but cancelled ones that are over. */
export function feedMeetings(all: readonly Series[], span: DaySpan, now: Date): readonly Meeting[] {
  return allMeetingsIn(all, span).filter(({ status, endsAt }) => status !== 'cancelled' || endsAt > now)
}
