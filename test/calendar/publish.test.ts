import { mkdirSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Folder, makeFolder, runWg, startWg } from './folder.ts'
import { GROUP, NOW } from './group.ts'
import { readEvents } from './read-events.ts'

const publish = (group: Folder, args: readonly string[] = []) =>
  runWg(group, ['--now', NOW, 'calendar', ...args])

/** Every file below a folder, by its path. */
function filesIn(folder: Folder, below = 'public'): Readonly<Record<string, string>> {
  const names = readdirSync(`${folder.path}/${below}`, { recursive: true, encoding: 'utf8' })
  return Object.fromEntries(
    names
      .filter((name) => /\.\w+$/.test(name))
      .sort()
      .map((name) => [name, folder.read(`${below}/${name}`)]),
  )
}

describe('wg calendar', () => {
  test('writes a feed for all, for each team and each series, and meetings.json', async () => {
    const group = makeFolder(GROUP)
    const { code, out } = await publish(group, ['--json'])
    expect(code).toBe(0)
    const files = filesIn(group)
    const paths = [
      ...['all.ics', 'meetings.json', 'series/core.ics', 'series/docs.ics', 'series/month.ics'],
      ...['series/old.ics', 'teams/core.ics', 'teams/docs.ics'],
    ]
    expect(Object.keys(files)).toEqual(paths)
    expect([...(JSON.parse(out) as { changes: string[] }).changes].sort()).toEqual(paths)
    expect(readEvents(files['series/old.ics'] ?? '')).toEqual([])
    const json = JSON.parse(files['meetings.json'] ?? '') as {
      version: number
      meetings: { startsAt: string }[]
    }
    expect(json.version).toBe(1)
    expect(json.meetings.map(({ startsAt }) => startsAt)).toEqual(
      readEvents(files['all.ics'] ?? '').map(({ startsAt }) => startsAt),
    )
  })

  test('writes the same bytes on machines of other zones and languages', async () => {
    const group = makeFolder(GROUP)
    await publish(group, ['--out', 'public'])
    const once = filesIn(group)
    for (const [zone, language] of [
      ['Pacific/Kiritimati', 'de_DE.UTF-8'],
      ['America/St_Johns', 'C'],
    ] as const) {
      const there = { TZ: zone, LANG: language, LC_ALL: language }
      await startWg(group, ['--now', NOW, 'calendar', '--out', zone], there)
      expect(filesIn(group, zone)).toEqual(once)
    }
    expect(await publish(group)).toMatchObject({ code: 0, out: 'Nothing to do: the feeds are up to date.\n' })
  })

  test('tells of a cancelled and of a moved meeting what clients show', async () => {
    const group = makeFolder(GROUP)
    await publish(group)
    const found = new Map(readEvents(group.read('public/all.ics')).map((event) => [event.uid, event]))
    expect(found.get('core/2026-12-24@example-group')).toMatchObject({
      status: 'CANCELLED',
      transparency: 'TRANSPARENT',
      summary: 'CANCELLED: Core: sync, \\ and; more 🎉',
      startsAt: '2026-12-24T20:00:00Z',
      sequence: 1,
    })
    expect(found.get('core/2026-12-24@example-group')?.description).toMatch(
      /^Cancelled: end of the year\nJoin: https:/,
    )
    expect(found.get('core/2027-01-07@example-group')).toMatchObject({
      status: 'CONFIRMED',
      transparency: 'OPAQUE',
      startsAt: '2027-01-08T21:00:00Z',
      url: 'https://example.org/j/1?a=1,2;b=3&c=%C3%A4%C3%B6',
      conference: 'https://example.org/j/1?a=1,2;b=3&c=%C3%A4%C3%B6',
      location: 'Room 3; Floor 2, https://example.org/j/1?a=1,2;b=3&c=äö',
    })
    expect(found.get('core/2027-01-07@example-group')?.description).toContain(
      'Moved: a clash. It was planned for Thu 7 Jan 2027, 15:00 (America/New_York), 2027-01-07T20:00:00Z.',
    )
    expect(found.has('core/2026-03-12@example-group')).toBe(false)
  })

  test('gives new numbers to what differs from the published feed, and to nothing else', async () => {
    const group = makeFolder(GROUP)
    await publish(group, ['--out', 'old'])
    await runWg(group, ['--now', NOW, 'meeting', 'move', 'core/2026-12-03', '--to', '16:00'])
    const later = ['--now', '2026-11-25T08:00:00Z', 'calendar', '--out', 'new', '--previous']
    for (const previous of ['old/all.ics', `${group.path}/old/all.ics`]) {
      expect(await runWg(group, [...later, previous])).toMatchObject({ code: 0 })
      const before = new Map(readEvents(group.read('old/all.ics')).map((event) => [event.uid, event]))
      const changed = readEvents(group.read('new/all.ics')).filter(
        (event) => JSON.stringify(event) !== JSON.stringify(before.get(event.uid)),
      )
      expect(changed).toMatchObject([
        { uid: 'core/2026-12-03@example-group', sequence: 1, stamp: '2026-11-25T08:00:00Z' },
      ])
    }
  })

  test('takes what lies in the folder for the published feed, until told to forget it', async () => {
    const group = makeFolder(GROUP)
    const sequence = () =>
      readEvents(group.read('public/all.ics')).find(({ uid }) => uid === 'core/2026-12-03@example-group')
        ?.sequence
    await publish(group)
    for (const time of ['16:00', '17:00', '18:00']) {
      await runWg(group, ['--now', NOW, 'meeting', 'move', 'core/2026-12-03', '--to', time])
      await publish(group)
    }
    expect(sequence()).toBe(3)
    await publish(group, ['--no-previous'])
    expect(sequence()).toBe(1)
  })

  test('keeps the address of a series that was deleted, with nothing on it', async () => {
    const group = makeFolder(GROUP)
    await publish(group)
    group.write(
      'public/series/own.ics',
      'BEGIN:VCALENDAR\r\nPRODID:-//somebody//else//EN\r\nEND:VCALENDAR\r\n',
    )
    group.write('meetings/docs.yml', '')
    const { readFileSync, rmSync } = await import('node:fs')
    rmSync(`${group.path}/meetings/docs.yml`)
    const { out } = await publish(group)
    expect(out).toContain('~ change series/docs.ics (0 meetings)')
    expect(readEvents(group.read('public/series/docs.ics'))).toEqual([])
    expect(group.read('public/series/docs.ics')).toContain('X-WR-CALNAME:Docs\r\n')
    expect(readFileSync(`${group.path}/public/series/own.ics`, 'utf8')).toContain('somebody')
    expect(await publish(group)).toMatchObject({ out: 'Nothing to do: the feeds are up to date.\n' })
  })

  test('prints a plan and writes nothing in a dry run', async () => {
    const group = makeFolder(GROUP)
    const { out, code } = await publish(group, ['--dry-run'])
    expect(code).toBe(0)
    expect(out).toContain('+ write all.ics (')
    expect(out).toContain('nothing was written')
    expect(readdirSync(group.path)).not.toContain('public')
  })
})

