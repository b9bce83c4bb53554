import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ICalCalendar, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { format, resolveConfig } from 'prettier'
import { makeEvent, type CalendarEvent } from '../src/core/calendar/calendar-event.ts'
import { feedMeetings, feedSpan } from '../src/core/calendar/feed-span.ts'
import { makeFeeds } from '../src/core/calendar/make-feeds.ts'
import { type Published, readPublished } from '../src/core/calendar/read-published.ts'
import { stampEvents } from '../src/core/calendar/stamp-events.ts'
import { writeFeed } from '../src/core/calendar/write-feed.ts'
import { readWorkspace, type Workspace } from '../src/core/workspace.ts'

/**
 * How long 10,000 meetings take to be expanded and written, against `ical-generator` alone on the same events in the same run.
 * Usage: `npx tsx bench/calendar.ts [--write]`; with `--write` the section in docs/benchmarks.md becomes what it prints.
 */
const SERIES = 100
const MEETINGS = 100
const ROUNDS = 5
const GOAL = 1.5
const now = new Date('2026-11-22T10:00:00Z')

const ZONES = ['America/New_York', 'Europe/Vienna', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC']

/** An invented group: weekly series in five zones, one in ten rotates; each has a moved and a cancelled meeting. */
function makeWorkspace(): Workspace {
  const texts = new Map([
    ['wg.yml', 'name: Example Group\nsite: https://example.org/wg\nrepository: example/wg\n'],
  ])
  for (let nth = 0; nth < SERIES; nth += 1) {
    const day = `2025-11-${String(3 + (nth % 20)).padStart(2, '0')}`
    const zone = ZONES[nth % ZONES.length] ?? 'UTC'
    const rotation =
      nth % 10 === 0
        ? 'rotation:\n  - { name: West, time: 15:00 }\n  - { name: East, time: 09:00, zone: Asia/Kolkata }\n'
        : ''
    const changed = (weeks: number) =>
      new Date(Date.parse(day) + weeks * 7 * 86_400_000).toISOString().slice(0, 10)
    texts.set(
      `meetings/series-${nth}.yml`,
      `title: Weekly meeting of team ${nth}\nteam: team-${nth % 20}\nstarts: ${day} 15:00\nzone: ${zone}\nrepeats: every week, ${MEETINGS} times\n${rotation}join: https://example.org/join/${nth}?pwd=abcdef\ngithub: { repository: example/team-${nth} }\nchanges:\n  ${changed(70)}: cancelled, a holiday\n  ${changed(71)}: moved to 16:00\n`,
    )
  }
  const { workspace, problems } = readWorkspace(texts)
  if (problems.length > 0) throw new Error(problems[0]?.message)
  return workspace
}

function eventsOf(workspace: Workspace): readonly CalendarEvent[] {
  const meetings = feedMeetings(workspace.series, feedSpan(workspace, now), now)
  return meetings.map((meeting) => makeEvent(meeting, { workspace, minutes: new Set() }))
}

/** From the series to the text of the feed of all meetings. */
function writeAll(workspace: Workspace, previous?: Published): string {
  const events = stampEvents(eventsOf(workspace), { previous, now })
  return writeFeed({ path: 'all.ics', name: 'All', refresh: 360, floor: 0, events })
}

/** Every feed that `wg calendar` writes. */
function writeEvery(workspace: Workspace): number {
  const meetings = feedMeetings(workspace.series, feedSpan(workspace, now), now)
  const feeds = makeFeeds({ workspace, minutes: new Set(), now, meetings })
  return feeds.reduce((sum, feed) => sum + writeFeed(feed).length, 0)
}

/** What a program would do that has the events ready and no more to do than to hand them over. */
function writeAlone(events: readonly CalendarEvent[]): string {
  const calendar = new ICalCalendar({ prodId: { company: 'example', product: 'bench' }, name: 'All' })
  for (const event of events) {
    const cancelled = event.status === 'cancelled'
    calendar.createEvent({
      id: event.uid,
      start: event.startsAt,
      end: event.endsAt,
      stamp: now,
      lastModified: now,
      sequence: 0,
      summary: event.summary,
      description: event.description,
      location: event.location ?? null,
      url: event.url ?? null,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      x: [['X-CONFERENCE', event.conference ?? '']],
    })
  }
  return calendar.toString()
}

/** Milliseconds of processor time. */
function measure(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
}

const WORKS = ['alone', 'expanded', 'written', 'again', 'every'] as const
type Work = (typeof WORKS)[number]

function makeWorks(): Readonly<Record<Work, () => unknown>> {
  const workspace = makeWorkspace()
  const events = eventsOf(workspace)
  let published: string | undefined
  return {
    alone: () => writeAlone(events),
    expanded: () => eventsOf(workspace),
    written: () => writeAll(workspace),
    again: () => writeAll(workspace, readPublished((published ??= writeAll(workspace)), 'all.ics')),
    every: () => writeEvery(workspace),
  }
}

/** The most memory that a process of its own needs for the work, once, in MB. */
function memoryOf(work: Work): number {
  const args = [...process.execArgv, import.meta.filename, '--memory', work]
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }))
}

const TITLES: Readonly<Record<Work, string>> = {
  alone: '`ical-generator` alone writes the same events',
  expanded: 'the meetings are expanded and made events',
  written: 'expanded and written, the feed of all',
  again: '… after the published feed was read, `--previous`',
  every: 'expanded and written, all feeds (3 times the events)',
}

function report(): string {
  const works = makeWorks()
  const times = new Map<Work, number[]>(WORKS.map((work) => [work, []]))
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const work of WORKS) {
      const time = measure(works[work])
      if (round > 0) times.get(work)?.push(time)
    }
  const base = median(times.get('alone') ?? [])
  const rows = WORKS.map((work) => {
    const time = median(times.get(work) ?? [])
    return `| ${TITLES[work]} | ${time.toFixed(0)} ms | ${(time / base).toFixed(2)} | ${memoryOf(work).toFixed(0)} MB |`
  })
  const count = eventsOf(makeWorkspace()).length.toLocaleString('en')
  return `## Calendar

\`npx tsx bench/calendar.ts --write\`: ${count} meetings of ${SERIES} weekly series in ${ZONES.length} zones. Processor time, the median of ${ROUNDS}
rounds after one to warm up. Goal: expanded and written within ${GOAL} times the time that \`ical-generator\` alone needs to write the
same events. Memory is the most that a process of its own needed which does the work once, with all that loading TypeScript takes.

| What | Processor time | Against \`ical-generator\` | Memory |
| --- | ---: | ---: | ---: |
${rows.join('\n')}
`
}

/** The page with the section in the place of its former self, or at the end. */
function withSection(page: string, section: string): string {
  const [before = '', after = ''] = page.split(/^## Calendar\n/m)
  const next = after.search(/^## /m)
  return `${before.trimEnd()}\n\n${section}\n${next < 0 ? '' : after.slice(next)}`
}

const [mode, value] = process.argv.slice(2)
if (mode === '--memory') {
  makeWorks()[value as Work]()
  console.log(process.resourceUsage().maxRSS / 1024)
} else {
  const section = report()
  console.log(section)
  if (mode === '--write') {
    const page = join(import.meta.dirname, '../docs/benchmarks.md')
    const options = { ...(await resolveConfig(page)), filepath: page }
    writeFileSync(page, await format(withSection(readFileSync(page, 'utf8'), section), options))
  }
}
