import { type MeetingLink, meetingLinks } from '../calendar/meeting-links.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { opensAt } from '../meetings/opens-at.ts'
import type { LinkFrom, Site } from './site.ts'

/**
 * The links of a meeting on the site: those of its event, with the meeting's own issue where its minutes name it, and the page of the
 * minutes in place of their file. A cancelled meeting has neither a call nor an agenda, one that is over has no call, and no agenda leads to
 * an issue that is not open yet.
 */
export function siteMeetingLinks(meeting: Meeting, site: Site, link: LinkFrom): readonly MeetingLink[] {
  const { workspace, minutes, now } = site
  const entry = site.entryOf.get(meeting.key)
  const links = meetingLinks(meeting, { workspace, minutes })
  const issue = entry?.record.minutes.links['issue']
  if (entry)
    return [
      ...(issue !== undefined && isWeb(issue) ? [{ name: 'Agenda' as const, url: issue }] : []),
      { name: 'Minutes', url: link(entry.path) },
    ]
  const isCancelled = meeting.status === 'cancelled'
  const left: readonly MeetingLink['name'][] = [
    ...(isCancelled || meeting.endsAt <= now ? (['Join', 'Watch'] as const) : []),
    ...(isCancelled || opensAt(meeting) > now ? (['Agenda'] as const) : []),
  ]
  return links.filter(({ name }) => !left.includes(name))
}

function isWeb(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address)
}
