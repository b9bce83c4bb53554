import { type Day, parseDay } from './day.ts'

/** The day that it is in UTC, which is what wg means by today. */
export function todayAt(now: Date): Day {
  return parseDay(now.toISOString().slice(0, 10)) as Day
}

/** The latest day that it is anywhere on Earth, in UTC+14: no later day has come. */
export function latestToday(now: Date): Day {
  return todayAt(new Date(now.getTime() + 14 * 3_600_000))
}
