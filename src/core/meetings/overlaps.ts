import { LEADING } from '../people/leading-role.ts'
import { lastsOn } from '../people/roster.ts'
import type { Day } from '../time/day.ts'
import type { Workspace } from '../workspace.ts'
import { allMeetingsIn, type DaySpan, type Meeting, type MeetingKey } from './meeting.ts'

/** Two meetings that cannot both take place as planned, and why. */
export interface Overlap {
  /** The one that begins first. */
  readonly first: Meeting
  readonly second: Meeting
  /** At least one. */
  readonly causes: readonly OverlapCause[]
}

export type OverlapCause =
  | { readonly kind: 'join'; readonly link: string }
  /** When the second begins, at least `limit` others hold the resource: the first, and where it can hold several, those beside it. */
  | {
      readonly kind: 'resource'
      readonly name: string
      readonly limit: number
      readonly beside: readonly MeetingKey[]
    }
  | { readonly kind: 'team'; readonly team: string }
  | { readonly kind: 'chair'; readonly login: string }

/**
 * The overlaps among the meetings of a span that take place, by the beginning of the second. Meetings that only touch do not overlap;
 * two with one key are a fault of their series.
 */
export function findOverlaps(workspace: Workspace, span: DaySpan): readonly Overlap[] {
  const chairs = chairsByDay(workspace)
  const found: Overlap[] = []
  let running: Meeting[] = []
  for (const second of allMeetingsIn(workspace.series, span)) {
    if (second.status === 'cancelled') continue
    running = running.filter((first) => isRunning(first, second.startsAt))
    const full = fullResource(second, running, workspace)
    for (const first of running.filter(({ key }) => key !== second.key)) {
      const causes = [
        ...sharedLink(first, second),
        ...(full?.holders.includes(first) ? [beingFull(full, first)] : []),
        ...sharedPeople(first, second, chairs),
      ]
      if (causes.length > 0) found.push({ first, second, causes })
    }
    running.push(second)
  }
  return found
}

/** At its beginning also a meeting without length takes place, as somebody else's calendar may have one. */
function isRunning({ startsAt, endsAt }: Meeting, at: Date): boolean {
  return endsAt > at || startsAt.getTime() === at.getTime()
}

function sharedLink(first: Meeting, second: Meeting): readonly OverlapCause[] {
  const link = second.session.join
  return link !== undefined && link === first.session.join ? [{ kind: 'join', link }] : []
}

/** Where one team meets twice its chair is not worth naming. */
function sharedPeople(first: Meeting, second: Meeting, chairs: Chairs): readonly OverlapCause[] {
  const { team } = second.series
  if (team === first.series.team) return [{ kind: 'team', team }]
  const others = chairs(first)
  return chairs(second).flatMap((login) => (others.includes(login) ? [{ kind: 'chair', login }] : []))
}

/** A resource that holds all that it can. */
interface FullResource {
  readonly name: string
  readonly limit: number
  readonly holders: readonly Meeting[]
}

function fullResource(
  { series }: Meeting,
  running: readonly Meeting[],
  { group }: Workspace,
): FullResource | undefined {
  const name = series.resource
  if (name === undefined) return undefined
  const limit = group.resources.get(name) ?? 1
  const holders = running.filter((other) => other.series.resource === name)
  return holders.length >= limit ? { name, limit, holders } : undefined
}

function beingFull({ name, limit, holders }: FullResource, first: Meeting): OverlapCause {
  const beside = limit === 1 ? [] : holders.filter((holder) => holder !== first).map(({ key }) => key)
  return { kind: 'resource', name, limit, beside }
}

/** The logins of those who lead the team of a meeting on its day. */
type Chairs = (meeting: Meeting) => readonly string[]

function chairsByDay({ members }: Workspace): Chairs {
  const leading = members.flatMap(({ login, terms }) =>
    terms.filter(({ role }) => LEADING.test(role)).map((term) => ({ login, term })),
  )
  const known = new Map<`${string} ${Day}`, readonly string[]>()
  return ({ series: { team }, date }) => {
    const key = `${team} ${date}` as const
    const found =
      known.get(key) ??
      leading.filter(({ term }) => term.team === team && lastsOn(term, date)).map(({ login }) => login)
    known.set(key, found)
    return found
  }
}
