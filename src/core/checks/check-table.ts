import { type Problem, sortProblems } from '../problem.ts'
import { allowanceChecks } from './allowance-checks.ts'
import { calendarChecks } from './calendar-checks.ts'
import { charterChecks } from './charter-checks.ts'
import { charterHistoryChecks } from './charter-history-checks.ts'
import { charterMeetingChecks } from './charter-meeting-checks.ts'
import { charterRuleChecks } from './charter-rule-checks.ts'
import { charterTextChecks } from './charter-text-checks.ts'
import type { Check, CheckMatter } from './check.ts'
import { choreChecks } from './chore-checks.ts'
import { indexChecks } from './index-checks.ts'
import { meetingDayChecks } from './meeting-day-checks.ts'
import { minutesChecks } from './minutes-checks.ts'
import { minutesWordChecks } from './minutes-word-checks.ts'
import { overlapChecks } from './overlap-checks.ts'
import { peopleChecks } from './people-checks.ts'
import { seriesChecks } from './series-checks.ts'
import { teamPeopleChecks } from './team-people-checks.ts'
import { termChecks } from './term-checks.ts'
import { textChecks } from './text-checks.ts'
import { voteChecks } from './vote-checks.ts'

/** Every check of a workspace, by subject. */
export const checkTable: readonly Check[] = [
  ...seriesChecks,
  ...meetingDayChecks,
  ...overlapChecks,
  ...allowanceChecks,
  ...calendarChecks,
  ...choreChecks,
  ...peopleChecks,
  ...termChecks,
  ...teamPeopleChecks,
  ...charterChecks,
  ...charterHistoryChecks,
  ...charterRuleChecks,
  ...charterTextChecks,
  ...charterMeetingChecks,
  ...indexChecks,
  ...voteChecks,
  ...minutesChecks,
  ...minutesWordChecks,
  ...textChecks,
]

/** Runs every check, and gives all problems, sorted. */
export function runChecks(matter: CheckMatter): readonly Problem[] {
  return sortProblems(
    checkTable.flatMap(({ name, severity, find }) =>
      find(matter).map((finding) => ({ ...finding, rule: name, severity })),
    ),
  )
}
