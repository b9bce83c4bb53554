import { describe, expect, test } from 'vitest'
import { type Folder, makeFolder, runWg, serveFeeds, start } from './folder.ts'
import { GROUP, NOW } from './group.ts'
import { type ListedEvent, readEvents } from './read-events.ts'

/** The span of the feeds at that moment: twelve months either way, and the one in between. */
const SPAN = ['--from', '2025-11-01', '--to', '2027-11-30'] as const

interface ListedMeeting {
  readonly key: string
  readonly startsAt: string
  readonly endsAt: string
  readonly status: string
}

/** What `wg meeting list` prints, without the cancelled meetings that are over, which feeds leave out. */
async function listMeetings(group: Folder): Promise<readonly Omit<ListedEvent, 'summary'>[]> {
  const { out } = await runWg(group, ['--now', NOW, 'meeting', 'list', ...SPAN, '--json'])
  const { meetings } = JSON.parse(out) as { meetings: readonly ListedMeeting[] }
  return meetings
    .filter(({ status, endsAt }) => status !== 'cancelled' || endsAt > NOW)
    .map(({ key, startsAt, endsAt, status }) => ({
      uid: `${key}@example-group`,
      startsAt,
      endsAt,
      status: status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    }))
}

/** A person's machine with vdirsyncer and khal, subscribed to an address. */
function subscribe(address: string) {
  const home = makeFolder({
    'vdirsyncer.conf': '',
    'khal.conf': '',
    'events/.keep': '',
  })
  const at = (path: string) => `${home.path}/${path}`
  home.write(
    'vdirsyncer.conf',
    `[general]
status_path = "${at('status')}"
[pair feed]
a = "remote"
b = "local"
collections = null
[storage remote]
type = "http"
url = "${address}"
[storage local]
type = "filesystem"
path = "${at('events')}"
fileext = ".ics"
`,
  )
  home.write(
    'khal.conf',
    `[calendars]
[[feed]]
path = ${at('events')}
[sqlite]
path = ${at('khal.db')}
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M:00Z
longdatetimeformat = %Y-%m-%dT%H:%M:00Z
`,
  )
  const env = { HOME: home.path, XDG_CONFIG_HOME: home.path, XDG_DATA_HOME: home.path, LC_ALL: 'C.UTF-8' }
  const vdirsyncer = (verb: string) => start('vdirsyncer', ['-c', at('vdirsyncer.conf'), verb], env)
  return {
    /** Fetches what is new, and gives what the calendar on the desk then lists. */
    refresh: async (): Promise<readonly ListedEvent[]> => {
      const found = await vdirsyncer('discover')
      const synced = await vdirsyncer('sync')
      expect([found.code, synced.code, /error|warning/i.exec(synced.err)?.[0]], synced.err).toEqual([
        0,
        0,
        undefined,
      ])
      const format = ['uid', 'start-long-full', 'end-long-full', 'status', 'title'].map((name) => `{${name}}`)
      const listed = await start(
        'khal',
        [
          ...['-c', at('khal.conf'), 'list', '--notstarted', '--day-format', ''],
          ...['--format', format.join('\t'), '2025-11-01', '761d'],
        ],
        env,
      )
      expect(listed.code, listed.err).toBe(0)
      return listed.out
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => {
          const [uid = '', startsAt = '', endsAt = '', status = '', summary = ''] = line.split('\t')
          return { uid, startsAt, endsAt, status: status.trim(), summary }
        })
    },
  }
}

/** What vdirsyncer keeps: it gives the events of a feed identities of its own. */
const instants = (all: readonly Omit<ListedEvent, 'summary' | 'uid'>[]) =>
  all.map(({ startsAt, endsAt, status }) => `${startsAt} ${endsAt} ${status}`).sort()
const byUid = <One extends { readonly uid: string }>(all: readonly One[]) =>
  [...all].sort((a, b) => (a.uid < b.uid ? -1 : 1))
const bare = (all: readonly ListedEvent[]) =>
  byUid(all.map(({ uid, startsAt, endsAt, status }) => ({ uid, startsAt, endsAt, status })))

describe('vdirsyncer, khal and ical.js', () => {
  test('list the meetings of wg meeting list, and follow a move and a cancellation', async () => {
    const group = makeFolder(GROUP)
    const address = await serveFeeds(group, NOW)
    const client = subscribe(`${address}all.ics`)

    const planned = await listMeetings(group)
    expect(planned.length).toBeGreaterThan(120)
    const listed = await client.refresh()
    expect(instants(listed)).toEqual(instants(planned))
    const fetched = readEvents(await (await fetch(`${address}all.ics`)).text())
    expect(bare(fetched)).toEqual(byUid(planned))
    expect(listed.map(({ summary }) => summary).sort()).toEqual(fetched.map(({ summary }) => summary).sort())

    const changes: readonly (readonly string[])[] = [
      ['move', 'core/2026-12-03', '--to', '2026-12-04 08:30', '--reason', 'a holiday'],
      ['cancel', 'docs/2026-12-08', '--reason', 'nobody comes'],
      ['move', 'core/2027-01-07', '--to', '2027-01-09'],
    ]
    for (const change of changes)
      expect(await runWg(group, ['--now', NOW, 'meeting', ...change])).toMatchObject({ code: 0 })

    const changed = await listMeetings(group)
    expect(changed).not.toEqual(planned)
    expect(changed.find(({ uid }) => uid === 'docs/2026-12-08@example-group')?.status).toBe('CANCELLED')
    const after = await client.refresh()
    expect(instants(after)).toEqual(instants(changed))
    expect(after.filter(({ status }) => status === 'CANCELLED').map(({ summary }) => summary)).toEqual(
      after.filter(({ summary }) => summary.startsWith('CANCELLED: ')).map(({ summary }) => summary),
    )
    expect(bare(readEvents(await (await fetch(`${address}all.ics`)).text()))).toEqual(byUid(changed))
  })
})
