import { HOSTILE_TITLES } from '../hostile-titles.ts'
import { plainLine } from '../../src/core/text/plain-line.ts'

/** The moment at which the invented group is looked at. */
export const NOW = '2026-11-22T12:00:00Z'

const PEOPLE = [
  ['ada-example', 'Ada Example', 'Europe/Vienna'],
  ['ben-example', 'Ben Sample', 'America/New_York'],
  ['cyd-example', 'Cyd Muster', 'Asia/Kolkata'],
  ['dee-example', 'Dee Ejemplo', 'America/Los_Angeles'],
  ['eve-example', 'Eve Přikladová', 'Europe/Prague'],
  ['fin-example', 'Fin O’Sampla', 'Europe/Dublin'],
] as const

const GROUP = `name: Harbour Security Group
host: The Harbour Project
site: https://example.org/harbour
repository: example/harbour-security
calendar: { id: harbour-security }
bodies:
  board: { name: Board of Trade, state: merged, into: council, since: 2020-03-01 }
  council: Harbour Council
`

function members(): string {
  const entries = PEOPLE.map(([login, name, zone], index) => {
    const role = index === 0 ? 'chair' : 'member'
    const second = index % 2 === 0 ? `\n      - { team: core, role: member, since: 2024-02-01 }` : ''
    const past = index === 5 ? ', until: 2025-06-30, reason: moved on' : ''
    return `  - login: ${login}\n    name: ${name}\n    time-zone: ${zone}\n    contact: private-${login}@example.org\n    serves:\n      - { team: security-wg, role: ${role}, since: 2024-01-0${index + 1}${past} }${second}\n`
  })
  return `members:\n${entries.join('')}`
}

const CHARTER = (name: string, rest: string, prose: string) =>
  `---\nname: ${name}\nkind: working-group\n${rest}history:\n  - { date: 2023-01-10, state: proposed }\n  - { date: 2024-01-01, state: chartered, body: council, link: "https://example.org/votes/1" }\n---\n\n# ${name}\n\n${prose}`

const SCOPE = `## Mission

Keep the harbour safe for every vessel. See [the policy](policy.md) and [the minutes](../meetings/security-wg/2026-11-12.md#decisions).

## Scope

### In scope

- Reports of leaks
- The process of releases, as in [the handbook](../docs/handbook.md)

### Out of scope

| What | Who | Days |
| --- | --- | ---: |
| Lighthouses | The council | 14 |
| Tides | Nobody | |

## Decisions

By consensus; see [above](#scope).
`

/** The minutes of a day, as people write them. */
function minutes(day: string, index: number): string {
  const there = PEOPLE.filter((_, person) => (index + person) % 4 !== 0)
  const missing = PEOPLE.filter((_, person) => (index + person) % 4 === 0)
  return `# Security WG Meeting ${day}

## Present

${there.map(([login, name]) => `- ${name} (@${login})`).join('\n')}

## Absent

${missing.map(([login, name]) => `- ${name} (@${login})`).join('\n')}

## Agenda

### Leaks in the hull

We looked at the hull together. The **barnacle** report of ${day} was read; see [the last minutes](2026-10-29.md) and
[an issue](https://github.com/example/harbour-security/issues/${100 + index}).

> The water came in slowly, and then all at once.

\`\`\`sh
pump --all --until dry
\`\`\`

#### A picture

![The hull](hull.png) and ![a tracker](https://evil.example/pixel.gif)

## Decisions

- DECISION: The hull is painted every ${index + 2} years.

## Actions

- [${index % 3 === 0 ? 'x' : ' '}] @ada-example to write the report number ${index}
- [ ] @ben-example to order ${index + 3} buckets of paint for the hull
`
}

