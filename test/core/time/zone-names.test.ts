import { describe, expect, test } from 'vitest'
import { windowsZoneNames, zoneOfWindowsName } from '../../../src/core/time/windows-zones.ts'
import { suggestZones } from '../../../src/core/time/zone-names.ts'
import { parseZone, zoneNames } from '../../../src/core/time/zone.ts'

describe('what may be meant by', () => {
  test.each([
    ['IST', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']],
    ['EST', ['America/New_York', 'America/Toronto', 'America/Panama', 'Australia/Sydney']],
    ['et', ['America/New_York']],
    ['PT', ['America/Los_Angeles']],
    ['PT (Pacific Time)', ['America/Los_Angeles']],
    ['GMT', ['UTC', 'Europe/London', 'Africa/Abidjan']],
    ['EST5EDT', ['America/New_York']],
    ['utc', ['UTC']],
    ['Eastern Standard Time', ['America/New_York']],
    ['w. europe standard time', ['Europe/Berlin']],
    ['new york', ['America/New_York']],
    ['Kolkata', ['Asia/Kolkata']],
    ['San  Francisco', ['America/Los_Angeles']],
    ['europe/london', ['Europe/London']],
    ['AMERICA/NEW_YORK', ['America/New_York']],
    ['America/New York', ['America/New_York']],
    ['Europe/Lodnon', ['Europe/London']],
    ['America/New_Yrok', ['America/New_York']],
    ['Estern Standard Time', ['America/New_York']],
    ['GMT+1', []],
    ['UTC+05:30', []],
    ['+02:00', []],
    ['gmt -3', []],
    ['A1', []],
    ['', []],
    ['constructor', []],
    ['the moon', []],
  ])('`%s`', (text, zones) => {
    expect(suggestZones(text)).toEqual(zones)
  })

  test.each(['CST', 'EDT', 'PST', 'CET', 'CEST', 'BST', 'MST', 'AEST'])(
    '`%s` are several zones at most five',
    (text) => {
      expect(suggestZones(text).length).toBeGreaterThan(1)
      expect(suggestZones(text).length).toBeLessThanOrEqual(5)
    },
  )

  test.each(['CST', 'BST', 'PST', 'IST', 'NZDT', 'WET', 'pacific time', 'Mumbai', 'Shangai', 'Sydney'])(
    '`%s` are names that a series may have',
    (text) => {
      const zones = suggestZones(text)
      expect(zones).not.toEqual([])
      expect(zones.filter((zone) => parseZone(zone) === undefined)).toEqual([])
    },
  )

  test('any zone in small letters is that zone', () => {
    const missing = zoneNames().filter((zone) => !suggestZones(zone.toLowerCase()).includes(zone))
    expect(missing).toEqual([])
  })
})

describe('a Windows name', () => {
  test.each([
    ['Eastern Standard Time', 'America/New_York'],
    ['pacific standard time', 'America/Los_Angeles'],
    ['Pacific Standard Time (Mexico)', 'America/Tijuana'],
    ['Romance Standard Time', 'Europe/Paris'],
    ['GMT Standard Time', 'Europe/London'],
    ['India Standard Time', 'Asia/Kolkata'],
    ['Russia Time Zone 11', 'Asia/Kamchatka'],
    ['FLE Standard Time', 'Europe/Kyiv'],
    ['UTC', 'Etc/UTC'],
    ['UTC-11', 'Etc/GMT+11'],
  ])('%s is %s', (name, zone) => {
    expect(zoneOfWindowsName(name)).toBe(zone)
  })

  test('always names a zone that Node knows', () => {
    expect(windowsZoneNames().filter((name) => zoneOfWindowsName(name) === undefined)).toEqual([])
    expect(windowsZoneNames().length).toBeGreaterThan(135)
  })

  test.each(['Eastern', 'Eastern Daylight Time', 'America/New_York', '', '__proto__'])(
    '`%s` is none',
    (text) => {
      expect(zoneOfWindowsName(text)).toBeUndefined()
    },
  )
})
