import type { Meeting } from './meeting.ts'

/** Where the minutes of a meeting lie. The day is the planned one: a meeting that moves keeps its file. */
export function minutesPathOf({ series, planned }: Pick<Meeting, 'series' | 'planned'>): string {
  return series.minutesPath
    .replaceAll('{date}', planned)
    .replaceAll('{year}', planned.slice(0, 4))
    .replaceAll('{series}', series.id)
}
