import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCadence } from '../../../src/core/time/read-cadence.ts'
import { readRule } from '../../../src/core/time/read-rule.ts'
import { writeRule } from '../../../src/core/time/write-rule.ts'
import { anyCadence } from './any-cadence.ts'

describe('a rule', () => {
  test.each([
    ['RRULE:FREQ=WEEKLY;BYDAY=TH', 'FREQ=WEEKLY;BYDAY=TH'],
    ['freq=monthly; byday=1th', 'FREQ=MONTHLY;BYDAY=1TH'],
    ['FREQ=MONTHLY;BYDAY=+1TH,-1FR', 'FREQ=MONTHLY;BYDAY=1TH,-1FR'],
    ['FREQ=WEEKLY;INTERVAL=1;WKST=MO', 'FREQ=WEEKLY'],
    ['FREQ=WEEKLY;UNTIL=20270101T235959Z', 'FREQ=WEEKLY;UNTIL=20270101'],
    ['FREQ=YEARLY;BYDAY=53MO', 'FREQ=YEARLY;BYDAY=53MO'],
  ])('%s', (text, rule) => {
    const read = readCadence(text)
    expect('cadence' in read ? writeRule(read.cadence) : read.refused).toBe(rule)
  })

  test.each([
    ['FREQ=WEEKLY;BYHOUR=9', '`BYHOUR` is not supported: the hour of a meeting stands in `starts`.'],
    ['FREQ=WEEKLY;BYMINUTE=9', '`BYMINUTE` is not supported: the minute of a meeting stands in `starts`.'],
    ['FREQ=YEARLY;BYYEARDAY=100', '`BYYEARDAY` is not supported.'],
    ['FREQ=YEARLY;BYWEEKNO=20', '`BYWEEKNO` is not supported.'],
    ['FREQ=YEARLY;RSCALE=CHINESE', '`RSCALE` is not supported.'],
    ['FREQ=HOURLY', '`FREQ=HOURLY` is not supported.'],
    ['BYDAY=MO', 'The rule has no `FREQ`.'],
    ['FREQ=WEEKLY;FREQ=DAILY', '`FREQ` stands twice.'],
    ['FREQ=WEEKLY;BYDAY=MO,MO', '`BYDAY` names `MO` twice.'],
    ['FREQ=MONTHLY;BYDAY=1MO,+1MO', '`BYDAY` names `1MO` twice.'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,+1', '`BYMONTHDAY` names `1` twice.'],
    ['FREQ=WEEKLY;COUNT=2;UNTIL=20270101', '`COUNT` and `UNTIL` cannot stand together.'],
    ['FREQ=WEEKLY;INTERVAL=0', '`0` cannot stand in `INTERVAL`.'],
    ['FREQ=WEEKLY;INTERVAL=-1', '`-1` cannot stand in `INTERVAL`.'],
    ['FREQ=WEEKLY;INTERVAL=1.5', '`1.5` cannot stand in `INTERVAL`.'],
    ['FREQ=WEEKLY;INTERVAL=1,2', '`1,2` cannot stand in `INTERVAL`.'],
    ['FREQ=WEEKLY;COUNT=0', '`0` cannot stand in `COUNT`.'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', '`0` cannot stand in `BYMONTHDAY`.'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', '`32` cannot stand in `BYMONTHDAY`.'],
    ['FREQ=YEARLY;BYMONTH=13', '`13` cannot stand in `BYMONTH`.'],
    ['FREQ=YEARLY;BYMONTH=-1', '`-1` cannot stand in `BYMONTH`.'],
    ['FREQ=MONTHLY;BYDAY=0MO', '`0MO` cannot stand in `BYDAY`.'],
    ['FREQ=YEARLY;BYDAY=54MO', '`54MO` cannot stand in `BYDAY`.'],
    ['FREQ=MONTHLY;BYDAY=6MO', 'No month has more than five of a weekday.'],
    ['FREQ=MONTHLY;BYDAY=XX', '`XX` cannot stand in `BYDAY`.'],
    ['FREQ=WEEKLY;BYDAY=1MO', '`BYDAY` with numbers cannot stand with `FREQ=WEEKLY`.'],
    ['FREQ=DAILY;BYDAY=1MO', '`BYDAY` with numbers cannot stand with `FREQ=DAILY`.'],
    ['FREQ=WEEKLY;BYMONTHDAY=1', '`BYMONTHDAY` cannot stand with `FREQ=WEEKLY`.'],
    ['FREQ=MONTHLY;BYSETPOS=1', '`BYSETPOS` needs another part to choose from.'],
    ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0', '`0` cannot stand in `BYSETPOS`.'],
    ['FREQ=WEEKLY;UNTIL=20270230', '`20270230` in `UNTIL` is no day of the calendar.'],
    ['FREQ=WEEKLY;UNTIL=2027-01-01', '`2027-01-01` in `UNTIL` is no day of the calendar.'],
    ['FREQ=WEEKLY;WKST=XX', '`XX` cannot stand in `WKST`.'],
    ['FREQ=WEEKLY;', '`` is no part of a recurrence rule.'],
    ['FREQ=', '`FREQ=` is no part of a recurrence rule.'],
    ['FREQ=WEEKLY;junk', '`junk` is no part of a recurrence rule.'],
    ['RRULE:', '`` is no part of a recurrence rule.'],
  ])('%s is refused', (text, refused) => {
    expect(readCadence(text)).toMatchObject({ refused })
  })

  test('that is misspelt is refused with the part that was meant', () => {
    expect(readCadence('FREQ=WEEKLY;INTERVALL=2')).toMatchObject({ hint: 'Did you mean `INTERVAL`?' })
  })

  test('is read as it was written', () => {
    fc.assert(
      fc.property(anyCadence, (cadence) => {
        expect(readRule(writeRule(cadence))).toEqual({ cadence })
      }),
    )
  })
})