/** Minutes by somebody who means harm. */
export const HOSTILE_MINUTES = `# <script>alert('title')</script> Minutes

## Present

- Ada Example (@ada-example)

<script>document.title = 'owned'</script>

<svg onload="document.title='owned'"><circle r="9"/></svg>

<iframe src="https://evil.example/frame"></iframe>

<style>body { display: none }</style>

<img src="https://evil.example/x.png" onerror="document.title='owned'">

<a href="javascript:document.title='owned'" onclick="document.title='owned'">click</a>

<form action="https://evil.example"><input name="q" autofocus onfocus="document.title='owned'"></form>

<meta http-equiv="refresh" content="0; url=https://evil.example">

<base href="https://evil.example/">

[one](javascript:document.title='owned') [two](JaVaScRiPt:alert(1)) [three](java&#10;script:alert(1))
[four](data:text/html,<script>alert(1)</script>) [five](vbscript:x) [six](//evil.example/x) [seven](file:///etc/passwd)
[eight](../../../../../etc/passwd) [nine](#next) <javascript:alert(1)>

![img](javascript:alert(1)) ![img](https://evil.example/y.png "title")

<details><summary>more</summary>

hidden words

</details>

Inline <b onclick="document.title='owned'">bold</b> <!-- a secret --> and <span id="main" style="position:fixed">span</span>.

${HOSTILE_TITLES.map(([, title]) => title)
  .filter((title) => title.length < 1000)
  .map((title) => title.replaceAll('\0', ''))
  .join('\n\n')}
`

const SERIES = (title: string, team: string, starts: string, rest: string) =>
  `title: ${title}\nteam: ${team}\nstarts: ${starts}\nduration: 1 hour\njoin: https://meet.example.org/${team}\n${rest}`

const DAYS = [
  '2025-11-13',
  '2026-05-14',
  '2026-06-11',
  '2026-07-09',
  '2026-08-06',
  '2026-09-03',
  '2026-10-01',
  '2026-10-15',
  '2026-10-29',
  '2026-11-12',
]

/** The files of a group that is invented: three teams, moved and cancelled meetings, minutes that are kind and minutes that are not. */
export const INVENTED_GROUP: Readonly<Record<string, string>> = {
  'wg.yml': GROUP,
  'members.yml': members(),
  'charters/security-wg.md': CHARTER(
    'Security Working Group',
    'reports-to: council\nmission: Say what security means for the harbour, and help everybody to follow it.\nmembership: { inactivity: { missed-meetings: 3 } }\ndecision: { quorum: 1/2 }\nchannels:\n  - { kind: email, address: security@example.org, for: reports }\nreview-by: 2027-06-01\n',
    SCOPE,
  ),
  'charters/core.md': CHARTER(
    'Response for Core',
    'part-of: security-wg\nreports-to: board\n',
    '## Mission\n\nAnswer reports.\n',
  ),
  'charters/policy.md': CHARTER(
    'Policy',
    'part-of: security-wg\nreports-to: undecided\n',
    '## Mission\n\nWrite policies.\n',
  ),
  'meetings/security-wg.yml': SERIES(
    'Security WG',
    'security-wg',
    '2025-10-30 15:00',
    `zone: America/New_York
repeats: every 2 weeks
watch: https://watch.example.org/security
changes:
  2026-11-26: cancelled, a holiday
  2026-12-10: moved to 2026-12-11 16:00, the room is taken
github: { repository: example/harbour-security, labels: [meeting] }
`,
  ),
  'meetings/core.yml': SERIES(
    'Core Response',
    'core',
    '2026-01-06 09:00',
    'zone: Asia/Tokyo\nrepeats: every week\n',
  ),
  'meetings/policy.yml': SERIES(
    JSON.stringify(plainLine('<script>alert(1)</script> & "Policy" évening')),
    'policy',
    '2026-01-05 23:30',
    'zone: UTC\nrepeats: every month on the first Monday\n',
  ),
  ...Object.fromEntries(DAYS.map((day, index) => [`meetings/security-wg/${day}.md`, minutes(day, index)])),
  'docs/handbook.md': '# Handbook\n',
  'meetings/core/2026-11-10.md': HOSTILE_MINUTES,
}
