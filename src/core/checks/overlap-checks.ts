import { groupBy } from '../group-by.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { Overlap, OverlapCause } from '../meetings/overlaps.ts'
import { seriesFile } from '../workspace.ts'
import { localTimeIn, UTC, type ZoneId } from '../time/zone.ts'
import { printInstant } from '../time/print-time.ts'
import type { Check, CheckMatter, Finding } from './check.ts'
import { allows, overlapsAhead } from './overlaps-ahead.ts'

/** An overlap to complain of, with the others that must be allowed too before the complaint is settled. */
interface Complaint extends Overlap {
  readonly also: readonly Overlap[]
}

/**
 * What is left to complain of when the allowed pairs are taken out. That a resource for several is full is told once for each
 * meeting that finds it so, and until that meeting is allowed beside every holder: one pair may be allowed for another reason.
 */
function overlapsLeft(matter: CheckMatter): readonly Complaint[] {
  const { overlaps } = matter.workspace.group
  const left = overlapsAhead(matter).filter((overlap) => !overlaps.some((pair) => allows(pair, overlap)))
  const rivals = groupBy(left, ({ second }) => second.key)
  return left.flatMap((overlap) => {
    const [leader, ...also] = (rivals.get(overlap.second.key) ?? []).filter((each) =>
      each.causes.some(isForSeveral),
    )
    if (leader === overlap) return [{ ...overlap, also }]
    const causes = overlap.causes.filter((cause) => !isForSeveral(cause))
    return causes.length === 0 ? [] : [{ ...overlap, causes, also: [] }]
  })
}

function isForSeveral(cause: OverlapCause): boolean {
  return cause.kind === 'resource' && cause.limit > 1
}

const meetingsDoNotOverlap: Check['find'] = (matter) => {
  const alike = groupBy(overlapsLeft(matter), ({ first, second, causes }) =>
    JSON.stringify([[first.series.id, second.series.id].sort(), causes.map(withoutDays)]),
  )
  return [...alike.values()].flatMap(([first, ...others]) =>
    first ? [describe(first, others.length, matter)] : [],
  )
}

/** What comes again on another day is the same cause. */
function withoutDays(cause: OverlapCause): object {
  return 'beside' in cause ? { ...cause, beside: cause.beside.map((key) => key.split('/')[0]) } : cause
}

function describe(complaint: Complaint, others: number, { workspace }: CheckMatter): Finding {
  const { first, second, causes } = complaint
  const why = causes.map((cause) => CAUSES[cause.kind](cause as never)).join('; ')
  const again = `The same happens ${others} more time${others === 1 ? '' : 's'} within a year.`
  const allowance = `add ${pairs(complaint, ({ key }) => key)} to \`overlaps\` in wg.yml`
  const whole = `${pairs(complaint, ({ series }) => series.id)} for all of them`
  return {
    message: `\`${first.key}\` and \`${second.key}\` are at the same time: ${why}. ${hours(first)}; ${hours(second)}.${others === 0 ? '' : ` ${again}`}`,
    hint: `Move or cancel one of them; if it is meant so, ${allowance}${others === 0 ? '' : `, or ${whole}`}.`,
    place: workspace.placeOf(seriesFile(second.series.id, workspace), [
      second.series.source ? 'calendar' : 'starts',
    ]),
  }
}

/** The pairs to allow, each once. */
function pairs(complaint: Complaint, nameOf: (meeting: Meeting) => string): string {
  const all = [complaint, ...complaint.also]
  return listInWords(all.map(({ first, second }) => `\`[${nameOf(first)}, ${nameOf(second)}]\``))
}

/** `a`, `a and b`, `a, b and c`; each once. */
function listInWords(items: readonly string[]): string {
  return [...new Set(items)].join(', ').replace(/, (?=`[^`]*`$)/, ' and ')
}

const CAUSES: {
  readonly [Kind in OverlapCause['kind']]: (cause: Extract<OverlapCause, { kind: Kind }>) => string
} = {
  join: ({ link }) => `they have one join link, \`${link}\``,
  resource: ({ name, limit, beside }) => {
    const those = listInWords(beside.map((key) => `\`${key}\``))
    const too = beside.length === 0 ? '' : `, and ${those} ${beside.length === 1 ? 'has' : 'have'} it too`
    return `\`${name}\` can hold only ${limit === 1 ? 'one' : limit}${too}`
  },
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
