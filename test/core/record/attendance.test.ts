import { describe, expect, test } from 'vitest'
import { attendanceByTeam } from '../../../src/core/record/attendance.ts'
import { isInactive, quorumOf } from '../../../src/core/record/charter-attendance.ts'
import type { Day } from '../../../src/core/time/day.ts'
import { groupOf, recordOf } from './group.ts'

const MEMBERS = `  - { login: ada-example, name: Ada Example, serves: [{ team: core, since: 2026-01-01 }] }
  - { login: ben-example, name: Ben Example, serves: [{ team: core, since: 2026-04-09, until: 2026-04-16 }] }
  - { login: new-login, name: Cem Example, serves: [{ team: core, since: 2026-01-01 }] }
  - { login: dee-example, name: Dee Example, serves: [{ team: core, role: scribe, since: 2026-01-01 }] }
  - { login: eve-example, name: Eve Example, serves: [{ team: other, since: 2026-01-01 }] }`

const CHARTER = (decision: string) => `---
name: Core
roles: [{ id: scribe, voting: false }]
membership: { inactivity: { missed-meetings: 2 } }
decision: { quorum: ${decision} }
history: [{ date: 2026-01-01, state: chartered }]
---
`

const present = (...people: string[]) => `## Present\n\n${people.map((one) => `- ${one}\n`).join('')}`

function attend(minutes: Readonly<Record<string, string>>, quorum = '1/2') {
  const workspace = groupOf(MEMBERS, { 'charters/core.md': CHARTER(quorum) })
  const [team] = attendanceByTeam(recordOf(workspace, minutes), workspace.members)
  if (!team) throw new Error('no team')
  return { ...team, charter: workspace.charters.get('core') }
}

const APRIL = {
  '2026-04-02': present('Ada Example', 'Ben Example (@ben-example)', 'Cem Example (@old-login)'),
  '2026-04-09': present('@ada-example', '[ ] Cem Example', 'Gus Example (guest)'),
  '2026-04-16': present('@ada-example', '@ben-example'),
  '2026-04-23': present('@ben-example', '@dee-example', '@eve-example'),
  '2026-04-30': '# Nobody wrote down who was there\n\n- We talked.\n',
}

describe('attendance', () => {
  test('counts everybody on the days on which they serve, and on no others', () => {
    expect(attend(APRIL).people.map(({ member, turns }) => [member.login, turns])).toEqual([
      ['ada-example', [true, true, true, false]],
      ['ben-example', [undefined, false, true, undefined]],
      ['new-login', [true, false, false, false]],
      ['dee-example', [false, false, false, true]],
    ])
  })

  test('has others as guests: not yet, no longer, of another team, and strangers', () => {
    const { meetings } = attend(APRIL)
    expect(meetings.map(({ guests }) => guests.map(({ name, github }) => name ?? github))).toEqual([
      ['Ben Example'],
      ['Gus Example'],
      [],
      ['ben-example', 'eve-example'],
    ])
  })

  test('counts what was missed in a row from the last meeting back', () => {
    const { people, charter } = attend(APRIL)
    expect(
      people.map((person) => [person.missedInARow, isInactive(person, charter, '2026-05-01' as Day)]),
    ).toEqual([
      [1, false],
      [0, false],
      [3, true],
      // A scribe has no vote, and no duty to come.
      [0, false],
    ])
  })

  test.each<[string, readonly (readonly [number, number, boolean])[]]>([
    [
      '1/2',
      [
        [1, 2, true],
        [2, 1, false],
        [2, 2, true],
        [1, 0, false],
      ],
    ],
    [
      '2',
      [
        [2, 2, true],
        [2, 1, false],
        [2, 2, true],
        [2, 0, false],
      ],
    ],
  ])('holds the quorum %s against those with a vote on that day', (quorum, expected) => {
    const { meetings, charter } = attend(APRIL, quorum)
    expect(
      meetings.map((meeting) => {
        const { needed = 0, present: came = 0, met = false } = quorumOf(meeting, charter) ?? {}
        return [needed, came, met]
      }),
    ).toEqual(expected)
  })
})
