import { printDay } from '../../src/core/time/print-time.ts'
import { addDays, type Day, parseDay } from '../../src/core/time/day.ts'

/** The moment at which the pictures are taken. */
export const PICTURE_NOW = '2026-11-22T12:00:00Z'

const PEOPLE = [
  ['ada-example', 'Ada Marrowby', 'chair', '2023-02-02', 'Lampworks'],
  ['ben-example', 'Ben Tidewater-Oy', 'member', '2023-02-02', 'Wickshire University'],
  ['cyd-example', 'Cyd Quillon', 'secretary', '2023-09-14', 'Lampworks'],
  ['dee-example', 'Dee Sandpiper', 'member', '2024-01-11', 'Brasshelm'],
  ['eve-example', 'Eve Oakenthrow', 'member', '2024-06-27', 'Brasshelm'],
  ['fin-example', 'Fin Millrace', 'member', '2025-03-06', ''],
  ['gil-example', 'Gil Hawserly', 'member', '2026-10-01', 'Northmole'],
  ['hal-example', 'Hal Emberstone', 'member', '2023-02-02', ''],
] as const

const NAMES = new Map<string, string>(PEOPLE.map(([login, name]) => [login, name]))

function members(): string {
  const entries = PEOPLE.map(([login, name, role, since, employer], index) => {
    const end = login === 'hal-example' ? ', until: 2025-12-31, reason: a new post' : ''
    const other =
      index % 3 === 0 ? 'response' : index % 3 === 1 && login !== 'hal-example' ? 'policy' : undefined
    const terms = [
      `      - { team: security-wg, role: ${role}, since: ${since}${end} }`,
      ...(other === undefined ? [] : [`      - { team: ${other}, role: member, since: 2026-10-05 }`]),
    ]
    const works = employer === '' ? '' : `    employer: ${employer}\n`
    return `  - login: ${login}\n    name: ${name}\n${works}    serves:\n${terms.join('\n')}\n`
  })
  return `members:\n${entries.join('')}`
}

const CHARTER = `---
name: Security Working Group
kind: working-group
mission: Keep everybody who runs Lantern safe, and tell them plainly when they are not.
reports-to: council
roles:
  - { id: chair, description: Leads the meetings, min: 1, max: 2, term: 1 year }
  - { id: secretary, description: Sees to it that minutes are kept, min: 1 }
  - { id: member, description: Takes part and takes turns on watch }
membership: { min: 4, inactivity: { missed-meetings: 4 } }
decision: { model: lazy-consensus, quorum: 1/2, open-days: 7 }
meetings: { at-least: 1, per: month }
channels:
  - { kind: email, address: security@lantern.example, for: reports }
  - { kind: chat, address: "https://chat.lantern.example/security", for: discussion }
review-by: 2027-02-01
history:
  - { date: 2023-01-12, state: proposed, body: council }
  - { date: 2023-02-02, state: chartered, body: council, link: "https://lantern.example/council/17" }
---

# Security Working Group

## Mission

Keep everybody who runs Lantern safe, and tell them plainly when they are not.

## Scope

- Reports of vulnerabilities in the runtime and in the packages that come with it
- How and when advisories are published
- The keys with which releases are signed

## Out of scope

- The security of packages of others, beyond passing reports on
`

const TEAM = (name: string, reportsTo: string, mission: string) => `---
name: ${name}
kind: team
mission: ${mission}
part-of: security-wg
reports-to: ${reportsTo}
history:
  - { date: 2025-09-18, state: proposed, body: security-wg }
  - { date: 2025-10-02, state: chartered, body: council }
---

# ${name}

${mission}
`

