import { given } from '../given.ts'
import { allMeetingsIn, type DaySpan, type Meeting } from '../meetings/meeting.ts'
import type { Series } from '../meetings/series.ts'
import { type Day, makeDay, partsOf } from '../time/day.ts'
import { localTimeIn, parseZone, type ZoneId } from '../time/zone.ts'
import type { Workspace } from '../workspace.ts'
import { type EventMatter, makeEvent } from './calendar-event.ts'
import { feedAddress, seriesFeed, teamFeed } from './feed-address.ts'
import { type History, stampEvents } from './stamp-events.ts'
import type { Feed } from './write-feed.ts'

const UTC = parseZone('UTC') as ZoneId

/**
 * The days that feeds cover: so many whole months back and ahead, counted from the month of `now`, so that a feed is
 * the same on every day of a month.
 */
export function feedSpan({ group }: Pick<Workspace, 'group'>, now: Date): DaySpan {
  const { year, month } = partsOf(localTimeIn(UTC, now).day)
  const firstOf = (months: number): Day => {
    const count = year * 12 + month - 1 + months
    return makeDay(Math.floor(count / 12), (count % 12) + 1, 1) as Day
  }
  const { past, future } = group.calendar
  return { from: firstOf(-past), to: lastDayBefore(firstOf(future + 1)) }
}

function lastDayBefore(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) as Day
}

/** The meetings that calendars show: all of the span but cancelled ones that are over. */
export function feedMeetings(all: readonly Series[], span: DaySpan, now: Date): readonly Meeting[] {
  return allMeetingsIn(all, span).filter(({ status, endsAt }) => status !== 'cancelled' || endsAt > now)
}

/** What feeds are made from. */
export interface FeedMatter extends EventMatter, History {
  readonly span: DaySpan
}

/** The feeds of a workspace: all meetings, those of each team, those of each series. A series that has ended keeps its feed. */
export function makeFeeds(matter: FeedMatter): readonly Feed[] {
  const { workspace, span, now } = matter
  const { group, charters, series } = workspace
  const feed = (path: string, name: string, of: readonly Series[]): Feed => ({
    path,
    name,
    description: `Meetings: ${name}`,
    refresh: group.calendar.refresh,
    events: stampEvents(
      feedMeetings(of, span, now).map((meeting) => makeEvent(meeting, matter)),
      matter,
    ),
    ...given({ color: group.calendar.color, source: feedAddress(workspace, path) }),
  })
  const teams = [...new Set([...charters.keys(), ...series.map(({ team }) => team)])].sort()
  return [
    feed('all.ics', group.name, series),
    ...teams.map((team) =>
      feed(
        teamFeed(team),
        charters.get(team)?.name ?? team,
        series.filter((each) => each.team === team),
      ),
    ),
    ...series.map((each) => feed(seriesFeed(each.id), each.title, [each])),
  ]
}

/** The file of one meeting, for a single import. */
export function meetingFeed(meeting: Meeting, matter: EventMatter, now: Date): Feed {
  return {
    path: `${meeting.key.replace('/', '-')}.ics`,
    name: meeting.series.title,
    description: `Meeting: ${meeting.series.title}`,
    refresh: matter.workspace.group.calendar.refresh,
    events: stampEvents([makeEvent(meeting, matter)], { previous: undefined, now }),
  }
}
