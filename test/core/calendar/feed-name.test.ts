import { expect, test } from 'vitest'
import { feedName } from '../../../src/core/calendar/feed-name.ts'

const NAMES: readonly (readonly [address: string, want: string])[] = [
  ['https://example.org/team.ics', 'https://example.org/team.ics'],
  ['https://example.org:8443/a/team.ics?key=secret#secret', 'https://example.org:8443/a/team.ics'],
  ['https://ada:secret@example.org/team.ics', 'https://example.org/team.ics'],
  ['webcal://example.org/team.ics', 'webcal://example.org/team.ics'],
  [
    'https://example.org/ical/ada%40example.org/private-0123abcd/basic.ics',
    'https://example.org/ical/ada%40example.org/private-…/basic.ics',
  ],
  ['calendars/team.ics', 'calendars/team.ics'],
  ['https://', 'https://'],
]

test.each(NAMES)('%s is called %s', (address, want) => {
  expect(feedName(address)).toBe(want)
})