describe('wg calendar leaves the last feeds in place and says what is wrong with', () => {
  const faults: readonly (readonly [string, (group: Folder) => readonly string[], RegExp])[] = [
    [
      'a previous feed that is not there',
      () => ['--previous', 'none.ics'],
      /`none\.ics` does not exist[^]*leave `--previous` out/,
    ],
    [
      'a previous feed that is a page',
      (group) => (group.write('p.ics', '<!doctype html>\n'), ['--previous', 'p.ics']),
      /`p\.ics` is no calendar/,
    ],
    [
      'a previous feed that was cut',
      (group) => (group.write('p.ics', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'), ['--previous', 'p.ics']),
      /is no calendar: it does not run/,
    ],
    ['a previous feed that is a folder', () => ['--previous', 'meetings'], /`meetings` is no file/],
    [
      'a previous feed at an address that does not answer',
      () => ['--previous', 'http://127.0.0.1:1/all.ics'],
      /`http:\/\/127\.0\.0\.1:1\/all\.ics` cannot be reached/,
    ],
    [
      'a feed in the folder that is none',
      (group) => (group.write('public/all.ics', 'notes'), []),
      /public\/all\.ics` is no calendar/,
    ],
    [
      'a folder below a file',
      () => ['--out', 'wg.yml/feeds', '--no-previous'],
      /cannot be written to[^]*no folder/,
    ],
    ['a folder that no disk takes', () => ['--out', '/proc/feeds'], /cannot be written to `\/proc\/feeds`/],
    [
      'a join link that is no address',
      (group) => (
        group.write('meetings/core.yml', GROUP['meetings/core.yml']!.replace(/join:.*/, 'join: call me')),
        []
      ),
      /core\.yml 7:7[^]*`call me` is no address of the web/,
    ],
    [
      'a meeting of no length',
      (group) => (
        group.write('meetings/docs.yml', GROUP['meetings/docs.yml']!.replace('90 minutes', '0 minutes')),
        []
      ),
      /`0 minutes` is no length of a meeting/,
    ],
    [
      'a meeting of negative length',
      (group) => (
        group.write('meetings/docs.yml', GROUP['meetings/docs.yml']!.replace('90 minutes', '-30 minutes')),
        []
      ),
      /`-30 minutes` is no length of a meeting/,
    ],
    [
      'a title of two lines',
      (group) => (
        group.write(
          'meetings/docs.yml',
          GROUP['meetings/docs.yml']!.replace('title: Docs', 'title: "a\\nb"'),
        ),
        []
      ),
      /one line of text/,
    ],
    [
      'a colour that is none',
      (group) => (group.write('wg.yml', GROUP['wg.yml']!.replace('teal', 'teel')), []),
      /Did you mean `teal`/,
    ],
    [
      'a group that was renamed',
      (group) => (group.write('wg.yml', GROUP['wg.yml']!.replace('id: example-group', 'id: other')), []),
      /would now be `core\/[\d-]+@other`[^]*id: example-group/,
    ],
  ]

  test.each(faults)('%s', async (_, arrange, message) => {
    const group = makeFolder(GROUP)
    await publish(group)
    group.write('meetings/month.yml', `${GROUP['meetings/month.yml']!}changes:\n  2026-12-26: cancelled\n`)
    const args = arrange(group)
    const before = filesIn(group)
    const { code, err } = await publish(group, args)
    expect(err).toMatch(message)
    expect(code).toBe(1)
    expect(filesIn(group)).toEqual(before)
  })

  test('a folder without a name', async () => {
    const group = makeFolder(GROUP)
    const { code, err } = await publish(group, ['--out', ''])
    expect([code, err]).toEqual([2, expect.stringContaining('`--out` names no folder.')])
    expect(readdirSync(group.path)).not.toContain('all.ics')
  })

  test('a very long title: it is cut, and wg check says so', async () => {
    const group = makeFolder({
      ...GROUP,
      'meetings/docs.yml': GROUP['meetings/docs.yml']!.replace('Docs', 'é, '.repeat(3_333).trim()),
    })
    expect(await publish(group)).toMatchObject({ code: 0 })
    const summaries = readEvents(group.read('public/series/docs.ics')).map(({ summary }) => summary)
    expect(summaries[0]).toMatch(/^é, é, .*…$/u)
    expect(Array.from(summaries[0]!).length).toBeLessThanOrEqual(200)
    expect((await runWg(group, ['--now', NOW, 'check'])).err).toMatch(
      /warning {2}The title has 9\d+ characters/,
    )
  })
})

describe('wg meeting show --ics', () => {
  test('prints the file of one meeting, as the feed has it', async () => {
    const group = makeFolder(GROUP)
    mkdirSync(`${group.path}/public`)
    await publish(group)
    const { out } = await runWg(group, ['--now', NOW, 'meeting', 'show', 'core/2027-01-07', '--ics'])
    const [event, ...others] = readEvents(out)
    expect(others).toEqual([])
    expect(event).toEqual(readEvents(group.read('public/all.ics')).find(({ uid }) => uid === event?.uid))
  })
})
