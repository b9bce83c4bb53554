import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feedSpan } from '../../../src/core/calendar/feed-span.ts'
import { makeEvent } from '../../../src/core/calendar/calendar-event.ts'
import { writeEvents } from '../../../src/core/calendar/write-events.ts'
import { writeFeed } from '../../../src/core/calendar/write-feed.ts'
import { meetingsIn, plannedMeetings } from '../../../src/core/meetings/meeting.ts'
import { plainLine } from '../../../src/core/text/plain-line.ts'
import { readCalendar, readEvents } from '../../calendar/read-events.ts'
import { groupWith, publish, workspaceOf } from './publish.ts'
import { runs } from '../../thoroughness.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const iso = (at: Date) => at.toISOString().replace('.000Z', 'Z')

/** The text of a series, and which of its meetings are changed and how. */
const anySeries = fc.record({
  starts: fc.constantFrom(
    '2025-12-03 15:00',
    '2026-01-31 02:30',
    '2026-03-29 01:30',
    '2026-10-25 00:15',
    '2026-11-01 23:45',
  ),
  zone: fc.constantFrom(
    'America/New_York',
    'Europe/Dublin',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'UTC',
    'Pacific/Apia',
  ),
  duration: fc.constantFrom('25 minutes', '1 hour', '26 hours'),
  repeats: fc.constantFrom(
    'every week',
    'every 2 weeks',
    'every month on the last Sunday',
    'every month on the 2nd and 4th Tuesday',
    'every month on the 31st',
  ),
  rotation: fc.constantFrom(
    '',
    'rotation:\n  - { name: A, time: 09:00 }\n  - { name: B, time: 22:30, zone: Asia/Kolkata }\n',
  ),
  changes: fc.array(
    fc.record({
      nth: fc.nat(60),
      change: fc.constantFrom(
        'cancelled',
        'cancelled, no one',
        'moved to 2026-12-31 10:10',
        'moved to 04:05',
        'moved to 2027-02-01, a fair',
      ),
    }),
    { maxLength: 6 },
  ),
})

/** The series with its changes on days on which it meets. */
function writeSeries({
  starts,
  zone,
  duration,
  repeats,
  rotation,
  changes,
}: typeof anySeries extends fc.Arbitrary<infer One> ? One : never): string {
  const text = `starts: ${starts}\nzone: ${zone}\nduration: ${duration}\nrepeats: ${repeats}\n${rotation}`
  const [series] = workspaceOf(groupWith({ plain: text })).series
  const days = plannedMeetings(series!, { from: '2025-11-01' as never, to: '2027-11-30' as never }).map(
    ({ planned }) => planned,
  )
  const byDay = new Map(changes.map(({ nth, change }) => [days[nth % days.length], change]))
  const lines = [...byDay].map(([day, change]) => `  ${day}: ${change}\n`)
  return lines.length === 0 ? text : `${text}changes:\n${lines.join('')}`
}

const anyGroup = fc
  .array(anySeries, { minLength: 1, maxLength: 3 })
  .map((all) => groupWith(Object.fromEntries(all.map((one, index) => [`s${index}`, writeSeries(one)]))))

