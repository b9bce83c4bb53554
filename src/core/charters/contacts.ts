import type { Day } from '../time/day.ts'
import type { Workspace } from '../workspace.ts'
import type { Channel } from './channel.ts'
import type { Charter } from './charter.ts'
import { existsOn } from './history.ts'
import { kindOf } from './kinds.ts'
import type { ProseText } from './prose-part.ts'
import { readProse } from './read-prose.ts'
import { inScope, outOfScope } from './section-names.ts'

/** A team that answers reports: where it is told, of what, and of what not. */
export interface Contact {
  readonly charter: Charter
  readonly channels: readonly Channel[]
  readonly answers: readonly ProseText[]
  readonly leaves: readonly ProseText[]
}

/** The teams on a day that answer reports, or whose kind is meant to; also those for which no channel is decided yet. */
export function contactsOn(day: Day, workspace: Workspace): readonly Contact[] {
  const { charters, group } = workspace
  return [...charters.values()]
    .filter((charter) => existsOn(charter, day))
    .map((charter) => contactOf(charter, workspace))
    .filter(({ charter, channels }) => {
      const isMeant = kindOf(charter, group.kinds)?.channels.includes('reports') === true
      return channels.length > 0 || isMeant
    })
}

/** What a team says is in its scope and out of it, and its channels for reports. */
export function contactOf(charter: Charter, { charterProse }: Workspace): Contact {
  const source = charterProse.get(charter.team)
  const prose = source === undefined ? undefined : readProse(source)
  return {
    charter,
    channels: charter.channels.filter((channel) => channel.for.includes('reports')),
    answers: prose === undefined ? [] : inScope(prose).filter(isWritten),
    leaves: prose === undefined ? [] : outOfScope(prose).filter(isWritten),
  }
}

/** A line of the template that nobody has replaced yet says nothing to those who report. */
function isWritten({ text }: ProseText): boolean {
  return !/^To be written\b/.test(text)
}
