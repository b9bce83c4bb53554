import type { Meeting } from '../meetings/meeting.ts'
import { findOverlaps, type Overlap, type OverlapCause } from '../meetings/overlaps.ts'
import { seriesFileOf } from '../plan/meeting-change.ts'
import { addDays } from '../time/day.ts'
import { localTimeIn, UTC, type ZoneId } from '../time/zone.ts'
import { printInstant } from '../time/print-time.ts'
import { GROUP_FILE } from '../workspace.ts'
import type { Check, CheckMatter, Finding } from './check.ts'

function overlapsAhead({ workspace, now }: CheckMatter): readonly Overlap[] {
  const today = localTimeIn(UTC, now).day
  return findOverlaps(workspace, { from: today, to: addDays(today, 366) })
}

/** A pair of keys, or of names of series, in whatever order. */
function allows([a, b]: readonly [string, string], { first, second }: Overlap): boolean {
  const names = ({ key, series }: Meeting) => [key as string, series.id]
  const [one, two] = [names(first), names(second)]
  return (one.includes(a) && two.includes(b)) || (one.includes(b) && two.includes(a))
}

const meetingsDoNotOverlap: Check['find'] = (matter) => {
  const { group } = matter.workspace
  const found = overlapsAhead(matter).filter(
    (overlap) => !group.overlaps.some((pair) => allows(pair, overlap)),
  )
  const alike = new Map<string, Overlap[]>()
  for (const overlap of found) {
    const same = `${overlap.first.series.id} ${overlap.second.series.id} ${JSON.stringify(overlap.cause)}`
    alike.set(same, [...(alike.get(same) ?? []), overlap])
  }
  return [...alike.values()].flatMap(([first, ...others]) =>
    first ? [describe(first, others.length, matter)] : [],
  )
}

function describe(overlap: Overlap, others: number, { workspace }: CheckMatter): Finding {
  const { first, second, cause } = overlap
  const more =
    others === 0 ? '' : ` The same happens ${others} more time${others === 1 ? '' : 's'} within a year.`
  return {
    message: `\`${first.key}\` and \`${second.key}\` are at the same time, and ${CAUSES[cause.kind](cause as never)}: ${hours(first)}; ${hours(second)}.${more}`,
    hint: `Move or cancel one of them; if it is meant so, add \`[${first.key}, ${second.key}]\` to \`overlaps\` in wg.yml.`,
    place: workspace.placeOf(seriesFileOf(second, workspace), ['starts']),
  }
}

const CAUSES: {
  readonly [Kind in OverlapCause['kind']]: (cause: Extract<OverlapCause, { kind: Kind }>) => string
} = {
  join: ({ link }) => `have one join link, ${link}`,
  resource: ({ name, limit }) => `\`${name}\` can hold ${limit === 1 ? 'only one' : `only ${limit}`}`,
  team: ({ team }) => `the team \`${team}\` cannot be in both`,
  chair: ({ login }) => `\`${login}\` leads both`,
}

function hours({ key, startsAt, endsAt, session }: Meeting): string {
  const until = (zone: ZoneId) => `${printInstant(startsAt, zone)}–${localTimeIn(zone, endsAt).time}`
  return `${key.split('/')[0] ?? ''} ${until(UTC)} UTC = ${until(session.zone)} ${session.zone}`
}

const allowancesAreNeeded: Check['find'] = (matter) => {
  const { workspace } = matter
  const found = overlapsAhead(matter)
  return workspace.group.overlaps.flatMap((pair, index) =>
    found.some((overlap) => allows(pair, overlap))
      ? []
      : [
          {
            message: `\`${pair[0]}\` and \`${pair[1]}\` are allowed to overlap, and do not within the next year.`,
            hint: 'Remove the line; it would hide an overlap that nobody meant.',
            place: workspace.placeOf(GROUP_FILE, ['overlaps', index]),
          },
        ],
  )
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
  {
    name: 'allowance-is-needed',
    severity: 'error',
    sentence: 'Every overlap that is allowed does happen within the next year.',
    find: allowancesAreNeeded,
  },
]