describe('the feeds', () => {
  test('hold exactly the meetings of the span, but for cancelled ones that are over', () => {
    fc.assert(
      fc.property(anyGroup, (texts) => {
        const workspace = workspaceOf(texts)
        const span = feedSpan(workspace, NOW)
        const feeds = publish(workspace, { now: NOW })
        const expected = (id: RegExp) =>
          workspace.series
            .filter((series) => id.test(series.id))
            .flatMap((series) => meetingsIn(series, span))
            .filter(({ status, endsAt }) => status !== 'cancelled' || endsAt > NOW)
            .map(
              ({ key, startsAt, endsAt, status }) =>
                `${key}@example-group ${iso(startsAt)} ${iso(endsAt)} ${status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
            )
            .sort()
        const listed = (path: string) =>
          readEvents(feeds.get(path) ?? '')
            .map(({ uid, startsAt, endsAt, status }) => `${uid} ${startsAt} ${endsAt} ${status}`)
            .sort()
        expect(listed('all.ics')).toEqual(expected(/./))
        expect(listed('teams/core.ics')).toEqual(expected(/./))
        expect(listed('series/s0.ics')).toEqual(expected(/^s0$/))
      }),
      { numRuns: runs(25) },
    )
  })

  test('have the same bytes when the files come in another order, and on every day of the month', () => {
    fc.assert(
      fc.property(anyGroup, fc.integer({ min: 0, max: 8 * 24 }), (texts, hours) => {
        const turned = Object.fromEntries(Object.entries(texts).reverse())
        const later = new Date(NOW.getTime() + hours * 3_600_000)
        const withoutCancelled = (text: string) =>
          text.replace(/BEGIN:VEVENT(?:(?!END:VEVENT)[^])*STATUS:CANCELLED[^]*?END:VEVENT\r\n/g, '')
        const once = publish(workspaceOf(texts), { now: NOW })
        expect(publish(workspaceOf(turned), { now: NOW })).toEqual(once)
        for (const [path, text] of publish(workspaceOf(turned), { now: later }))
          expect(withoutCancelled(text)).toBe(withoutCancelled(once.get(path) ?? ''))
      }),
      { numRuns: runs(15) },
    )
  })

  test('never have a line of more than 75 octets, a bare line end or a control', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 400 })
    fc.assert(
      fc.property(anyText, anyText, (name, title) => {
        const [event] = makeEvents({ title })
        const text = writeFeed({
          path: 'all.ics',
          name,
          refresh: 60,
          source: 'https://example.org/ä/all.ics',
          color: 'teal',
          floor: 3,
          events: writeEvents([event!]),
        })
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\u0000-\u0008\u000A-\u001F\u007F]/)
          expect(Buffer.from(line).toString()).toBe(line)
        }
      }),
      { numRuns: runs(200) },
    )
  })

  test('give back every text, as one plain line', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.stringMatching(/^[\\;,:"nN\r\n 🎉ä^']{0,40}$/),
      fc.constantFrom('🎉é, '.repeat(2_500), 'a'.repeat(10_000), '\\;'.repeat(5_000)),
      fc.constantFrom('END:VCALENDAR', 'a END:VCALENDAR b', 'BEGIN:VEVENT', 'END:VEVENT\r\nBEGIN:VEVENT'),
    )
    fc.assert(
      fc.property(
        fc.record({ title: anyText, location: anyText, reason: anyText, session: anyText, name: anyText }),
        (texts) => {
          const [event] = makeEvents(texts)
          const feed = writeFeed({
            path: 'all.ics',
            name: texts.name,
            refresh: 60,
            events: writeEvents([event!]),
          })
          const [read] = readEvents(feed)
          expect(read?.summary).toBe(plainLine(`CANCELLED: ${texts.title} (${texts.session})`, 200))
          expect(read?.location).toBe(plainLine(`${texts.location}, https://example.org/j?a=1,2;b=3`, 2000))
          expect(read?.description.split('\n')).toEqual([
            ['Cancelled', plainLine(texts.reason)].filter((part) => part !== '').join(': '),
            'Join: https://example.org/j?a=1,2;b=3',
          ])
          expect([read?.url, read?.conference]).toEqual([
            'https://example.org/j?a=1,2;b=3',
            'https://example.org/j?a=1,2;b=3',
          ])
          const calendar = readCalendar(feed)
          // ical.js does not know the type of these, and gives them as they stand.
          for (const name of ['name', 'x-wr-calname'])
            expect(calendar.getFirstPropertyValue(name) ?? '').toBe(
              plainLine(texts.name).replace(/[\\;,]/g, '\\$&'),
            )
        },
      ),
      { numRuns: runs(150), endOnFailure: true },
    )
  })
})

function makeEvents(texts: {
  readonly title: string
  readonly location?: string
  readonly reason?: string
  readonly session?: string
}) {
  const workspace = workspaceOf(
    groupWith({
      core: 'starts: 2026-12-03 15:00\nzone: UTC\njoin: https://example.org/j?a=1,2;b=3\nchanges:\n  2026-12-03: cancelled, why\n',
    }),
  )
  const [meeting] = meetingsIn(workspace.series[0]!, feedSpan(workspace, NOW))
  const { title, location, reason, session } = texts
  const changed = {
    ...meeting!,
    reason: reason ?? '',
    series: { ...meeting!.series, title, ...(location === undefined ? {} : { location }) },
    session: { ...meeting!.session, ...(session === undefined ? {} : { name: session }) },
  }
  return [{ ...makeEvent(changed, { workspace, minutes: new Set() }), sequence: 0, changedAt: NOW }]
}
