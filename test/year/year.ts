import type { Issue, PullRequest } from '../github/world-state.ts'
import { makeWorld, type World } from '../github/world.ts'
import { GROUP, HOME } from '../run/stage.ts'
import { TOKEN } from '../meeting-issue/stage.ts'
import { dayAt, daysIn, dayPlus, expectedMeeting, type ExpectedMeeting } from './expected-meetings.ts'
import { AGENDA, fileOf, threeSeries, type YearSeries } from './year-series.ts'

/** A span of the simulation: both are days. */
export interface YearSpan {
  readonly from: string
  readonly to: string
}

/** A workspace, its GitHub, and what people have done to both. */
export interface Year {
  readonly world: World
  /** The workspace as it lies on the default branch. */
  readonly texts: Map<string, string>
  readonly series: readonly YearSeries[]
  /** Milliseconds since the epoch. */
  now: number
  /** Every meeting that may matter now, as the files say it now. */
  readonly meetings: () => readonly ExpectedMeeting[]
  readonly memory: Memory
}

/** What people remember of what they did; issues by number. */
export interface Memory {
  /** Lines that somebody wrote into an issue. */
  readonly lines: Map<number, string[]>
  /** Whoever rewrote a title or the lines of the time keeps them. */
  readonly ownTitle: Set<number>
  readonly ownTime: Set<number>
  /** Items of the agenda that somebody took out of an issue. */
  readonly takenOut: Map<number, Set<number>>
  /** Issues that a person closed, or opened again, last. */
  readonly closed: Set<number>
  readonly reopened: Set<number>
  /** Keys of meetings of which the default branch holds notes. */
  readonly written: Set<string>
  /** Keys of meetings whose prepared minutes are on the default branch without a note. */
  readonly bare: Set<string>
  /** When meetings were to begin, at the moment of their cancelling. */
  readonly until: Map<string, number>
  /** Days that members.yml and the charter name, in their order. */
  readonly days: { term: string; review: string }
  count: number
}

/** A small group at the beginning of a year. */
export function beginYear({ from, to }: YearSpan): Year {
  const series = threeSeries()
  const world = makeWorld({ now: () => new Date(year.now) })
  const days = { term: dayPlus(from, 45), review: dayPlus(from, 38) }
  const wide = { from: dayPlus(from, -80), to: dayPlus(to, 100) }
  const byDay = series.map((each) => ({ each, days: daysIn(each, wide) }))
  const year: Year = {
    world,
    texts: new Map(),
    series,
    now: Date.parse(`${from}T00:00:00Z`),
    meetings: () => {
      const [first, last] = [-85, 75].map((days) => dayPlus(dayAt(year.now, 'UTC'), days)) as [string, string]
      return byDay.flatMap(({ each, days: all }) =>
        all.filter(({ day }) => first <= day && day <= last).map((counted) => expectedMeeting(each, counted)),
      )
    },
    memory: {
      lines: new Map(),
      ownTitle: new Set(),
      ownTime: new Set(),
      takenOut: new Map(),
      closed: new Set(),
      reopened: new Set(),
      written: new Set(),
      bare: new Set(),
      until: new Map(),
      days,
      count: 0,
    },
  }
  world.user('ada-example')
  world.user('brook-example')
  world.organization('example', { admins: ['ada-example', 'brook-example'] })
  world.repository(HOME)
  world.label(HOME, AGENDA)
  world.token(TOKEN, { login: 'ada-example' })
  world.issue(HOME, { title: 'Choose a day', labels: [AGENDA], author: 'brook-example' })
  writeFiles(year)
  return year
}

/** Brings the files of the workspace to what people have decided. */
export function writeFiles({ texts, series, memory: { days } }: Year): void {
  texts.set('wg.yml', GROUP)
  texts.set(
    'members.yml',
    `members:\n  - login: brook-example\n    name: Brook Example\n    serves:\n      - { team: security-wg, role: chair, since: 2026-01-01, term-ends: ${days.term} }\n`,
  )
  texts.set(
    'charters/security-wg.md',
    `---\nname: Security WG\nreports-to: tsc\nreview-by: ${days.review}\nhistory: [{ date: 2026-01-01, state: chartered }]\n---\n`,
  )
  for (const each of series) texts.set(`meetings/${each.id}.yml`, fileOf(each))
}

/** A file on the default branch, in the working copy and on GitHub. */
export function putFile(year: Year, path: string, text: string): void {
  year.texts.set(path, text)
  year.world.file(HOME, path, { text })
}

export function minutesPath({ series, planned }: ExpectedMeeting): string {
  return `meetings/${series.id}/${planned}.md`
}

/** The meetings that have not begun. */
export function upcoming(year: Year): readonly ExpectedMeeting[] {
  return year.meetings().filter(({ startsAt }) => startsAt > year.now)
}

const KEY = /<!-- wg:meeting (\S+) -->/

/** The key of an issue of a meeting. */
export function keyOf({ body }: Pick<Issue, 'body'>): string | undefined {
  return KEY.exec(body)?.[1]
}

export function issuesIn({ world }: Year): readonly Issue[] {
  return world.findRepository(HOME).items.flatMap((item) => (item.__typename === 'Issue' ? [item] : []))
}

/** The issues of all meetings, by key, the lowest number first. */
export function issuesByKey(year: Year): ReadonlyMap<string, readonly Issue[]> {
  const byKey = new Map<string, Issue[]>()
  for (const issue of issuesIn(year)) {
    const key = keyOf(issue)
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), issue])
  }
  return byKey
}

/** The pull requests with minutes of a meeting. */
export function proposalsOf({ world }: Year, key: string): readonly PullRequest[] {
  return world
    .findRepository(HOME)
    .items.flatMap((item) =>
      item.__typename === 'PullRequest' && item.headRefName === `wg/minutes/${key}` ? [item] : [],
    )
}

/** The issues and pull requests on the agenda now. */
export function onAgenda(year: Year): readonly Issue[] {
  return issuesIn(year).filter(
    ({ state, labels }) => state === 'OPEN' && [...labels].some(({ name }) => name === AGENDA),
  )
}
