import { describe, expect, test } from 'vitest'
import { zoneOfTzid } from '../../../src/core/calendar/zone-of-tzid.ts'
import { parseZone } from '../../../src/core/time/zone.ts'
import { calendar, event, meetingsIn, minute, read, refusalsOf, shown } from './feed-text.ts'

/** The rules of the United States since 2007, under any name. */
function easternRules(name: string, ...lines: readonly string[]): string {
  return zone(
    name,
    ...lines,
    observance('DAYLIGHT', '20070311T020000', '-0500', '-0400', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU'),
    observance('STANDARD', '20071104T020000', '-0400', '-0500', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU'),
  )
}

function zone(name: string, ...lines: readonly string[]): string {
  return ['BEGIN:VTIMEZONE', `TZID:${name}`, ...lines, 'END:VTIMEZONE'].join('\n')
}

function observance(...[kind, start, from, to, ...lines]: readonly string[]): string {
  return [
    `BEGIN:${String(kind)}`,
    `DTSTART:${String(start)}`,
    `TZOFFSETFROM:${String(from)}`,
    `TZOFFSETTO:${String(to)}`,
    ...lines,
    `END:${String(kind)}`,
  ].join('\n')
}

describe('the zone that a name means', () => {
  const NAMES: readonly (readonly [tzid: string, zone: string | undefined])[] = [
    ['Europe/Berlin', 'Europe/Berlin'],
    ['US/Pacific', 'US/Pacific'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['europe/berlin', 'Europe/Berlin'],
    ['America/New York', 'America/New_York'],
    ['/Europe/Vienna', 'Europe/Vienna'],
    ['/example.org/20260101_1/America/Indiana/Knox', 'America/Indiana/Knox'],
    ['Eastern Standard Time', 'America/New_York'],
    ['UTC', 'UTC'],
    ['Etc/UTC', 'Etc/UTC'],
    ['GMT', 'UTC'],
    ['EST5EDT', 'America/New_York'],
    ['EST', undefined],
    ['IST', undefined],
    ['UTC+2', undefined],
    ['Customized Time Zone', undefined],
    ['', undefined],
    ['/', undefined],
    ['constructor', undefined],
    ['x'.repeat(100_000), undefined],
  ]
  test.each(NAMES)('%.40s', (tzid, want) => {
    expect(zoneOfTzid(tzid)).toBe(want)
  })
})

describe('the zone of an event', () => {
  test('by its name, with quotes, without a description', () => {
    const feed = calendar(event('DTSTART;TZID="America/New_York":20260708T150000'))
    expect(meetingsIn(feed)).toMatchObject([
      { startsAt: new Date('2026-07-08T19:00Z'), zone: 'America/New_York' },
    ])
  })

  test('by the name that Windows has for it', () => {
    const feed = calendar(event('DTSTART;TZID=Eastern Standard Time:20260708T150000'))
    expect(meetingsIn(feed)).toMatchObject([
      { startsAt: new Date('2026-07-08T19:00Z'), zone: 'America/New_York' },
    ])
  })

  test('a known name counts more than what the feed says about it', () => {
    const wrong = zone('America/New_York', observance('STANDARD', '19700101T000000', '+0900', '+0900'))
    const feed = calendar(wrong, event('DTSTART;TZID=America/New_York:20260708T150000'))
    expect(meetingsIn(feed).map(shown)).toEqual(['2026-07-08T19:00Z planned'])
  })

  test('by the place that a description names', () => {
    const feed = calendar(
      easternRules('Team time', 'X-LIC-LOCATION:Europe/Berlin'),
      event('DTSTART;TZID=Team time:20260708T150000'),
    )
    expect(meetingsIn(feed)).toMatchObject([
      { startsAt: new Date('2026-07-08T13:00Z'), zone: 'Europe/Berlin' },
    ])
  })

  test('a name with a colon, in quotes and without', () => {
    const name = '(UTC-05:00) Team time'
    const quoted = calendar(easternRules(name), event(`DTSTART;TZID="${name}":20260708T150000`))
    const bare = calendar(easternRules(name), event(`DTSTART;TZID=${name}:20260708T150000`))
    expect(meetingsIn(quoted).map(shown)).toEqual(['2026-07-08T19:00Z planned'])
    expect(meetingsIn(bare).map(shown)).toEqual(['2026-07-08T19:00Z planned'])
  })
})

describe('a zone that only the feed knows', () => {
  test('gives the same instants as the zone whose rules it has', () => {
    const dates = [7, 8, 9]
      .map((day) => `2026030${day}T0`)
      .concat(['20261031T0', '20261101T0', '20261102T0', '20260708T0'])
    const walls = dates.flatMap((date) =>
      ['00000', '10000', '13000', '20000', '23000', '30000'].map((time) => date + time),
    )
    const at = (tzid: string) =>
      walls.map((wall) => {
        const [meeting] = meetingsIn(
          calendar(easternRules('Team time'), event(`DTSTART;TZID=${tzid}:${wall}`)),
        )
        return meeting === undefined ? '' : minute(meeting.startsAt)
      })
    expect(at('Team time')).toEqual(at('America/New_York'))
  })

  test('has no name', () => {
    const [meeting] = meetingsIn(
      calendar(easternRules('Team time'), event('DTSTART;TZID=Team time:20260708T150000')),
    )
    expect(meeting).not.toHaveProperty('zone')
  })

  const DESCRIPTIONS: readonly (readonly [name: string, description: string, want: string])[] = [
    [
      'a fixed offset',
      zone('T', observance('STANDARD', '16010101T000000', '+0545', '+0545')),
      '2026-07-08T09:15Z planned',
    ],
    [
      'rules that begin in 1601, as Outlook writes them',
      zone(
        'T',
        observance(
          'STANDARD',
          '16010101T030000',
          '+0200',
          '+0100',
          'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
        ),
        observance('DAYLIGHT', '16010101T020000', '+0100', '+0200', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3'),
      ),
      '2026-07-08T13:00Z planned',
    ],
    [
      'dates instead of a rule',
      zone(
        'T',
        observance('STANDARD', '20241027T030000', '+0200', '+0100', 'RDATE:20251026T030000,20261025T030000'),
        observance('DAYLIGHT', '20250330T020000', '+0100', '+0200', 'RDATE:20260329T020000'),
      ),
      '2026-07-08T13:00Z planned',
    ],
    [
      'a rule that ended: the clocks stay where it left them',
      zone(
        'T',
        observance(
          'DAYLIGHT',
          '19900325T020000',
          '+0300',
          '+0400',
          'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3;UNTIL=20100327T230000Z',
        ),
        observance(
          'STANDARD',
          '19901028T030000',
          '+0400',
          '+0300',
          'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10;UNTIL=20101030T230000Z',
        ),
      ),
      '2026-07-08T12:00Z planned',
    ],
  ]
  test.each(DESCRIPTIONS)('%s', (_, description, want) => {
    expect(meetingsIn(calendar(description, event('DTSTART;TZID=T:20260708T150000'))).map(shown)).toEqual([
      want,
    ])
  })

  const BROKEN: readonly (readonly [name: string, description: string])[] = [
    ['without observances', zone('T')],
    ['without an offset', zone('T', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'END:STANDARD')],
    ['with an offset in letters', zone('T', observance('STANDARD', '19700101T000000', '+0100', 'one'))],
    [
      'that changes every second',
      zone('T', observance('STANDARD', '19700101T000000', '+0100', '+0200', 'RRULE:FREQ=SECONDLY')),
    ],
  ]
  test.each(BROKEN)('is an error %s', (_, description) => {
    const refusals = refusalsOf(calendar(description, event('DTSTART;TZID=T:20260708T150000')))
    expect(refusals).toEqual([expect.stringMatching(/^feed-zone \d+$/)])
  })
})

describe('a zone that nobody knows', () => {
  test.each(['EST', 'Team time', 'America/Atlantis'])('%s is an error, never a time without zone', (name) => {
    const feed = calendar(event(`DTSTART;TZID=${name}:20260708T150000`))
    expect(refusalsOf(feed, { zone: parseZone('Europe/Berlin')! })).toEqual(['feed-zone 8'])
  })

  test('is an error in an exception too', () => {
    const feed = calendar(
      event('DTSTART:20260708T150000Z', 'RRULE:FREQ=DAILY;COUNT=2', 'EXDATE;TZID=Nowhere:20260709T150000'),
    )
    expect(refusalsOf(feed)).toEqual(['feed-zone 10'])
  })

  test('does no harm in an event that does not match', () => {
    const feed = calendar(
      event('SUMMARY:Other', 'DTSTART;TZID=Nowhere:20260708T150000'),
      event('DTSTART:20260708T150000Z'),
    )
    expect(meetingsIn(feed)).toHaveLength(1)
  })
})

describe('times without zone', () => {
  const feed = calendar(
    event('DTSTART:20260708T150000', 'RRULE:FREQ=WEEKLY;COUNT=2', 'EXDATE:20260715T150000'),
  )

  test('are an error that says where and asks which zone is meant', () => {
    const reading = read(feed)
    expect(reading).toMatchObject({
      problems: [{ rule: 'feed-floating', place: { file: 'team.ics', line: 8, column: 1 } }],
    })
    expect('problems' in reading && reading.problems[0]?.hint).toMatch(/which zone is meant/)
  })

  test('are read in the zone that is given', () => {
    expect(meetingsIn(feed, { zone: parseZone('Europe/Berlin')! }).map(shown)).toEqual([
      '2026-07-08T13:00Z planned',
    ])
  })

  test('the zone that is given counts more than that of the calendar', () => {
    const named = feed.replace('VERSION:2.0', 'VERSION:2.0\r\nX-WR-TIMEZONE:Asia/Tokyo')
    expect(meetingsIn(named, { zone: parseZone('Europe/Berlin')! }).map(shown)).toEqual([
      '2026-07-08T13:00Z planned',
    ])
  })
})
