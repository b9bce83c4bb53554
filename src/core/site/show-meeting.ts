import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Meeting } from '../meetings/meeting.ts'
import { opensAt } from '../meetings/opens-at.ts'
import { plainLine } from '../text/plain-line.ts'
import { isoInstant } from '../time/print-time.ts'
import { describeMinutes } from '../time/span.ts'
import { localTimeIn } from '../time/zone.ts'
import { showDay, showInstant, showMoment } from './show-time.ts'
import { siteMeetingLinks } from './site-meeting-links.ts'
import { teamPage } from './site-paths.ts'
import type { LinkFrom, Site } from './site.ts'

/** How a list shows its meetings. */
export interface MeetingListing {
  readonly site: Site
  readonly link: LinkFrom
  /** The level of the heading of each. */
  readonly heading: 'h2' | 'h3' | 'h4'
  /** The anchor of a meeting; undefined where it has none. */
  readonly anchor: (meeting: Meeting) => string | undefined
  /** The team on whose page the list stands, which needs no link to it. */
  readonly ownTeam?: string
}

/** The name of a meeting: that of its series, and of its session where sessions take turns. */
export function meetingName({ series, session }: Meeting): string {
  return plainLine(session.name === undefined ? series.title : `${series.title} (${session.name})`)
}

/** A meeting in a list: when it is, what became of it, and where it is joined, watched and read. */
export function showMeeting(meeting: Meeting, listing: MeetingListing): Element {
  const { heading, anchor } = listing
  const id = anchor(meeting)
  const { team } = meeting.series
  return h(
    'li',
    {
      ...(id === undefined ? {} : { id }),
      className: ['meeting', meeting.status],
      dataTeam: team,
      dataKey: meeting.key,
      dataStarts: isoInstant(meeting.startsAt),
      dataEnds: isoInstant(meeting.endsAt),
    },
    h(heading, isOff(meeting) ? h('s', meetingName(meeting)) : meetingName(meeting)),
    ...when(meeting),
    ...linkList(meeting, listing),
  )
}

const isOff = ({ status }: Meeting) => status === 'cancelled'

function when(meeting: Meeting): readonly Element[] {
  const { startsAt, session, series, was } = meeting
  const moment: readonly ElementContent[] = showMoment(startsAt, session.zone)
  if (isOff(meeting))
    return [
      h('p', { className: 'when' }, h('s', ...moment)),
      h('p', { className: 'news' }, h('strong', 'Cancelled'), reasonOf(meeting)),
    ]
  const length = h('span', { className: 'length' }, ` · ${describeMinutes(series.length)}`)
  return [
    h('p', { className: 'when' }, ...moment, length),
    ...(was
      ? [
          h(
            'p',
            { className: 'news' },
            h('strong', 'Moved'),
            ' from ',
            h('s', showInstant(was)),
            reasonOf(meeting),
          ),
        ]
      : []),
  ]
}

function reasonOf({ reason }: Meeting): string {
  const line = plainLine(reason ?? '')
  return line === '' ? '' : `: ${line}`
}

function linkList(meeting: Meeting, { site, link, ownTeam }: MeetingListing): readonly Element[] {
  const { team } = meeting.series
  const name = site.teams.find((each) => each.id === team)?.name ?? team
  const links = siteMeetingLinks(meeting, site, link).map(({ name: what, url }) =>
    h('li', h('a', { href: url, ...(what === 'Join' ? { className: 'join' } : {}) }, what)),
  )
  const own =
    ownTeam === team ? [] : [h('li', h('a', { href: link(teamPage(team)) }, `About ${plainLine(name)}`))]
  const items = [...links, ...agendaToCome(meeting, site), ...own]
  return items.length === 0 ? [] : [h('ul', { className: 'links' }, ...items)]
}

/** From which day on there is an issue with the agenda, where there is none yet. */
function agendaToCome(meeting: Meeting, { now }: Site): readonly Element[] {
  const at = opensAt(meeting)
  if (!meeting.series.github || isOff(meeting) || at <= now) return []
  const { day } = localTimeIn(meeting.session.zone, at)
  return [h('li', { className: 'to-come' }, 'Agenda from ', showDay(day))]
}
