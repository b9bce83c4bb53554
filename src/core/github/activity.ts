import type { Day } from '../time/day.ts'

/** What wg asks about the traces that somebody has left in some repositories. */
export interface ActivityQuestion {
  readonly login: string
  /** Where traces count: `repo:example/wg`, or `user:example` for all repositories of an organization or person. */
  readonly scope: readonly string[]
  /** Older traces are not looked for. */
  readonly since: Day
}

/** The newest trace that was found. */
export interface Trace {
  readonly day: Day
  readonly url: string
  readonly deed: 'opened' | 'commented'
}

/** By what an answer is found again. */
export function activityKey({ login, scope, since }: ActivityQuestion): string {
  return [login.toLowerCase(), ...scope, since].join(' ')
}
