import type { Issue } from '../github/world-state.ts'
import { HOME } from '../run/stage.ts'
import type { ExpectedMeeting } from './expected-meetings.ts'
import type { Random } from './random.ts'
import { issuesByKey, issuesIn, keyOf, onAgenda, upcoming, type Year } from './year.ts'
import { AGENDA } from './year-series.ts'

const BROOK = 'brook-example'

/** Open issues of meetings that have not begun, with their meetings. */
function issuesAhead(year: Year): readonly { readonly meeting: ExpectedMeeting; readonly issue: Issue }[] {
  const byKey = issuesByKey(year)
  return upcoming(year).flatMap((meeting) => {
    const issue = byKey.get(meeting.key)?.find(({ state }) => state === 'OPEN')
    return issue ? [{ meeting, issue }] : []
  })
}

function anyMeetingIssue(year: Year, random: Random): Issue | undefined {
  return random.pick(
    issuesIn(year)
      .filter((issue) => keyOf(issue) !== undefined)
      .slice(-8),
  )
}

function newLine(year: Year): string {
  year.memory.count += 1
  return `Brook ${year.memory.count}: I would like to add something.`
}

/** A line of somebody's, at some place of an issue's text, in or outside the marks; never between head and rows of a table. */
export function writeLine(year: Year, random: Random): void {
  const issue = anyMeetingIssue(year, random)
  if (!issue) return
  const line = newLine(year)
  const lines = issue.body.split('\n')
  const places = lines.flatMap((before, index) =>
    index === 0 || before.startsWith('|') || lines[index + 1]?.startsWith('|') ? [] : [index],
  )
  lines.splice((random.pick(places) ?? lines.length) + 1, 0, line)
  year.world.edit(issue, { body: lines.join('\n') })
  year.memory.lines.set(issue.number, [...(year.memory.lines.get(issue.number) ?? []), line])
}

/** Whoever gives an issue other words as its title keeps them. */
export function rewriteTitle(year: Year, random: Random): void {
  const found = random.pick(issuesAhead(year))
  if (!found) return
  year.world.edit(found.issue, { title: `${found.issue.title}, please read this` })
  year.memory.ownTitle.add(found.issue.number)
}

/** Somebody writes into the line of the time. */
export function rewriteTime(year: Year, random: Random): void {
  const found = random.pick(issuesAhead(year))
  if (!found) return
  year.world.edit(found.issue, { body: found.issue.body.replace(/^\*\*(.*UTC)\*\*/m, '**$1, sharp**') })
  year.memory.ownTime.add(found.issue.number)
}

/** Somebody finds that an item does not belong here. */
export function takeItemOut(year: Year, random: Random): void {
  const found = random.pick(issuesAhead(year))
  const lines = found?.issue.body.split('\n') ?? []
  const item = random.pick(lines.filter((line) => /^- \[.* #\d+\]\(/.test(line)))
  if (!found || item === undefined) return
  const number = Number(/ #(\d+)\]/.exec(item)?.[1])
  year.world.edit(found.issue, { body: lines.filter((line) => line !== item).join('\n') })
  const taken = year.memory.takenOut.get(found.issue.number) ?? new Set()
  year.memory.takenOut.set(found.issue.number, taken.add(number))
}

/** There is a new question for the next meeting. */
export function putOnAgenda(year: Year): void {
  year.memory.count += 1
  const title = `Question ${year.memory.count} of the group`
  year.world.issue(HOME, { title, labels: [AGENDA], author: BROOK })
}

/** A question is answered, or not for a meeting. */
export function takeOffAgenda(year: Year, random: Random): void {
  const item = random.pick(onAgenda(year))
  if (!item) return
  if (random.chance(0.5)) year.world.edit(item, { state: 'CLOSED' })
  else year.world.edit(item, { labels: [] })
}

/** Other work goes on in the repository. */
export function openOthers(year: Year, random: Random): void {
  for (let count = random.below(4); count >= 0; count -= 1) {
    year.memory.count += 1
    year.world.issue(HOME, { title: `Something else ${year.memory.count}`, author: BROOK })
  }
}

/** People talk below an issue, now and then a lot. */
export function chat(year: Year, random: Random): void {
  const issue = anyMeetingIssue(year, random)
  if (!issue) return
  for (let count = random.chance(0.15) ? 25 : random.below(3) + 1; count > 0; count -= 1)
    year.world.comment(issue, { body: newLine(year), author: BROOK })
}

/** Somebody closes the issue of a meeting that takes place. */
export function closeIssue(year: Year, random: Random): void {
  const found = random.pick(issuesAhead(year))
  if (!found || found.meeting.status === 'cancelled' || found.issue.body.includes(' cancelled -->')) return
  year.world.edit(found.issue, { state: 'CLOSED', stateReason: 'NOT_PLANNED' })
  year.memory.closed.add(found.issue.number)
  year.memory.reopened.delete(found.issue.number)
}

/** Somebody opens again what was closed. */
export function reopenIssue(year: Year, random: Random): void {
  const closed = issuesIn(year).filter(
    (issue) => keyOf(issue) !== undefined && issue.state === 'CLOSED' && issue.stateReason !== 'DUPLICATE',
  )
  const issue = random.pick(closed.slice(-6))
  if (!issue) return
  year.world.edit(issue, { state: 'OPEN' })
  year.memory.reopened.add(issue.number)
  year.memory.closed.delete(issue.number)
}

/** Somebody makes an issue by copying the text of another one. */
export function copyIssue(year: Year, random: Random): void {
  const found = random.pick(issuesAhead(year))
  if (!found) return
  const { title, body } = found.issue
  const copy = year.world.issue(HOME, { title, body, labels: ['meeting'], author: BROOK })
  year.memory.lines.set(copy.number, year.memory.lines.get(found.issue.number) ?? [])
}

/** A label gets lost. */
export function takeLabelOff(year: Year, random: Random): void {
  const issue = anyMeetingIssue(year, random)
  if (!issue) return
  const names = [...issue.labels].map(({ name }) => name)
  const gone = random.pick(names)
  year.world.edit(issue, { labels: names.filter((name) => name !== gone) })
}
