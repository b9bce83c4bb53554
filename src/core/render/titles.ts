import type { Meeting } from '../meetings/meeting.ts'
import { plainLine } from '../text/plain-line.ts'
import type { Workspace } from '../workspace.ts'

const DEFAULT_PATTERN = '{host} {name} Meeting {date}'

/** A title of GitHub's has at most 256 characters. */
const LONGEST = 256

/** The title of a meeting by the series' pattern; what has no value leaves no double space behind. */
export function meetingTitle(meeting: Meeting, { group }: Pick<Workspace, 'group'>): string {
  const values: Readonly<Record<string, string>> = {
    host: group.host,
    group: group.name,
    name: meeting.series.title,
    date: meeting.date,
    session: meeting.session.name ?? '',
  }
  const pattern = meeting.series.github?.title ?? DEFAULT_PATTERN
  const filled = pattern.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  return plainLine(filled.replace(/\s+/g, ' ').trim(), LONGEST)
}
