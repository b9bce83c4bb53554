import type { Issue } from '../github/world-state.ts'
import type { ExpectedMeeting } from './expected-meetings.ts'
import { issuesIn, type Year } from './year.ts'

/** What an issue was before a run. */
export interface Seen {
  readonly title: string
  readonly body: string
  readonly labels: string
  readonly state: string
  readonly comments: readonly string[]
}

export type Before = ReadonlyMap<number, Seen>

/** The names of an issue's labels. */
export function labelsOf({ labels }: Issue): readonly string[] {
  return [...labels].map(({ name }) => name)
}

/** What an issue is now. */
export function seen(issue: Issue): Seen {
  const { title, body, state, comments } = issue
  return {
    title,
    body,
    state,
    labels: [...labelsOf(issue)].sort().join(),
    comments: comments.map((each) => each.body),
  }
}

/** Looks at every issue before a run. */
export function lookBefore(year: Year): Before {
  return new Map(issuesIn(year).map((issue) => [issue.number, seen(issue)]))
}

/** What a law is held against. */
export interface Scene {
  readonly year: Year
  readonly before: Before
  readonly meetings: readonly ExpectedMeeting[]
  readonly byKey: ReadonlyMap<string, readonly Issue[]>
}

/** What is broken, in words; nothing when the law holds. */
export type Law = (scene: Scene) => readonly string[]

/** Until when an issue may be written to: a cancelled meeting begins when it would have begun. */
export function beginning({ year }: Scene, { key, first, startsAt, status }: ExpectedMeeting): number {
  return status === 'cancelled' ? (year.memory.until.get(key) ?? first) : startsAt
}

/** The meetings that have not begun. */
export function ahead(scene: Scene): readonly ExpectedMeeting[] {
  return scene.meetings.filter((meeting) => beginning(scene, meeting) > scene.year.now)
}

/** The one of several issues that counts: the first that is open, or else the first. */
export function keptOf(key: string, { byKey }: Scene): Issue | undefined {
  const all = byKey.get(key) ?? []
  return all.find(({ state }) => state === 'OPEN') ?? all[0]
}

/** Whether wg has opened it. */
export const isMine = ({ author }: Issue) => author?.login === 'ada-example'
