import { describe, expect, test } from 'vitest'
import { voteChecks } from '../../../src/core/checks/vote-checks.ts'
import { readWorkspace } from '../../../src/core/workspace.ts'

const NOW = new Date('2026-06-01T12:00:00Z')
const CHARTER = `---
name: Core
roles: [{ id: observer, voting: false }]
membership: { inactivity: { missed-votes: 2 } }
history: [{ date: 2020-01-01, state: chartered }]
---
`
const ADA = `  - { login: ada-example, name: Ada Example, serves: [{ team: core }] }`

interface Given {
  /** The term of Ben, who is looked at. */
  readonly ben?: string
  /** Votes by file: their first day if they have one, their last, and who voted. */
  readonly votes: Readonly<Record<string, string>>
  readonly charter?: string
}

function inactive({ ben = 'team: core', votes, charter = CHARTER }: Given): readonly string[] {
  const { workspace } = readWorkspace(
    new Map([
      ['wg.yml', 'name: Example\n'],
      ['charters/core.md', charter],
      ['members.yml', `members:\n${ADA}\n  - { login: ben-example, name: Ben, serves: [{ ${ben} }] }\n`],
      ...Object.entries(votes).map(([name, text]): [string, string] => [
        `votes/${name}.yml`,
        `question: Which?\n${text.split('; ').join('\n')}\n`,
      ]),
    ]),
  )
  const check = voteChecks.find(({ name }) => name === 'members-vote')
  return (check?.find({ workspace, now: NOW }) ?? []).map(({ message }) => message.split(' ')[0] ?? '')
}

const both = 'votes: { ada-example: yes, ben-example: no }'
const adaAlone = 'votes: { ada-example: yes }'
const on = (date: string, votes: string, team = 'core') => `team: ${team}; date: ${date}; ${votes}`
const MISSED = { a: on('2026-01-01', both), b: on('2026-02-01', adaAlone), c: on('2026-03-01', adaAlone) }

describe('who is said to have missed the last two votes', () => {
  const cases: readonly [what: string, given: Given, found: readonly string[]][] = [
    ['somebody who took part before and not since', { votes: MISSED }, ['Ben']],
    ['nobody while there are too few votes', { votes: { a: on('2026-01-01', adaAlone) } }, []],
    ['nobody who took part in one of them', { votes: { ...MISSED, d: on('2026-04-01', both) } }, []],
    [
      'nobody who took part under the login in other letters',
      { votes: { ...MISSED, c: on('2026-03-01', 'votes: { ada-example: yes, BEN-Example: cast }') } },
      [],
    ],
    ['nobody by a vote of another team', { votes: { ...MISSED, c: on('2026-03-01', adaAlone, 'docs') } }, []],
    ['nobody by a vote that closes today', { votes: { ...MISSED, b: on('2026-06-01', adaAlone) } }, []],
    [
      'somebody by a vote that closed yesterday',
      { votes: { ...MISSED, b: on('2026-05-31', adaAlone) } },
      ['Ben'],
    ],
    [
      'nobody who joined after the first of them',
      { ben: 'team: core, since: 2026-02-02', votes: MISSED },
      [],
    ],
    ['somebody who joined on its day', { ben: 'team: core, since: 2026-02-01', votes: MISSED }, ['Ben']],
    [
      'nobody who joined while it was open',
      {
        ben: 'team: core, since: 2026-02-01',
        votes: { ...MISSED, b: `opened: 2026-01-31; ${on('2026-02-01', adaAlone)}` },
      },
      [],
    ],
    ['nobody who has left', { ben: 'team: core, until: 2026-05-31', votes: MISSED }, []],
    ['nobody without a vote', { ben: 'team: core, role: observer', votes: MISSED }, []],
    [
      'nobody where the charter has no such rule',
      { votes: MISSED, charter: CHARTER.replace(/membership.*\n/, '') },
      [],
    ],
    [
      'nobody while a vote cannot be read',
      { votes: { ...MISSED, d: 'team: core; date: soon; votes: {}' } },
      [],
    ],
    [
      'nobody while a ballot cannot be read',
      { votes: { ...MISSED, c: on('2026-03-01', 'votes: { ben: { } }') } },
      [],
    ],
  ]
  test.each(cases)('%s', (_, given, found) => {
    expect(inactive(given)).toEqual(found)
  })
})
