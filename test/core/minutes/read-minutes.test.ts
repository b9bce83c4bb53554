import { describe, expect, test } from 'vitest'
import { read } from './minutes-fixtures.ts'

const G = 'https://github.com'

test('minutes from a template with repositories as headings', () => {
  const record = read(`\ufeff# Example Foundation  Group Meeting 2026-12-03\r
\r
## Links\r
\r
* **Recording**: <https://video.example.org/1>\r
* **GitHub Issue**: ${G}/example-org/group/issues/99\r
* **Minutes Google Doc**:\r
  <https://docs.example.org/d/1>\r
* _Previous Minutes Google Doc_: <https://docs.example.org/d/0>\r
\r
## Present\r
\r
* Group team: @example-org/group\r
* Ada Example @ada-example (TSC)\r
* Ben Sample @ben-sample (observer/Acme)\r
\r
## Agenda\r
\r
## Announcements\r
\r
*Extracted from **group-agenda** labelled issues and pull requests from the **example-org org** prior to the meeting.\r
\r
### example-org/core\r
\r
* \\[RFC\\] Rename it [#12](${G}/example-org/core/issues/12)\r
  * Ada: too early?\r
  * No objections to renaming it in May\r
  * Ben to prepare the patch\r
\r
## Q\\&A, Other\r
\r
## Upcoming Meetings\r
\r
* **Calendar**: <https://example.org/calendar>\r
`)
  expect(record).toMatchObject({
    date: '2026-12-03',
    title: 'Example Foundation Group Meeting 2026-12-03',
    attendees: [
      { name: 'Ada Example', github: 'ada-example', role: 'TSC', present: true, line: 14 },
      { name: 'Ben Sample', github: 'ben-sample', role: 'observer/Acme', present: true, line: 15 },
    ],
    agenda: [
      {
        title: '[RFC] Rename it',
        repo: 'example-org/core',
        number: 12,
        url: `${G}/example-org/core/issues/12`,
        line: 25,
      },
    ],
    actions: [{ text: 'Ben to prepare the patch', owners: ['ben-sample'], done: false, line: 28 }],
    decisions: [{ text: 'No objections to renaming it in May', line: 27 }],
    links: {
      recording: 'https://video.example.org/1',
      issue: `${G}/example-org/group/issues/99`,
      minutes: 'https://docs.example.org/d/1',
      previous: 'https://docs.example.org/d/0',
    },
  })
  expect(record.problems.map(({ rule }) => rule)).toEqual(['minutes-team-placeholder'])
})

