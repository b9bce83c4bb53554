import { lastsOn } from '../people/roster.ts'
import type { Workspace } from '../workspace.ts'
import { allMeetingsIn, type DaySpan, type Meeting } from './meeting.ts'

/** Two meetings that cannot both take place as planned, and why. */
export interface Overlap {
  /** The one that begins first. */
  readonly first: Meeting
  readonly second: Meeting
  readonly cause: OverlapCause
}

export type OverlapCause =
  | { readonly kind: 'join'; readonly link: string }
  | { readonly kind: 'resource'; readonly name: string; readonly limit: number }
  | { readonly kind: 'team'; readonly team: string }
  | { readonly kind: 'chair'; readonly login: string }

/** The overlaps among the meetings of a span that take place. Meetings that only touch do not overlap. */
export function findOverlaps(workspace: Workspace, span: DaySpan): readonly Overlap[] {
  const found: Overlap[] = []
  let running: Meeting[] = []
  for (const meeting of allMeetingsIn(workspace.series, span)) {
    if (meeting.status === 'cancelled') continue
    running = running.filter(({ endsAt }) => endsAt > meeting.startsAt)
    for (const other of running) found.push(...causesOf(other, meeting, workspace).map((cause) => ({ first: other, second: meeting, cause })))
    found.push(...overfull(meeting, running, workspace))
    running.push(meeting)
  }
  return found
}

function causesOf(first: Meeting, second: Meeting, workspace: Workspace): readonly OverlapCause[] {
  const link = second.session.join
  const team = second.series.team
  const shared = chairsOf(second, workspace).filter((login) => chairsOf(first, workspace).includes(login))
  return [
    ...(link !== undefined && link === first.session.join ? [{ kind: 'join', link } as const] : []),
    ...(team === first.series.team ? [{ kind: 'team', team } as const] : shared.map((login) => ({ kind: 'chair', login }) as const)),
  ]
}

function overfull(meeting: Meeting, running: readonly Meeting[], { group }: Workspace): readonly Overlap[] {
  const name = meeting.series.resource
  if (name === undefined) return []
  const limit = group.resources.get(name) ?? 1
  const holders = running.filter(({ series }) => series.resource === name)
  const [first] = holders
  return first && holders.length >= limit ? [{ first, second: meeting, cause: { kind: 'resource', name, limit } }] : []
}

/** The roles of those without whom a meeting does not begin. */
/** The roles of those who lead a team. */
export const LEADING = /(^|-)(chair|lead|facilitator)(-|$)/

function chairsOf({ series, date }: Meeting, { members }: Workspace): readonly string[] {
  return members
    .filter(({ terms }) => terms.some((term) => term.team === series.team && LEADING.test(term.role) && lastsOn(term, date)))
    .map(({ login }) => login)
}
