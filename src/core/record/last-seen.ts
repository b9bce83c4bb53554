import type { Trace } from '../github/activity.ts'
import type { Member } from '../people/roster.ts'
import type { Day } from '../time/day.ts'

/** The last sign of somebody, and where it stands. */
export interface Seen {
  readonly day: Day
  readonly how: 'minutes' | Trace['deed'] | 'answered' | 'joined'
  /** The key of the meeting, or an address. */
  readonly where?: string
}

/** Where signs of somebody are looked for. */
export interface Signs {
  readonly member: Member
  readonly team: string
  /** The last meeting of the team that the minutes have them at. */
  readonly meeting?: { readonly day: Day; readonly key: string }
  /** The newest trace on GitHub. */
  readonly trace?: Trace
  /** The day of the last review in which they were asked. */
  readonly asked?: Day
}

/**
 * The last sign of somebody who serves on a team; undefined when there is none at all. Somebody who has just joined, and
 * somebody whom a review has just asked, is not silent.
 */
export function lastSeen({ member, team, meeting, trace, asked }: Signs): Seen | undefined {
  const joined = member.terms
    .filter((term) => term.team === team && term.since !== undefined && term.until === undefined)
    .map(({ since }): Seen => ({ day: since as Day, how: 'joined' }))
  const signs: readonly Seen[] = [
    ...joined,
    ...(asked === undefined ? [] : [{ day: asked, how: 'answered' as const }]),
    ...(meeting ? [{ day: meeting.day, how: 'minutes' as const, where: meeting.key }] : []),
    ...(trace ? [{ day: trace.day, how: trace.deed, where: trace.url }] : []),
  ]
  return signs.reduce<Seen | undefined>(
    (last, sign) => (last === undefined || sign.day >= last.day ? sign : last),
    undefined,
  )
}
