import { groupBy } from '../group-by.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { Overlap, OverlapCause } from '../meetings/overlaps.ts'
import { seriesFile } from '../workspace.ts'
import { localTimeIn, UTC, type ZoneId } from '../time/zone.ts'
import { printInstant } from '../time/print-time.ts'
import type { Check, CheckMatter, Finding } from './check.ts'
import { allows, overlapsAhead } from './overlaps-ahead.ts'

/** What is left to complain of when the allowed pairs are taken out. */
function overlapsLeft(matter: CheckMatter): readonly Overlap[] {
  const { overlaps } = matter.workspace.group
  const left = overlapsAhead(matter).filter((overlap) => !overlaps.some((pair) => allows(pair, overlap)))
  const rivals = groupBy(left, ({ second }) => second.key)
  return left.flatMap((overlap) => {
    const causes = overlap.causes.filter((cause) => {
      if (cause.kind !== 'resource' || cause.limit === 1) return true
      const holders = (rivals.get(overlap.second.key) ?? []).filter((other) => holds(cause.name, other))
      return holders.length >= cause.limit && holders[0] === overlap
    })
    return causes.length === 0 ? [] : [{ ...overlap, causes }]
  })
}

function holds(name: string, { causes }: Overlap): boolean {
  return causes.some((cause) => cause.kind === 'resource' && cause.name === name)
}

const meetingsDoNotOverlap: Check['find'] = (matter) => {
  const alike = groupBy(overlapsLeft(matter), ({ first, second, causes }) =>
    JSON.stringify([[first.series.id, second.series.id].sort(), causes]),
  )
  return [...alike.values()].flatMap(([first, ...others]) =>
    first ? [describe(first, others.length, matter)] : [],
  )
}

function describe({ first, second, causes }: Overlap, others: number, { workspace }: CheckMatter): Finding {
  const why = causes.map((cause) => CAUSES[cause.kind](cause as never)).join('; ')
  const again = `The same happens ${others} more time${others === 1 ? '' : 's'} within a year.`
  const allowance = `add \`[${first.key}, ${second.key}]\` to \`overlaps\` in wg.yml`
  const whole = `\`[${first.series.id}, ${second.series.id}]\` for all of them`
  return {
    message: `\`${first.key}\` and \`${second.key}\` are at the same time: ${why}. ${hours(first)}; ${hours(second)}.${others === 0 ? '' : ` ${again}`}`,
    hint: `Move or cancel one of them; if it is meant so, ${allowance}${others === 0 ? '' : `, or ${whole}`}.`,
    place: workspace.placeOf(seriesFile(second.series.id, workspace), [
      second.series.source ? 'calendar' : 'starts',
    ]),
  }
}

const CAUSES: {
  readonly [Kind in OverlapCause['kind']]: (cause: Extract<OverlapCause, { kind: Kind }>) => string
} = {
  join: ({ link }) => `they have one join link, \`${link}\``,
  resource: ({ name, limit }) => `\`${name}\` can hold only ${limit === 1 ? 'one' : limit}`,
  team: ({ team }) => `the team \`${team}\` cannot be in both`,
  chair: ({ login }) => `\`${login}\` leads both`,
}

function hours({ series, startsAt, endsAt, session }: Meeting): string {
  const until = (zone: ZoneId) => `${printInstant(startsAt, zone)}–${endIn(zone, startsAt, endsAt)} ${zone}`
  const zones = [...new Set([UTC, session.zone])]
  return `\`${series.id}\`: ${zones.map(until).join(' = ')}`
}

/** The hour of an end, with its day when that is another one than the day of the beginning. */
function endIn(zone: ZoneId, startsAt: Date, endsAt: Date): string {
  const end = localTimeIn(zone, endsAt)
  return end.day === localTimeIn(zone, startsAt).day ? end.time : printInstant(endsAt, zone)
}

/** The checks of meetings that are in each other's way. */
export const overlapChecks: readonly Check[] = [
  {
    name: 'meetings-do-not-overlap',
    severity: 'error',
    sentence:
      'Over the next year no two meetings at the same time need one link, one resource, one team or one chair.',
    find: meetingsDoNotOverlap,
  },
]
