import type { Issue } from '../github/world-state.ts'
import { HOME } from '../run/stage.ts'
import { DAY, dayAt, dayPlus, type ExpectedMeeting, HOUR } from './expected-meetings.ts'
import type { Random } from './random.ts'
import {
  issuesByKey,
  issuesIn,
  keyOf,
  minutesPath,
  onAgenda,
  proposalsOf,
  putFile,
  writeFiles,
  type Year,
} from './year.ts'
import { AGENDA } from './year-series.ts'

/** Something that a person does between two runs; nothing where there is no occasion for it. */
type Deed = (year: Year, random: Random) => void

const BROOK = 'brook-example'

function upcoming(year: Year): readonly ExpectedMeeting[] {
  return year.meetings().filter(({ startsAt }) => startsAt > year.now)
}

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
function writeLine(year: Year, random: Random): void {
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

function rewriteTitle(year: Year, random: Random): void {
  const found = random.pick(issuesAhead(year))
  if (!found) return
  year.world.edit(found.issue, { title: `${found.issue.title}, please read this` })
  year.memory.ownTitle.add(found.issue.number)
}

function rewriteTime(year: Year, random: Random): void {
  const found = random.pick(issuesAhead(year))
  if (!found) return
  year.world.edit(found.issue, { body: found.issue.body.replace(/^\*\*(.*UTC)\*\*/m, '**$1, sharp**') })
  year.memory.ownTime.add(found.issue.number)
}

function takeItemOut(year: Year, random: Random): void {
  const found = random.pick(issuesAhead(year))
  const lines = found?.issue.body.split('\n') ?? []
  const item = random.pick(lines.filter((line) => /^- \[.* #\d+\]\(/.test(line)))
  if (!found || item === undefined) return
  const number = Number(/ #(\d+)\]/.exec(item)?.[1])
  year.world.edit(found.issue, { body: lines.filter((line) => line !== item).join('\n') })
  const taken = year.memory.takenOut.get(found.issue.number) ?? new Set()
  year.memory.takenOut.set(found.issue.number, taken.add(number))
}

function putOnAgenda(year: Year): void {
  year.memory.count += 1
  const title = `Question ${year.memory.count} of the group`
  year.world.issue(HOME, { title, labels: [AGENDA], author: BROOK })
}

function takeOffAgenda(year: Year, random: Random): void {
  const item = random.pick(onAgenda(year))
  if (!item) return
  if (random.chance(0.5)) year.world.edit(item, { state: 'CLOSED' })
  else year.world.edit(item, { labels: [] })
}

/** Other work goes on in the repository. */
function openOthers(year: Year, random: Random): void {
  for (let count = random.below(4); count >= 0; count -= 1) {
    year.memory.count += 1
    year.world.issue(HOME, { title: `Something else ${year.memory.count}`, author: BROOK })
  }
}

function chat(year: Year, random: Random): void {
  const issue = anyMeetingIssue(year, random)
  if (!issue) return
  for (let count = random.chance(0.15) ? 25 : random.below(3) + 1; count > 0; count -= 1)
    year.world.comment(issue, { body: newLine(year), author: BROOK })
}

function closeIssue(year: Year, random: Random): void {
  const found = random.pick(issuesAhead(year))
  if (!found || found.meeting.status === 'cancelled' || found.issue.body.includes(' cancelled -->')) return
  year.world.edit(found.issue, { state: 'CLOSED', stateReason: 'NOT_PLANNED' })
  year.memory.closed.add(found.issue.number)
  year.memory.reopened.delete(found.issue.number)
}

function reopenIssue(year: Year, random: Random): void {
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
function copyIssue(year: Year, random: Random): void {
  const found = random.pick(issuesAhead(year))
  if (!found) return
  const { title, body } = found.issue
  const copy = year.world.issue(HOME, { title, body, labels: ['meeting'], author: BROOK })
  year.memory.lines.set(copy.number, year.memory.lines.get(found.issue.number) ?? [])
}

function takeLabelOff(year: Year, random: Random): void {
  const issue = anyMeetingIssue(year, random)
  if (!issue) return
  const names = [...issue.labels].map(({ name }) => name)
  const gone = random.pick(names)
  year.world.edit(issue, { labels: names.filter((name) => name !== gone) })
}

function cancel(year: Year, random: Random): void {
  const meeting = random.pick(upcoming(year).slice(0, 12))
  if (!meeting || meeting.status === 'cancelled') return
  year.memory.until.set(meeting.key, meeting.startsAt)
  meeting.series.changes.set(meeting.planned, { kind: 'cancelled' })
  writeFiles(year)
}

/** A meeting that has not begun is put on another day or hour ahead. */
function move(year: Year, random: Random): void {
  const meeting = random.pick(upcoming(year).slice(0, 12))
  if (!meeting) return
  const day = dayPlus(meeting.planned, random.below(9) - 4)
  const time = `${String(random.below(24)).padStart(2, '0')}:${random.chance(0.5) ? '00' : '30'}`
  const { series, planned } = meeting
  const before = series.changes.get(planned)
  series.changes.set(planned, { kind: 'moved', day, time })
  const index = year.meetings().findIndex(({ key, startsAt }) => key === meeting.key && startsAt > year.now)
  if (index === -1) {
    if (before) series.changes.set(planned, before)
    else series.changes.delete(planned)
  }
  writeFiles(year)
}

function putBack(year: Year, random: Random): void {
  const meeting = random.pick(
    upcoming(year)
      .filter(({ status, first }) => status !== 'planned' && first > year.now)
      .slice(0, 6),
  )
  meeting?.series.changes.delete(meeting.planned)
  writeFiles(year)
}

/** Nobody came, so the meeting is put off by a day, or written down as cancelled, after it has begun. */
function regret(year: Year, random: Random): void {
  const begun = year
    .meetings()
    .filter(
      ({ key, status, startsAt }) =>
        status !== 'cancelled' &&
        startsAt <= year.now &&
        startsAt > year.now - 2 * DAY &&
        !year.memory.written.has(key),
    )
  const meeting = random.pick(begun)
  if (!meeting) return
  const { series, planned, zone, startsAt } = meeting
  const tomorrow = { kind: 'moved', day: dayPlus(dayAt(year.now, zone), 1), time: '14:00' } as const
  const isLate = startsAt < year.now - HOUR
  series.changes.set(planned, isLate || random.chance(0.5) ? { kind: 'cancelled' } : tomorrow)
  writeFiles(year)
}

/** Meetings of the last days that took place, so that there is something to write down. */
function held(year: Year): readonly ExpectedMeeting[] {
  return year
    .meetings()
    .filter(
      ({ status, endsAt }) => status !== 'cancelled' && endsAt <= year.now && endsAt > year.now - 30 * DAY,
    )
}

const NOTES = 'We met, talked about what was open, and chose a day for the next step.'

function writeMinutes(year: Year, random: Random): void {
  const meeting = random.pick(held(year).filter(({ key }) => !year.memory.written.has(key)))
  if (!meeting) return
  putFile(year, minutesPath(meeting), `# ${meeting.planned}\n\n## Notes\n\n${NOTES}\n`)
  year.memory.written.add(meeting.key)
}

/** Somebody takes the notes on the branch, perhaps merges it so, or bare, or declines it. */
function tendProposal(year: Year, random: Random): void {
  const open = held(year).filter(({ key }) => proposalsOf(year, key).some(({ state }) => state === 'OPEN'))
  const meeting = random.pick(open)
  const proposal = meeting && proposalsOf(year, meeting.key).find(({ state }) => state === 'OPEN')
  if (!proposal) return
  const path = minutesPath(meeting)
  if (random.chance(0.2)) {
    year.world.edit(proposal, { state: 'CLOSED' })
    return
  }
  const branch = proposal.headRefName
  const notes = random.chance(0.85)
  const text = year.world.readFile(HOME, path, branch) ?? ''
  const whole = notes ? `${text}\n${NOTES}\n` : text
  if (notes) year.world.file(HOME, path, { text: whole, branch })
  year.world.edit(proposal, { state: 'MERGED' })
  // The local GitHub merges no contents: what the default branch held beside is put back.
  for (const [other, theirs] of year.texts)
    if (/^meetings\/.*\//.test(other) && year.world.readFile(HOME, other) !== theirs)
      year.world.file(HOME, other, { text: theirs })
  if (year.memory.written.has(meeting.key)) return
  putFile(year, path, whole)
  ;(notes ? year.memory.written : year.memory.bare).add(meeting.key)
}

/** The group has decided: the files name the next day. */
function decide(year: Year, random: Random): void {
  const { days } = year.memory
  const today = dayAt(year.now, 'UTC')
  if (random.chance(0.5)) {
    if (days.term < dayPlus(today, 20)) days.term = dayPlus(today, 60 + random.below(60))
  } else if (days.review < dayPlus(today, 20)) days.review = dayPlus(today, 60 + random.below(60))
  writeFiles(year)
}

/** What people do, and how often against each other. */
const DEEDS: readonly (readonly [share: number, deed: Deed])[] = [
  [10, writeLine],
  [2, rewriteTitle],
  [1, rewriteTime],
  [3, takeItemOut],
  [6, putOnAgenda],
  [6, takeOffAgenda],
  [8, openOthers],
  [6, chat],
  [2, closeIssue],
  [2, reopenIssue],
  [1, copyIssue],
  [3, takeLabelOff],
  [4, cancel],
  [6, move],
  [5, putBack],
  [1, regret],
  [5, writeMinutes],
  [6, tendProposal],
  [2, decide],
]

const ALL = DEEDS.flatMap(([share, deed]) => Array.from({ length: share }, () => deed))

/** Somebody does something. */
export function doSomething(year: Year, random: Random): string {
  const deed = random.pick(ALL)!
  deed(year, random)
  return deed.name.replace(/\d$/, '')
}
