import { expect, test } from 'vitest'
import { makeSectionNamer } from '../../../src/core/minutes/name-section.ts'

const nameOf = makeSectionNamer()

test.each([
  ['Present', 'attendees'],
  ['**Attendees:**', 'attendees'],
  ['Attendees (sign yourself in):', 'attendees'],
  ['Voting Representative Attendees', 'attendees'],
  ['Observers/Guests', 'attendees'],
  ['Roll Call', 'attendees'],
  ['Regrets', 'absent'],
  ['Invited', 'invited'],
  ['Agenda', 'agenda'],
  ['3. Agenda items', 'agenda'],
  ['Agenda items for future meetings', 'next'],
  ['Topics', 'agenda'],
  ['Upcoming Meetings', 'next'],
  ['Next Meeting', 'next'],
  ['Review of last meeting', 'previous'],
  ['Follow-up from Previous Meeting', 'previous'],
  ['Action Items', 'actions'],
  ['**Next steps** for the inspector', 'actions'],
  ['Resolutions', 'decisions'],
  ['Q&A, Other', 'questions'],
  ['Mini stand-up', 'standup'],
  ['CPC and Board Meeting Updates', 'updates'],
  ['[Minutes](https://example.org)', 'notes'],
  ['example-org/core.js', 'repository'],
  ['The present and the future of it', 'topic'],
  ['Node 27 release', 'topic'],
  ['Presentation of results', 'topic'],
])('%s: %s', (heading, role) => {
  expect(nameOf(heading)).toBe(role)
})

test('a group adds words of its own, and they win', () => {
  const german = makeSectionNamer({ attendees: ['anwesend'], agenda: ['tagesordnung*'], notes: ['topics'] })
  expect(['Anwesend', 'Tagesordnung für heute', 'Topics', 'Present'].map(german)).toEqual([
    'attendees',
    'agenda',
    'notes',
    'attendees',
  ])
})
