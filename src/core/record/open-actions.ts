import type { Meeting } from '../meetings/meeting.ts'
import type { OpenAction } from '../minutes/open-action-lines.ts'
import type { Member } from '../people/roster.ts'
import type { ReadMeeting } from './meeting-record.ts'
import { trackActions, type TrackedAction } from './track-actions.ts'

/**
 * What the meetings of a series before a meeting have left open, what was said last first. What another series of the team has done is
 * done. `records` by day.
 */
export function openActionsBefore(
  { series, date, key }: Pick<Meeting, 'series' | 'date' | 'key'>,
  records: readonly ReadMeeting[],
  members: readonly Member[],
): readonly OpenAction[] {
  const earlier = records.filter((record) => record.key !== key && record.date < date)
  return trackActions(earlier, members)
    .filter(({ done, mentions }) => !done && mentions.some((each) => each.key.startsWith(`${series.id}/`)))
    .sort((a, b) => (lastSaid(a) > lastSaid(b) ? -1 : lastSaid(a) < lastSaid(b) ? 1 : 0))
    .map(({ text, owners, since, named }) => ({ text, owners, since, named }))
}

function lastSaid({ mentions }: TrackedAction): string {
  return (mentions.at(-1) ?? mentions[0]).date
}
