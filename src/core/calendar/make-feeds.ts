import { given } from '../given.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { Series } from '../meetings/series.ts'
import type { Workspace } from '../workspace.ts'
import { type CalendarEvent, makeEvent } from './calendar-event.ts'
import { feedAddress, seriesFeed, teamFeed, WHOLE_FEED } from './feed-address.ts'
import { keepIdentity } from './keep-identity.ts'
import type { EventMatter } from './meeting-links.ts'
import { type History, nextFloor, stampEvents } from './stamp-events.ts'
import type { Feed } from './write-feed.ts'

/** What feeds are made from. */
export interface FeedMatter extends EventMatter, History {
  /** The meetings that the feeds show, by their beginning. */
  readonly meetings: readonly Meeting[]
}

/**
 * The feeds of a workspace: all meetings, those of each team, those of each series. A series that has ended keeps its
 * feed. Refuses when the meetings of the feed that was published last would get another identity.
 */
export function makeFeeds(matter: FeedMatter): readonly Feed[] {
  const { workspace, meetings } = matter
  const { group, charters, series } = workspace
  const events = meetings.map((meeting) => makeEvent(meeting, matter))
  if (matter.previous) keepIdentity(events, matter.previous)
  const texts = stampEvents(events, matter)
  const feed = (path: string, name: string, holds: (series: Series) => boolean): Feed => ({
    ...feedFrame(path, name, workspace),
    events: texts.filter((_, index) => holds(meetings[index]?.series as Series)),
  })
  const teams = [...new Set([...charters.keys(), ...series.map(({ team }) => team)])].sort()
  return [
    { ...feed(WHOLE_FEED, group.name, () => true), floor: floorOf(events, matter) },
    ...teams.map((team) =>
      feed(teamFeed(team), charters.get(team)?.name ?? team, (each) => each.team === team),
    ),
    ...series.map(({ id, title }) => feed(seriesFeed(id), title, (each) => each.id === id)),
  ]
}

/** The feed of something that is no longer in the workspace: its address stays, and nothing is on it (RFC 5545 §3.6 would like one event). */
export function endedFeed(path: string, name: string, workspace: Workspace): Feed {
  return { ...feedFrame(path, name, workspace), events: [] }
}

/** The file of one meeting, for a single import. */
export function meetingFeed(meeting: Meeting, matter: EventMatter, now: Date): Feed {
  const { title } = meeting.series
  const events = stampEvents([makeEvent(meeting, matter)], { now })
  return { path: '', name: title, refresh: matter.workspace.group.calendar.refresh, events }
}

function feedFrame(path: string, name: string, workspace: Workspace): Omit<Feed, 'events'> {
  const { color, refresh } = workspace.group.calendar
  const source = feedAddress(workspace, path)
  return { path, name, refresh, ...given({ color, source, page: workspace.group.site }) }
}

function floorOf(events: readonly CalendarEvent[], { previous }: History): number {
  return previous ? nextFloor(events, previous) : 0
}
