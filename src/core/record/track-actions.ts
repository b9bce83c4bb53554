import type { Member } from '../people/roster.ts'
import type { Series } from '../meetings/series.ts'
import { readSinceNote } from '../minutes/since-note.ts'
import { addDays, type Day, daysBetween } from '../time/day.ts'
import type { MeetingKey } from '../meetings/meeting.ts'
import { type ActionIdentity, identifyAction, isSameAction, wordsIn } from './action-identity.ts'
import type { ReadMeeting } from './meeting-record.ts'
import { type KnownMembers, knowMembers } from './know-members.ts'

/** Where minutes say an action. */
export interface ActionMention {
  readonly key: MeetingKey
  readonly date: Day
  readonly file: string
  readonly line: number
  readonly done: boolean
}

/** An action, with every meeting whose minutes say it. */
export interface TrackedAction {
  /** As it was said last, without the note since when it is open. */
  readonly text: string
  /** Logins where they are known, otherwise names as written. */
  readonly owners: readonly string[]
  /** Whether the text itself says whose it is. */
  readonly named: boolean
  readonly series: Series
  /** The day on which it was said first, as far as is known: by its mentions, or by the note behind a box that was carried over. */
  readonly since: Day
  /** Whether the last minutes that say it have it done. */
  readonly done: boolean
  /** The oldest first; more than one when it was carried over. */
  readonly mentions: readonly [ActionMention, ...ActionMention[]]
}

/** Words that are only alike are no longer taken for the same action after so many days. */
const MEMORY_DAYS = 200

interface Thread {
  action: TrackedAction
  identity: ActionIdentity
  /** Its words, and whether a box that wg has carried over says them. */
  words: string
  readonly isCarried: boolean
}

/**
 * Follows the actions of all minutes from meeting to meeting, each team's by itself, by the day on which each was said first. One
 * that is done and said again is a new one. `records` by day.
 */
export function trackActions(
  records: readonly ReadMeeting[],
  members: readonly Member[],
): readonly TrackedAction[] {
  const known = knowMembers(members)
  const teams = new Map<string, Thread[]>()
  for (const record of records) {
    const { team } = record.series
    const threads = teams.get(team) ?? []
    teams.set(team, threads)
    const before = [...threads]
    for (const said of actionsOf(record, known)) {
      const thread = findThread(before, said)
      if (thread) join(thread, said)
      else threads.push(said)
    }
  }
  return [...teams.values()]
    .flat()
    .map(({ action }) => action)
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
}

function sortKey({ mentions: [{ date, file, line }] }: TrackedAction): string {
  return `${date} ${file} ${String(line).padStart(9, '0')}`
}

function actionsOf({ minutes, series, key, date, file }: ReadMeeting, known: KnownMembers): Thread[] {
  const place = { team: series.team, date }
  return minutes.actions.map((action) => {
    const written = action.owners.filter((owner) => owner !== '')
    const members = written.map((owner) => known.findOwner(owner, place))
    const owners = [...new Set(written.map((owner, index) => members[index]?.login ?? owner))]
    const names = [
      ...members.map((member) => member?.name ?? ''),
      ...minutes.attendees.flatMap(({ github, name }) =>
        written.includes(github ?? '') ? [name ?? ''] : [],
      ),
    ]
    const { line, done } = action
    const { text, since } = readSinceNote(action.text)
    const named = owners.length > 0 && namesOneOf(text, [...owners, ...written, ...names])
    const mentions: TrackedAction['mentions'] = [{ key, date, file, line, done }]
    return {
      action: { text, owners, named, series, since: earlierOf(since, date), done, mentions },
      identity: identifyAction({ text }, { owners, names }),
      words: wordsIn(text).join(' '),
      isCarried: since !== undefined,
    }
  })
}

/** By login, by the name as a whole or by its first word. */
function namesOneOf(text: string, names: readonly string[]): boolean {
  const said = ` ${wordsIn(text).join(' ')} `
  return names
    .flatMap((name) => [name, name.split(' ')[0] ?? ''])
    .map((name) => wordsIn(name).join(' '))
    .some((name) => name !== '' && said.includes(` ${name} `))
}

function earlierOf(day: Day | undefined, other: Day): Day {
  return day !== undefined && day < other ? day : other
}

/**
 * The newest open action that is the same; one that is done takes only the news that it is done. The box that wg has carried over
 * is the action whose words it has, also where nobody knows any more whose it is.
 */
function findThread(before: readonly Thread[], said: Thread): Thread | undefined {
  const fits = (thread: Thread) =>
    (!thread.action.done || said.action.done) &&
    thread.action.mentions.at(-1)?.key !== said.action.mentions[0].key
  const carried = said.isCarried
    ? before.findLast(
        (thread) => thread.words === said.words && fits(thread) && thread.action.since <= said.action.since,
      )
    : undefined
  if (carried) return carried
  const exact = before.findLast(
    (thread) =>
      thread.identity.exact === said.identity.exact &&
      fits(thread) &&
      isSameAction(thread.identity, said.identity),
  )
  if (exact) return exact
  const oldest = addDays(said.action.mentions[0].date, -MEMORY_DAYS)
  return before.findLast(
    (thread) => lastOf(thread).date >= oldest && fits(thread) && isSameAction(thread.identity, said.identity),
  )
}

function lastOf({ action: { mentions } }: Thread): ActionMention {
  return mentions.at(-1) ?? mentions[0]
}

function join(thread: Thread, said: Thread): void {
  const { action } = thread
  const owners = said.action.owners.length > 0 ? said.action.owners : action.owners
  const since = earlierOf(action.since, said.action.since)
  thread.action = { ...said.action, owners, since, mentions: [...action.mentions, said.action.mentions[0]] }
  thread.words = said.words
  thread.identity = { ...said.identity, owners: owners.map((owner) => owner.toLowerCase()) }
}

/** The shape for programs: where it was said first, and the later minutes that repeat it. */
export function actionAsJson({ text, owners, series, done, mentions }: TrackedAction) {
  const [{ key, date, file, line }, ...carried] = mentions
  return {
    text,
    owners,
    state: done ? ('done' as const) : ('open' as const),
    series: series.id,
    team: series.team,
    key,
    date,
    file,
    line,
    carried: carried.map((mention) => ({
      key: mention.key,
      date: mention.date,
      file: mention.file,
      line: mention.line,
    })),
  }
}

/** For how many days an action has been in the world. */
export function ageOf({ since }: TrackedAction, today: Day): number {
  return Math.max(0, daysBetween(since, today))
}

/** Whether somebody is among those who have to act: by login or name, also with `@`. */
export function isOwnedBy({ owners }: TrackedAction, login: string): boolean {
  return owners.some((owner) => owner.toLowerCase() === login.toLowerCase())
}
