import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Folder, makeFolder, runWg } from './folder.ts'
import { GROUP, NOW } from './group.ts'

const event = (uid: string, lines: string) =>
  `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20260101T000000Z\r\n${lines}END:VEVENT\r\n`

const calendar = (...events: readonly string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n${events.join('')}END:VCALENDAR\r\n`

const WEEKLY =
  'DTSTART;TZID=America/New_York:20261105T110000\r\nDTEND;TZID=America/New_York:20261105T120000\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Release team weekly\r\n'
const MOVED =
  'RECURRENCE-ID;TZID=America/New_York:20261203T110000\r\nDTSTART;TZID=America/New_York:20261204T130000\r\nDTEND;TZID=America/New_York:20261204T143000\r\nSUMMARY:Release team weekly\r\n'
const CANCELLED =
  'RECURRENCE-ID;TZID=America/New_York:20261210T110000\r\nDTSTART;TZID=America/New_York:20261210T110000\r\nDTEND;TZID=America/New_York:20261210T120000\r\nSTATUS:CANCELLED\r\nSUMMARY:Release team weekly\r\n'

interface Page {
  readonly status?: number
  readonly type?: string
  readonly body: string | undefined
}

/** A group of which one series takes its dates from a calendar; the page at its address can be changed. Without a body it never ends. */
async function followCalendar(first: Page): Promise<{
  group: Folder
  show: (page: Page) => void
  run: (...args: string[]) => ReturnType<typeof runWg>
}> {
  let page = first
  const server = createServer((_, response) => {
    response.writeHead(page.status ?? 200, { 'content-type': page.type ?? 'text/calendar' })
    if (page.body === undefined) response.write('BEGIN:VCALENDAR\r\n')
    else response.end(page.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ical/private-abc123/basic.ics`
  const series = `title: Release\nteam: docs\nzone: America/New_York\ncalendar: { url: "${url}", match: release team }\n`
  const group = makeFolder({ ...GROUP, 'meetings/release.yml': series })
  return {
    group,
    show: (next) => void (page = next),
    run: (...args) => runWg(group, ['--now', NOW, ...args], { WG_TIMEOUT: '4' }),
  }
}

const listed = (out: string) =>
  (
    JSON.parse(out) as { meetings: { key: string; startsAt: string; endsAt: string; status: string }[] }
  ).meetings.map(({ key, startsAt, endsAt, status }) => `${key} ${startsAt} ${endsAt} ${status}`)

