import { type Day, parseDay } from '../time/day.ts'

/** What an action says, and since when it is open where a carried box says so. */
export interface DatedAction {
  readonly text: string
  readonly since?: Day
}

const SINCE = /\s*\(since (\d{4}-\d{2}-\d{2})\)$/

/** What `wg minutes new` puts behind an action that it carries over. */
export function sinceNote(day: Day): string {
  return ` (since ${day})`
}

/** Takes the note away again: it is not what has to be done. */
export function readSinceNote(text: string): DatedAction {
  const since = parseDay(SINCE.exec(text)?.[1] ?? '')
  return since ? { text: text.replace(SINCE, ''), since } : { text }
}
