import { expect, test } from 'vitest'
import { readPublished } from '../../../src/core/calendar/read-published.ts'

const feed = (floor: string, sequence: string) =>
  [
    'BEGIN:VCALENDAR',
    `X-WG-SEQUENCE-FLOOR:${floor}`,
    'BEGIN:VEVENT',
    'UID:a/2026-12-03@example',
    `SEQUENCE:${sequence}`,
    'DTSTAMP:20261101T000000Z',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')

test.each([
  ['3', 3],
  ['Infinity', 0],
  ['1e300', 0],
  ['-2', 0],
  ['1.5', 0],
  ['x', 0],
])('the number %s that somebody wrote into a published feed counts as %i', (text, number) => {
  const { floor, events } = readPublished(feed(text, text), 'all.ics')
  expect([floor, events.get('a/2026-12-03@example')?.sequence]).toEqual([number, number])
})
