import { given } from '../given.ts'
import type { Group } from '../group.ts'
import type { Day } from '../time/day.ts'
import type { Charter } from './charter.ts'
import { charterOn, endedBy, lastStepOn } from './history.ts'

/** Where bodies are known: those outside from wg.yml, the teams from their charters. */
export interface Bodies {
  readonly group: Pick<Group, 'bodies'>
  readonly charters: ReadonlyMap<string, Charter>
  /** The names of all teams that have a file, also of those that could not be read. */
  readonly teamNames?: ReadonlySet<string>
}

/** What has become of a body by a day. */
export interface Fate {
  /** `was merged into`, `was dissolved`, `has ended`. */
  readonly what: 'merged' | 'dissolved' | 'concluded' | 'replaced'
  readonly since?: Day
  /** Who took over in the end, when that is known and still there. */
  readonly successor?: string
}

/** What has become of a body or team by a day; undefined while it is there, and when nobody knows it. */
export function fateOn(name: string, day: Day, bodies: Bodies): Fate | undefined {
  const fate = ownFate(name, day, bodies)
  return fate && given({ ...fate, successor: lastSuccessor(fate.successor, day, bodies) })
}

function ownFate(name: string, day: Day, { group, charters }: Bodies): Fate | undefined {
  const body = group.bodies.get(name)
  if (body) {
    if (body.state === 'active' || (body.since ?? day) > day) return undefined
    return given({ what: body.state, since: body.since, successor: body.into })
  }
  const charter = charters.get(name)
  if (!charter) return undefined
  const since = endedBy(charter, day)
  if (since === undefined) return undefined
  const what: Fate['what'] = lastStepOn(charter, day)?.state === 'replaced' ? 'replaced' : 'concluded'
  return given({ what, since, successor: charter.replacedBy })
}

/** Successors may have been merged, too; a circle of them leads nowhere. */
function lastSuccessor(name: string | undefined, day: Day, bodies: Bodies): string | undefined {
  const seen = new Set<string>()
  let last = name
  while (last !== undefined && !seen.has(last)) {
    const next = ownFate(last, day, bodies)
    if (next === undefined) return last
    seen.add(last)
    last = next.successor
  }
  return undefined
}

/** The name by which people knew a body or team on a day. */
export function bodyNameOn(name: string, day: Day, { group, charters }: Bodies): string {
  const charter = charters.get(name)
  return group.bodies.get(name)?.name ?? (charter && charterOn(charter, day).name) ?? name
}

/** What has become of a body in words: `was merged into tsc on 2017-09-01`. */
export function describeFate({ what, since, successor }: Fate): string {
  const day = since === undefined ? '' : ` on ${since}`
  if (successor !== undefined)
    return `${what === 'replaced' ? 'was replaced by' : 'was merged into'} \`${successor}\`${day}`
  return what === 'concluded' ? `ended${day}` : `was ${what}${day}`
}
