import { describe, expect, test } from 'vitest'
import {
  comfortAt,
  peopleWithoutZones,
  peopleWithZones,
  rankHours,
  shareBurden,
  shareSessions,
} from '../../../src/core/meetings/meeting-times.ts'
import type { Day } from '../../../src/core/time/day.ts'
import { groupWith, workspaceOf } from '../calendar/publish.ts'

const TODAY = '2026-11-22' as Day

const person = (login: string, zone: string, serves = '[{ team: core }]') =>
  `  - { login: ${login}, name: ${login}, ${zone === '' ? '' : `time-zone: ${zone}, `}serves: ${serves} }\n`

const groupOf = (people: readonly string[], series: Readonly<Record<string, string>> = {}) =>
  workspaceOf({ ...groupWith(series), 'members.yml': `members:\n${people.join('')}` })

const hoursFor = (...zones: readonly string[]) =>
  rankHours(
    peopleWithZones(groupOf(zones.map((zone, index) => person(`p${index}`, zone))), undefined, TODAY),
    TODAY,
  )

test.each([
  ['00:00', 'night'],
  ['06:59', 'night'],
  ['07:00', 'edge'],
  ['08:59', 'edge'],
  ['09:00', 'day'],
  ['17:59', 'day'],
  ['18:00', 'edge'],
  ['21:59', 'edge'],
  ['22:00', 'night'],
])('%s is %s', (time, comfort) => {
  expect(comfortAt(time as never)).toBe(comfort)
})

describe('the hours of a week', () => {
  test('are all of the week after today, each once', () => {
    const hours = hoursFor('UTC').map(({ startsAt }) => startsAt.getTime())
    expect([hours.length, new Set(hours).size]).toEqual([168, 168])
    expect(new Date(Math.min(...hours)).toISOString()).toBe('2026-11-23T00:00:00.000Z')
  })

  test('suit one person by day on working days first', () => {
    const best = hoursFor('Europe/Vienna').slice(0, 45)
    expect(best.every(({ day, night }) => day === 1 && night === 0)).toBe(true)
    expect(best[0]?.startsAt.toISOString()).toBe('2026-11-23T08:00:00.000Z')
  })

  // Vienna is at UTC+1, New York at UTC-5, Kolkata at UTC+5:30, Auckland at UTC+13.
  test('suit Vienna, New York and Kolkata only in the afternoon of Vienna', () => {
    const free = hoursFor('Europe/Vienna', 'America/New_York', 'Asia/Kolkata').filter(
      ({ night }) => night === 0,
    )
    const times = [...new Set(free.map(({ startsAt }) => startsAt.toISOString().slice(11, 16)))].sort()
    expect(times).toEqual(['12:00', '13:00', '14:00', '15:00', '16:00'])
  })

  test('never suit Vienna, New York and Auckland all at once, and say who is up', () => {
    const hours = hoursFor('Europe/Vienna', 'America/New_York', 'Pacific/Auckland')
    // 20:00 UTC on a Monday: 21:00, 15:00, and 09:00 of Tuesday.
    const found = hours.find(({ startsAt }) => startsAt.toISOString() === '2026-11-23T20:00:00.000Z')
    expect(found).toMatchObject({ day: 2, edge: 1, night: 0 })
    // The same hour of a Friday is a Saturday in Auckland.
    expect(hours.find(({ startsAt }) => startsAt.toISOString() === '2026-11-27T20:00:00.000Z')).toMatchObject(
      { night: 1, nightFor: ['p2'] },
    )
  })
})

describe('the people who count', () => {
  const people = [
    person('ada-example', 'Europe/Vienna'),
    person('bo-example', ''),
    person('cy-example', 'Asia/Kolkata', '[{ team: core, until: 2026-01-01 }]'),
    person('di-example', 'Asia/Tokyo', '[]'),
  ]
  const logins = (team?: string) => peopleWithZones(groupOf(people), team, TODAY).map(({ login }) => login)

  test('are those who serve on the team today and have a zone', () => {
    expect(logins('core')).toEqual(['ada-example'])
    expect(logins('other')).toEqual([])
  })

  test('are those who serve anywhere today, when no team is named', () => {
    expect(logins()).toEqual(['ada-example'])
  })

  test('leave out those without a zone, who are named', () => {
    const named = (team?: string) =>
      peopleWithoutZones(groupOf(people), team, TODAY).map(({ login }) => login)
    expect([named('core'), named('other'), named()]).toEqual([['bo-example'], [], ['bo-example']])
  })
})

describe('the burden', () => {
  const people = [person('ada-example', 'Europe/Vienna'), person('cy-example', 'America/Los_Angeles')]
  const turns =
    'starts: 2026-12-03 10:00\nzone: Europe/Vienna\nrepeats: every week, 8 times\nchanges:\n  2026-12-24: cancelled\nrotation:\n  - { name: East, time: 10:00 }\n  - { name: West, time: 20:00, zone: America/Los_Angeles }\n'

  test('counts the meetings of the next year that take place, for each person', () => {
    expect(shareBurden(groupOf(people, { core: turns }), undefined, TODAY)).toEqual([
      // Four at ten in the morning, and three at five in the morning.
      { login: 'ada-example', zone: 'Europe/Vienna', day: 4, edge: 0, night: 3 },
      // Four at one in the morning, and three at eight in the evening.
      { login: 'cy-example', zone: 'America/Los_Angeles', day: 0, edge: 3, night: 4 },
    ])
  })

  test('of a rotation is told by session', () => {
    expect(
      shareSessions(
        groupOf(people, { core: turns, plain: 'starts: 2026-12-03 10:00\nzone: UTC\n' }),
        'core',
        TODAY,
      ),
    ).toEqual([
      { series: 'core', session: 'East', meetings: 4, night: { 'cy-example': 4 } },
      { series: 'core', session: 'West', meetings: 3, night: { 'ada-example': 3 } },
    ])
  })

  describe('of somebody who comes to one of two teams', () => {
    const night = 'team: other\nstarts: 2026-12-03 03:00\nzone: UTC\nrepeats: every week, 2 times\n'
    const both = { core: turns, night }
    const [ada = '', cy = ''] = people
    const asked = (invite: string) =>
      groupOf(people, { ...both, night: `${both.night}invite: [${invite}]\n` })

    test('counts the meetings of that team alone', () => {
      const group = groupOf([ada, cy.replace('core', 'other')], both)
      expect(shareBurden(group, undefined, TODAY)).toMatchObject([
        { login: 'ada-example', day: 4, edge: 0, night: 3 },
        { login: 'cy-example', day: 0, edge: 2, night: 0 },
      ])
      expect(shareSessions(group, undefined, TODAY)).toMatchObject([
        { session: 'East', night: {} },
        { session: 'West', night: { 'ada-example': 3 } },
      ])
    })

    test.each(['team:core', 'Ada-Example', '"@ada-example"'])(
      'and those to which %s is invited',
      (invite) => {
        const [burden] = shareBurden(asked(invite), undefined, TODAY)
        expect(burden).toMatchObject({ login: 'ada-example', day: 4, night: 5 })
      },
    )
  })
})
