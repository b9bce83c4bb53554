import { type Day, parseDay } from '../time/day.ts'
import { findMarks } from '../text/marks.ts'
import type { FoundIssue } from './question.ts'

/** The label by which reviews are listed. */
export const REVIEW_LABEL = 'member-review'

/** The issue of a review of a team's members. */
export interface FoundReview {
  readonly issue: FoundIssue
  /** The day on which it was opened. */
  readonly opened: Day
  /** Who is asked, as logins in small letters, in the order of the issue. */
  readonly asked: readonly string[]
  /** Who ticked the box. */
  readonly ticked: ReadonlySet<string>
}

/** The key of a review, as it stands in the hidden mark. It has another shape than the key of a meeting. */
export function reviewKey(team: string, opened: Day): string {
  return `${team}@${opened}`
}

/** The reviews of a team among some issues: the open one first, then the newest. */
export function reviewsOf(team: string, issues: readonly FoundIssue[]): readonly FoundReview[] {
  return issues
    .flatMap((issue) => readReview(team, issue) ?? [])
    .sort((a, b) => Number(b.issue.open) - Number(a.issue.open) || (a.opened < b.opened ? 1 : -1))
}

const BOX = /^\s*[-*+] +\[(?<tick>[ xX])\] +.*?@(?<login>[A-Za-z\d](?:[A-Za-z\d-]{0,38}))/

function readReview(team: string, issue: FoundIssue): FoundReview | undefined {
  if (!issue.body.includes(`wg:review ${team}@`)) return undefined
  const mark = findMarks(issue.body).keys.find(
    ({ name, key }) => name === 'review' && key.startsWith(`${team}@`),
  )
  const opened = parseDay(mark?.key.slice(team.length + 1) ?? '')
  if (opened === undefined) return undefined
  const boxes = issue.body.split('\n').flatMap((line) => {
    const { tick, login = '' } = BOX.exec(line)?.groups ?? {}
    return tick === undefined ? [] : [{ login: login.toLowerCase(), ticked: tick !== ' ' }]
  })
  return {
    issue,
    opened,
    asked: boxes.map(({ login }) => login),
    ticked: new Set(boxes.flatMap(({ login, ticked }) => (ticked ? [login] : []))),
  }
}
