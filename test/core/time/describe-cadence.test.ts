import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeCadence } from '../../../src/core/time/describe-cadence.ts'
import { readCadence } from '../../../src/core/time/read-cadence.ts'
import { anyCadence } from './any-cadence.ts'
import { runs } from '../../thoroughness.ts'

describe('the description of a cadence', () => {
  test('is read as the same cadence', () => {
    fc.assert(
      fc.property(anyCadence, (cadence) => {
        expect(readCadence(describeCadence(cadence))).toEqual({ cadence })
      }),
      { numRuns: runs(1000) },
    )
  })

  test.each([
    'every day',
    'every 2 days, 10 times',
    'every weekday',
    'every 2 weeks on Monday, Tuesday, Wednesday, Thursday and Friday',
    'every week on Monday and Thursday, until 2027-01-01',
    'every month',
    'every 3 months',
    'every month on the 15th',
    'every month on the 1st and last day',
    'every month on the second to last day',
    'every month on the second and fourth Tuesday',
    'every month on the first Monday and third Thursday',
    'every month on the second to last Friday',
    'every month on the first and last weekday',
    'every year',
    'every year in March and June',
    'every year on March 1',
    'every year on the 1st and 15th of March and June',
    'every year on the last day of February',
    'every year on the first Monday of May',
    'every year on the 20th Monday of the year',
    'every year on the last weekday of the year',
    'FREQ=MONTHLY;BYDAY=TU',
    'FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR',
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU',
    'FREQ=DAILY;BYMONTH=3',
    'FREQ=YEARLY;BYMONTHDAY=31',
    'FREQ=MONTHLY;BYDAY=TU,TH;BYSETPOS=-1',
  ])('%s describes itself', (text) => {
    const read = readCadence(text)
    expect('cadence' in read ? describeCadence(read.cadence) : read.refused).toBe(text)
  })
})