describe('shapes of other groups', () => {
  test('resolutions below topics that are links', () => {
    const record = read(`# 03-Dec-2026 Example TSC Meeting Notes

## Transcript

[\`2026-12-03-transcript.md\`](2026-12-03-transcript.md)

## Attending

* Ada Example (@ada-example) - TSC
* Ben Sample (@ben-sample) - TSC

@ada-example moderated, and @ben-sample took notes.

## Topics

### Statuses

* **@ada-example:** Will be away next week, will write docs.

### [Payments](${G}/example-org/tsc-meetings/issues/208#issuecomment-1)

**TSC Summary:** Two people ask for it.

**Resolution**: We pay both.

### [Release of December](${G}/example-org/core/issues/13692)

**Resolution:** @ben-sample will do the release.
`)
    expect(record.attendees.map(({ github }) => github)).toEqual(['ada-example', 'ben-sample'])
    expect(record.agenda.map(({ title, number }) => [title, number])).toEqual([
      ['Release of December', 13692],
    ])
    expect(record.decisions.map(({ text }) => text)).toEqual([
      'We pay both.',
      '@ben-sample will do the release.',
    ])
    expect(record.actions.map(({ owners }) => owners)).toEqual([['ben-sample']])
  })

  test('front matter and rosters of boxes', () => {
    const record = read(`---
parent: Meetings
title: "2026-12-03"
---

# Example Technical Council (TAC) Meeting - December 3, 2026

## Voting Representative Attendees

### Premier Member Representatives

- [x] Ada Example - Acme Studios
- [ ] Ben Sample - Umbrella Inc.

## Non-Voting Attendees

### Other Attendees

- Cem Other, Pixel Works

## Antitrust Policy Notice

Meetings involve participation by industry competitors.

## Agenda

- Annual Review: OpenThing [#434](${G}/example-org/tac/issues/434)

## Notes

- OpenThing
  - Ada: I move to extend it for a year. Cem seconds. Unanimously approved.
`)
    expect(record.attendees.map(({ name, role, present }) => [name, role, present])).toEqual([
      ['Ada Example', 'Acme Studios', true],
      ['Ben Sample', 'Umbrella Inc', false],
      ['Cem Other', 'Pixel Works', true],
    ])
    expect(record.agenda.map(({ number }) => number)).toEqual([434])
    expect(record.decisions.map(({ text }) => text)).toEqual([
      'I move to extend it for a year. Unanimously approved.',
    ])
  })

  test('a day as the title, and actions under a heading', () => {
    const record = read(`# 2026-12-03

!!! note "Reminder"
    These meetings are covered by a [policy](../policy.md).

## Agenda
- Announcements
- [Promotion process](${G}/example-org/tac/pull/118)

## TAC Voting Members

- [x] Ada Example (alternate for Ben Sample)

## Action Items
- Ada: make the charter easier to find

## Minutes

- Promotion process
    - RESOLVED: That the process is hereby adopted.
`)
    expect(record.title).toBe('2026-12-03')
    expect(record.attendees).toMatchObject([{ name: 'Ada Example', role: 'alternate for Ben Sample' }])
    expect(record.agenda.map(({ number }) => number)).toEqual([118])
    expect(record.actions).toMatchObject([
      { owners: ['Ada Example'], text: 'Ada: make the charter easier to find' },
    ])
    expect(record.decisions).toMatchObject([{ text: 'That the process is hereby adopted.' }])
  })

  test('a table of attendees and a numbered agenda with times', () => {
    const record = read(`# Example WG – December 2026

## Attendees

| Name             | GitHub        | Organization |
| :--------------- | :------------ | :----------- |
| Ada Example (Host) | @ada-example | Acme       |

## Agenda

1. Agree to Membership Agreement (1m, Ada)
1. Nullability discussion (45m, Ada)
   - [Spec](${G}/example-org/spec/pull/895)

## Nullability discussion (45m, Ada)

- Ada: nice
- **ACTION - Ada**: raise an issue about it
`)
    expect(record.attendees).toMatchObject([{ name: 'Ada Example', github: 'ada-example', role: 'Acme' }])
    expect(record.agenda.map(({ repo, number }) => `${String(repo)}#${number}`)).toEqual([
      'example-org/spec#895',
    ])
    expect(record.actions).toMatchObject([{ owners: ['ada-example'], text: 'raise an issue about it' }])
    expect(record.decisions).toEqual([])
  })

  test('a picture first, the call as the title, names without logins', () => {
    const record = read(
      `![Example logo](/images/logo.png)

## Agenda for the December 3rd video call of the Example Community Group

- **Where**: zoom
- **When**: December 3rd, 5pm-6pm UTC

## Agenda items

1. Opening, welcome and roll call
1. Proposals and discussions
    1. Bulk memory (Ada Example) [10 min]

## Meeting Notes

### Attendees

- Ada Example
- Ben Sample

### Bulk memory

AE: presenting

**Action item**: AE to update the spec
`,
      '2026/CG-12-03.md',
    )
    expect(record.date).toBe('2026-12-03')
    expect(record.title).toBe('Agenda for the December 3rd video call of the Example Community Group')
    expect(record.attendees.map(({ name }) => name)).toEqual(['Ada Example', 'Ben Sample'])
    expect(record.actions).toMatchObject([{ owners: ['Ada Example'] }])
  })

  test('a log of a call with tight headings, regrets and topics', () => {
    const record = read(`##Example teleconf

####Present: Ada (adx), Ben, Cem

####Regrets: Dora

####Chair: Ada

Topic: Comparing addresses - ${G}/example-org/spec/issues/562

ada: I will proceed with that.

RESOLUTION: Adopt the draft finding
`)
    expect(record.attendees.map(({ name, present }) => [name, present])).toEqual([
      ['Ada', true],
      ['Ben', true],
      ['Cem', true],
      ['Dora', false],
    ])
    expect(record.agenda.map(({ title, number }) => [title, number])).toEqual([['Comparing addresses', 562]])
    expect(record.actions).toMatchObject([{ owners: ['Ada'], text: 'I will proceed with that.' }])
    expect(record.decisions).toMatchObject([{ text: 'Adopt the draft finding' }])
  })

  test('the roster at the end, as a heading that is underlined', () => {
    const record = read(`# Example CG call - 3 December 2026 (Atlantic)

-   Moderator: Ada Example

Agenda
======

-   Administrivia

Notes
=====

-   Ada:

    -   So, Ben will run the next meeting

Attendees (sign yourself in):
=============================

-   Ada Example (Acme \\| Umbrella)

-   Ben Sample (independent)
`)
    expect(record.attendees.map(({ name, role }) => [name, role])).toEqual([
      ['Ada Example', 'Acme | Umbrella'],
      ['Ben Sample', 'independent'],
    ])
    expect(record.actions).toMatchObject([{ owners: ['Ben Sample'] }])
  })
})

test('names without logins take them from outside, and say from where', () => {
  const record = read('## Present\n* Ada Example\n')
  expect(record.attendees[0]).not.toHaveProperty('from')
})
