import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCadence } from '../../../src/core/time/read-cadence.ts'
import { readRule } from '../../../src/core/time/read-rule.ts'
import { writeRule } from '../../../src/core/time/write-rule.ts'
import { runs } from '../../thoroughness.ts'

/** The rule that a text means, or what it is refused for. */
function ruleOf(text: string): string {
  const read = readCadence(text)
  return 'refused' in read ? `refused: ${read.refused}` : writeRule(read.cadence)
}

describe('words', () => {
  test.each([
    ['every day', 'FREQ=DAILY'],
    ['daily', 'FREQ=DAILY'],
    ['every 2 days', 'FREQ=DAILY;INTERVAL=2'],
    ['every other day', 'FREQ=DAILY;INTERVAL=2'],
    ['every second day', 'FREQ=DAILY;INTERVAL=2'],
    ['every weekday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['every week', 'FREQ=WEEKLY'],
    ['Weekly', 'FREQ=WEEKLY'],
    ['every 2 weeks', 'FREQ=WEEKLY;INTERVAL=2'],
    ['every two weeks', 'FREQ=WEEKLY;INTERVAL=2'],
    ['Every other week.', 'FREQ=WEEKLY;INTERVAL=2'],
    ['every fortnight', 'FREQ=WEEKLY;INTERVAL=2'],
    ['every week on Monday and Thursday', 'FREQ=WEEKLY;BYDAY=MO,TH'],
    ['weekly on Thursdays, Mondays', 'FREQ=WEEKLY;BYDAY=MO,TH'],
    ['every Thursday', 'FREQ=WEEKLY;BYDAY=TH'],
    ['every Mon, Wed & Fri', 'FREQ=WEEKLY;BYDAY=MO,WE,FR'],
    ['each  thurs', 'FREQ=WEEKLY;BYDAY=TH'],
    ['every other Thursday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH'],
    ['every 3 weeks on Tues', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU'],
    ['every month', 'FREQ=MONTHLY'],
    ['every quarter', 'FREQ=MONTHLY;INTERVAL=3'],
    ['every 2 quarters', 'FREQ=MONTHLY;INTERVAL=6'],
    ['every month on the first Thursday', 'FREQ=MONTHLY;BYDAY=1TH'],
    ['monthly on the first Thursday', 'FREQ=MONTHLY;BYDAY=1TH'],
    ['every month on the 2nd and 4th Tuesday', 'FREQ=MONTHLY;BYDAY=2TU,4TU'],
    ['every month on the first Monday and the third Thursday', 'FREQ=MONTHLY;BYDAY=1MO,3TH'],
    ['every first Thursday of the month', 'FREQ=MONTHLY;BYDAY=1TH'],
    ['every second Thursday of the month', 'FREQ=MONTHLY;BYDAY=2TH'],
    ['every 1st and 3rd Wednesday of every month', 'FREQ=MONTHLY;BYDAY=1WE,3WE'],
    ['every first Thursday', 'FREQ=MONTHLY;BYDAY=1TH'],
    ['every last Friday', 'FREQ=MONTHLY;BYDAY=-1FR'],
    ['every 3 months on the last Friday', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR'],
    ['every month on the 15th', 'FREQ=MONTHLY;BYMONTHDAY=15'],
    ['every month on the 1st and 15th', 'FREQ=MONTHLY;BYMONTHDAY=1,15'],
    ['every month on the last day', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['every last day of the month', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['every month on the second to last Friday', 'FREQ=MONTHLY;BYDAY=-2FR'],
    ['every month on the 2nd-to-last Friday', 'FREQ=MONTHLY;BYDAY=-2FR'],
    ['every month on the second last Friday', 'FREQ=MONTHLY;BYDAY=-2FR'],
    ['every month on the second and last Friday', 'FREQ=MONTHLY;BYDAY=2FR,-1FR'],
    ['every month on the last weekday', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
    ['every year', 'FREQ=YEARLY'],
    ['annually', 'FREQ=YEARLY'],
    ['every year on March 1', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1'],
    ['every year on 1 March', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1'],
    ['every year on March 1st', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1'],
    ['every year on the 1st of March', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1'],
    ['every year on March 1 and June 1', 'FREQ=YEARLY;BYMONTH=3,6;BYMONTHDAY=1'],
    ['every year on 1 March and 15 March', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1,15'],
    ['every year on the 1st and 15th of March and June', 'FREQ=YEARLY;BYMONTH=3,6;BYMONTHDAY=1,15'],
    ['every year on the last day of February', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1'],
    ['every year on the first Monday of May', 'FREQ=YEARLY;BYMONTH=5;BYDAY=1MO'],
    ['every 2 years on the first Monday of May and Nov', 'FREQ=YEARLY;INTERVAL=2;BYMONTH=5,11;BYDAY=1MO'],
    ['every year on the last weekday of June', 'FREQ=YEARLY;BYMONTH=6;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
    ['every year on the 20th Monday of the year', 'FREQ=YEARLY;BYDAY=20MO'],
    ['every year in March and June', 'FREQ=YEARLY;BYMONTH=3,6'],
    ['every week, 10 times', 'FREQ=WEEKLY;COUNT=10'],
    ['every week for ten times', 'FREQ=WEEKLY;COUNT=10'],
    ['every month on the 15th until 2027-01-01', 'FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20270101'],
    ['every week on Monday, until 2027-01-01', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270101'],
  ])('%s', (text, rule) => {
    expect(ruleOf(text)).toBe(rule)
  })

  test.each([
    ['biweekly', /`biweekly` means two things/, /`every 2 weeks`.*twice a week/],
    ['Bi-weekly on Monday', /means two things/, /`every 2 weeks`/],
    ['bimonthly', /means two things/, /`every 2 months`/],
    [
      'every second Thursday',
      /means two things/,
      /`every other Thursday` or `every month on the second Thursday`/,
    ],
    [
      'every third Thursday',
      /means two things/,
      /`every 3 weeks on Thursday` or `every month on the third Thursday`/,
    ],
    ['every moth', /`moth`/, /^Did you mean `every month`\?$/],
    ['every week on Thurzday', /`thurzday`/, /`every week on thursday`/],
    ['evry week', /`evry`/, /`every week`/],
    ['2 weeks', /no cadence/, /^Did you mean `every 2 weeks`\?$/],
    ['first Thursday of the month', /no cadence/, /`every first thursday of the month`/],
    ['every Thursday at 15:00', /`at`/, /`starts`/],
    ['every Thursday 3pm', /`3pm`/, /`starts`/],
    ['every month on Thursday', /`thursday`/, /which one/],
    [
      'every month on the first Monday and Thursday',
      /`thursday`/,
      /`on the first Monday and the first Thursday`/,
    ],
    ['every month on the first Monday and the 15th', /together/, /two series/],
    ['every month on the 15th and the first Monday', /`monday`/, /rising/],
    ['every month on the 1st and the first Monday', /`monday`/, /rising/],
    ['every month on the 32nd', /no such place/, /31 days/],
    ['every month on the sixth Monday', /no such place/, /five/],
    ['every year on the 15th', /no such place/, /March 1/],
    ['every year on March 1 and June 15', /different days/, /series/],
    ['every year on March 32', /`32`/, /which one/],
    ['every week until 2026-02-30', /`2026-02-30` is no day/, /2027-12-31/],
    ['every week until March', /`march` is no day/, /2027-12-31/],
    ['every week, 0 times', /`0 times`/, /10 times/],
    ['every week, 10 times, until 2027-01-01', /not both/, /Keep one/],
    ['every 0 weeks', /no cadence/, /Write for example/],
    ['every day on Monday', /no cadence/, /Write for example/],
    ['every', /no cadence/, /Write for example/],
    ['', /empty/, /Write for example/],
    ['  ', /empty/, /Write for example/],
    ['whenever we like', /`whenever`/, /Write for example/],
    ['every constructor', /`constructor`/, /Write for example/],
  ])('%s is refused', (text, refused, hint) => {
    const read = readCadence(text)
    expect('refused' in read ? read.refused : writeRule(read.cadence)).toMatch(refused)
    expect('refused' in read ? read.hint : undefined).toMatch(hint)
  })

  test('never throw, whatever they are', () => {
    const word = fc.constantFrom(
      ...'every other 2 0 second last to first weekday day month year monday may 1 15th march until times 10 ,'.split(
        ' ',
      ),
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(text, (each) => {
        const read = readCadence(each)
        if ('cadence' in read) expect(readRule(writeRule(read.cadence))).toEqual(read)
        else expect(read.refused).toMatch(/[.?]$/)
      }),
      { numRuns: runs(2000) },
    )
  })
})
