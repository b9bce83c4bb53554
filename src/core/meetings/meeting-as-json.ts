import { isoInstant } from '../time/print-time.ts'
import type { Meeting } from './meeting.ts'

/** The shape of a meeting for programs. `date` is the day on which it takes place, `was` the instant first planned. */
export function meetingAsJson(meeting: Meeting) {
  return {
    key: meeting.key,
    series: meeting.series.id,
    title: meeting.series.title,
    date: meeting.date,
    startsAt: isoInstant(meeting.startsAt),
    endsAt: isoInstant(meeting.endsAt),
    zone: meeting.session.zone,
    status: meeting.status,
    was: meeting.was ? isoInstant(meeting.was) : null,
    join: meeting.session.join ?? null,
    watch: meeting.session.watch ?? null,
    reason: meeting.reason ?? null,
    session: meeting.session.name ?? null,
  }
}
