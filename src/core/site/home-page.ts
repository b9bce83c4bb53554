import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Meeting } from '../meetings/meeting.ts'
import { plainLine } from '../text/plain-line.ts'
import { minutesList } from './minutes-list.ts'
import { showMeeting } from './show-meeting.ts'
import type { Site, SitePage } from './site.ts'
import { linkFrom, monthOf, monthPage, PART_PAGES } from './site-paths.ts'
import { zoneNote } from './zone-note.ts'

const SHOWN_MEETINGS = 8
const SHOWN_MINUTES = 5

/** The home page: the next meetings, the newest minutes, and where else to go. `#next` is the meeting that comes next, whichever it is. */
export function homePage(site: Site): SitePage {
  const { group } = site.workspace
  const ahead = site.meetings.filter(({ endsAt }) => endsAt > site.now)
  const next = ahead.find(({ status }) => status !== 'cancelled')
  const shown = ahead.slice(0, Math.max(SHOWN_MEETINGS, next === undefined ? 0 : ahead.indexOf(next) + 1))
  return {
    path: PART_PAGES.home,
    part: 'home',
    title: group.name,
    description: `The next meetings of ${group.name}, its minutes, its teams, and its calendar to subscribe to.`,
    content: [...introduction(site), ...meetings(shown, next, site), ...minutes(site)],
  }
}

function introduction({ workspace: { group } }: Site): readonly Element[] {
  const host = plainLine(group.host)
  return host === '' ? [] : [h('p', { className: 'host' }, host)]
}

function meetings(
  shown: readonly Meeting[],
  next: Meeting | undefined,
  site: Site,
): readonly ElementContent[] {
  const link = linkFrom(PART_PAGES.home)
  const subscribe = h(
    'p',
    h('a', { href: link(PART_PAGES.subscribe) }, 'Subscribe'),
    ' in your own calendar, and moves and cancellations reach you.',
  )
  const more = h('p', h('a', { href: link(PART_PAGES.calendar) }, 'The whole calendar'))
  if (shown.length === 0)
    return [
      h('h2', { id: 'next' }, 'Next meetings'),
      h('p', 'No meeting is planned.'),
      h('p', h('a', { href: link(monthPage(monthOf(site.today))) }, 'The calendar has those that are over.')),
    ]
  const anchor = (meeting: Meeting) => (meeting === next ? 'next' : undefined)
  return [
    h('h2', next === undefined ? { id: 'next' } : {}, 'Next meetings'),
    subscribe,
    zoneNote(),
    h(
      'ol',
      { className: 'meetings coming' },
      ...shown.map((meeting) => showMeeting(meeting, { site, link, anchor, heading: 'h3' })),
    ),
    more,
  ]
}

function minutes(site: Site): readonly ElementContent[] {
  const newest = site.entries.toReversed().slice(0, SHOWN_MINUTES)
  if (newest.length === 0) return []
  const link = linkFrom(PART_PAGES.home)
  return [
    h('h2', 'Newest minutes'),
    minutesList(newest, link),
    h('p', h('a', { href: link(PART_PAGES.minutes) }, 'All minutes')),
  ]
}