/** What was talked about, decided and promised at the meetings, the last one first. */
const TALK: readonly (readonly [topic: string, notes: string, decision: string, action: string])[] = [
  [
    'Advisories for 4.2',
    'Three reports are fixed on the release branch. Dee walked us through the parser fix; the test that found it runs in CI now.',
    'Advisories for 4.2 go out on 1 December, at the same time as the release.',
    '@dee-example to write the advisory for the parser',
  ],
  [
    'Keys for signing',
    'The old key expires in January. Two holders are enough if a third copy lies with the council.',
    'Releases are signed with two keys from 4.3 on.',
    '@ben-example to order hardware keys for both holders',
  ],
  [
    'Watch rota',
    'October was quiet: four reports, one of them real.',
    'The watch changes hands on Mondays.',
    '@cyd-example to put the rota on the wiki',
  ],
  [
    'Fuzzing',
    'The nightly run costs more than it finds.',
    'The fuzzer runs weekly and before releases.',
    '@eve-example to move the fuzzer to the weekly job',
  ],
  [
    'Embargoes',
    'Distributors asked for more days than we gave them in summer.',
    'Distributors hear seven days before the release.',
    '@ada-example to update the list of distributors',
  ],
  [
    'Old branches',
    'Nobody has asked for fixes on 3.x since March.',
    'Branch 3.x gets no fixes after June.',
    '@fin-example to announce the end of 3.x',
  ],
  [
    'Reporting form',
    'The form loses attachments.',
    'Reports come by mail until the form is mended.',
    '@gil-example to mend the form',
  ],
  [
    'Scope of bounties',
    'We read the proposal of the council.',
    'Bounties cover the runtime alone.',
    '@ada-example to answer the council',
  ],
]

function minutesOf(day: Day, index: number): string {
  const people = PEOPLE.filter(([login]) => login !== 'hal-example' && login !== 'gil-example')
  const isAway = (person: number) => (index * 5 + person * 3) % 7 === 1 || (index === 4 && person === 3)
  const list = (away: boolean) =>
    people
      .filter((_, person) => isAway(person) === away)
      .map(([login]) => `- ${NAMES.get(login) ?? ''} (@${login})`)
      .join('\n')
  return `# Security WG, ${printDay(day)}

## Present

${list(false)}
${index < 4 ? `- ${NAMES.get('gil-example') ?? ''} (@gil-example)\n` : ''}
## Absent

${list(true)}

## Announcements

- The council has confirmed the budget for audits ([lantern/council#${210 - index}](https://github.com/lantern-example/council/issues/${210 - index})).
${talkOf(index)}`
}

function talkOf(index: number): string {
  const said = TALK[index]
  if (!said) return ''
  const [topic, notes, decision, action] = said
  return `
## ${topic}

${notes}

- Everybody has read the draft; nobody had a question.
- The text lies in \`docs/security/\`.

DECISION: ${decision}

## Actions

- [${index > 2 ? 'x' : ' '}] ${action}
- [${index > 0 ? 'x' : ' '}] @${PEOPLE[(index + 2) % 6]?.[0] ?? ''} to send these minutes round
`
}

const LAST = parseDay('2026-11-12') as Day
const MEETINGS = 22

/** The files of a group that looks like one that is real: Lantern, a runtime that does not exist. */
export const PICTURE_GROUP: Readonly<Record<string, string>> = {
  'wg.yml': `name: Lantern Security Working Group
host: The Lantern runtime
site: https://lantern.example/security/
repository: lantern-example/security-wg
calendar: { id: lantern-security }
bodies:
  council: Lantern Council
kinds:
  team: { like: none }
`,
  'members.yml': members(),
  'charters/security-wg.md': CHARTER,
  'charters/response.md': TEAM(
    'Response Team',
    'security-wg',
    'Answer every report within two days, and see it through to a release.',
  ),
  'charters/policy.md': TEAM(
    'Policy Team',
    'council',
    'Write down how reports are handled, and keep it true.',
  ),
  'meetings/security-wg.yml': `title: Security WG
team: security-wg
starts: 2026-01-08 15:00
zone: America/New_York
repeats: every 2 weeks
duration: 1 hour
join: https://meet.lantern.example/security
watch: https://video.lantern.example/security
github: { repository: lantern-example/security-wg, labels: [meeting] }
changes:
  2026-12-10: moved to 2026-12-11 16:00, the release is on Thursday
  2026-12-24: cancelled, end of year
`,
  'meetings/response.yml': `title: Response Team
team: response
starts: 2026-01-06 09:00
zone: Europe/Dublin
repeats: every week
duration: 30 minutes
join: https://meet.lantern.example/response
`,
  'meetings/policy.yml': `title: Policy Team
team: policy
starts: 2026-01-05 17:00
zone: Asia/Kolkata
repeats: every month on the first Monday
duration: 1 hour
join: https://meet.lantern.example/policy
github: { repository: lantern-example/security-wg, labels: [policy-meeting] }
`,
  ...Object.fromEntries(
    Array.from({ length: MEETINGS }, (_, index) => {
      const day = addDays(LAST, -14 * index)
      return [`meetings/security-wg/${day}.md`, minutesOf(day, index)]
    }),
  ),
}
