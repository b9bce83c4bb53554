import { given } from '../given.ts'
import { type Day, parseDay } from '../time/day.ts'
import { type ClockTime, parseClockTime } from '../time/clock.ts'

/** What became of one planned meeting. */
export type Exception =
  | { readonly kind: 'cancelled'; readonly reason?: string }
  | {
      readonly kind: 'moved'
      /** The new day; undefined when only the hour changes. */
      readonly day?: Day
      /** The new hour; undefined when only the day changes. */
      readonly time?: ClockTime
      readonly reason?: string
    }

const CANCELLED = /^cancell?ed(?:\s*[,:]\s*(?<reason>.+))?$/is
const MOVED =
  /^moved\s+to\s+(?<day>\d{4}-\d{2}-\d{2})?[\sT]*(?<time>\d{1,2}:\d{2})?(?:\s*[,:]\s*(?<reason>.+))?$/is

/** Reads `cancelled, end of year` and `moved to 2027-01-08 16:00, holiday`; the day or the hour may be left out. */
export function parseException(text: string): Exception | undefined {
  const trimmed = text.trim()
  const cancelled = CANCELLED.exec(trimmed)
  if (cancelled) return { kind: 'cancelled', ...given({ reason: cancelled.groups?.['reason'] }) }
  const moved = MOVED.exec(trimmed)?.groups
  if (!moved || (moved['day'] === undefined && moved['time'] === undefined)) return undefined
  const day = moved['day'] === undefined ? undefined : parseDay(moved['day'])
  const time = moved['time'] === undefined ? undefined : parseClockTime(moved['time'])
  if ((moved['day'] !== undefined && !day) || (moved['time'] !== undefined && !time)) return undefined
  return { kind: 'moved', ...given({ day, time, reason: moved['reason'] }) }
}

/** The text of an exception as it stands in a series file. */
export function printException(exception: Exception): string {
  const reason = exception.reason === undefined ? '' : `, ${exception.reason}`
  if (exception.kind === 'cancelled') return `cancelled${reason}`
  return `moved to ${[exception.day, exception.time].filter((part) => part !== undefined).join(' ')}${reason}`
}
