import { isoInstant } from '../time/print-time.ts'
import type { Meeting } from './meeting.ts'

/** What of a meeting a text shows: when it starts, and what became of it. */
export interface Carried {
  readonly startsAt: string
  readonly status: Meeting['status']
}

/** The hidden line by which a text says what it shows. */
export function carriedMark(meeting: Meeting): string {
  return `<!-- at ${isoInstant(meeting.startsAt)} ${meeting.status} -->`
}

const CARRIED =
  /<!-- at (?<startsAt>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z) (?<status>planned|moved|cancelled) -->/

/** What a text shows; undefined when people took the line away. */
export function readCarried(body: string): Carried | undefined {
  const found = CARRIED.exec(body)?.groups
  return found && { startsAt: found['startsAt'] ?? '', status: found['status'] as Meeting['status'] }
}
