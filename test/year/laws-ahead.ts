import type { Issue } from '../github/world-state.ts'
import { DAY, timesToRead } from './expected-meetings.ts'
import { ahead, isMine, keptOf, type Law, type Scene } from './law-scene.ts'
import { onAgenda } from './year.ts'

/** A meeting has one issue of wg's, and one that is open. */
export const oneIssue: Law = (scene) => {
  const isAhead = new Set(ahead(scene).map(({ key }) => key))
  return [...scene.byKey].flatMap(([key, issues]) => {
    const mine = issues.filter((issue) => isMine(issue) && issue.stateReason !== 'DUPLICATE')
    const open = issues.filter(({ state }) => state === 'OPEN')
    return [
      ...(mine.length > 1 ? [`${key} has ${mine.length} issues: ${numbersOf(mine)}`] : []),
      ...(open.length > 1 && isAhead.has(key) ? [`${key} has ${numbersOf(open)} open`] : []),
    ]
  })
}

function numbersOf(issues: readonly Issue[]): string {
  return issues.map(({ number }) => `#${number}`).join(', ')
}

/** As early as `open` says (a week), and a day before the meeting ahead begins, five weeks at most; not more than two at a time. */
export const inTime: Law = (scene) => {
  const { year, meetings, byKey } = scene
  return year.series.flatMap((series) => {
    const held = meetings
      .filter((meeting) => meeting.series === series && meeting.status !== 'cancelled')
      .sort((a, b) => a.startsAt - b.startsAt)
    const next = held.findIndex(({ startsAt }) => startsAt > year.now)
    if (next === -1) return []
    return held.slice(next, next + 2).flatMap((meeting, index) => {
      const other = held[next + index - 1]
      const isAhead =
        other !== undefined &&
        other.startsAt - DAY <= year.now &&
        other.startsAt > meeting.startsAt - 34 * DAY
      const isDue = meeting.startsAt - 7 * DAY <= year.now || isAhead
      return isDue && !byKey.has(meeting.key) ? [`${meeting.key} has no issue`] : []
    })
  })
}

/** Whoever takes the label off hides an issue among the others: it is found again when it is due, and right one run later. */
function wasHidden({ number }: Issue, { before }: Scene): boolean {
  return before.get(number)?.labels.split(',').includes('meeting') === false
}

/** An issue says when its meeting takes place, and whether it does, until it begins. */
export const right: Law = (scene) =>
  ahead(scene).flatMap((meeting) => {
    const issue = keptOf(meeting.key, scene)
    const { closed, reopened, ownTime, ownTitle } = scene.year.memory
    if (!issue || closed.has(issue.number) || wasHidden(issue, scene)) return []
    const name = `${meeting.key} (#${issue.number})`
    if (meeting.status === 'cancelled') {
      const isRight = issue.body.includes('**Cancelled**') || ownTime.has(issue.number)
      return [
        ...(isRight ? [] : [`${name} does not say that the meeting is cancelled`]),
        ...(issue.state === 'CLOSED' || reopened.has(issue.number) ? [] : [`${name} is open, and cancelled`]),
      ]
    }
    const wanted = ownTime.has(issue.number) ? [] : timesToRead(meeting)
    return [
      ...(issue.state === 'OPEN' ? [] : [`${name} is closed, and takes place`]),
      ...wanted.filter((line) => !issue.body.includes(line)).map((line) => `${name} lacks \`${line}\``),
      ...(issue.body.includes('**Cancelled**') ? [`${name} says that the meeting is cancelled`] : []),
      ...(ownTitle.has(issue.number) || issue.title.endsWith(`Meeting ${meeting.date}`)
        ? []
        : [`${name} is called \`${issue.title}\`, not ${meeting.date}`]),
    ]
  })

/** What people put on the agenda stands in the issue of the next meeting, unless somebody took it out there. */
export const agenda: Law = (scene) =>
  ahead(scene).flatMap((meeting) => {
    const issue = keptOf(meeting.key, scene)
    const isLive = issue?.state === 'OPEN' && meeting.status !== 'cancelled'
    if (!isLive || scene.year.memory.closed.has(issue.number) || wasHidden(issue, scene)) return []
    const takenOut = scene.year.memory.takenOut.get(issue.number)
    return onAgenda(scene.year)
      .filter(({ number }) => !takenOut?.has(number) && !issue.body.includes(` #${number}](`))
      .map(({ number }) => `${meeting.key} (#${issue.number}) has not #${number} on its agenda`)
  })