describe('a series whose dates stand in a calendar', () => {
  test('meets when the calendar says, also when that changes', async () => {
    const { group, show, run } = await followCalendar({ body: calendar(event('a', WEEKLY)) })
    const list = async () =>
      listed((await run('meeting', 'list', 'release', '--to', '2026-12-18', '--json')).out)
    const plain = [
      'release/2026-11-26 2026-11-26T16:00:00Z 2026-11-26T17:00:00Z planned',
      'release/2026-12-03 2026-12-03T16:00:00Z 2026-12-03T17:00:00Z planned',
      'release/2026-12-10 2026-12-10T16:00:00Z 2026-12-10T17:00:00Z planned',
      'release/2026-12-17 2026-12-17T16:00:00Z 2026-12-17T17:00:00Z planned',
    ]
    expect(await list()).toEqual(plain)
    expect((await run('check')).err).toContain('No problems')
    expect(await run('calendar')).toMatchObject({ code: 0 })

    show({
      body: calendar(
        event('a', CANCELLED),
        event('b', 'DTSTART:20261215T100000Z\r\nSUMMARY:Lunch\r\n'),
        event('a', MOVED),
        event('a', WEEKLY),
      ),
    })
    expect(await list()).toEqual([
      plain[0],
      'release/2026-12-03 2026-12-04T18:00:00Z 2026-12-04T19:30:00Z moved',
      'release/2026-12-10 2026-12-10T16:00:00Z 2026-12-10T17:00:00Z cancelled',
      plain[3],
    ])
    expect(await run('calendar')).toMatchObject({ code: 0 })
    const feed = group.read('public/series/release.ics')
    expect([...feed.matchAll(/^SEQUENCE:1\r$/gm)].length).toBe(2)
    expect(feed).toContain('SUMMARY:CANCELLED: Release\r\n')
  })

  test('says when the calendar has two meetings of it on one day, and takes the one that takes place', async () => {
    const second =
      'DTSTART;TZID=America/New_York:20261210T150000\r\nDTEND;TZID=America/New_York:20261210T160000\r\nSUMMARY:Release team, extra\r\n'
    const third = second.replaceAll('20261210', '20261217')
    const { run } = await followCalendar({
      body: calendar(event('a', WEEKLY), event('a', CANCELLED), event('b', second), event('c', third)),
    })
    const { out } = await run(
      'meeting',
      'list',
      'release',
      '--from',
      '2026-12-05',
      '--to',
      '2026-12-18',
      '--json',
    )
    expect(listed(out)).toEqual([
      'release/2026-12-10 2026-12-10T20:00:00Z 2026-12-10T21:00:00Z planned',
      'release/2026-12-17 2026-12-17T16:00:00Z 2026-12-17T17:00:00Z planned',
    ])
    const { code, err } = await run('check')
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(
        /release\.yml 4:\d+ {2}warning {2}The calendar has 2 meetings of this series on `2026-12-17`/,
      ),
    ])
  })

  test.each<readonly [string, Page, RegExp]>([
    [
      'a page',
      { type: 'text/html', body: '<!doctype html><title>Sign in</title>' },
      /A page of HTML or XML came instead of a calendar/,
    ],
    ['nothing', { body: '' }, /The feed is empty/],
    [
      'a calendar without the event',
      { body: calendar(event('b', 'DTSTART:20261215T100000Z\r\nSUMMARY:Release party\r\n')) },
      /The only event in the feed does not have `release team`[^]*Release party/,
    ],
    ['not found', { status: 404, body: 'no' }, /answers with status 404/],
    ['a failure', { status: 503, body: 'no' }, /answers with status 503/],
    ['no end', { body: undefined }, /did not answer in full within 4 seconds/],
  ])('is an error when the answer is %s, and the last feeds stay', async (_, page, message) => {
    const { group, show, run } = await followCalendar({ body: calendar(event('a', WEEKLY)) })
    await run('calendar')
    const before = [group.read('public/all.ics'), group.read('public/series/release.ics')]
    show(page)
    for (const args of [['check'], ['calendar'], ['meeting', 'list', 'release']]) {
      const { code, err } = await run(...args)
      expect([args, code, err]).toEqual([args, 1, expect.stringMatching(message)])
      expect(err).toMatch(/meetings\/release\.yml 4:\d+/)
      expect(err).not.toContain('abc123')
    }
    expect([group.read('public/all.ics'), group.read('public/series/release.ics')]).toEqual(before)
    expect(await run('meeting', 'list', 'docs')).toMatchObject({ code: 0 })
  })

  test('cannot be moved or cancelled here', async () => {
    const { group, run } = await followCalendar({ body: calendar(event('a', WEEKLY)) })
    const before = group.read('meetings/release.yml')
    const { code, err } = await run('meeting', 'cancel', 'release/2026-12-03', '--reason', 'x')
    expect([code, err]).toEqual([1, expect.stringContaining('stands in a calendar')])
    expect(err).not.toContain('abc123')
    expect(group.read('meetings/release.yml')).toBe(before)
  })
})

test.each([
  ['starts: 2026-01-01 10:00\n', '`starts` and `calendar`'],
  ['repeats: every week\n', '`repeats` and `calendar`'],
  ['changes:\n  2026-12-03: cancelled\n', '`changes` and `calendar`'],
  ['extra: [2026-12-03]\n', '`extra` and `calendar`'],
  ['rotation:\n  - { time: 10:00 }\n  - { time: 11:00 }\n', '`rotation` and `calendar`'],
])('a calendar and %s contradict each other', async (text, message) => {
  const series = `title: R\nteam: docs\nzone: UTC\ncalendar: { url: r.ics, match: r }\n${text}`
  const group = makeFolder({ ...GROUP, 'meetings/r.yml': series, 'r.ics': calendar(event('a', WEEKLY)) })
  const { code, err } = await runWg(group, ['--now', NOW, 'meeting', 'list'])
  expect([code, err]).toEqual([1, expect.stringContaining(message)])
})
