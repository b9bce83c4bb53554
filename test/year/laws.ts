import type { Issue } from '../github/world-state.ts'
import { DAY, dayAt, dayPlus, type ExpectedMeeting, timesToRead } from './expected-meetings.ts'
import { issuesByKey, issuesIn, keyOf, onAgenda, proposalsOf, type Year } from './year.ts'

/** What an issue was before a run. */
interface Seen {
  readonly title: string
  readonly body: string
  readonly labels: string
  readonly state: string
  readonly comments: readonly string[]
}

export type Before = ReadonlyMap<number, Seen>

function labelsOf({ labels }: Issue): readonly string[] {
  return [...labels].map(({ name }) => name)
}

function seen(issue: Issue): Seen {
  const { title, body, state, comments } = issue
  return {
    title,
    body,
    state,
    labels: [...labelsOf(issue)].sort().join(),
    comments: comments.map((each) => each.body),
  }
}

/** Looks at every issue before a run. */
export function lookBefore(year: Year): Before {
  return new Map(issuesIn(year).map((issue) => [issue.number, seen(issue)]))
}

/** What a law is held against. */
interface Scene {
  readonly year: Year
  readonly before: Before
  readonly meetings: readonly ExpectedMeeting[]
  readonly byKey: ReadonlyMap<string, readonly Issue[]>
}

/** What is broken, in words; nothing when the law holds. */
type Law = (scene: Scene) => readonly string[]

/** Until when an issue may be written to: a cancelled meeting begins when it would have begun. */
function beginning({ year }: Scene, { key, first, startsAt, status }: ExpectedMeeting): number {
  return status === 'cancelled' ? (year.memory.until.get(key) ?? first) : startsAt
}

function ahead(scene: Scene): readonly ExpectedMeeting[] {
  return scene.meetings.filter((meeting) => beginning(scene, meeting) > scene.year.now)
}

/** The one of several issues that counts: the first that is open, or else the first. */
function keptOf(key: string, { byKey }: Scene): Issue | undefined {
  const all = byKey.get(key) ?? []
  return all.find(({ state }) => state === 'OPEN') ?? all[0]
}

const isMine = ({ author }: Issue) => author?.login === 'ada-example'

