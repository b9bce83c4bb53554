import { dayAt, dayPlus } from './expected-meetings.ts'
import { type Before, beginning, isMine, labelsOf, type Law, seen } from './law-scene.ts'
import { agenda, inTime, oneIssue, right } from './laws-ahead.ts'
import { issuesByKey, issuesIn, keyOf, proposalsOf, type Year } from './year.ts'

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
