import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeMinutes, parseDays, parseLead, parseMinutes } from '../../../src/core/time/span.ts'

describe('a length', () => {
  test.each([
    ['1 hour', 60],
    ['an hour', 60],
    ['one hour', 60],
    ['half an hour', 30],
    ['90 minutes', 90],
    ['1 hour 30 minutes', 90],
    ['1 hour and 30 minutes', 90],
    ['1 hour, 30 minutes', 90],
    ['2 Hours', 120],
    ['1.5 hours', 90],
    ['1h30m', 90],
    ['1h 30m', 90],
    ['45m', 45],
    ['45 min', 45],
    ['PT1H30M', 90],
    ['pt45m', 45],
    [' 50 minutes ', 50],
  ])('`%s` is %i minutes', (text, minutes) => {
    expect(parseMinutes(text)).toBe(minutes)
  })

  test.each([
    ...[
      '0 minutes',
      '0h',
      'PT0M',
      '-1 hour',
      '-PT1H',
      '',
      'hour',
      '60',
      '1 day',
      'P1D',
      'P',
      'PT',
      'P1DT',
      '1 hour 1 hour',
    ],
    ...[
      '30 minutes 1 hour',
      '0.001 hours',
      '1.5.5 hours',
      '1 hour before',
      'one hour or so',
      '1 fortnight',
      '1e3 minutes',
    ],
  ])('`%s` is none', (text) => {
    expect(parseMinutes(text)).toBeUndefined()
  })

  test('is read as it was described', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (minutes) => {
        expect(parseMinutes(describeMinutes(minutes))).toBe(minutes)
      }),
    )
  })

  test.each([
    [90, '1 hour 30 minutes'],
    [60, '1 hour'],
    [121, '2 hours 1 minute'],
    [45, '45 minutes'],
    [0, '0 minutes'],
  ])('%i minutes are described as %s', (minutes, text) => {
    expect(describeMinutes(minutes)).toBe(text)
  })
})

describe('a number of days', () => {
  test.each([
    ['7 days', 7],
    ['1 day', 1],
    ['a week', 7],
    ['1 week', 7],
    ['2 weeks', 14],
    ['1 week 3 days', 10],
    ['P7D', 7],
    ['P2W', 14],
    ['7 days before', 7],
    ['a week before', 7],
    ['0 days', 0],
    ['P0D', 0],
    ['7d', 7],
  ])('`%s` is %i', (text, days) => {
    expect(parseDays(text)).toBe(days)
  })

  test.each([
    '36 hours',
    'PT24H',
    '-1 days',
    '1.5 days',
    '7',
    '',
    'before',
    'days',
    'a month',
    '7 days after',
  ])('`%s` is none', (text) => {
    expect(parseDays(text)).toBeUndefined()
  })
})

describe('a lead', () => {
  test.each([
    ['7 days before', 10_080],
    ['36 hours before', 2160],
    ['1 day 12 hours', 2160],
    ['30 minutes before', 30],
    ['an hour before', 60],
    ['P1DT12H', 2160],
    ['PT36H', 2160],
    ['0 days', 0],
  ])('`%s` is %i minutes', (text, minutes) => {
    expect(parseLead(text)).toBe(minutes)
  })

  test.each(['soon', '-1 hour', '7', '', 'before'])('`%s` is none', (text) => {
    expect(parseLead(text)).toBeUndefined()
  })
})
