import { HOME } from '../run/stage.ts'
import { DAY, dayAt, dayPlus, type ExpectedMeeting, HOUR } from './expected-meetings.ts'
import type { Random } from './random.ts'
import { minutesPath, proposalsOf, putFile, upcoming, writeFiles, type Year } from './year.ts'

/** The file says that a meeting is cancelled. */
export function cancel(year: Year, random: Random): void {
  const meeting = random.pick(upcoming(year).slice(0, 12))
  if (!meeting || meeting.status === 'cancelled') return
  year.memory.until.set(meeting.key, meeting.startsAt)
  meeting.series.changes.set(meeting.planned, { kind: 'cancelled' })
  writeFiles(year)
}

/** A meeting that has not begun is put on another day or hour ahead. */
export function move(year: Year, random: Random): void {
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

/** The file says nothing of a meeting any more. */
export function putBack(year: Year, random: Random): void {
  const meeting = random.pick(
    upcoming(year)
      .filter(({ status, first }) => status !== 'planned' && first > year.now)
      .slice(0, 6),
  )
  meeting?.series.changes.delete(meeting.planned)
  writeFiles(year)
}

/** Nobody came, so the meeting is put off by a day, or written down as cancelled, after it has begun. */
export function regret(year: Year, random: Random): void {
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

/** Somebody writes minutes straight onto the default branch. */
export function writeMinutes(year: Year, random: Random): void {
  const meeting = random.pick(held(year).filter(({ key }) => !year.memory.written.has(key)))
  if (!meeting) return
  putFile(year, minutesPath(meeting), `# ${meeting.planned}\n\n## Notes\n\n${NOTES}\n`)
  year.memory.written.add(meeting.key)
}

/** Somebody takes the notes on the branch, perhaps merges it so, or bare, or declines it. */
export function tendProposal(year: Year, random: Random): void {
  const open = held(year).filter(({ key }) => proposalsOf(year, key).some(({ state }) => state === 'OPEN'))
  const meeting = random.pick(open)
  const proposal = meeting && proposalsOf(year, meeting.key).find(({ state }) => state === 'OPEN')
  if (!proposal) return
  const path = minutesPath(meeting)
  // Who has written the minutes down already does not merge what would overwrite them.
  if (year.memory.written.has(meeting.key) || random.chance(0.2)) {
    year.world.edit(proposal, { state: 'CLOSED' })
    return
  }
  const branch = proposal.headRefName
  const notes = random.chance(0.85)
  if (notes) {
    const text = `${year.world.readFile(HOME, path, branch) ?? ''}\n${NOTES}\n`
    year.world.file(HOME, path, { text, branch })
  }
  year.world.edit(proposal, { state: 'MERGED' })
  year.texts.set(path, year.world.readFile(HOME, path) ?? '')
  ;(notes ? year.memory.written : year.memory.bare).add(meeting.key)
}

/** The group has decided: the files name the next day. */
export function decide(year: Year, random: Random): void {
  const { days } = year.memory
  const today = dayAt(year.now, 'UTC')
  if (random.chance(0.5)) {
    if (days.term < dayPlus(today, 20)) days.term = dayPlus(today, 60 + random.below(60))
  } else if (days.review < dayPlus(today, 20)) days.review = dayPlus(today, 60 + random.below(60))
  writeFiles(year)
}
