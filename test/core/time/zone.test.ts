import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { parseClockTime } from '../../../src/core/time/clock.ts'
import type { ClockTime } from '../../../src/core/time/clock.ts'
import { parseDay } from '../../../src/core/time/day.ts'
import type { Day } from '../../../src/core/time/day.ts'
import { localTimeIn, offsetLabel, parseZone, toInstant, zoneNames } from '../../../src/core/time/zone.ts'
import type { ZoneId } from '../../../src/core/time/zone.ts'
import { oneOf, runs } from '../../thoroughness.ts'

const FROM = Temporal.Instant.from('2015-01-01T00:00Z')
const TO = Temporal.Instant.from('2036-01-01T00:00Z')
const AROUND_A_CHANGE = [-120, -60, -30, -1, 0, 30, 60]

const zone = (name: string): ZoneId => parseZone(name)!
const ours = (wall: Temporal.PlainDateTime, name: ZoneId) => {
  const resolved = toInstant({
    day: wall.toPlainDate().toString() as Day,
    time: wall.toPlainTime().toString({ smallestUnit: 'minute' }) as ClockTime,
    zone: name,
  })
  return `${resolved.at.toISOString()} ${resolved.kind}`
}

/** What Temporal says: `compatible` takes the offset before a gap, and the first of two. */
function theirs(wall: Temporal.PlainDateTime, name: ZoneId): string {
  const at = (disambiguation: 'compatible' | 'earlier' | 'later') =>
    wall.toZonedDateTime(name, { disambiguation })
  const [earlier, later] = [at('earlier'), at('later')]
  const isExact = earlier.epochMilliseconds === later.epochMilliseconds
  const kind = isExact ? 'exact' : earlier.toPlainDateTime().equals(wall) ? 'repeated' : 'skipped'
  const chosen = isExact ? earlier : at('compatible')
  return `${new Date(chosen.epochMilliseconds).toISOString()} ${kind}`
}

/** Zones that do what others do not, and some of all that Node lists. */
const ZONES = [
  ...['Australia/Lord_Howe', 'Antarctica/Troll', 'Africa/Casablanca', 'Europe/Dublin', 'America/St_Johns'],
  ...oneOf(process.env.TZ === 'UTC' ? 6 : 40, Intl.supportedValuesOf('timeZone')),
].map(zone)

const changesByZone = new Map<string, readonly Temporal.ZonedDateTime[]>()

function changesOfClocks(name: string): readonly Temporal.ZonedDateTime[] {
  const known = changesByZone.get(name) ?? findChanges(name)
  changesByZone.set(name, known)
  return known
}

function findChanges(name: string): Temporal.ZonedDateTime[] {
  const changes: Temporal.ZonedDateTime[] = []
  let at = FROM.toZonedDateTimeISO(name).getTimeZoneTransition('next')
  while (at !== null && at.epochMilliseconds < TO.epochMilliseconds) {
    changes.push(at)
    at = at.getTimeZoneTransition('next')
  }
  return changes
}

describe('an instant from a wall time', () => {
  test('agrees with Temporal around every change of clocks of zones that Node lists, 2015 to 2035', () => {
    const wrong: string[] = []
    const seen = { exact: 0, skipped: 0, repeated: 0 }
    for (const name of ZONES) {
      for (const change of changesOfClocks(name)) {
        for (const minutes of AROUND_A_CHANGE) {
          const wall = change.toPlainDateTime().add({ minutes })
          const [mine, expected] = [ours(wall, name), theirs(wall, name)]
          if (mine !== expected) wrong.push(`${name} ${wall.toString()}: ${mine} instead of ${expected}`)
          seen[expected.split(' ')[1] as keyof typeof seen] += 1
        }
      }
    }
    expect(wrong).toEqual([])
    expect(Object.values(seen).every((times) => times > 100)).toBe(true)
  })

  test('agrees with Temporal at any wall time in any zone', () => {
    const anyZone = fc.constantFrom(...zoneNames())
    const anyMinute = fc.integer({ min: 0, max: 21 * 366 * 24 * 60 })
    fc.assert(
      fc.property(anyZone, anyMinute, (name, minutes) => {
        const wall = Temporal.PlainDateTime.from('2015-01-01T00:00').add({ minutes })
        expect(ours(wall, name)).toBe(theirs(wall, name))
      }),
      { numRuns: runs(2000) },
    )
  })

  test.each([
    [
      'an hour that New York skips',
      'America/New_York',
      '2026-03-08',
      '02:30',
      '2026-03-08T07:30:00.000Z',
      'skipped',
    ],
    [
      'an hour that New York has twice',
      'America/New_York',
      '2026-11-01',
      '01:30',
      '2026-11-01T05:30:00.000Z',
      'repeated',
    ],
    [
      'the first minute after the gap in London',
      'Europe/London',
      '2026-03-29',
      '02:00',
      '2026-03-29T01:00:00.000Z',
      'exact',
    ],
    [
      'the half hour that Lord Howe skips',
      'Australia/Lord_Howe',
      '2026-10-04',
      '02:15',
      '2026-10-03T15:45:00.000Z',
      'skipped',
    ],
    [
      'the half hour that Lord Howe has twice',
      'Australia/Lord_Howe',
      '2026-04-05',
      '01:45',
      '2026-04-04T14:45:00.000Z',
      'repeated',
    ],
    [
      'the two hours that Troll skips',
      'Antarctica/Troll',
      '2026-03-29',
      '01:30',
      '2026-03-29T01:30:00.000Z',
      'skipped',
    ],
    [
      'the day that Samoa left out',
      'Pacific/Apia',
      '2011-12-30',
      '12:00',
      '2011-12-30T22:00:00.000Z',
      'skipped',
    ],
    [
      'a zone that never changes',
      'Asia/Kathmandu',
      '2026-07-01',
      '12:00',
      '2026-07-01T06:15:00.000Z',
      'exact',
    ],
  ])('%s', (...[, name, day, time, at, kind]) => {
    const wall = { day: parseDay(day)!, time: parseClockTime(time)!, zone: zone(name) }
    expect(toInstant(wall)).toEqual({ at: new Date(at), kind })
  })
})

