import type { ClockTime } from '../time/clock.ts'
import type { Day } from '../time/day.ts'
import { toInstant, type ZoneId } from '../time/zone.ts'

/** What turns the wall times of a feed into instants. */
export interface FeedZone {
  /** Undefined when only the feed itself knows the zone. */
  readonly id?: ZoneId
  /** The instant of a wall time, given in milliseconds as if the clock hung in UTC. Skipped and repeated times go as in `toInstant`. */
  readonly instantOf: (wall: number) => Date
}

const MS_PER_MINUTE = 60_000

/** A zone of the IANA database. It remembers its answers, because asking `Intl` takes most of the time of reading a feed. */
export function knownZone(id: ZoneId): FeedZone {
  if (id === 'UTC') return { id, instantOf: (wall) => new Date(wall) }
  const known = new Map<number, number>()
  return {
    id,
    instantOf: (wall) => {
      const at = known.get(wall) ?? instantIn(id, wall)
      known.set(wall, at)
      return new Date(at)
    },
  }
}

function instantIn(zone: ZoneId, wall: number): number {
  const text = new Date(wall).toISOString()
  const { at } = toInstant({ day: text.slice(0, 10) as Day, time: text.slice(11, 16) as ClockTime, zone })
  return at.getTime() + (wall % MS_PER_MINUTE)
}
