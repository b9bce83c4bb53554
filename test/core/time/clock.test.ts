import { expect, test } from 'vitest'
import { parseClockTime } from '../../../src/core/time/clock.ts'

test.each([
  ['15:00', '15:00'],
  ['9:00', '09:00'],
  ['09:05', '09:05'],
  ['0:00', '00:00'],
  ['23:59', '23:59'],
])('%s is the clock time %s', (text, expected) => {
  expect(parseClockTime(text)).toBe(expected)
})

test.each(['24:00', '9:60', '9', '9:0', '900', '9:00 pm', '9:00:00', ' 9:00', '-1:00', '', '١٥:٠٠'])(
  '`%s` is no clock time',
  (text) => {
    expect(parseClockTime(text)).toBeUndefined()
  },
)