describe('the local time of an instant', () => {
  test('agrees with Temporal on both sides of every change of clocks of zones that Node lists', () => {
    const wrong: string[] = []
    for (const name of ZONES) {
      for (const change of changesOfClocks(name)) {
        for (const minutes of [-60, -1, 0, 1, 60]) {
          const there = change.add({ minutes })
          const mine = localTimeIn(name, new Date(there.epochMilliseconds))
          const same =
            `${mine.day}T${mine.time}` === there.toPlainDateTime().toString({ smallestUnit: 'minute' })
          if (!same || mine.weekday !== there.dayOfWeek) wrong.push(`${name} ${there.toString()}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  test('is right through every week since 1972, in which none of the zones has changed its clocks twice', () => {
    const week = ({ epochMilliseconds }: Temporal.ZonedDateTime) =>
      Math.floor(epochMilliseconds / (7 * 86_400_000))
    const twice: string[] = []
    for (const name of ZONES) {
      let at = Temporal.Instant.from('1972-01-01T00:00Z').toZonedDateTimeISO(name)
      for (;;) {
        const next = at.getTimeZoneTransition('next')
        if (next === null || next.year > 2036) break
        if (week(next) === week(at)) twice.push(`${name} ${next.toString()}`)
        at = next
      }
    }
    expect(twice).toEqual([])
  })

  test('leads back to the wall time that it came from, unless that does not exist', () => {
    const anyWall = fc.record({
      zone: fc.constantFrom(...zoneNames()),
      minutes: fc.integer({ min: 0, max: 21 * 366 * 24 * 60 }),
    })
    fc.assert(
      fc.property(anyWall, ({ zone: name, minutes }) => {
        const [day, time] = new Date(Date.UTC(2015, 0, 1, 0, minutes)).toISOString().slice(0, 16).split('T')
        const resolved = toInstant({ day: day as Day, time: time as ClockTime, zone: name })
        const back = localTimeIn(name, resolved.at)
        expect(back.day === day && back.time === time).toBe(resolved.kind !== 'skipped')
      }),
      { numRuns: runs(1000) },
    )
  })
})

describe('the distance from UTC', () => {
  test.each([
    ['Asia/Kolkata', '2026-01-01T00:00Z', 'UTC+05:30'],
    ['America/St_Johns', '2026-01-01T00:00Z', 'UTC-03:30'],
    ['America/New_York', '2026-07-01T00:00Z', 'UTC-04:00'],
    ['Pacific/Kiritimati', '2026-07-01T00:00Z', 'UTC+14:00'],
    ['Europe/London', '2026-01-01T00:00Z', 'UTC'],
    ['UTC', '2026-01-01T00:00Z', 'UTC'],
  ])('%s at %s is %s', (name, at, label) => {
    expect(offsetLabel(zone(name), new Date(at))).toBe(label)
  })
})

describe('the name of a zone', () => {
  test('is taken when Node lists it', () => {
    expect(Intl.supportedValuesOf('timeZone').filter((name) => parseZone(name) !== name)).toEqual([])
  })

  test.each(
    'UTC Etc/UTC US/Pacific US/Eastern Asia/Calcutta Asia/Kolkata Europe/Kyiv Europe/Kiev America/Indiana/Indianapolis Japan'.split(
      ' ',
    ),
  )('%s is taken', (name) => {
    expect(parseZone(name)).toBe(name)
  })

  test.each(
    'EST MST HST EST5EDT CST6CDT PST8PDT PST IST CET EET MET WET GMT GMT0 GMT+1 UTC+1 +02:00 -05:30 Z utc america/new_york AMERICA/NEW_YORK US/pacific Factory localtime SystemV/EST5 US/Pacific-New America/Now_York'.split(
      ' ',
    ),
  )('%s is not', (text) => {
    expect(parseZone(text)).toBeUndefined()
  })

  test.each(['', ' UTC', 'Europe/London ', 'Eastern Standard Time', 'New York', '__proto__', 'constructor'])(
    '`%s` is not',
    (text) => {
      expect(parseZone(text)).toBeUndefined()
    },
  )

  test('is right for every zone of the list for suggestions, at some instant', () => {
    const at = Temporal.Instant.from('2026-07-01T12:00Z')
    const wrong = zoneNames().filter((name) => {
      const { day, time } = localTimeIn(name, new Date(at.epochMilliseconds))
      return `${day}T${time}:00` !== at.toZonedDateTimeISO(name).toPlainDateTime().toString()
    })
    expect(wrong).toEqual([])
    expect(zoneNames().length).toBeGreaterThan(500)
  })
})
