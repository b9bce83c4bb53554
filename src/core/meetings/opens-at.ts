import type { Meeting } from './meeting.ts'

const MINUTE = 60_000

/** When the issue of a meeting is due, and people are told of it: so long before its beginning, the planned or the moved one, as its series says. */
export function opensAt({ startsAt, was, series }: Meeting): Date {
  const first = was !== undefined && was < startsAt ? was : startsAt
  return new Date(first.getTime() - series.opens * MINUTE)
}
