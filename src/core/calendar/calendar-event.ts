import { given } from '../given.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { minutesPathOf } from '../meetings/minutes-path.ts'
import { plainLine } from '../text/plain-line.ts'
import { isoInstant, printInstant } from '../time/print-time.ts'
import type { Workspace } from '../workspace.ts'

/** A meeting as calendars show it; every text is plain, and one line but for the description. */
export interface CalendarEvent {
  /** Made from the meeting's key, so that it never changes (RFC 5545 §3.8.4.7). */
  readonly uid: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly summary: string
  readonly description: string
  readonly cancelled: boolean
  readonly location?: string
  /** Where it is joined. */
  readonly conference?: string
  /** The page of the meeting: its minutes, its agenda, or where it is joined. */
  readonly url?: string
}

/** What the events of a workspace are made from. */
export interface EventMatter {
  readonly workspace: Workspace
  /** The paths of minutes and agendas that exist. */
  readonly minutes: ReadonlySet<string>
}

const LONGEST_SUMMARY = 200

/** The event of a meeting. A cancelled one says so in its summary, since some clients show nothing else. */
export function makeEvent(meeting: Meeting, matter: EventMatter): CalendarEvent {
  const { session, series, status } = meeting
  const cancelled = status === 'cancelled'
  const links = linksOf(meeting, matter)
  const name = session.name === undefined ? series.title : `${series.title} (${session.name})`
  return {
    uid: `${meeting.key}@${calendarId(matter.workspace)}`,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    summary: plainLine(cancelled ? `CANCELLED: ${name}` : name, LONGEST_SUMMARY),
    description: [...newsOf(meeting), ...links.map(({ name: what, url }) => `${what}: ${url}`)].join('\n'),
    cancelled,
    ...given({
      location:
        session.join ??
        (series.location === undefined ? undefined : plainLine(series.location, LONGEST_SUMMARY)),
      conference: session.join,
      url: (links.find(({ name: what }) => what !== 'Join' && what !== 'Watch') ?? links[0])?.url,
    }),
  }
}

/** The name of this group's calendars in the UIDs of its events: `calendar.id` of wg.yml, or the group's name. */
export function calendarId({ group }: Pick<Workspace, 'group'>): string {
  const plain = group.name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return group.calendar.id ?? (plain.replace(/^-+|-+$/g, '') || 'group')
}

function newsOf({ status, was, reason, session }: Meeting): string[] {
  const why = reason === undefined ? '' : `: ${plainLine(reason)}`
  if (status === 'cancelled') return [`Cancelled${why}`]
  return was
    ? [
        `Moved${why}. It was planned for ${printInstant(was, session.zone)} (${session.zone}), ${isoInstant(was)}.`,
      ]
    : []
}

interface Link {
  readonly name: 'Join' | 'Watch' | 'Agenda' | 'Minutes'
  readonly url: string
}

function linksOf(meeting: Meeting, { workspace, minutes }: EventMatter): readonly Link[] {
  const { session, series } = meeting
  const path = minutesPathOf(meeting)
  const repository = workspace.group.repository ?? series.github?.repository
  const file =
    repository !== undefined && minutes.has(path)
      ? `https://github.com/${repository}/blob/HEAD/${encodeURI(path)}`
      : undefined
  const issues =
    series.github &&
    `https://github.com/${series.github.repository}/issues?q=${encodeURIComponent(`is:issue label:"${series.github.labels[0] ?? 'meeting'}"`)}`
  const found = given({ Join: session.join, Watch: session.watch, Agenda: issues, Minutes: file })
  return (['Join', 'Watch', 'Agenda', 'Minutes'] as const).flatMap((name) => {
    const url = found[name]
    return url === undefined ? [] : [{ name, url }]
  })
}