const oneIssue: Law = (scene) => {
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
const inTime: Law = (scene) => {
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

/** Whoever takes the label off hides an issue among the others; it is found again when it is due. */
function isHidden(issue: Issue, { year }: Scene, { startsAt }: ExpectedMeeting): boolean {
  return !labelsOf(issue).includes('meeting') && startsAt - 7 * DAY > year.now
}

const right: Law = (scene) =>
  ahead(scene).flatMap((meeting) => {
    const issue = keptOf(meeting.key, scene)
    const { closed, reopened, ownTime, ownTitle } = scene.year.memory
    if (!issue || closed.has(issue.number) || isHidden(issue, scene, meeting)) return []
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
const agenda: Law = (scene) =>
  ahead(scene).flatMap((meeting) => {
    const issue = keptOf(meeting.key, scene)
    const isLive = issue?.state === 'OPEN' && meeting.status !== 'cancelled'
    if (!isLive || scene.year.memory.closed.has(issue.number) || isHidden(issue, scene, meeting)) return []
    const takenOut = scene.year.memory.takenOut.get(issue.number)
    return onAgenda(scene.year)
      .filter(({ number }) => !takenOut?.has(number) && !issue.body.includes(` #${number}](`))
      .map(({ number }) => `${meeting.key} (#${issue.number}) has not #${number} on its agenda`)
  })

const MINUTES = /^<!-- wg:told minutes of (\S+) (?:proposed|late|landed) -->/

const leftAlone: Law = (scene) => {
  const { year, before, meetings } = scene
  const begun = new Map(
    meetings.filter((each) => beginning(scene, each) <= year.now).map((each) => [each.key, each]),
  )
  return issuesIn(year).flatMap((issue) => {
    const [was, now] = [before.get(issue.number), seen(issue)]
    const meeting = begun.get(keyOf(issue) ?? '')
    if (!meeting) return []
    const name = `${meeting.key} (#${issue.number}), which has begun,`
    if (!was) return [`${name} was opened`]
    const added = now.comments.slice(was.comments.length)
    const isClosing = was.state === 'OPEN' && now.state === 'CLOSED' && year.memory.written.has(meeting.key)
    return [
      ...(['title', 'body', 'labels'] as const)
        .filter((part) => was[part] !== now[part])
        .map((part) => `${name} got another ${part}`),
      ...(was.state === now.state || isClosing ? [] : [`${name} was ${now.state}`]),
      ...added
        .filter((comment) => MINUTES.exec(comment)?.[1] !== meeting.key)
        .map((comment) => `${name} got the comment \`${comment}\``),
    ]
  })
}

const TOLD = /<!-- wg:told (.*?) -->/

const nothingTwice: Law = ({ year }) =>
  issuesIn(year).flatMap((issue) => {
    const told = issue.comments.flatMap(({ body }) => TOLD.exec(body)?.[1] ?? [])
    const minutes = told.filter((each) => each.startsWith('minutes '))
    const others = told.filter((each) => !each.startsWith('minutes '))
    const twice = [
      ...minutes.filter((each, index) => minutes.indexOf(each) < index),
      ...others.filter((each, index) => others[index - 1] === each),
    ]
    return [...new Set(twice)].map((each) => `#${issue.number} is told twice: ${each}`)
  })

const linesStay: Law = ({ year }) =>
  issuesIn(year).flatMap((issue) => {
    const lines = year.memory.lines.get(issue.number) ?? []
    return lines
      .filter((line) => issue.body.split(line).length !== 2)
      .map((line) => `#${issue.number} has not once the line \`${line}\``)
  })

const closedStays: Law = ({ year }) =>
  issuesIn(year)
    .filter(({ number, state }) => state === 'OPEN' && year.memory.closed.has(number))
    .map(({ number }) => `#${number} was closed by a person, and is open`)

const oneProposal: Law = ({ year, meetings }) =>
  meetings.flatMap(({ key }) => {
    const count = proposalsOf(year, key).length
    return count > 1 ? [`${key} has ${count} pull requests`] : []
  })

/** What the minutes of the meetings of the last weeks need has been done. */
const minutesTended: Law = (scene) => {
  const { year, meetings } = scene
  const { written, bare, reopened } = year.memory
  return meetings.flatMap((meeting) => {
    const { key, date, series, status, endsAt } = meeting
    const all = scene.byKey.get(key) ?? []
    // A copy that somebody made just before the meeting began is left alone until the other one is closed.
    const issue = all.find((each) => isMine(each) && each.stateReason !== 'DUPLICATE')
    const isOurs = issue !== undefined && labelsOf(issue).includes('meeting')
    const isRecent = date > dayPlus(dayAt(year.now, 'UTC'), -55)
    if (!isOurs || !isRecent || status === 'cancelled' || endsAt > year.now) return []
    const told = (news: string) =>
      all.some(({ comments }) =>
        comments.some(({ body }) => body.includes(`wg:told minutes of ${key} ${news} `)),
      )
    const name = `${key} (#${issue.number})`
    if (written.has(key)) {
      const isOpen = issue.state === 'OPEN' && !reopened.has(issue.number)
      return [
        ...(told('landed') ? [] : [`${name} is not told to have landed`]),
        ...(isOpen ? [`${name} has landed, and is open`] : []),
      ]
    }
    const due = dayPlus(date, series.id === 'tsc' ? 7 : 14)
    if (dayAt(year.now, series.zone) > due)
      return issue.state === 'OPEN' && !told('late') ? [`${name} was not reminded of`] : []
    return bare.has(key) || proposalsOf(year, key).length > 0
      ? []
      : [`the minutes of ${key} were not prepared`]
  })
}

/** One issue for the term that ends, and one for the charter that is to be reviewed. */
const dueOnce: Law = ({ year }) => {
  const today = dayAt(year.now, 'UTC')
  const { term, review } = year.memory.days
  const keys = [`terms-of-security-wg@${term}`, `charter-of-security-wg/review@${review}`]
  return keys.flatMap((key) => {
    const day = key.split('@')[1]!
    const issues = issuesIn(year).filter(({ body }) => body.includes(`<!-- wg:due ${key} -->`))
    const isDue = today <= day && day <= dayPlus(today, 30)
    const open = issues.filter(({ stateReason }) => stateReason !== 'DUPLICATE')
    return (isDue ? open.length === 1 : open.length <= 1) ? [] : [`${key} has ${open.length} issues`]
  })
}

/** The laws by name. */
const LAWS: Readonly<Record<string, Law>> = {
  'one issue': oneIssue,
  'in time': inTime,
  right,
  agenda,
  'left alone': leftAlone,
  'nothing twice': nothingTwice,
  'lines stay': linesStay,
  'closed stays': closedStays,
  'one proposal': oneProposal,
  'minutes tended': minutesTended,
  'due once': dueOnce,
}

/** Everything that is not as it should be after a run. */
export function brokenLaws(year: Year, before: Before): readonly string[] {
  const scene = { year, before, meetings: year.meetings(), byKey: issuesByKey(year) }
  return Object.entries(LAWS).flatMap(([name, law]) => law(scene).map((what) => `${name}: ${what}`))
}
