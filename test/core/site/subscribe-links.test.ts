import { expect, test } from 'vitest'
import { subscribeLinks } from '../../../src/core/site/subscribe-links.ts'

test('each program gets the address in the form that it takes', () => {
  expect(subscribeLinks({ name: 'Tide & Co', address: 'https://example.org/wg/all.ics' })).toEqual([
    { program: 'Apple, Thunderbird and others', url: 'webcal://example.org/wg/all.ics' },
    {
      program: 'Google Calendar',
      url: 'https://calendar.google.com/calendar/render?cid=webcal%3A%2F%2Fexample.org%2Fwg%2Fall.ics',
    },
    {
      program: 'Outlook.com',
      url: 'https://outlook.live.com/calendar/0/addfromweb?url=https%3A%2F%2Fexample.org%2Fwg%2Fall.ics&name=Tide%20%26%20Co',
    },
    {
      program: 'Microsoft 365',
      url: 'https://outlook.office.com/calendar/0/addfromweb?url=https%3A%2F%2Fexample.org%2Fwg%2Fall.ics&name=Tide%20%26%20Co',
    },
  ])
})
