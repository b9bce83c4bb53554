import type { Charter } from '../charters/charter.ts'
import { endedBy, stateOn } from '../charters/history.ts'
import { periodsAfter } from '../charters/periods.ts'
import { allMeetingsIn } from '../meetings/meeting.ts'
import type { Series } from '../meetings/series.ts'
import { addDays } from '../time/day.ts'
import { todayAt } from '../time/today.ts'
import { seriesFile, type Workspace } from '../workspace.ts'
import type { Check } from './check.ts'
import { eachCharter } from './each-charter.ts'
import { eachSeries } from './each-series.ts'

const meetingsAreEnough = eachCharter((charter, { workspace, now }) => {
  const { meetings: rule, team } = charter
  const today = todayAt(now)
  if (rule === undefined || stateOn(charter, today) !== 'chartered') return []
  const series = seriesOf(charter, workspace)
  if (series === undefined) return []
  for (const { from, to } of periodsAfter(today, rule.per)) {
    const held = allMeetingsIn(series, { from, to }).filter(({ status }) => status !== 'cancelled').length
    if (held >= rule.atLeast) continue
    return [
      {
        path: ['meetings', 'at-least'],
        message: `\`${team}\` must meet ${times(rule.atLeast)} a ${rule.per}, and meets ${times(held)} from ${from} to ${to}.`,
        hint:
          series.length === 0
            ? `No series in meetings/ belongs to \`${team}\`; write one, or change the charter.`
            : `Add meetings to ${series.map(({ id }) => seriesFile(id, workspace)).join(' or ')}, or change the charter.`,
      },
    ]
  }
  return []
})

/** The series of a team; undefined when one of them could not be read, for it may hold the meetings that seem to be missing. */
function seriesOf(
  { team }: Charter,
  { series, unread, isDamaged, texts }: Workspace,
): readonly Series[] | undefined {
  if ([...unread].some((file) => file.startsWith('meetings/'))) return undefined
  const mine = series.filter((each) => each.team === team)
  const whole = mine.every(({ id }) => {
    const file = seriesFile(id, { texts })
    return ['starts', 'zone', 'repeats', 'until', 'changes', 'extra'].every((key) => !isDamaged(file, key))
  })
  return whole ? mine : undefined
}

function times(count: number): string {
  return count === 0 ? 'not at all' : count === 1 ? 'once' : `${count} times`
}

const seriesHaveEnded: Check['find'] = (matter) => {
  const { workspace, now } = matter
  const today = todayAt(now)
  return eachSeries((series) => {
    const charter = workspace.charters.get(series.team)
    const ended = charter && endedBy(charter, today)
    if (ended === undefined || (series.source?.reading && 'problems' in series.source.reading)) return []
    const next = allMeetingsIn([series], { from: addDays(today, 1), to: addDays(today, 400) })
    if (next.every(({ status }) => status === 'cancelled')) return []
    return [
      {
        path: ['team'],
        message: `The team \`${series.team}\` ended on ${ended}, and this series goes on.`,
        hint: `Add \`until: ${ended}\`, or give the series to another team.`,
      },
    ]
  }, 'team')(matter)
}

/** The checks of what charters and meetings ask of each other. */
export const charterMeetingChecks: readonly Check[] = [
  {
    name: 'team-meets-often-enough',
    severity: 'warning',
    sentence:
      'Every chartered team meets as often as its charter asks for, in each period of the year ahead.',
    find: meetingsAreEnough,
  },
  {
    name: 'series-ends-with-team',
    severity: 'warning',
    sentence: 'No series goes on after its team has ended.',
    find: seriesHaveEnded,
  },
]
