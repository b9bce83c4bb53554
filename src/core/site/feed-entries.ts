import { calendarId } from '../calendar/calendar-id.ts'
import { feedAddress } from '../calendar/feed-address.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { opensAt } from '../meetings/opens-at.ts'
import { plainLine } from '../text/plain-line.ts'
import { printDay, printInstant } from '../time/print-time.ts'
import { localTimeIn, UTC } from '../time/zone.ts'
import { ownerNames } from './owner-names.ts'
import { meetingName } from './show-meeting.ts'
import type { MinutesEntry, Site } from './site.ts'
import { linkFrom, meetingAnchor, monthOf, monthPage, pageAddress } from './site-paths.ts'

/** News for feed readers; every text is plain. */
export interface FeedEntry {
  /** Never changes while it is about the same thing (RFC 4287 §4.2.6). */
  readonly id: string
  readonly title: string
  /** Absolute where the group says where it publishes, else from the folder of feeds. */
  readonly url: string
  readonly updated: Date
  /** Paragraphs. */
  readonly text: readonly string[]
}

const MOST_ENTRIES = 50
const LONGEST = 1000

/**
 * Meetings that have been announced, the newest first: each when its issue opens, and again under another id when it is moved or
 * cancelled. No hour of the build stands in them, so that the same files give the same feed.
 */
export function meetingEntries(site: Site): readonly FeedEntry[] {
  return site.meetings
    .map((meeting) => ({ meeting, updated: opensAt(meeting) }))
    .filter(({ updated }) => updated <= site.now)
    .sort((a, b) => b.updated.getTime() - a.updated.getTime() || (a.meeting.key < b.meeting.key ? -1 : 1))
    .slice(0, MOST_ENTRIES)
    .map(({ meeting, updated }) => meetingEntry(meeting, updated, site))
}

function meetingEntry(meeting: Meeting, updated: Date, site: Site): FeedEntry {
  const { key, status, startsAt, session, reason } = meeting
  const change = status === 'planned' ? '' : `:${status}`
  const page = `${monthPage(monthOf(localTimeIn(UTC, startsAt).day))}#${meetingAnchor(key)}`
  const why = plainLine(reason ?? '')
  const said =
    status === 'planned' ? [] : [`${NEWS[status]}${why === '' ? '' : `: ${why}`}.`.replace('..', '.')]
  return {
    id: idOf(`meeting:${key}${change}`, site),
    title: `${status === 'planned' ? '' : `${NEWS[status]}: `}${meetingName(meeting)}, ${printInstant(startsAt, UTC)} UTC`,
    url: addressOf(page, site),
    updated,
    text: [
      ...said,
      `${printInstant(startsAt, UTC)} UTC; ${printInstant(startsAt, session.zone)} ${session.zone}.`,
    ],
  }
}

const NEWS = { moved: 'Moved', cancelled: 'Cancelled' } as const

/** The newest minutes, with what was decided and promised. */
export function minutesEntries(site: Site): readonly FeedEntry[] {
  return site.entries
    .toReversed()
    .slice(0, MOST_ENTRIES)
    .map((entry) => minutesEntry(entry, site))
}

function minutesEntry({ record, path }: MinutesEntry, site: Site): FeedEntry {
  const { key, series, date, meeting, minutes } = record
  const actions = minutes.actions.map(({ text, owners }) => {
    const names = ownerNames(owners, site).join(', ')
    return `Action: ${plainLine(text, LONGEST)}${names === '' ? '' : ` (${names})`}`
  })
  const decisions = minutes.decisions.map(({ text }) => `Decision: ${plainLine(text, LONGEST)}`)
  const text = [...decisions, ...actions]
  return {
    id: idOf(`minutes:${key}`, site),
    title: plainLine(`Minutes: ${series.title}, ${printDay(date)}`),
    url: addressOf(path, site),
    updated: meeting?.endsAt ?? new Date(`${date}T00:00:00Z`),
    text: text.length === 0 ? ['No decision and no action stands in these minutes.'] : text,
  }
}

function idOf(what: string, { workspace }: Site): string {
  const parts = [calendarId(workspace), ...what.split(/[:/]/)].map(encodeURIComponent)
  return `urn:wg:${parts.join(':')}`
}

function addressOf(path: string, { workspace }: Site): string {
  return feedAddress(workspace, pageAddress(path)) ?? linkFrom('feeds/meetings.atom')(path)
}
