import { carriedMark } from '../meetings/carried.ts'
import { type Invitee, inviteesOf } from '../meetings/invitees.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { Line } from '../text/line.ts'
import { markdownText } from '../text/inline-markdown.ts'
import { printInstant, printLongDay } from '../time/print-time.ts'
import { describeMinutes } from '../time/span.ts'
import { localTimeIn, parseZone, type ZoneId } from '../time/zone.ts'
import type { Workspace } from '../workspace.ts'

const UTC = parseZone('UTC') as ZoneId

/** What `wg:time` shows: the moment in UTC, a table of zones with the weekday in each, links to the reader's own time. */
export function timeLines(meeting: Meeting, workspace: Workspace): readonly Line[] {
  const { day, time } = localTimeIn(UTC, meeting.startsAt)
  const moment = `**${printLongDay(day)}, ${time} UTC** (${describeMinutes(meeting.series.length)})`
  const rows = zonesToShow(meeting, workspace).map(
    (zone) => `| ${zone} | ${printInstant(meeting.startsAt, zone)} |`,
  )
  const lines = [
    carriedMark(meeting),
    ...statusLines(meeting),
    moment,
    '',
    '| Time zone | Day and time |',
    '| --- | --- |',
    ...rows,
    '',
    `In your own time: ${ownTimeLinks(meeting)}`,
  ]
  return lines.map((text) => ({ text }))
}

function statusLines(meeting: Meeting): string[] {
  const reason = meeting.reason === undefined ? '' : `: ${markdownText(meeting.reason)}`
  if (meeting.status === 'cancelled') return [`**Cancelled**${reason}.`.replace('..', '.'), '']
  if (meeting.was) {
    const was = printInstant(meeting.was, meeting.session.zone)
    return [`**Moved**${reason}. It was planned for ${was} (${meeting.session.zone}).`.replace('..', '.'), '']
  }
  return []
}

/** The meeting's own zone first, then the group's, then those of the people invited, in order of their clocks. */
function zonesToShow(meeting: Meeting, workspace: Workspace): readonly ZoneId[] {
  const zoneOf = (invitee: Invitee) => (invitee.kind === 'member' ? invitee.member.zone : undefined)
  const others = [...workspace.group.zones, ...inviteesOf(meeting, workspace).map(zoneOf)]
    .filter((zone): zone is ZoneId => zone !== undefined && zone !== meeting.session.zone && zone !== UTC)
    .sort((a, b) =>
      clockIn(a, meeting) < clockIn(b, meeting)
        ? -1
        : clockIn(a, meeting) > clockIn(b, meeting)
          ? 1
          : a < b
            ? -1
            : 1,
    )
  return [...new Set([meeting.session.zone, ...others])]
}

function clockIn(zone: ZoneId, meeting: Meeting): string {
  const { day, time } = localTimeIn(zone, meeting.startsAt)
  return `${day} ${time}`
}

/** Pages that show an instant in the zone of whoever opens them. */
function ownTimeLinks({ startsAt }: Meeting): string {
  const iso = startsAt.toISOString()
  const compact = iso.slice(0, 16).replace(/[-:]/g, '')
  const clock = iso.slice(11, 16)
  return [
    `[timeanddate.com](https://www.timeanddate.com/worldclock/fixedtime.html?iso=${compact}&p1=1440)`,
    `[dateful.com](https://dateful.com/convert/utc?t=${clock.replace(':', '')}&d=${iso.slice(0, 10)})`,
  ].join(' · ')
}
