import { tzOffset } from '@date-fns/tz/tzOffset'
import type { ClockTime } from './clock.ts'
import { type Day, type Weekday, weekdayOf } from './day.ts'
import { ZONE_LINKS } from './zone-links.ts'

/** The exact name of a zone of the IANA database, `America/New_York`. */
export type ZoneId = string & { readonly zoneId: unique symbol }

export const UTC = 'UTC' as ZoneId

/** What a clock on a wall in the zone shows. */
export interface WallTime {
  readonly day: Day
  readonly time: ClockTime
  readonly zone: ZoneId
}

/**
 * The instant that a wall time means. `skipped`: clocks were put forward over this time, so it does not exist.
 * `repeated`: clocks were put back, so it comes twice.
 */
export interface ResolvedTime {
  readonly at: Date
  readonly kind: 'exact' | 'skipped' | 'repeated'
}

export interface LocalTime {
  readonly day: Day
  readonly time: ClockTime
  readonly weekday: Weekday
}

const MS_PER_MINUTE = 60_000
const MS_PER_DAY = 86_400_000
const MS_PER_WEEK = 7 * MS_PER_DAY
const AREA = /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//

/**
 * Reads the exact name of a zone that this Node knows, links such as `US/Pacific` and `Asia/Calcutta` included. Gives undefined for
 * abbreviations (`EST`, `CET`), offsets (`GMT+1`, `+02:00`) and other letter case, also where `Intl` would take them.
 */
export function parseZone(text: string): ZoneId | undefined {
  return isZone(text) ? text : undefined
}

function isZone(text: string): text is ZoneId {
  if (!AREA.test(text) && !ZONE_LINKS.has(text)) return false
  const known = KNOWN.get(text) ?? canonicalName(text)
  if (known === undefined) return false
  KNOWN.set(text, known)
  return known === text || ZONE_LINKS.has(text)
}

/** What `Intl` calls the zones that were asked for: asking takes longer than all the rest. */
const KNOWN = new Map<string, string>()

/** Every name that `parseZone` takes, sorted. Slow the first time (about a tenth of a second); meant for suggestions and tests. */
export function zoneNames(): readonly ZoneId[] {
  if (names.length === 0) {
    const all = new Set([...Intl.supportedValuesOf('timeZone'), ...ZONE_LINKS])
    names = [...all].filter(isZone).sort()
  }
  return names
}

let names: readonly ZoneId[] = []

/**
 * The instant of a wall time. A skipped time takes the offset from before the gap, so that the meeting comes as much later as the clocks
 * were put forward (RFC 5545 §3.3.5); a repeated time is the first of the two. Right for days since 1972, when the last offset with
 * seconds went out of use.
 */
export function toInstant({ day, time, zone }: WallTime): ResolvedTime {
  const wall = Date.parse(`${day}T${time}:00Z`)
  const before = offsetAt(zone, wall - MS_PER_DAY)
  const after = offsetAt(zone, wall + MS_PER_DAY)
  const first = wall - before * MS_PER_MINUTE
  const second = wall - after * MS_PER_MINUTE
  if (offsetAt(zone, first) === before) {
    const repeated = second !== first && offsetAt(zone, second) === after
    return { at: new Date(first), kind: repeated ? 'repeated' : 'exact' }
  }
  if (offsetAt(zone, second) === after) return { at: new Date(second), kind: 'exact' }
  return { at: new Date(first), kind: 'skipped' }
}

/** What the clock and the calendar on a wall in the zone show at an instant. */
export function localTimeIn(zone: ZoneId, at: Date): LocalTime {
  const wall = new Date(at.getTime() + offsetAt(zone, at.getTime()) * MS_PER_MINUTE).toISOString()
  const day = wall.slice(0, 10) as Day
  return { day, time: wall.slice(11, 16) as ClockTime, weekday: weekdayOf(day) }
}

/** How far the zone is from UTC at an instant, for people: `UTC+05:30`, `UTC-08:00`, `UTC`. */
export function offsetLabel(zone: ZoneId, at: Date): string {
  const minutes = offsetAt(zone, at.getTime())
  if (minutes === 0) return 'UTC'
  const pad = (n: number) => String(n).padStart(2, '0')
  const distance = Math.abs(minutes)
  return `UTC${minutes < 0 ? '-' : '+'}${pad(Math.floor(distance / 60))}:${pad(distance % 60)}`
}

/** Minutes. Asking for an offset is slow, so weeks at the ends of which it is the same are not asked again. */
function offsetAt(zone: ZoneId, at: number): number {
  const week = Math.floor(at / MS_PER_WEEK)
  if (at >= FIRST_SHARED) {
    const before = offsetAtWeek(zone, week)
    if (before === offsetAtWeek(zone, week + 1)) return before
  }
  return tzOffset(zone, new Date(at))
}

/** Minutes, at the beginning of a week; weeks are counted from 1970 on, in UTC. */
function offsetAtWeek(zone: ZoneId, week: number): number {
  const weeks = WEEKS.get(zone) ?? new Map<number, number>()
  WEEKS.set(zone, weeks)
  const known = weeks.get(week) ?? tzOffset(zone, new Date(week * MS_PER_WEEK))
  weeks.set(week, known)
  return known
}

const WEEKS = new Map<ZoneId, Map<number, number>>()

/** Since then no zone has changed its clocks twice in one of these weeks; `npm run test:thorough` goes through all of them. */
const FIRST_SHARED = Date.UTC(1972, 0, 1)

function canonicalName(text: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}
